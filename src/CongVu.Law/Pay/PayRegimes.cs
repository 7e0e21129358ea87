namespace CongVu.Law.Pay;

/// <summary>What the pay calculations declare of themselves. A regime a signed decision has used stays as it is here; a change of the law gets a new one.</summary>
public static class PayRegimes
{
    private static readonly string[] Tables =
        ["pay.salary-table-senior-experts", "pay.salary-table-civil-servants", "pay.salary-table-public-employees", "pay.salary-table-support-staff"];

    private static readonly string[] StepRaiseKeys = [.. Tables, "pay.months-per-step", "pay.step-raise-extension-discipline", "pay.step-raise-extension-not-completed"];

    /// <summary>Regular step raise, Thông tư 03/2005/TT-BNV.</summary>
    public static Regime StepRaise2005 { get; } = new(
        "step-raise.03-2005", "Nâng bậc lương thường xuyên theo Thông tư 03/2005/TT-BNV", "03/2005/TT-BNV", LawDay.Parse("2005-02-01"), LawDay.Parse("2013-09-14"),
        [
            new("Mục I", "Đủ thời gian giữ bậc thì được xét nâng một bậc; thời gian không được tính thì phải giữ thêm bấy nhiêu."),
            new("Mục I", "Bị kỷ luật hoặc không hoàn thành nhiệm vụ trong thời gian giữ bậc thì kéo dài; nhiều lý do thì cộng lại."),
        ],
        StepRaiseKeys);

    /// <summary>Regular step raise, Thông tư 08/2013/TT-BNV.</summary>
    public static Regime StepRaise2013 { get; } = new(
        "step-raise.08-2013", "Nâng bậc lương thường xuyên theo Thông tư 08/2013/TT-BNV", "08/2013/TT-BNV", LawDay.Parse("2013-09-15"), LawDay.Parse("2021-08-14"),
        [
            new("Điều 2 khoản 1", "Đủ thời gian giữ bậc thì được xét nâng một bậc; thời gian không được tính thì phải giữ thêm bấy nhiêu."),
            new("Điều 2 khoản 3", "Bị kỷ luật hoặc không hoàn thành nhiệm vụ trong thời gian giữ bậc thì kéo dài; nhiều lý do thì cộng lại."),
        ],
        StepRaiseKeys);

    /// <summary>Regular step raise, Thông tư 08/2013/TT-BNV as amended by Thông tư 03/2021/TT-BNV.</summary>
    public static Regime StepRaise2021 { get; } = new(
        "step-raise.03-2021", "Nâng bậc lương thường xuyên theo Thông tư 08/2013/TT-BNV, sửa đổi bởi Thông tư 03/2021/TT-BNV", "03/2021/TT-BNV", LawDay.Parse("2021-08-15"), null,
        [
            new("Điều 1 khoản 2", "Đủ thời gian giữ bậc thì được xét nâng một bậc; thời gian không được tính thì phải giữ thêm bấy nhiêu."),
            new("Điều 2 khoản 3, Thông tư 08/2013/TT-BNV", "Bị kỷ luật hoặc không hoàn thành nhiệm vụ trong thời gian giữ bậc thì kéo dài; nhiều lý do thì cộng lại."),
        ],
        StepRaiseKeys);

    /// <summary>Over-scale seniority allowance, Nghị định 204/2004/NĐ-CP.</summary>
    public static Regime OverScale2004 { get; } = new(
        "over-scale.204-2004", "Phụ cấp thâm niên vượt khung theo Nghị định 204/2004/NĐ-CP", "204/2004/NĐ-CP", LawDay.Parse("2005-02-01"), null,
        [
            new("Điều 6 khoản 1", "Đủ thời gian ở bậc cuối thì hưởng mức đầu; mỗi năm đủ tiếp theo thêm một mức."),
            new("Điều 6 khoản 1", "Kéo dài như nâng bậc lương thường xuyên."),
        ],
        [.. StepRaiseKeys, "pay.over-scale-months", "pay.over-scale-first", "pay.over-scale-yearly", "pay.base-salary"]);

    /// <summary>Monthly pay, Nghị định 204/2004/NĐ-CP with Nghị định 34/2012/NĐ-CP.</summary>
    public static Regime Monthly2012 { get; } = new(
        "monthly-pay.204-2004", "Tiền lương tháng theo Nghị định 204/2004/NĐ-CP và Nghị định 34/2012/NĐ-CP", "204/2004/NĐ-CP", LawDay.Parse("2012-05-01"), null,
        [
            new("Điều 3, Nghị định 204/2004/NĐ-CP", "Hệ số bậc lương × mức lương cơ sở; phụ cấp chức vụ lãnh đạo cũng vậy."),
            new("Điều 6 khoản 1, Nghị định 204/2004/NĐ-CP", "Phụ cấp thâm niên vượt khung tính trên mức lương của bậc cuối."),
            new("Điều 3, Nghị định 34/2012/NĐ-CP", "Phụ cấp công vụ là tỷ lệ của lương, phụ cấp chức vụ lãnh đạo và phụ cấp thâm niên vượt khung cộng lại."),
        ],
        [.. Tables, "pay.base-salary", "pay.civil-service-allowance"]);

    private static readonly string[] EarlyRaiseKeys = [.. StepRaiseKeys, "pay.early-raise-months", "pay.early-raise-achievement-years", "pay.early-raise-quota"];

    /// <summary>Step raise before its time, Thông tư 08/2013/TT-BNV.</summary>
    public static Regime EarlyRaise2013 { get; } = new(
        "early-raise.08-2013", "Nâng bậc lương trước thời hạn theo Thông tư 08/2013/TT-BNV", "08/2013/TT-BNV", LawDay.Parse("2013-09-15"), LawDay.Parse("2021-08-14"),
        [
            new("Điều 3", "Nâng trước nhiều nhất số tháng quy định so với ngày đủ thời gian nâng bậc thường xuyên; thành tích chỉ tính trong những năm gần nhất."),
            new("Điều 3", "Mỗi năm một tỷ lệ người trong danh sách trả lương, chỉ lấy phần nguyên; phần dư do cấp trên tổng hợp."),
        ],
        EarlyRaiseKeys);

    /// <summary>Step raise before its time, Thông tư 08/2013/TT-BNV as amended by Thông tư 03/2021/TT-BNV.</summary>
    public static Regime EarlyRaise2021 { get; } = new(
        "early-raise.03-2021", "Nâng bậc lương trước thời hạn theo Thông tư 08/2013/TT-BNV, sửa đổi bởi Thông tư 03/2021/TT-BNV", "03/2021/TT-BNV", LawDay.Parse("2021-08-15"), null,
        [
            new("Điều 3, Thông tư 08/2013/TT-BNV", "Nâng trước nhiều nhất số tháng quy định so với ngày đủ thời gian nâng bậc thường xuyên; thành tích chỉ tính trong những năm gần nhất."),
            new("Điều 1", "Mỗi năm một tỷ lệ người trong danh sách trả lương, chỉ lấy phần nguyên; phần dư do cấp trên tổng hợp."),
        ],
        EarlyRaiseKeys);

    /// <summary>Allowances beside rank, post and office, Nghị định 204/2004/NĐ-CP; the base salary is known since 01/05/2012.</summary>
    public static Regime Others2004 { get; } = new(
        "other-allowances.204-2004", "Các phụ cấp khác theo Nghị định 204/2004/NĐ-CP", "204/2004/NĐ-CP", LawDay.Parse("2012-05-01"), null,
        [
            new("Điều 6", "Phụ cấp ghi bằng hệ số: hệ số × mức lương cơ sở."),
            new("Điều 6", "Phụ cấp ghi bằng tỷ lệ: tỷ lệ của mức lương, phụ cấp chức vụ lãnh đạo và phụ cấp thâm niên vượt khung cộng lại."),
            new("Quyết định hưởng phụ cấp", "Phụ cấp ghi bằng số tiền: đúng số tiền đã quyết định."),
        ],
        ["pay.base-salary"]);

    /// <summary>The regular step raise by its day.</summary>
    internal static RegimeSelector<DateOnly> StepRaise { get; } = new("Nâng bậc lương thường xuyên", [StepRaise2005, StepRaise2013, StepRaise2021], day => day);

    /// <summary>The step raise before its time by its day.</summary>
    internal static RegimeSelector<DateOnly> EarlyRaise { get; } = new("Nâng bậc lương trước thời hạn", [EarlyRaise2013, EarlyRaise2021], day => day);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Regime> All => [StepRaise2005, StepRaise2013, StepRaise2021, OverScale2004, Monthly2012, EarlyRaise2013, EarlyRaise2021, Others2004, RankChange.Regime];
}
