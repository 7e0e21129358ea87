namespace CongVu.Platform.Web;

/// <summary>How one condition of an act stands.</summary>
public enum CheckState
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>Not met: the act cannot go on.</summary>
    Blocks,

    /// <summary>Cannot be told yet: something is missing.</summary>
    Unknown,

    /// <summary>Not met, and set aside by someone with the right to, on a recorded ground.</summary>
    Overridden,
}

/// <summary>One condition as a person reads it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Text">The condition, in words.</param>
/// <param name="Why">Why it stands so, with the values compared.</param>
/// <param name="Article">Where the law says it: "Điều 2 TT 08/2013/TT-BNV".</param>
/// <param name="ArticleUrl">Where to read that article.</param>
/// <param name="Cure">What to do about it.</param>
/// <param name="CureUrl">Where to do it.</param>
public sealed record CheckLine(
    CheckState State,
    string Text,
    string? Why = null,
    string? Article = null,
    string? ArticleUrl = null,
    string? Cure = null,
    string? CureUrl = null);
