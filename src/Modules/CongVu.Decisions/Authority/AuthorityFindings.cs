namespace CongVu.Decisions.Authority;

/// <summary>Where a finding stands.</summary>
internal enum FindingState { Open, Handled, Withdrawn }

/// <summary>How an officer dealt with a finding.</summary>
internal enum HandlingKind { Confirmed, Corrected, Annulled, FalseFinding, Reopened }

/// <summary>A decision whose signer was not competent by the authority rules of the day of signing. At most one per decision counts.</summary>
internal sealed class WrongAuthority
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DecisionId { get; init; }
    public required DateTime FoundAt { get; init; }
    public required string Signer { get; init; }
    public required Guid CompetentUnitId { get; init; }
    public required string Competent { get; init; }
    public required Guid RuleId { get; init; }
    public required string RuleSource { get; init; }
    public required string Subjects { get; init; }
    public FindingState State { get; set; }
    public DateTime? WithdrawnAt { get; set; }
    public string? WithdrawnWhy { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>True when the other says the same: a handling of this one then still stands.</summary>
    public bool Says(WrongAuthority other) => (Signer, CompetentUnitId, Competent, RuleSource) == (other.Signer, other.CompetentUnitId, other.Competent, other.RuleSource);
}

/// <summary>One act on a finding. Acts are added, never changed.</summary>
internal sealed class AuthorityHandling
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FindingId { get; init; }
    public required HandlingKind Kind { get; init; }
    public string? Document { get; init; }
    public Guid? ByDecisionId { get; init; }
    public required string Reason { get; init; }
    public required Guid ProcessId { get; init; }
    public Guid? AccountId { get; init; }
    public required string AccountName { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>Vietnamese words for findings.</summary>
internal static class FindingWords
{
    public static string Name(this FindingState state) => state switch
    {
        FindingState.Open => "Chưa xử lý",
        FindingState.Handled => "Đã xử lý",
        FindingState.Withdrawn => "Không còn sai",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The look of a state, see <c>BadgeStates</c>.</summary>
    public static string Badge(this FindingState state) => state switch { FindingState.Open => "bad", FindingState.Handled => "good", _ => "quiet" };

    public static string Name(this HandlingKind kind) => kind switch
    {
        HandlingKind.Confirmed => "Xác nhận có giá trị",
        HandlingKind.Corrected => "Đã đính chính",
        HandlingKind.Annulled => "Đã thu hồi, hủy bỏ",
        HandlingKind.FalseFinding => "Phát hiện không đúng",
        HandlingKind.Reopened => "Mở lại để xử lý",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
