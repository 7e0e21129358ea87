namespace CongVu.Law.Severance;

/// <summary>Nghị định 108/2014/NĐ-CP as amended by 113/2018/NĐ-CP and 143/2020/NĐ-CP: 10/01/2015 to 19/07/2023.</summary>
internal sealed class Decree108_2014(Regime regime, Timeline<LawTable> figures, Timeline<LawTable> oddMonths) : DownsizingDecree(regime, figures, oddMonths)
{
    /// <summary>Điều 8: men 55–58 and women 50–53 (5 years lower after hazardous work), that is two to five years before the retirement age; since 10/12/2020 so worded.</summary>
    protected override BenefitSheet EarlyRetirement(ExitCase @case, DateOnly day)
    {
        var (sheet, early, insured, paid) = StartEarlyRetirement(@case, day);
        var least = sheet.Figures["early-insurance-min"].Months;
        if (@case.ServiceMonths < least)
        {
            throw NoProvision(day, $"phải có từ đủ {LawDay.FormatMonths(least)} đóng bảo hiểm xã hội để nghỉ hưu trước tuổi");
        }
        if (paid)
        {
            // Điều 8 khoản 1 and 2; khoản 3 and 4, closer to the age, give the pension alone.
            PayEarlyRetirement(sheet, AveragePay(@case), early, insured);
        }
        return sheet;
    }

    /// <summary>Điều 9, 10: the yearly part rests on the average of the last five years.</summary>
    protected override CasePay YearlyPay(ExitCase @case) => AveragePay(@case);
}
