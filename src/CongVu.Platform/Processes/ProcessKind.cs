namespace CongVu.Platform.Processes;

/// <summary>
/// A named way in which data changes. Every change of a record runs in one; docs/processes.md lists them and a test
/// compares. <paramref name="NeedsReason"/>: the actor must say why.
/// </summary>
/// <param name="Code">Dotted name, e.g. <c>decisions.sign</c>; also the action in the audit log.</param>
/// <param name="Name">Vietnamese name for histories.</param>
/// <param name="Changes">In English, what may change, for the catalogue.</param>
/// <param name="NeedsReason">True when a reason is mandatory.</param>
/// <param name="NeedsEvidence">True when an evidence file is mandatory.</param>
public sealed record ProcessKind(string Code, string Name, string Changes, bool NeedsReason = false, bool NeedsEvidence = false);

/// <summary>A run of a process, as stored.</summary>
public sealed record ProcessRun(Guid Id, ProcessKind Kind, Guid? AccountId, DateTime At, string? Reason, Guid? EvidenceFileId);
