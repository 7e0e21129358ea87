namespace CongVu.Law.Severance;

/// <summary>
/// Nghị định 154/2025/NĐ-CP Điều 9 (part-time people of communes, to 31/05/2026) and Điều 10 (of villages and residential groups), who leave at once. Both reckon alike
/// from the monthly allowance; concurrent titles are not added.
/// </summary>
internal sealed class PartTime154_2025(Regime regime, Timeline<LawTable> figures, Timeline<LawTable> oddMonths) : ExitRules(regime, figures, oddMonths)
{
    private const string Service = "Hồ sơ: quá trình công tác";

    public override BenefitSheet Reckon(ExitCase @case, DateOnly day)
    {
        var figures = FiguresOn(day);
        var allowance = new CasePay("phụ cấp hằng tháng", CurrentPay(@case).Amount, "Hồ sơ: phụ cấp của tháng liền kề trước khi nghỉ");
        if (@case.DrawsPension || @case.MonthsToRetirement is <= 0)
        {
            // Điều 9 khoản 3.
            var pensioner = new BenefitSheet(figures);
            pensioner.Flat("pensioner", allowance);
            return pensioner;
        }
        var left = MonthsEarly(@case);
        var years = OddMonthsOn(day).Count("Số năm công tác", @case.ServiceMonths, Service);
        var sheet = new BenefitSheet(figures) { ServiceYears = years.Years };
        var most = figures["months-max"];
        if (@case.ServiceMonths < most.Months)
        {
            // Điểm a: served less than five years, each month served counts.
            sheet.PerMonth("per-month", allowance, "Số tháng công tác", @case.ServiceMonths, null, Service);
        }
        else
        {
            // Điểm b, c: each month left to the retirement age counts, five years at most.
            sheet.PerMonth("per-month", allowance, "Số tháng còn lại đến tuổi nghỉ hưu", left, most, Retirement);
        }
        sheet.PerYear("per-year", allowance, years);
        sheet.Flat("flat", allowance);
        return sheet;
    }

    public override IEnumerable<Condition> Conditions(ExitCase @case, DateOnly day)
    {
        var provision = FiguresOn(day)["flat"].Provision;
        yield return Condition.Of("Nghỉ ngay theo quyết định", @case.Evidence.LeavesAtOnce, provision, cure: "Ghi ngày nghỉ theo quyết định");
        if (@case.Policy == ExitPolicy.CommunePartTime)
        {
            yield return Condition.Of("Không giữ hoặc nhận chức danh ở thôn, tổ dân phố", !@case.Evidence.KeepsVillageTitle, provision,
                cure: "Xác nhận người nghỉ không còn chức danh ở thôn, tổ dân phố");
        }
    }
}
