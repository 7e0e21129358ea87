namespace CongVu.Platform.Printing.Administrative;

/// <summary>
/// A type of administrative document of Nghị định 30/2020/NĐ-CP (annex III, part I).
/// </summary>
/// <param name="Title">Its name in capitals, as printed; empty for a công văn.</param>
/// <param name="Abbreviation">Its abbreviation in the notation; empty for a công văn.</param>
public sealed record DocumentType(string Title, string Abbreviation)
{
    /// <summary>Nghị quyết.</summary>
    public static readonly DocumentType Resolution = new("NGHỊ QUYẾT", "NQ");

    /// <summary>Quyết định.</summary>
    public static readonly DocumentType Decision = new("QUYẾT ĐỊNH", "QĐ");

    /// <summary>Thông báo.</summary>
    public static readonly DocumentType Notice = new("THÔNG BÁO", "TB");

    /// <summary>Kế hoạch.</summary>
    public static readonly DocumentType Plan = new("KẾ HOẠCH", "KH");

    /// <summary>Báo cáo.</summary>
    public static readonly DocumentType Report = new("BÁO CÁO", "BC");

    /// <summary>Tờ trình.</summary>
    public static readonly DocumentType Submission = new("TỜ TRÌNH", "TTr");

    /// <summary>Công văn: it has neither a name nor an abbreviation.</summary>
    public static readonly DocumentType OfficialLetter = new("", "");

    /// <summary>All types that have a name, in the order of the decree.</summary>
    public static readonly IReadOnlyList<DocumentType> Named =
    [
        Resolution, Decision,
        new("CHỈ THỊ", "CT"), new("QUY CHẾ", "QC"), new("QUY ĐỊNH", "QyĐ"), new("THÔNG CÁO", "TC"), Notice,
        new("HƯỚNG DẪN", "HD"), new("CHƯƠNG TRÌNH", "CTr"), Plan, new("PHƯƠNG ÁN", "PA"), new("ĐỀ ÁN", "ĐA"),
        new("DỰ ÁN", "DA"), Report, new("BIÊN BẢN", "BB"), Submission, new("HỢP ĐỒNG", "HĐ"), new("CÔNG ĐIỆN", "CĐ"),
        new("BẢN GHI NHỚ", "BGN"), new("BẢN THỎA THUẬN", "BTT"), new("GIẤY ỦY QUYỀN", "GUQ"), new("GIẤY MỜI", "GM"),
        new("GIẤY GIỚI THIỆU", "GGT"), new("GIẤY NGHỈ PHÉP", "GNP"), new("PHIẾU GỬI", "PG"), new("PHIẾU CHUYỂN", "PC"),
        new("PHIẾU BÁO", "PB"),
    ];

    /// <summary>True for a công văn, whose subject stands under the number and not under a name.</summary>
    public bool IsLetter => Title.Length == 0;
}
