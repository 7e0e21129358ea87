namespace CongVu.Law.Retirement;

/// <summary>What the retirement calculations declare of themselves.</summary>
public static class RetirementRegimes
{
    private static readonly Provision[] Same =
    [
        new("Tuổi nghỉ hưu", "Đủ tuổi theo giới và tháng sinh; hồ sơ thiếu tháng sinh thì tính từ ngày 01/01 của năm sinh, thiếu ngày sinh thì tính theo tháng."),
        new("Thời điểm hưởng lương hưu", "Ngày đầu tiên của tháng liền kề sau tháng đủ tuổi."),
    ];

    /// <summary>Luật Bảo hiểm xã hội 2006.</summary>
    public static Regime Age2007 { get; } = new(
        "retirement-age.71-2006", "Tuổi nghỉ hưu theo Luật Bảo hiểm xã hội 2006", "71/2006/QH11", LawDay.Parse("2007-01-01"), LawDay.Parse("2015-12-31"), Same, ["retirement.age"]);

    /// <summary>Luật Bảo hiểm xã hội 2014.</summary>
    public static Regime Age2016 { get; } = new(
        "retirement-age.58-2014", "Tuổi nghỉ hưu theo Luật Bảo hiểm xã hội 2014", "58/2014/QH13", LawDay.Parse("2016-01-01"), LawDay.Parse("2020-12-31"), Same, ["retirement.age"]);

    /// <summary>Nghị định 135/2020/NĐ-CP.</summary>
    public static Regime Age2021 { get; } = new(
        "retirement-age.135-2020", "Tuổi nghỉ hưu theo Nghị định 135/2020/NĐ-CP", "135/2020/NĐ-CP", LawDay.Parse("2021-01-01"), null, Same, ["retirement.age"]);

    /// <summary>The retirement age by the day whose law decides.</summary>
    internal static RegimeSelector<DateOnly> Age { get; } = new("Tuổi nghỉ hưu", [Age2007, Age2016, Age2021], day => day);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Regime> All => [Age2007, Age2016, Age2021];
}
