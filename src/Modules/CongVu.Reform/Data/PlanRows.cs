using CongVu.Reform.Reading;

namespace CongVu.Reform.Data;

/// <summary>Draft: being corrected. Active: tracked. Closed: kept to compare with, owes nothing.</summary>
internal enum PlanStatus { Draft, Active, Closed }

internal sealed class Plan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Title { get; set; }
    public string? Number { get; set; }
    public string? Issuer { get; set; }
    public DateOnly? Issued { get; set; }
    public DateOnly? PeriodFrom { get; set; }
    public DateOnly? PeriodTo { get; set; }
    public Guid? SourceFileId { get; init; }
    public string? SourceName { get; init; }
    public PlanStatus Status { get; set; }
    public DateTime CreatedAt { get; init; }
    public Guid? CreatedBy { get; init; }
    public DateTime? CommittedAt { get; set; }
    public int Version { get; set; } = 1;
}

internal sealed class PlanGroup
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public int Ord { get; init; }
    public required string Code { get; set; }
    public required string Title { get; set; }
}

internal sealed class PlanTask
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public Guid? GroupId { get; set; }
    public int Ord { get; init; }
    public required string Code { get; set; }
    public required string Title { get; set; }
    public string SearchKey { get; set; } = "";
    public string? Notes { get; set; }
    public int Weight { get; set; } = 1;
    public int? Line { get; init; }
    public int Version { get; set; } = 1;
}

internal sealed class Product
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public Guid TaskId { get; init; }
    public int Ord { get; init; }
    public string Text { get; set; } = "";
    public PlanScheduleKind ScheduleKind { get; set; }
    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }
    public int? MinPerYear { get; set; }
    public int? YearlyMonth { get; set; }
    public int? YearlyDay { get; set; }
    public string ScheduleText { get; set; } = "";
}

internal enum UnitRole { Lead, Support }

internal sealed class ProductUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public Guid ProductId { get; init; }
    public UnitRole Role { get; init; }
    public int Ord { get; init; }
    public required string Text { get; init; }
    public string? GroupKey { get; set; }
    public Guid? UnitId { get; set; }
    public Guid? MappedBy { get; set; }
}

internal sealed class Target
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public int Ord { get; init; }
    public required string Text { get; set; }
    public decimal Value { get; set; }
    public PlanComparison Comparison { get; set; }
    public PlanTargetUnit Unit { get; set; }
    public DateOnly? DueBy { get; set; }
    public string? IndicatorKey { get; set; }
    public int? Line { get; init; }
}

internal enum UnreadOutcome { Open, Ignored, Task }

internal sealed class UnreadLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PlanId { get; init; }
    public int Ord { get; init; }
    public int Line { get; init; }
    public required string Place { get; init; }
    public required string Text { get; init; }
    public UnreadOutcome Outcome { get; set; }
    public string? Reason { get; set; }
    public Guid? TaskId { get; set; }
}
