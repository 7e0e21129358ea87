namespace CongVu.Law.Severance;

/// <summary>The calculation of one decree. A decree that has no provision for a policy refuses it.</summary>
internal abstract class ExitRules(Regime regime, Timeline<LawTable> figures, Timeline<LawTable> oddMonths)
{
    protected const string Insurance = "Hồ sơ: quá trình đóng bảo hiểm xã hội";
    protected const string Retirement = "Hồ sơ: ngày sinh và tuổi nghỉ hưu theo quy định";

    public Regime Regime { get; } = regime;

    /// <summary>The decree in running text.</summary>
    protected string Decree => $"Nghị định {Regime.Instrument}";

    /// <summary>The components, in the order of the decree.</summary>
    /// <param name="day">A day of the regime's own time.</param>
    /// <exception cref="CaseInputException">A fact the decree asks for is missing or impossible.</exception>
    /// <exception cref="OutsideCoverageException">The decree makes no provision for the case.</exception>
    public abstract BenefitSheet Reckon(ExitCase @case, DateOnly day);

    /// <summary>The decree's own conditions of the policy.</summary>
    public virtual IEnumerable<Condition> Conditions(ExitCase @case, DateOnly day) => [];

    public DecreeFigures FiguresOn(DateOnly day) => new(figures.At(day), day);

    protected OddMonths OddMonthsOn(DateOnly day) => new(oddMonths.At(day));

    protected OutsideCoverageException NoProvision(DateOnly day, string why) => FiguresOn(day).NoProvision(why);

    protected static CasePay CurrentPay(ExitCase @case) => new("tiền lương tháng hiện hưởng",
        Known(@case.CurrentPay, "tiền lương tháng hiện hưởng"), "Hồ sơ: tiền lương của tháng liền kề trước khi nghỉ");

    /// <summary>The average of the last five years. Where it is not known the current pay stands in for it, and the reader is told.</summary>
    protected static CasePay AveragePay(ExitCase @case) => @case.AveragePay is { } average
        ? new("tiền lương bình quân", NotNegative(average, "tiền lương bình quân"), "Hồ sơ: tiền lương 60 tháng cuối trước khi nghỉ")
        : new("tiền lương bình quân", Known(@case.CurrentPay, "tiền lương bình quân"), "Tạm lấy bằng tiền lương tháng hiện hưởng",
            "Chưa có tiền lương bình quân 60 tháng cuối: tạm tính bằng tiền lương tháng hiện hưởng, phải tính lại khi có đủ số liệu.");

    protected static int MonthsEarly(ExitCase @case) => @case.MonthsToRetirement is { } months
        ? NotNegative(months, "số tháng nghỉ sớm")
        : throw new CaseInputException("Thiếu số tháng nghỉ sớm so với tuổi nghỉ hưu.");

    protected static int NotNegative(int value, string what) => value >= 0 ? value : throw new CaseInputException($"Giá trị âm: {what}.");

    private static long Known(long? value, string what) => value is { } known ? NotNegative(known, what) : throw new CaseInputException($"Thiếu {what}.");

    private static long NotNegative(long value, string what) => value >= 0 ? value : throw new CaseInputException($"Giá trị âm: {what}.");
}
