namespace CongVu.Law;

/// <summary>A statutory procedure in one stretch of time: who does what, in which order, by when.</summary>
public sealed record Procedure(string Key, string Name, IReadOnlyList<ProcedureStep> Steps)
{
    internal const string KeyPrefix = "procedure.";

    /// <summary>Null when the procedure has no such step in that time.</summary>
    public ProcedureStep? Find(string code) => Steps.FirstOrDefault(s => s.Code == code);
}

/// <summary>One step of a procedure.</summary>
/// <param name="Name">What is done, in Vietnamese.</param>
/// <param name="Who">Who does it, in Vietnamese.</param>
/// <param name="Within">At the latest so long after <paramref name="Event"/>; null when the law names no time.</param>
/// <param name="Before">At least so long before <paramref name="Event"/>; null when the law names no time.</param>
/// <param name="Extension">By how much the time may be extended; null when it may not.</param>
/// <param name="Event">What the time is counted from, in Vietnamese; null when there is none.</param>
public sealed record ProcedureStep(
    string Code, string Name, string Who, Period? Within, Period? Before, Period? Extension, string? Event, Citation Source, Verification Verification);
