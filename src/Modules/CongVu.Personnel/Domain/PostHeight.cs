using CongVu.Organisation.Contracts;

namespace CongVu.Personnel.Domain;

/// <summary>Which of several leadership posts is the highest: by level, and heads before deputies.</summary>
internal static class PostHeight
{
    public static int Of(string? code) => code is not null && LeadershipPosts.Find(code) is { } post ? (int)post.Level * 2 + (post.IsHead ? 1 : 0) : 0;

    /// <summary>Codes of the posts of a level.</summary>
    public static string[] CodesOf(LeadershipLevel level) => [.. LeadershipPosts.All.Where(p => p.Level == level).Select(p => p.Code)];
}
