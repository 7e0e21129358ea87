namespace CongVu.Platform.Web.Pipeline;

/// <summary>What was asked for does not exist, or not on this day, or not for this actor.</summary>
public sealed class NotFoundException(string message) : Exception(message);

/// <summary>Somebody else changed the same thing meanwhile. The page shows both versions and keeps what was typed.</summary>
/// <param name="what">What was changed, in Vietnamese.</param>
/// <param name="differences">Field label, what the actor typed, what is stored now.</param>
public sealed class StaleEditException(string what, IReadOnlyList<FieldDifference> differences) : Exception(what)
{
    /// <summary>Field by field.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; } = differences;
}

/// <summary>One field in two versions.</summary>
public sealed record FieldDifference(string Label, string? Typed, string? Stored);
