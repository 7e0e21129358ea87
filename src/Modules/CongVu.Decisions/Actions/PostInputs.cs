using CongVu.Organisation.Contracts;
using CongVu.Platform.Web;

namespace CongVu.Decisions.Actions;

/// <summary>Choices that several forms share.</summary>
internal static class PostInputs
{
    /// <summary>Leadership posts, highest first.</summary>
    public static IReadOnlyList<Choice> Posts(DateOnly day) =>
        [.. LeadershipPosts.All.Where(p => p.UnitLevel != UnitLevel.District || day < TwoTierGovernment.From).Select(p => new Choice(p.Code, p.Name))];

    /// <summary>Length of a term.</summary>
    public static IReadOnlyList<Choice> Terms(DateOnly day) => [new("60", "5 năm"), new("36", "3 năm")];
}
