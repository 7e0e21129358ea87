namespace CongVu.Law.Severance;

/// <summary>What both regimes of a civil servant's resignation share: service in years by rule R2, and a lowest amount for those with half a year to a year.</summary>
internal abstract class ResignationRules(Regime regime, Timeline<LawTable> figures, Timeline<LawTable> oddMonths) : ExitRules(regime, figures, oddMonths)
{
    public override BenefitSheet Reckon(ExitCase @case, DateOnly day)
    {
        if (@case.Category != StaffCategory.CivilServant)
        {
            throw NoProvision(day, $"{Decree} chỉ quy định trợ cấp thôi việc của công chức, không áp dụng cho {@case.Category.Vietnamese()}");
        }
        var figures = FiguresOn(day);
        var years = OddMonthsOn(day).Count("Số năm công tác", @case.ServiceMonths, "Hồ sơ: quá trình công tác");
        var sheet = new BenefitSheet(figures) { ServiceYears = years.Years };
        var pay = CurrentPay(@case);
        Pay(@case, sheet, pay, years, day);
        if (@case.ServiceMonths >= figures["minimum-from"].Months && @case.ServiceMonths < figures["minimum-below"].Months)
        {
            sheet.RaiseTo("minimum", pay);
        }
        return sheet;
    }

    protected abstract void Pay(ExitCase @case, BenefitSheet sheet, CasePay pay, YearCount years, DateOnly day);
}

/// <summary>Nghị định 170/2025/NĐ-CP Điều 58 before its change: 01/07/2025 to 31/07/2026, alike for own wish and for poor results.</summary>
internal sealed class Resignation170_2025(Regime regime, Timeline<LawTable> figures, Timeline<LawTable> oddMonths) : ResignationRules(regime, figures, oddMonths)
{
    protected override void Pay(ExitCase @case, BenefitSheet sheet, CasePay pay, YearCount years, DateOnly day)
    {
        sheet.Flat("flat", pay);
        sheet.PerYear("per-year", pay, years);
    }
}

/// <summary>Nghị định 170/2025/NĐ-CP Điều 58 as changed by 300/2026/NĐ-CP, from 01/08/2026: own wish only, and time with unemployment insurance not counted.</summary>
internal sealed class Resignation300_2026(Regime regime, Timeline<LawTable> figures, Timeline<LawTable> oddMonths) : ResignationRules(regime, figures, oddMonths)
{
    protected override void Pay(ExitCase @case, BenefitSheet sheet, CasePay pay, YearCount years, DateOnly day)
    {
        if (@case.Reason == ExitReason.PoorResults)
        {
            throw NoProvision(day, "thôi việc do kết quả công tác hưởng chế độ theo pháp luật lao động");
        }
        sheet.PerYear("per-year", pay, years);
        sheet.Note("Thời gian công tác không gồm thời gian đã đóng bảo hiểm thất nghiệp. Còn khoản nợ chưa thanh toán thì ra quyết định nhưng chưa chi trợ cấp.");
    }
}
