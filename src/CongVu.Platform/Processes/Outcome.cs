namespace CongVu.Platform.Processes;

/// <summary>What came of a change somebody asked for on a form.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>Done, with words for the next page.</summary>
    public sealed record Done(string Said, Guid Id = default) : Outcome;

    /// <summary>Something typed is wrong, or the step is not open any more; the field (empty: the whole form) and the cure.</summary>
    public sealed record Refused(string Field, string Message) : Outcome;
}
