namespace CongVu.Law.Severance;

/// <summary>What the calculations of benefits declare of themselves. A regime a signed decision has used stays as it is here; a change of the law gets a new one.</summary>
public static class SeveranceRegimes
{
    private const string Leave = "Thôi việc ngay: trợ cấp một lần và cho mỗi năm đóng; thôi việc sau học nghề: lương, học phí trong thời gian học, trợ cấp một lần và cho mỗi năm đóng.";
    private const string Transfer = "Chuyển sang tổ chức không dùng ngân sách thường xuyên: trợ cấp một lần và cho mỗi năm đóng.";
    private const string ByParts = "Cộng các khoản được liệt kê của tháng liền kề trước khi nghỉ; khoản không có trong danh sách thì không tính.";
    private static readonly string[] Downsizing = ["severance.odd-months", "severance.grounds", "severance.exclusions"];

    /// <summary>Downsizing, Nghị định 108/2014/NĐ-CP with 113/2018/NĐ-CP and 143/2020/NĐ-CP.</summary>
    public static Regime Decree108 { get; } = new(
        "severance.108-2014", "Tinh giản biên chế theo Nghị định 108/2014/NĐ-CP", "108/2014/NĐ-CP", LawDay.Parse("2015-01-10"), LawDay.Parse("2023-07-19"),
        [
            new("Điều 8", "Nghỉ hưu trước tuổi từ 2 đến 5 năm, đủ 20 năm đóng: không trừ tỷ lệ; trợ cấp theo năm nghỉ sớm, 20 năm đầu và mỗi năm đóng tiếp theo, theo lương bình quân."),
            new("Điều 9", Transfer), new("Điều 10", Leave),
        ],
        ["severance.decree-108", .. Downsizing]);

    /// <summary>Downsizing, Nghị định 29/2023/NĐ-CP.</summary>
    public static Regime Decree29 { get; } = new(
        "severance.29-2023", "Tinh giản biên chế theo Nghị định 29/2023/NĐ-CP", "29/2023/NĐ-CP", LawDay.Parse("2023-07-20"), LawDay.Parse("2025-06-15"),
        [
            new("Điều 5", "Nghỉ hưu trước tuổi theo lương bình quân 60 tháng; còn dưới 2 năm chỉ không trừ tỷ lệ; nữ cấp xã từ 15 năm đóng."),
            new("Điều 6", Transfer), new("Điều 7", Leave),
            new("Điều 9", "Trợ cấp thêm cho mỗi tháng nghỉ trước khi kết thúc lộ trình sắp xếp đơn vị hành chính."),
            new("Điều 10", "Tháng lẻ từ 1 đến 6 tính nửa năm, trên 6 tháng tính một năm."),
        ],
        ["severance.decree-29", .. Downsizing]);

    /// <summary>Downsizing, Nghị định 154/2025/NĐ-CP.</summary>
    public static Regime Decree154 { get; } = new(
        "severance.154-2025", "Tinh giản biên chế theo Nghị định 154/2025/NĐ-CP", "154/2025/NĐ-CP", LawDay.Parse("2025-06-16"), LawDay.Parse("2030-12-31"),
        [
            new("Điều 5", "Lương hiện hưởng của tháng liền kề; tháng lẻ từ 1 đến 6 tính nửa năm, trên 6 tháng tính một năm."),
            new("Điều 6", "Nghỉ hưu trước tuổi từ 2 đến 5 năm; đóng từ 15 đến dưới 20 năm hưởng một mức; còn dưới 2 năm chỉ không trừ tỷ lệ."),
            new("Điều 7", Transfer), new("Điều 8", Leave),
        ],
        ["severance.decree-154", .. Downsizing]);

    /// <summary>Part-time people of communes, Nghị định 154/2025/NĐ-CP Điều 9.</summary>
    public static Regime CommunePartTime { get; } = new(
        "severance.154-2025.commune-part-time", "Người hoạt động không chuyên trách cấp xã nghỉ ngay theo Nghị định 154/2025/NĐ-CP", "154/2025/NĐ-CP",
        LawDay.Parse("2025-06-16"), LawDay.Parse("2026-05-31"),
        [new("Điều 9", "Theo số tháng công tác (dưới 5 năm) hoặc số tháng còn lại, số năm công tác và một khoản cố định; đủ tuổi hoặc đang hưởng lương hưu: một khoản.")],
        ["severance.decree-154-commune-part-time", .. Downsizing]);

    /// <summary>Part-time people of villages and residential groups, Nghị định 154/2025/NĐ-CP Điều 10.</summary>
    public static Regime VillagePartTime { get; } = new(
        "severance.154-2025.village-part-time", "Người hoạt động không chuyên trách ở thôn, tổ dân phố nghỉ ngay theo Nghị định 154/2025/NĐ-CP", "154/2025/NĐ-CP",
        LawDay.Parse("2025-06-16"), LawDay.Parse("2030-12-31"),
        [new("Điều 10", "Tính như Điều 9.")],
        ["severance.decree-154-village-part-time", .. Downsizing]);

    /// <summary>Reorganisation, Nghị định 178/2024/NĐ-CP with 67/2025/NĐ-CP.</summary>
    public static Regime Decree178 { get; } = new(
        "severance.178-2024", "Nghỉ do sắp xếp tổ chức bộ máy theo Nghị định 178/2024/NĐ-CP", "178/2024/NĐ-CP", LawDay.Parse("2025-01-01"), null,
        [
            new("Điều 7", "Nghỉ hưu trước tuổi: theo tháng nghỉ sớm (nghỉ trong 12 tháng hoặc sau đó), năm nghỉ sớm và thời gian đóng; còn dưới 2 năm chỉ theo tháng."),
            new("Điều 9, Điều 10", "Thôi việc: theo tháng đóng (nhiều nhất 60), năm đóng; cán bộ, công chức thêm một khoản."),
            new("Điều 1, Nghị định 67/2025/NĐ-CP", "Đóng từ 15 đến dưới 20 năm: một khoản cho 15 năm đầu và cho mỗi năm tiếp theo."),
        ],
        ["severance.decree-178", "severance.decree-178-odd-months", "severance.decree-178-exclusions"]);

    /// <summary>Resignation of civil servants, Nghị định 170/2025/NĐ-CP before its change.</summary>
    public static Regime Resignation170 { get; } = new(
        "severance.resignation.170-2025", "Thôi việc của công chức theo Nghị định 170/2025/NĐ-CP", "170/2025/NĐ-CP", LawDay.Parse("2025-07-01"), LawDay.Parse("2026-07-31"),
        [
            new("Điều 58", "Trợ cấp một lần và cho mỗi năm công tác, theo nguyện vọng cũng như do kết quả công tác."),
            new("Điều 59 khoản 2", "Tháng lẻ dưới 3 không tính, từ 3 đến 6 tính nửa năm, trên 6 tính một năm."),
        ],
        ["severance.resignation", "severance.resignation-odd-months"]);

    /// <summary>Resignation of civil servants, Nghị định 170/2025/NĐ-CP as changed by 300/2026/NĐ-CP.</summary>
    public static Regime Resignation300 { get; } = new(
        "severance.resignation.300-2026", "Thôi việc của công chức theo Nghị định 170/2025/NĐ-CP, sửa đổi bởi Nghị định 300/2026/NĐ-CP", "300/2026/NĐ-CP",
        LawDay.Parse("2026-08-01"), null,
        [
            new("Điều 58 (sửa đổi)", "Chỉ thôi việc theo nguyện vọng, trợ cấp cho mỗi năm công tác."),
            new("Điều 59 khoản 2, Nghị định 170/2025/NĐ-CP", "Tháng lẻ dưới 3 không tính, từ 3 đến 6 tính nửa năm, trên 6 tính một năm."),
        ],
        ["severance.resignation", "severance.resignation-odd-months"]);

    /// <summary>Current pay in the decrees on downsizing, which name the same parts one after the other.</summary>
    public static Regime CurrentPayDownsizing { get; } = new(
        "severance.current-pay.108-2014", "Tiền lương tháng hiện hưởng khi tinh giản biên chế", "108/2014/NĐ-CP", LawDay.Parse("2015-01-10"), LawDay.Parse("2030-12-31"),
        [new("Quy định về tiền lương tháng hiện hưởng", ByParts)], ["severance.current-pay-parts"]);

    /// <summary>Current pay in the decree on reorganisation.</summary>
    public static Regime CurrentPayReorganisation { get; } = new(
        "severance.current-pay.178-2024", "Tiền lương tháng hiện hưởng khi nghỉ do sắp xếp tổ chức bộ máy", "178/2024/NĐ-CP", LawDay.Parse("2025-01-17"), null,
        [new("Quy định về tiền lương tháng hiện hưởng, Thông tư 01/2025/TT-BNV", ByParts)], ["severance.decree-178-pay-parts"]);

    /// <summary>Current pay of a civil servant who resigns.</summary>
    public static Regime CurrentPayResignation { get; } = new(
        "severance.current-pay.170-2025", "Tiền lương tháng hiện hưởng khi thôi việc", "170/2025/NĐ-CP", LawDay.Parse("2025-07-01"), null,
        [new("Điều 59", ByParts)], ["severance.resignation-pay-parts"]);

    /// <summary>What the current pay is made of, by the reason of leaving.</summary>
    internal static Regime CurrentPay(ExitReason reason) => reason switch
    {
        ExitReason.Reorganisation => CurrentPayReorganisation,
        ExitReason.Downsizing => CurrentPayDownsizing,
        _ => CurrentPayResignation,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Regime> All => [Decree108, Decree29, Decree154, CommunePartTime, VillagePartTime, Decree178, Resignation170, Resignation300, CurrentPayDownsizing, CurrentPayReorganisation, CurrentPayResignation];
}
