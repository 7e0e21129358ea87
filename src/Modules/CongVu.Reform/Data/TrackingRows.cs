namespace CongVu.Reform.Data;

/// <summary>A condition that came true or a demand that was raised.</summary>
internal sealed class Occasion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public Guid ProductId { get; init; }
    public DateOnly HappenedOn { get; init; }
    public DateOnly DueOn { get; init; }
    public required string Document { get; init; }
    public Guid? RegisteredBy { get; init; }
    public DateTime RegisteredAt { get; init; }
}

/// <summary>What one unit owes for one product and one period.</summary>
internal sealed class Obligation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public Guid TaskId { get; init; }
    public Guid ProductId { get; init; }
    public Guid UnitId { get; init; }
    public Guid? NamedUnitId { get; set; }
    public required string PeriodKey { get; init; }
    public DateOnly DueFrom { get; set; }
    public DateOnly DueOn { get; set; }
    public int MinCount { get; set; } = 1;
}

internal enum ReportState { Submitted, Accepted, Returned }

internal sealed class ProgressReport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public Guid TaskId { get; init; }
    public Guid ObligationId { get; init; }
    public Guid UnitId { get; init; }
    public int Percent { get; init; }
    public int Rounds { get; init; }
    public required string Words { get; init; }
    public Guid? EvidenceFileId { get; init; }
    public Guid? EvidenceDecisionId { get; init; }
    public string? EvidenceReference { get; init; }
    public ReportState State { get; set; }
    public Guid? ReportedBy { get; init; }
    public required string ReportedByName { get; init; }
    public DateTime ReportedAt { get; init; }
    public Guid? JudgedBy { get; set; }
    public string? JudgedByName { get; set; }
    public DateTime? JudgedAt { get; set; }
    public string? ReturnReason { get; set; }
    public int Version { get; set; } = 1;
}

internal sealed class Difficulty
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public Guid TaskId { get; init; }
    public Guid UnitId { get; init; }
    public required string Words { get; init; }
    public Guid? RaisedBy { get; init; }
    public required string RaisedByName { get; init; }
    public DateTime RaisedAt { get; init; }
    public string? Answer { get; set; }
    public Guid? AnsweredBy { get; set; }
    public string? AnsweredByName { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public int Version { get; set; } = 1;
}
