namespace CongVu.Law.Severance;

/// <summary>
/// What the decrees on downsizing of 2014, 2023 and 2025 share: months of pay at once and for each insured year for those who move, leave at once, or leave
/// after training. They differ in the pay of the yearly part, in early retirement and in their conditions.
/// </summary>
internal abstract class DownsizingDecree(Regime regime, Timeline<LawTable> figures, Timeline<LawTable> oddMonths) : ExitRules(regime, figures, oddMonths)
{
    public override BenefitSheet Reckon(ExitCase @case, DateOnly day) => @case.Policy switch
    {
        ExitPolicy.EarlyRetirement => EarlyRetirement(@case, day),
        ExitPolicy.Immediate => FlatAndYearly("leave", @case, day),
        ExitPolicy.Transfer => FlatAndYearly("transfer", @case, day),
        ExitPolicy.AfterTraining => AfterTraining(@case, day),
        _ => throw NoProvision(day, $"{Decree} không quy định {@case.Policy.Vietnamese().ToLowerInvariant()}"),
    };

    public override IEnumerable<Condition> Conditions(ExitCase @case, DateOnly day) => @case.Policy switch
    {
        ExitPolicy.EarlyRetirement => DownsizingConditions.EarlyRetirement(@case, FiguresOn(day)),
        ExitPolicy.Immediate => DownsizingConditions.Immediate(@case, FiguresOn(day)),
        ExitPolicy.Transfer => DownsizingConditions.Transfer(@case, FiguresOn(day)),
        ExitPolicy.AfterTraining => DownsizingConditions.AfterTraining(@case, FiguresOn(day)),
        _ => [],
    };

    /// <summary>The pay of parts reckoned by year.</summary>
    protected abstract CasePay YearlyPay(ExitCase @case);

    protected abstract BenefitSheet EarlyRetirement(ExitCase @case, DateOnly day);

    /// <summary>Early and insured years counted, the distance to the retirement age judged. Below its lower end there is a pension without reduction and nothing else.</summary>
    protected (BenefitSheet Sheet, YearCount Early, YearCount Insured, bool Paid) StartEarlyRetirement(ExitCase @case, DateOnly day)
    {
        var (figures, odd) = (FiguresOn(day), OddMonthsOn(day));
        var gap = MonthsEarly(@case);
        if (gap > figures["early-gap-max"].Months)
        {
            throw figures.NoProvision($"nghỉ sớm {gap} tháng, {Decree} chỉ cho nghỉ hưu trước tuổi nhiều nhất {figures["early-gap-max"].Months} tháng");
        }
        var early = odd.Count("Số năm nghỉ hưu trước tuổi", gap, Retirement);
        var insured = odd.Count("Số năm đóng bảo hiểm xã hội", @case.ServiceMonths, Insurance);
        var sheet = new BenefitSheet(figures) { EarlyYears = early.Years, ServiceYears = insured.Years };
        sheet.Note("Hưởng lương hưu không bị trừ tỷ lệ do nghỉ hưu trước tuổi.");
        var paid = gap >= figures["early-gap-min"].Months;
        if (!paid)
        {
            sheet.Note($"Còn dưới {LawDay.FormatMonths(figures["early-gap-min"].Months)} đến tuổi nghỉ hưu: không có trợ cấp một lần.");
        }
        return (sheet, early, insured, paid);
    }

    /// <summary>Months of pay for each early year, for the first insured years together, and for each further year.</summary>
    protected static void PayEarlyRetirement(BenefitSheet sheet, CasePay pay, YearCount early, YearCount insured)
    {
        sheet.PerYear("early-per-year", pay, early);
        sheet.Flat("base-flat", pay);
        sheet.PerFurtherYear("further-year", "base-period", pay, insured);
    }

    private BenefitSheet FlatAndYearly(string policy, ExitCase @case, DateOnly day)
    {
        var insured = OddMonthsOn(day).Count("Số năm đóng bảo hiểm xã hội", @case.ServiceMonths, Insurance);
        var sheet = new BenefitSheet(FiguresOn(day)) { ServiceYears = insured.Years };
        sheet.Flat(policy + "-flat", CurrentPay(@case));
        sheet.PerYear(policy + "-per-year", YearlyPay(@case), insured);
        return sheet;
    }

    private BenefitSheet AfterTraining(ExitCase @case, DateOnly day)
    {
        var figures = FiguresOn(day);
        var insured = OddMonthsOn(day).Count("Số năm đóng bảo hiểm xã hội", @case.ServiceMonths, Insurance);
        var sheet = new BenefitSheet(figures) { ServiceYears = insured.Years };
        sheet.PerMonth("training-study-pay", CurrentPay(@case), "Thời gian đi học nghề", NotNegative(@case.TrainingMonths, "thời gian học nghề"),
            figures["training-study-max"], "Quyết định cử đi học nghề");
        sheet.UpTo("training-fee-max", CurrentPay(@case), "Trợ cấp học nghề", @case.TrainingFee, "Chứng từ học phí");
        sheet.Flat("training-flat", CurrentPay(@case));
        sheet.PerYear("training-per-year", YearlyPay(@case), insured);
        return sheet;
    }
}
