namespace CongVu.Law;

/// <summary>How well a figure is known to be what the gazette says.</summary>
public enum VerificationStatus
{
    /// <summary>The text of the provision was read.</summary>
    TextRead,

    /// <summary>Seen in a commentary, an answer page or another program, not in the norm itself.</summary>
    Secondary,

    /// <summary>From general knowledge; carries a <see cref="Confidence"/>.</summary>
    Recalled,
}

/// <summary>How sure a recalled figure is.</summary>
public enum Confidence
{
    High,
    Medium,
    Low,
}

/// <summary>Status and, for a recalled figure only, confidence.</summary>
public readonly record struct Verification(VerificationStatus Status, Confidence? Confidence = null)
{
    /// <summary>The short tag screens show beside a value.</summary>
    public override string ToString() => (Status, Confidence) switch
    {
        (VerificationStatus.TextRead, _) => "đã đọc văn bản",
        (VerificationStatus.Secondary, _) => "theo nguồn thứ cấp",
        (_, CongVu.Law.Confidence.High) => "chưa đối chiếu văn bản, độ tin cậy cao",
        (_, CongVu.Law.Confidence.Medium) => "chưa đối chiếu văn bản, độ tin cậy trung bình",
        _ => "chưa đối chiếu văn bản, độ tin cậy thấp",
    };
}
