namespace CongVu.Personnel.Contracts;

/// <summary>The kinds of facts in a record. One table each.</summary>
public enum FactKind
{
    /// <summary>Nhân thân.</summary>
    Identity,
    /// <summary>Liên lạc.</summary>
    Contact,
    /// <summary>Công tác.</summary>
    Employment,
    /// <summary>Thôi công tác: from the day on no longer employed.</summary>
    Departure,
    /// <summary>Chức vụ lãnh đạo; keyed by post and unit.</summary>
    LeadershipPost,
    /// <summary>Ngạch, bậc.</summary>
    RankAndStep,
    /// <summary>Phụ cấp; keyed by kind.</summary>
    Allowance,
    /// <summary>Trình độ; keyed by kind.</summary>
    Qualification,
    /// <summary>Đảng, đoàn thể, quân ngũ.</summary>
    PartyAndUnion,
    /// <summary>Bảo hiểm xã hội.</summary>
    SocialInsurance,
    /// <summary>Kết quả sát hạch, thi tuyển; keyed by examination.</summary>
    TestResult,
}
