namespace CongVu.Law.Severance;

/// <summary>
/// Nghị định 178/2024/NĐ-CP as amended by 67/2025/NĐ-CP, with Thông tư 01/2025/TT-BNV: people who leave because the apparatus is reorganised, from 01/01/2025.
/// </summary>
internal sealed class Decree178_2024(Regime regime, Timeline<LawTable> figures, Timeline<LawTable> oddMonths) : ExitRules(regime, figures, oddMonths)
{
    public override BenefitSheet Reckon(ExitCase @case, DateOnly day) => @case.Policy switch
    {
        ExitPolicy.EarlyRetirement => EarlyRetirement(@case, day),
        ExitPolicy.Immediate => Immediate(@case, day),
        _ => throw NoProvision(day, $"{Decree} không quy định {@case.Policy.Vietnamese().ToLowerInvariant()}"),
    };

    public override IEnumerable<Condition> Conditions(ExitCase @case, DateOnly day)
    {
        var figures = FiguresOn(day);
        var window = figures["window"];
        yield return new Condition($"Nghỉ trong {window.Months} tháng kể từ quyết định sắp xếp (mức đầy đủ) hoặc sau đó (mức thấp hơn)",
            @case.MonthsAfterReorganisation is null ? ConditionState.CannotTellYet : ConditionState.Met, window.Provision,
            @case.MonthsAfterReorganisation is { } month ? $"Nghỉ ở tháng thứ {month}" : null, "Ghi ngày quyết định sắp xếp có hiệu lực");
        foreach (var condition in @case.Policy == ExitPolicy.EarlyRetirement ? ForEarlyRetirement(@case, figures) : ForLeaving(@case, figures))
        {
            yield return condition;
        }
    }

    /// <summary>Điều 7.</summary>
    private BenefitSheet EarlyRetirement(ExitCase @case, DateOnly day)
    {
        var (figures, odd, gap) = (FiguresOn(day), OddMonthsOn(day), MonthsEarly(@case));
        if (gap > figures["far-gap-max"].Months)
        {
            throw NoProvision(day, $"nghỉ sớm {gap} tháng, {Decree} chỉ cho nghỉ hưu trước tuổi nhiều nhất {figures["far-gap-max"].Months} tháng");
        }
        var early = odd.Count("Số năm nghỉ sớm", gap, Retirement);
        var insured = odd.Count("Số năm đóng bảo hiểm xã hội", @case.ServiceMonths, Insurance);
        var sheet = new BenefitSheet(figures) { EarlyYears = early.Years, ServiceYears = insured.Years };
        var pay = CurrentPay(@case);
        sheet.Note("Hưởng lương hưu không bị trừ tỷ lệ do nghỉ hưu trước tuổi.");

        // Below two years: every early month at the full rate, whenever the person leaves; nothing by years.
        if (gap < figures["near-gap-min"].Months)
        {
            sheet.PerMonth("short-gap-per-month", pay, "Số tháng nghỉ sớm", gap, null, Retirement);
            return sheet;
        }
        var when = InTime(@case, figures) ? "first" : "later";
        if (gap <= figures["near-gap-max"].Months)
        {
            sheet.PerMonth($"near-per-month-{when}", pay, "Số tháng nghỉ sớm", gap, null, Retirement);
            sheet.PerYear("near-per-year", pay, early);
        }
        else
        {
            // Above five years sixty months are paid, whatever the distance.
            sheet.PerMonth($"far-per-month-{when}", pay, "Số tháng nghỉ sớm", gap, figures["far-months"], Retirement);
            sheet.PerYear("far-per-year", pay, early);
        }
        PayForInsurance(sheet, pay, insured, day);
        return sheet;
    }

    /// <summary>Five months for the first twenty years, or since Nghị định 67 four for the first fifteen of those who have not twenty; and half a month for each further year.</summary>
    private void PayForInsurance(BenefitSheet sheet, CasePay pay, YearCount insured, DateOnly day)
    {
        var figures = sheet.Figures;
        var years = OddMonthsOn(day);
        if (figures.Find("short-below") is { } below && insured.Years < years.Years(below.Months))
        {
            if (insured.Months < figures["short-period"].Months)
            {
                throw NoProvision(day, $"phải có từ đủ {LawDay.FormatMonths(figures["short-period"].Months)} đóng bảo hiểm xã hội để nghỉ hưu trước tuổi");
            }
            sheet.Flat("short-flat", pay);
            sheet.PerFurtherYear("further-year", "short-period", pay, insured);
            return;
        }
        if (insured.Years < years.Years(figures["base-period"].Months))
        {
            throw NoProvision(day, $"phải có từ đủ {LawDay.FormatMonths(figures["base-period"].Months)} đóng bảo hiểm xã hội để nghỉ hưu trước tuổi");
        }
        sheet.Flat("base-flat", pay);
        sheet.PerFurtherYear("further-year", "base-period", pay, insured);
    }

    /// <summary>Điều 9 (cadres, civil servants) and Điều 10 (public employees and workers, who have unemployment insurance instead of the last part).</summary>
    private BenefitSheet Immediate(ExitCase @case, DateOnly day)
    {
        var (figures, pay) = (FiguresOn(day), CurrentPay(@case));
        var insured = OddMonthsOn(day).Count("Số năm đóng bảo hiểm xã hội", @case.ServiceMonths, Insurance);
        var sheet = new BenefitSheet(figures) { ServiceYears = insured.Years };
        sheet.PerMonth($"leave-per-month-{(InTime(@case, figures) ? "first" : "later")}", pay, "Số tháng đóng bảo hiểm xã hội", @case.ServiceMonths,
            figures["leave-months-max"], Insurance);
        sheet.PerYear("leave-per-year", pay, insured);
        if (@case.Category is StaffCategory.Cadre or StaffCategory.CivilServant)
        {
            sheet.Flat("leave-flat", pay);
        }
        else
        {
            sheet.Note("Hưởng trợ cấp thất nghiệp theo quy định, không có trợ cấp tìm việc làm.");
        }
        return sheet;
    }

    private static bool InTime(ExitCase @case, DecreeFigures figures) => !(@case.MonthsAfterReorganisation > figures["window"].Months);

    private static IEnumerable<Condition> ForEarlyRetirement(ExitCase @case, DecreeFigures figures)
    {
        var most = figures["far-gap-max"];
        yield return DownsizingConditions.AtMost("Còn không quá", @case.MonthsToRetirement, most, "đến tuổi nghỉ hưu");
        yield return DownsizingConditions.Pension(@case, figures, figures.Find("short-period") ?? figures["base-period"]);
    }

    private static IEnumerable<Condition> ForLeaving(ExitCase @case, DecreeFigures figures)
    {
        var least = figures["leave-gap-min"];
        yield return DownsizingConditions.AtLeast("Còn từ đủ", @case.MonthsToRetirement, least, "trở lên đến tuổi nghỉ hưu");
        yield return Condition.Of("Không đủ điều kiện hưởng chính sách nghỉ hưu trước tuổi", !@case.Evidence.PensionEligible, least.Provision,
            cure: "Ghi kết quả xét điều kiện hưởng lương hưu");
    }
}
