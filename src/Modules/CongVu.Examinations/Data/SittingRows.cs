namespace CongVu.Examinations.Data;

internal enum BlueprintState { Draft, Approved, Retired }

internal sealed class BlueprintRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required string Subject { get; init; }
    /// <summary>Draws practice papers from the practice bank, never papers of an examination. Cannot be changed.</summary>
    public bool IsPractice { get; init; }
    /// <summary>JSON of the cells (Papers.BlueprintCell).</summary>
    public required string Cells { get; set; }
    public bool ShuffleQuestions { get; set; } = true;
    public bool ShuffleOptions { get; set; } = true;
    public BlueprintState State { get; set; }
    public Guid AuthorId { get; init; }
    public Guid? ApproverId { get; set; }
    public DateTime CreatedAt { get; init; }
    public int Version { get; set; } = 1;
}

internal enum ExamState { Draft, Announced, Held, Marked, Published, Archived }

internal sealed class Exam
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required string Kind { get; set; }
    public DateOnly HeldOn { get; set; }
    public string OrderedBy { get; set; } = "";
    public ExamState State { get; set; }
    /// <summary>Deals the candidate numbers; made when the list is closed, and published.</summary>
    public string? NumbersSeed { get; set; }
    public DateTime? ListClosedAt { get; set; }
    public DateTime CreatedAt { get; init; }
    public Guid CreatedBy { get; init; }
    public int Version { get; set; } = 1;
}

internal enum CouncilRole { Chair, Deputy, Secretary, Member, Invigilator, Technician, Marker, Supervisor }

internal sealed class ExamMember
{
    public Guid ExamId { get; init; }
    public Guid AccountId { get; init; }
    public CouncilRole Role { get; init; }
}

internal sealed class Candidate
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ExamId { get; init; }
    public Guid? PersonId { get; set; }
    public string? Number { get; set; }
    public required string FullName { get; set; }
    public DateOnly Birth { get; set; }
    public required string PersonalId { get; set; }
    public string UnitName { get; set; } = "";
    public string Position { get; set; } = "";
    public int PriorityHundredths { get; set; }
    public string PriorityReason { get; set; } = "";
    public Guid? PhotoId { get; set; }
    public int ExtraPercent { get; set; }
    /// <summary>JSON: {"contrast": bool, "scale": percent, "reader": bool}.</summary>
    public string Profile { get; set; } = "{}";
    /// <summary>Where all that the law compares is equal: the head's order, smaller first.</summary>
    public int? TieOrder { get; set; }
    public string? TieReason { get; set; }
    public int Version { get; set; } = 1;
}

internal enum SittingState { Draft, Sealed, Released, Running, Closed, Scored }

internal sealed class Sitting
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ExamId { get; init; }
    public required string Name { get; set; }
    public Guid BlueprintId { get; set; }
    public DateTime StartsAt { get; set; }
    public int Minutes { get; set; }
    /// <summary>Code of the round in the law of the day; empty where the council's plan decides.</summary>
    public string Round { get; set; } = "";
    /// <summary>Deals the seats; published.</summary>
    public string? SeatsSeed { get; set; }
    public SittingState State { get; set; }
    public string? Commitment { get; set; }
    public string? PublicRule { get; set; }
    public string? PublicValue { get; set; }
    public byte[]? Secret { get; set; }
    public byte[]? Bank { get; set; }
    public DateTime? SealedAt { get; set; }
    public Guid? SealedBy { get; set; }
    public Guid? ReleasedBy { get; set; }
    public Guid? SecondReleaseBy { get; set; }
    /// <summary>When the marks were announced; the time for appeals runs from that day.</summary>
    public DateTime? AnnouncedAt { get; set; }
    public Guid? AnnouncedBy { get; set; }
    /// <summary>When papers and answers were destroyed; bank and secret are gone then.</summary>
    public DateTime? DestroyedAt { get; set; }
    public int Version { get; set; } = 1;
}

internal enum RoomState { Waiting, Running, Paused, Closed }

internal sealed class Room
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SittingId { get; init; }
    public required string Name { get; set; }
    public int Seats { get; set; }
    public string[] Networks { get; set; } = [];
    public string? BrowserKey { get; set; }
    public RoomState State { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? PausedAt { get; set; }
    public int AddedSeconds { get; set; }
    public DateTime? ClosedAt { get; set; }
    public int Version { get; set; } = 1;
}

internal enum SeatState { Waiting, Present, Working, Sealed, Absent, Suspended }

internal enum SeatPenalty { None, Reprimand, Warning, Suspension, Cancelled }

internal sealed class Seat
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SittingId { get; init; }
    public Guid CandidateId { get; init; }
    public Guid RoomId { get; set; }
    public int Number { get; set; }
    public string? CodeHash { get; set; }
    public SeatState State { get; set; }
    public DateTime? IdentityCheckedAt { get; set; }
    public Guid? IdentityCheckedBy { get; set; }
    public DateTime? StartedAt { get; set; }
    public int AddedSeconds { get; set; }
    public SeatPenalty Penalty { get; set; }
    public DateTime? SealedAt { get; set; }
    public string? Receipt { get; set; }
    public int? ScoreHundredths { get; set; }
    public int? MaxHundredths { get; set; }
    public int Version { get; set; } = 1;
}

internal sealed class SittingEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SittingId { get; init; }
    public Guid? RoomId { get; init; }
    public Guid? SeatId { get; init; }
    public DateTime At { get; init; }
    public Guid? AccountId { get; init; }
    /// <summary>A name of Sittings.EventKinds.</summary>
    public required string Kind { get; init; }
    public int? Seconds { get; init; }
    public string? Reason { get; init; }
    public string? Detail { get; init; }
}

internal sealed class SeatDevice
{
    public Guid SeatId { get; init; }
    public int Epoch { get; init; }
    public required string TokenHash { get; init; }
    public required string Address { get; init; }
    public required string Agent { get; init; }
    public DateTime OpenedAt { get; init; }
    public Guid? OpenedBy { get; init; }
    public DateTime LastSeenAt { get; set; }
}

internal enum EntrySource { Live, Carried }

internal sealed class SeatEntry
{
    public Guid SeatId { get; init; }
    public int Epoch { get; init; }
    public int Sequence { get; init; }
    public DateTime ReceivedAt { get; init; }
    public long ClockMs { get; init; }
    public required string Kind { get; init; }
    /// <summary>1-based place in the candidate's paper.</summary>
    public int? Question { get; init; }
    public string? Body { get; init; }
    public EntrySource Source { get; init; }
    public bool Counts { get; init; } = true;
}
