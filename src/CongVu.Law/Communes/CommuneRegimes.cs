namespace CongVu.Law.Communes;

/// <summary>What the rules on communes and villages declare of themselves. A regime a signed decision has used stays as it is here; a change of the law gets a new one.</summary>
public static class CommuneRegimes
{
    private const string ByClass = "Số lượng theo loại đơn vị hành chính cấp xã.";
    private const string ByFund = "Khoán quỹ phụ cấp bằng số lần mức lương cơ sở.";
    private const string ByHouseholds = "Quỹ phụ cấp theo số hộ; trọng điểm an ninh, biên giới, hải đảo hưởng mức cao; phụ cấp nhân với mức lương cơ sở.";
    private static readonly string[] Numbers = ["communes.staffing", "communes.part-time-fund", "pay.base-salary"];
    private static readonly string[] Villages = ["communes.village-fund", "pay.base-salary"];

    /// <summary>Numbers of staff, Nghị định 92/2009/NĐ-CP.</summary>
    public static Regime Communes2009 { get; } = new("communes.92-2009", "Cán bộ, công chức và người hoạt động không chuyên trách cấp xã theo Nghị định 92/2009/NĐ-CP",
        "92/2009/NĐ-CP", LawDay.Parse("2010-01-01"), LawDay.Parse("2013-05-24"), [new("Điều 4, Điều 13", ByClass)], Numbers);

    /// <summary>Numbers and funds, Nghị định 29/2013/NĐ-CP.</summary>
    public static Regime Communes2013 { get; } = new("communes.29-2013", "Cán bộ, công chức và người hoạt động không chuyên trách cấp xã theo Nghị định 29/2013/NĐ-CP",
        "29/2013/NĐ-CP", LawDay.Parse("2013-05-25"), LawDay.Parse("2019-06-24"), [new("Điều 1", ByClass), new("Điều 1", ByFund)], Numbers);

    /// <summary>Numbers and funds, Nghị định 34/2019/NĐ-CP.</summary>
    public static Regime Communes2019 { get; } = new("communes.34-2019", "Cán bộ, công chức và người hoạt động không chuyên trách cấp xã theo Nghị định 34/2019/NĐ-CP",
        "34/2019/NĐ-CP", LawDay.Parse("2019-06-25"), LawDay.Parse("2023-07-31"), [new("Điều 2", ByClass), new("Điều 2", ByFund)], Numbers);

    /// <summary>Numbers, increments, funds and concurrent titles, Nghị định 33/2023/NĐ-CP, to the two-tier local government.</summary>
    public static Regime Communes2023 { get; } = new("communes.33-2023", "Cán bộ, công chức và người hoạt động không chuyên trách cấp xã theo Nghị định 33/2023/NĐ-CP",
        "33/2023/NĐ-CP", LawDay.Parse("2023-08-01"), LawDay.Parse("2025-06-30"),
        [
            new("Điều 6", ByClass + " Tăng thêm theo dân số, diện tích vượt chuẩn."),
            new("Điều 20", "Kiêm nhiệm mà giảm được một người: một phần mức lương bậc 1 và phụ cấp chức vụ; nhiều chức danh chỉ hưởng một mức cao nhất."),
            new("Điều 34 khoản 1", ByFund),
        ],
        [.. Numbers, "communes.staffing-increments", "communes.concurrent-share", "communes.concurrent-post-share", "communes.concurrent-step-one", "communes.part-time-concurrent-max"]);

    /// <summary>Funds of villages and residential groups, Nghị định 34/2019/NĐ-CP.</summary>
    public static Regime Villages2019 { get; } = new("villages.34-2019", "Quỹ phụ cấp ở thôn, tổ dân phố theo Nghị định 34/2019/NĐ-CP",
        "34/2019/NĐ-CP", LawDay.Parse("2019-06-25"), LawDay.Parse("2023-07-31"), [new("Điều 2", ByHouseholds)], Villages);

    /// <summary>Funds of villages and residential groups, Nghị định 33/2023/NĐ-CP; its figures are the last known under Nghị định 185/2026/NĐ-CP too.</summary>
    public static Regime Villages2023 { get; } = new("villages.33-2023", "Quỹ phụ cấp ở thôn, tổ dân phố theo Nghị định 33/2023/NĐ-CP",
        "33/2023/NĐ-CP", LawDay.Parse("2023-08-01"), null, [new("Điều 34 khoản 2", ByHouseholds)], Villages);

    /// <summary>Communes by the day.</summary>
    internal static RegimeSelector<DateOnly> Communes { get; } = new("Cấp xã", [Communes2009, Communes2013, Communes2019, Communes2023], day => day);

    /// <summary>Villages by the day.</summary>
    internal static RegimeSelector<DateOnly> OfVillages { get; } = new("Thôn, tổ dân phố", [Villages2019, Villages2023], day => day);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Regime> All => [Communes2009, Communes2013, Communes2019, Communes2023, Villages2019, Villages2023];
}
