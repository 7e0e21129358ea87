namespace CongVu.Platform.Printing.Administrative;

/// <summary>How fast a document must travel (box 10b).</summary>
public enum Urgency
{
    /// <summary>No mark.</summary>
    None,

    /// <summary>KHẨN.</summary>
    Urgent,

    /// <summary>THƯỢNG KHẨN.</summary>
    VeryUrgent,

    /// <summary>HỎA TỐC.</summary>
    Immediate,
}

/// <summary>
/// An administrative document as Nghị định 30/2020/NĐ-CP lays it out. It holds words and dates only;
/// sizes, weights, rules and places belong to <see cref="AdministrativeDocx"/>.
/// Capitals, closing punctuation ("; … .", "./.") and numbering words are put in by the printer.
/// </summary>
public sealed record AdministrativeDocument
{
    /// <summary>The type, which decides the skeleton.</summary>
    public required DocumentType Type { get; init; }

    /// <summary>Cơ quan chủ quản trực tiếp (box 2); null where there is none.</summary>
    public string? ParentAgency { get; init; }

    /// <summary>Cơ quan ban hành (box 2), written as in a sentence ("Sở Nội vụ"): annexes quote it so.</summary>
    public required string Agency { get; init; }

    /// <summary>Number and notation (box 3).</summary>
    public required DocumentNumber Number { get; init; }

    /// <summary>Địa danh (box 4), for example "Đồng Nai".</summary>
    public required string Place { get; init; }

    /// <summary>Day of issue (box 4).</summary>
    public required IssueDate Date { get; init; }

    /// <summary>Trích yếu (box 5a, or 5b for a công văn, where "V/v" is put before it).</summary>
    public required string Subject { get; init; }

    /// <summary>
    /// Thẩm quyền ban hành above the bases, written as in a sentence ("Giám đốc Sở Nội vụ"): annexes quote it so.
    /// </summary>
    public string? Authority { get; init; }

    /// <summary>Căn cứ, one provision each, with the word "Căn cứ".</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>"Theo đề nghị của …"; it closes the bases.</summary>
    public string? Proposal { get; init; }

    /// <summary>"QUYẾT ĐỊNH:" or "QUYẾT NGHỊ:"; null lets the type decide.</summary>
    public string? EnactingWords { get; init; }

    /// <summary>Kính gửi (box 9a), in tờ trình, reports to above and công văn.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>The body (box 6).</summary>
    public required IReadOnlyList<BodyBlock> Body { get; init; }

    /// <summary>Nơi nhận (box 9b); the last is the one kept: "Lưu: VT, TCCB".</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Who signs (boxes 7a, 7b).</summary>
    public required Signature Signature { get; init; }

    /// <summary>Annexes in order.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>Not signed yet: the paper says DỰ THẢO on every page.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Độ khẩn (box 10b).</summary>
    public Urgency Urgency { get; init; }

    /// <summary>Ký hiệu người soạn thảo và số bản (box 12), for example "PL.(300)".</summary>
    public string? DrafterMark { get; init; }

    /// <summary>Địa chỉ, thư điện tử, điện thoại (box 13) at the foot of page 1.</summary>
    public string? ContactLine { get; init; }

    internal string? EffectiveEnactingWords => EnactingWords ?? Type.Abbreviation switch
    {
        "QĐ" => "QUYẾT ĐỊNH:",
        "NQ" => "QUYẾT NGHỊ:",
        _ => null,
    };
}
