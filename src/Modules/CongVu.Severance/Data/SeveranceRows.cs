using CongVu.Law.Severance;

namespace CongVu.Severance.Data;

internal enum SchemeState { Preparing, Approved, Cancelled }

/// <summary>How many people of a unit leave in which year, against a share of a base headcount.</summary>
internal sealed class Scheme
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required string Name { get; set; }
    public required int FromYear { get; init; }
    public required int ToYear { get; init; }
    public required DateOnly BaseOn { get; init; }
    public required int BaseHeadcount { get; init; }
    public required int TargetPercent { get; set; }
    public SchemeState State { get; set; }
    public DateOnly? ApprovedOn { get; set; }
    public string? ApprovalDocument { get; set; }
    public Guid? ApprovedBy { get; set; }
    public required DateTime CreatedAt { get; init; }
    public Guid? CreatedBy { get; init; }
    public required string CreatedByName { get; init; }
    public int Version { get; set; } = 1;

    /// <summary>People who must be fewer at the end; part of a person counts as one.</summary>
    public int Target => (BaseHeadcount * TargetPercent + 99) / 100;
}

internal sealed class SchemeYear
{
    public required Guid SchemeId { get; init; }
    public required int Year { get; init; }
    public int Planned { get; set; }
}

internal enum BatchState { Preparing, Submitted, Appraised, Approved, Cancelled }

/// <summary>A list of people that goes from the unit to the province together.</summary>
internal sealed class Batch
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SchemeId { get; init; }
    public required Guid UnitId { get; init; }
    public required string Name { get; set; }
    public BatchState State { get; set; }
    public DateTime? SubmittedAt { get; set; }
    public Guid? SubmittedBy { get; set; }
    public DateOnly? AppraisedOn { get; set; }
    public Guid? AppraisedBy { get; set; }
    public string? AppraisedByName { get; set; }
    public string? FinanceDocument { get; set; }
    public DateOnly? FinanceOn { get; set; }
    public long? FinanceAmount { get; set; }
    public Guid? FinanceFileId { get; set; }
    public DateOnly? ApprovedOn { get; set; }
    public string? ApprovalDocument { get; set; }
    public Guid? ApprovedBy { get; set; }
    public required DateTime CreatedAt { get; init; }
    public Guid? CreatedBy { get; init; }
    public required string CreatedByName { get; init; }
    public int Version { get; set; } = 1;
}

internal enum CaseState { Open, Withdrawn }

/// <summary>One person leaving with a benefit.</summary>
internal sealed class SeveranceCase
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid BatchId { get; init; }
    public required Guid PersonId { get; init; }
    public required ExitPolicy Policy { get; set; }
    public required ExitReason Reason { get; set; }
    public string? Ground { get; set; }
    public required DateOnly LeaveOn { get; set; }
    public CaseState State { get; set; }
    public string? StateReason { get; set; }
    public string? Snapshot { get; set; }
    public long? AppraisedAmount { get; set; }
    public Guid? DecisionId { get; set; }
    public required DateTime AddedAt { get; init; }
    public Guid? AddedBy { get; init; }
    public required string AddedByName { get; init; }
}

/// <summary>What the record does not tell, with the paper it was taken from.</summary>
internal sealed class CaseAnswer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required string Key { get; init; }
    public required string Value { get; init; }
    public required string Document { get; init; }
    public Guid? FileId { get; init; }
    public required DateTime EnteredAt { get; init; }
    public required string EnteredByName { get; init; }
    public DateTime? ReplacedAt { get; set; }
}

/// <summary>A notice of retirement given to a person.</summary>
internal sealed class RetirementNotice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required DateOnly RetiresOn { get; init; }
    public required DateOnly NoticedOn { get; init; }
    public required string Document { get; init; }
    public required DateTime NotedAt { get; init; }
    public Guid? NotedBy { get; init; }
    public required string NotedByName { get; init; }
    public DateTime? WithdrawnAt { get; set; }
    public string? WithdrawnReason { get; set; }
}

internal enum ResignationState { Received, Agreed, Refused, Withdrawn }

/// <summary>A civil servant asks to leave.</summary>
internal sealed class Resignation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required string Document { get; init; }
    public Guid? FileId { get; init; }
    public required DateOnly LeaveOn { get; set; }
    public string Why { get; init; } = "";
    public required DateOnly AnswerDue { get; init; }
    public ResignationState State { get; set; }
    public DateOnly? AnsweredOn { get; set; }
    public string? AnswerDocument { get; set; }
    public string? AnswerReason { get; set; }
    public int? ServiceMonths { get; set; }
    public int? UnemploymentMonths { get; set; }
    public string? Debts { get; set; }
    public Guid? DecisionId { get; set; }
    public required DateTime ReceivedAt { get; init; }
    public Guid? ReceivedBy { get; init; }
    public required string ReceivedByName { get; init; }
    public Guid? AnsweredBy { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>A line of a history.</summary>
internal sealed class Step
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OwnerId { get; init; }
    public required DateTime At { get; init; }
    public required string AccountName { get; init; }
    public required string What { get; init; }
}
