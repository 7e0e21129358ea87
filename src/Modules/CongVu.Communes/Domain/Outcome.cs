namespace CongVu.Communes.Domain;

/// <summary>What came of an act.</summary>
internal abstract record Outcome
{
    /// <summary>Done, with words for the screen.</summary>
    internal sealed record Done(string Said, Guid Id = default) : Outcome;

    /// <summary>Something typed is wrong; the field and the cure.</summary>
    internal sealed record Refused(string Field, string Message) : Outcome;
}
