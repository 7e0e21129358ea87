namespace CongVu.Severance.Data;

internal enum InspectionState { Planned, Held, Cancelled }

/// <summary>A round of inspection of how a unit carries its reductions out.</summary>
internal sealed class Inspection
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required int Year { get; init; }
    public required DateOnly PlannedFrom { get; init; }
    public required DateOnly PlannedTo { get; init; }
    public required string PlanDocument { get; init; }
    public required string Scope { get; init; }
    public string Team { get; init; } = "";
    public InspectionState State { get; set; }
    public DateOnly? HeldOn { get; set; }
    public string? LookedAt { get; set; }
    public string? Findings { get; set; }
    public string? ConclusionDocument { get; set; }
    public Guid? ConclusionFileId { get; set; }
    public string? FollowUp { get; set; }
    public DateOnly? FollowUpBy { get; set; }
    public DateOnly? FollowedUpOn { get; set; }
    public string? FollowUpResult { get; set; }
    public string? CancelledReason { get; set; }
    public required DateTime CreatedAt { get; init; }
    public Guid? CreatedBy { get; init; }
    public required string CreatedByName { get; init; }
    public int Version { get; set; } = 1;

    /// <summary>Something the unit was told to do is not done.</summary>
    public bool IsOpen => FollowUp is not null && FollowedUpOn is null;
}

/// <summary>The lists a scheme prints.</summary>
internal enum ListKind { Beneficiaries, Payments }

/// <summary>A column of a list as chosen and named for one scheme.</summary>
internal sealed class ListColumnRow
{
    public required Guid SchemeId { get; init; }
    public required ListKind List { get; init; }
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required int Place { get; init; }
}
