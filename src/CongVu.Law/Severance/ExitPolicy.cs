namespace CongVu.Law.Severance;

/// <summary>What a person who leaves is given: the policy applied for.</summary>
public enum ExitPolicy
{
    /// <summary>Nghỉ hưu trước tuổi.</summary>
    EarlyRetirement,

    /// <summary>Thôi việc ngay.</summary>
    Immediate,

    /// <summary>Chuyển sang làm việc tại tổ chức không sử dụng kinh phí thường xuyên từ ngân sách nhà nước.</summary>
    Transfer,

    /// <summary>Thôi việc sau khi đi học nghề.</summary>
    AfterTraining,

    /// <summary>Thôi việc theo nguyện vọng của công chức.</summary>
    Resignation,

    /// <summary>Người hoạt động không chuyên trách cấp xã nghỉ ngay.</summary>
    CommunePartTime,

    /// <summary>Người hoạt động không chuyên trách ở thôn, tổ dân phố nghỉ ngay.</summary>
    VillagePartTime,
}

/// <summary>Why a person leaves.</summary>
public enum ExitReason
{
    /// <summary>Tinh giản biên chế.</summary>
    Downsizing,

    /// <summary>Sắp xếp tổ chức bộ máy, đơn vị hành chính.</summary>
    Reorganisation,

    /// <summary>Theo nguyện vọng.</summary>
    OwnWish,

    /// <summary>Không hoàn thành nhiệm vụ, không đáp ứng yêu cầu của vị trí việc làm.</summary>
    PoorResults,
}

/// <summary>Codes and names of <see cref="ExitPolicy"/> and <see cref="ExitReason"/>.</summary>
public static class ExitWords
{
    /// <summary>The code in vectors and stored cases: <c>early-retirement</c>…</summary>
    public static string Code(this ExitPolicy policy) => policy switch
    {
        ExitPolicy.EarlyRetirement => "early-retirement",
        ExitPolicy.Immediate => "immediate",
        ExitPolicy.Transfer => "transfer",
        ExitPolicy.AfterTraining => "after-training",
        ExitPolicy.Resignation => "resignation",
        ExitPolicy.CommunePartTime => "commune-part-time",
        ExitPolicy.VillagePartTime => "village-part-time",
        _ => throw new ArgumentOutOfRangeException(nameof(policy)),
    };

    /// <summary>The Vietnamese name of the benefit.</summary>
    public static string Vietnamese(this ExitPolicy policy) => policy switch
    {
        ExitPolicy.EarlyRetirement => "Trợ cấp nghỉ hưu trước tuổi",
        ExitPolicy.Immediate => "Trợ cấp thôi việc ngay",
        ExitPolicy.Transfer => "Trợ cấp chuyển sang tổ chức không sử dụng kinh phí thường xuyên từ ngân sách nhà nước",
        ExitPolicy.AfterTraining => "Trợ cấp thôi việc sau khi đi học nghề",
        ExitPolicy.Resignation => "Trợ cấp thôi việc của công chức",
        ExitPolicy.CommunePartTime => "Trợ cấp của người hoạt động không chuyên trách cấp xã nghỉ ngay",
        ExitPolicy.VillagePartTime => "Trợ cấp của người hoạt động không chuyên trách ở thôn, tổ dân phố nghỉ ngay",
        _ => throw new ArgumentOutOfRangeException(nameof(policy)),
    };

    /// <summary>The code in vectors and stored cases: <c>reorganisation</c>…</summary>
    public static string Code(this ExitReason reason) => reason switch
    {
        ExitReason.Downsizing => "downsizing",
        ExitReason.Reorganisation => "reorganisation",
        ExitReason.OwnWish => "own-wish",
        ExitReason.PoorResults => "poor-results",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>The Vietnamese words in running text.</summary>
    public static string Vietnamese(this ExitReason reason) => reason switch
    {
        ExitReason.Downsizing => "tinh giản biên chế",
        ExitReason.Reorganisation => "sắp xếp tổ chức bộ máy",
        ExitReason.OwnWish => "theo nguyện vọng",
        ExitReason.PoorResults => "kết quả công tác không đạt yêu cầu",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
