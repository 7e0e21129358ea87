namespace CongVu.Pay.Data;

/// <summary>What puts a raise off.</summary>
internal enum RaiseFactKind { Discipline, NotCompleted, NotCounted }

/// <summary>A fact that puts off a raise and that no record holds yet.</summary>
internal sealed class RaiseFact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required RaiseFactKind Kind { get; init; }
    public string? Form { get; init; }
    public required DateOnly Day { get; init; }
    public int Months { get; init; }
    public required string Document { get; init; }
    public Guid? FileId { get; init; }
    public required DateTime NotedAt { get; init; }
    public Guid? NotedBy { get; init; }
    public required string NotedByName { get; init; }
    public DateTime? WithdrawnAt { get; set; }
    public string? WithdrawnByName { get; set; }
    public string? WithdrawnReason { get; set; }
}

/// <summary>Where a round stands.</summary>
internal enum RoundState { Preparing, Published, Approved, Cancelled }

/// <summary>A round of early raises of one agency and year.</summary>
internal sealed class EarlyRound
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required int Year { get; init; }
    public RoundState State { get; set; }
    public int Headcount { get; set; }
    public DateOnly HeadcountOn { get; set; }
    public int Quota { get; set; }
    public int ExtraQuota { get; set; }
    public string? ExtraDocument { get; set; }
    public string UnitRule { get; set; } = "";
    public DateOnly? PublishedOn { get; set; }
    public DateOnly? ObjectionsUntil { get; set; }
    public DateOnly? ApprovedOn { get; set; }
    public string? ApprovalDocument { get; set; }
    public Guid? ApprovalFileId { get; set; }
    public int? Present { get; set; }
    public int? InFavour { get; set; }
    public required DateTime CreatedAt { get; init; }
    public required string CreatedByName { get; init; }
    public int Version { get; set; } = 1;

    /// <summary>How many may be raised.</summary>
    public int WholeQuota => Quota + ExtraQuota;

    /// <summary>What is left of the quota after this day cannot be used any more.</summary>
    public DateOnly UsableUntil => new(Year + 1, 3, 31);
}

/// <summary>What the round decided about somebody.</summary>
internal enum CandidateResult { Proposed, Chosen, NotChosen, Withdrawn }

/// <summary>Somebody looked at in a round.</summary>
internal sealed class EarlyCandidate
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid RoundId { get; init; }
    public required Guid PersonId { get; init; }
    public int? Months { get; set; }
    public int? UnitPriority { get; set; }
    public string? PriorityReason { get; set; }
    public string? StandingConfirmed { get; set; }
    public CandidateResult Result { get; set; }
    public string? ResultReason { get; set; }
    public Guid? DecisionId { get; set; }
    public required DateTime AddedAt { get; init; }
    public required string AddedByName { get; init; }
}

/// <summary>An achievement recognised in writing.</summary>
internal sealed class Achievement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required string Level { get; init; }
    public required string Title { get; init; }
    public required DateOnly RecognisedOn { get; init; }
    public required string Document { get; init; }
    public Guid? FileId { get; init; }
    public required DateTime EnteredAt { get; init; }
    public required string EnteredByName { get; init; }
    public DateTime? RemovedAt { get; set; }
    public string? RemovedByName { get; set; }
    public string? RemovedReason { get; set; }
}

/// <summary>A line of the history of a round.</summary>
internal sealed class EarlyStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid RoundId { get; init; }
    public required DateTime At { get; init; }
    public required string AccountName { get; init; }
    public required string What { get; init; }
}
