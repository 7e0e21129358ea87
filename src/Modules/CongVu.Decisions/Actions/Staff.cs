using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;

namespace CongVu.Decisions.Actions;

/// <summary>Codes of records in the terms of the law, and in words.</summary>
internal static class Staff
{
    /// <summary>Level of a post for authority rules.</summary>
    public static LeadershipLevel LevelOf(string? postCode) => postCode is null ? LeadershipLevel.None : LeadershipPosts.Find(postCode)?.Level ?? LeadershipLevel.None;

    /// <summary>"công chức", "viên chức"… in running text.</summary>
    public static string Word(string? category) => category is null ? "cán bộ, công chức, viên chức" : OrganisationWords.Category(category).ToLowerInvariant();

    /// <summary>The word for all of several people.</summary>
    public static string Word(IEnumerable<PersonRow> people) => people.Select(p => p.Category).Distinct().ToList() is [var one] ? Word(one) : "cán bộ, công chức, viên chức";

    /// <summary>"ông" or "bà".</summary>
    public static string Mr(string sex) => sex == "female" ? "bà" : "ông";

    /// <summary>A coefficient kept in hundredths, as printed.</summary>
    public static string Coefficient(int? hundredths) => hundredths is { } h ? new Coefficient(h).ToString() : "";
}
