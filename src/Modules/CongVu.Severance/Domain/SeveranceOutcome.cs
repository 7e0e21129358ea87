namespace CongVu.Severance.Domain;

/// <summary>What came of an act.</summary>
internal abstract record SeveranceOutcome
{
    /// <summary>Done, with words for the screen.</summary>
    internal sealed record Done(string Said, Guid Id = default) : SeveranceOutcome;

    /// <summary>Something typed is wrong, or the step is not open any more; the field and the cure.</summary>
    internal sealed record Refused(string Field, string Message) : SeveranceOutcome;
}
