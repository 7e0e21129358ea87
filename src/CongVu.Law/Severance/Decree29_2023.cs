namespace CongVu.Law.Severance;

/// <summary>Nghị định 29/2023/NĐ-CP: 20/07/2023 to 15/06/2025.</summary>
internal sealed class Decree29_2023(Regime regime, Timeline<LawTable> figures, Timeline<LawTable> oddMonths) : DownsizingDecree(regime, figures, oddMonths)
{
    public override BenefitSheet Reckon(ExitCase @case, DateOnly day)
    {
        var sheet = base.Reckon(@case, day);
        if (@case.RoadmapMonths > 0)
        {
            // Điều 9: those of districts and communes being merged who leave before the roadmap ends get more for every month left.
            sheet.PerMonth("roadmap-per-month", CurrentPay(@case), "Số tháng nghỉ trước khi kết thúc lộ trình sắp xếp", @case.RoadmapMonths, null,
                "Nghị quyết sắp xếp đơn vị hành chính");
        }
        return sheet;
    }

    /// <summary>Điều 5: groups 1 and 2 are paid, 3 and 4 (below two years) get the pension alone, 5 is women of communes insured 15 to below 20 years.</summary>
    protected override BenefitSheet EarlyRetirement(ExitCase @case, DateOnly day)
    {
        var (sheet, early, insured, paid) = StartEarlyRetirement(@case, day);
        var (general, communeWomen) = (sheet.Figures["early-insurance-min"], sheet.Figures["early-insurance-min-commune-women"]);
        if (@case.ServiceMonths < communeWomen.Months || (@case.ServiceMonths < general.Months && @case.Evidence.CommuneWoman == false))
        {
            throw NoProvision(day, $"phải có từ đủ {LawDay.FormatMonths(general.Months)} đóng bảo hiểm xã hội để nghỉ hưu trước tuổi");
        }
        if (@case.ServiceMonths < general.Months)
        {
            sheet.Note($"Đóng bảo hiểm xã hội dưới {LawDay.FormatMonths(general.Months)}: chỉ áp dụng cho nữ cán bộ, công chức cấp xã.");
        }
        if (paid)
        {
            PayEarlyRetirement(sheet, AveragePay(@case), early, insured);
        }
        return sheet;
    }

    /// <summary>Điều 6, 7: the yearly part rests on the average of the last sixty months.</summary>
    protected override CasePay YearlyPay(ExitCase @case) => AveragePay(@case);
}
