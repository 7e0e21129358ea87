namespace CongVu.Decisions.Contracts;

/// <summary>Where a decision stands. Only the moves of <c>Transitions</c> exist.</summary>
public enum DecisionState
{
    /// <summary>Đang soạn.</summary>
    Draft,
    /// <summary>Đã trình, chờ thẩm định.</summary>
    Submitted,
    /// <summary>Đã thẩm định, chờ ký.</summary>
    Verified,
    /// <summary>Đã ký, có số; chưa đến ngày có hiệu lực.</summary>
    Signed,
    /// <summary>Đã có hiệu lực, hồ sơ đã thay đổi.</summary>
    Effective,
    /// <summary>Đã được đính chính bằng một quyết định khác.</summary>
    Corrected,
    /// <summary>Đã bị thu hồi, hủy bỏ bằng một quyết định khác.</summary>
    Annulled,
    /// <summary>Bản soạn đã bỏ.</summary>
    Discarded,
}

/// <summary>Vietnamese words for the states.</summary>
public static class DecisionStates
{
    /// <summary>Name shown in lists.</summary>
    public static string Name(this DecisionState state) => state switch
    {
        DecisionState.Draft => "Đang soạn",
        DecisionState.Submitted => "Chờ thẩm định",
        DecisionState.Verified => "Chờ ký",
        DecisionState.Signed => "Đã ký, chờ hiệu lực",
        DecisionState.Effective => "Có hiệu lực",
        DecisionState.Corrected => "Đã đính chính",
        DecisionState.Annulled => "Đã thu hồi",
        DecisionState.Discarded => "Đã bỏ",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>True once it bears a number: from then on nothing of it can be edited.</summary>
    public static bool IsSigned(this DecisionState state) => state is DecisionState.Signed or DecisionState.Effective or DecisionState.Corrected or DecisionState.Annulled;
}
