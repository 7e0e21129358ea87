namespace CongVu.Law.Severance;

/// <summary>Conditions of the single policies that the decrees share.</summary>
internal static class DownsizingConditions
{
    private const string AgeCure = "Bổ sung ngày sinh, giới tính để tính tuổi nghỉ hưu";

    public static IEnumerable<Condition> EarlyRetirement(ExitCase @case, DecreeFigures figures)
    {
        yield return AtMost("Còn không quá", @case.MonthsToRetirement, figures["early-gap-max"], "đến tuổi nghỉ hưu");
        yield return Pension(@case, figures, figures["early-insurance-min"]);
        if (figures.Find("early-insurance-min-commune-women") is { } women && @case.ServiceMonths < figures["early-insurance-min"].Months)
        {
            yield return Condition.Of("Là nữ cán bộ, công chức cấp xã (đóng bảo hiểm xã hội dưới 20 năm)", @case.Evidence.CommuneWoman, women.Provision,
                cure: "Xác nhận chức danh cấp xã của người nghỉ");
        }
    }

    /// <summary>Whoever may retire early is not paid for leaving at once.</summary>
    public static IEnumerable<Condition> Immediate(ExitCase @case, DecreeFigures figures)
    {
        yield return Condition.Of("Chưa đến tuổi nghỉ hưu", @case.MonthsToRetirement is { } left ? left > 0 : null, figures["leave-flat"].Provision, cure: AgeCure);
        yield return Condition.Of("Không đủ điều kiện hưởng chính sách nghỉ hưu trước tuổi", MayNotRetireEarly(@case, figures), figures["leave-flat"].Provision, cure: AgeCure);
    }

    public static IEnumerable<Condition> Transfer(ExitCase @case, DecreeFigures figures)
    {
        if (figures.Find("transfer-gap-min") is { } least)
        {
            bool? far = @case.MonthsToRetirement is { } gap ? gap > least.Months : null;
            yield return Condition.Of($"Còn trên {LawDay.FormatMonths(least.Months)} đến tuổi nghỉ hưu, hoặc chưa đủ năm đóng để hưởng lương hưu",
                Either(far, !@case.Evidence.PensionEligible), least.Provision, cure: AgeCure);
        }
    }

    public static IEnumerable<Condition> AfterTraining(ExitCase @case, DecreeFigures figures)
    {
        var age = figures["training-age-max"];
        yield return Condition.Of($"Dưới {age.Months / LawDay.MonthsPerYear} tuổi", @case.Evidence.AgeMonths is { } now ? now < age.Months : null, age.Provision, cure: AgeCure);
        yield return Condition.Of("Có sức khỏe", @case.Evidence.Healthy, age.Provision, cure: "Bổ sung giấy khám sức khỏe");
        yield return Condition.Of("Tự nguyện thôi việc sau khi đi học nghề", @case.Evidence.Volunteers, age.Provision, cure: "Bổ sung đơn tự nguyện");
    }

    public static Condition AtMost(string before, int? months, DecreeFigure most, string after) =>
        Condition.Of($"{before} {LawDay.FormatMonths(most.Months)} {after}", months is { } known ? known <= most.Months : null, most.Provision, Told(months), AgeCure);

    public static Condition AtLeast(string before, int? months, DecreeFigure least, string after) =>
        Condition.Of($"{before} {LawDay.FormatMonths(least.Months)} {after}", months is { } known ? known >= least.Months : null, least.Provision, Told(months), AgeCure);

    /// <summary>Insured so long; between the least and the full period only the insurance body can say whether a pension is due.</summary>
    public static Condition Pension(ExitCase @case, DecreeFigures figures, DecreeFigure least)
    {
        var full = figures["base-period"];
        var holds = @case.ServiceMonths >= full.Months ? true : @case.ServiceMonths < least.Months ? LessThanLeast(figures, @case) : @case.Evidence.PensionEligible;
        return Condition.Of("Đủ thời gian đóng bảo hiểm xã hội để hưởng lương hưu", holds, least.Provision, $"Đã đóng {LawDay.FormatMonths(@case.ServiceMonths)}",
            "Bổ sung xác nhận của cơ quan bảo hiểm xã hội");
    }

    /// <summary>Below the general least only where the decree knows an exception and the person has reached that.</summary>
    private static bool? LessThanLeast(DecreeFigures figures, ExitCase @case) =>
        figures.Find("early-insurance-min-commune-women") is { } women && @case.ServiceMonths >= women.Months ? @case.Evidence.CommuneWoman : false;

    private static bool? MayNotRetireEarly(ExitCase @case, DecreeFigures figures)
    {
        if (@case.ServiceMonths < figures["early-insurance-min"].Months)
        {
            return true;
        }
        return @case.MonthsToRetirement is { } gap ? gap > figures["early-gap-max"].Months : null;
    }

    private static bool? Either(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;

    private static string? Told(int? months) => months is { } known ? $"Còn {LawDay.FormatMonths(known)}" : null;
}
