namespace CongVu.Examinations.Data;

internal sealed class SittingItem
{
    public Guid SittingId { get; init; }
    public Guid ItemId { get; init; }
    public int ItemVersion { get; init; }
}

internal sealed class ItemStatistic
{
    public Guid SittingId { get; init; }
    public Guid ItemId { get; init; }
    public int Answered { get; init; }
    public int FacilityPermille { get; init; }
    public int? DiscriminationPermille { get; init; }
    public int? PointBiserialPermille { get; init; }
    public int ExpectedPermille { get; init; }
    /// <summary>JSON: how many chose which option.</summary>
    public string Options { get; init; } = "{}";
    public DateTime At { get; init; }
}

internal sealed class FaultyQuestion
{
    public Guid SittingId { get; init; }
    public Guid ItemId { get; init; }
    public required string Reason { get; init; }
    public Guid ProposedBy { get; init; }
    public DateTime ProposedAt { get; init; }
    public Guid? ApprovedBy { get; set; }
    public DateTime? ApprovedAt { get; set; }
}

internal sealed class Essay
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SittingId { get; init; }
    public Guid SeatId { get; init; }
    public int Place { get; init; }
    public required string Code { get; init; }
    public int MaxHundredths { get; init; }
    public int? FinalHundredths { get; set; }
    /// <summary>How the final mark came about, in words.</summary>
    public string? Settled { get; set; }
    /// <summary>The mark when the candidate asked for marking again.</summary>
    public int? AppealedFrom { get; set; }
    public string? AppealReason { get; set; }
    public DateTime? AppealedAt { get; set; }
    public Guid? AppealTakenBy { get; set; }
    public int Version { get; set; } = 1;
}

internal enum MarkStep { First, Second, Third, Agreed, AppealFirst, AppealSecond, AppealThird, AppealAgreed }

internal sealed class EssayMark
{
    public Guid EssayId { get; init; }
    public MarkStep Step { get; init; }
    public Guid MarkerId { get; init; }
    public int Hundredths { get; init; }
    public string Note { get; init; } = "";
    public DateTime At { get; init; }
}
