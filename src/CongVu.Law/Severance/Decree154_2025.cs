namespace CongVu.Law.Severance;

/// <summary>Nghị định 154/2025/NĐ-CP: 16/06/2025 to 31/12/2030. Everything rests on the current pay.</summary>
internal sealed class Decree154_2025(Regime regime, Timeline<LawTable> figures, Timeline<LawTable> oddMonths) : DownsizingDecree(regime, figures, oddMonths)
{
    /// <summary>Điều 6: two to five years before the age of Phụ lục I (II after hazardous work), insured long enough for a pension.</summary>
    protected override BenefitSheet EarlyRetirement(ExitCase @case, DateOnly day)
    {
        var (sheet, early, insured, paid) = StartEarlyRetirement(@case, day);
        var figures = sheet.Figures;
        if (@case.ServiceMonths < figures["early-insurance-min"].Months)
        {
            throw NoProvision(day, $"phải có từ đủ {LawDay.FormatMonths(figures["early-insurance-min"].Months)} đóng bảo hiểm xã hội để nghỉ hưu trước tuổi");
        }
        if (!paid)
        {
            // Khoản 3, 4.
            return sheet;
        }
        var pay = CurrentPay(@case);
        if (@case.ServiceMonths >= figures["base-period"].Months)
        {
            PayEarlyRetirement(sheet, pay, early, insured);
        }
        else
        {
            // 15 to below 20 years: one sum, nothing for single years.
            sheet.PerYear("early-per-year", pay, early);
            sheet.Flat("short-flat", pay);
        }
        return sheet;
    }

    /// <summary>Điều 7 khoản 1, Điều 8.</summary>
    protected override CasePay YearlyPay(ExitCase @case) => CurrentPay(@case);
}
