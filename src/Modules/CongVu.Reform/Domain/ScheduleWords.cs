using CongVu.Platform.Text;
using CongVu.Reform.Data;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Domain;

/// <summary>Schedules and periods in Vietnamese.</summary>
internal static class ScheduleWords
{
    public static string Kind(PlanScheduleKind kind) => kind switch
    {
        PlanScheduleKind.Period => "Trong một khoảng thời gian",
        PlanScheduleKind.Ongoing => "Thường xuyên, tính theo năm",
        PlanScheduleKind.Conditional => "Khi điều kiện xảy ra",
        PlanScheduleKind.OnDemand => "Khi có nhu cầu",
        PlanScheduleKind.Deadline => "Đến một thời hạn",
        _ => "Chưa nêu thời gian (chờ hướng dẫn)",
    };

    public static string Of(Product product) => product.ScheduleKind switch
    {
        PlanScheduleKind.Period => Span(product),
        PlanScheduleKind.Ongoing when product.MinPerYear is { } min => $"thường xuyên, ít nhất {min} lần mỗi năm",
        PlanScheduleKind.Ongoing => "thường xuyên",
        PlanScheduleKind.Deadline when product is { YearlyMonth: { } month, YearlyDay: { } day } => $"trước ngày {day:00}/{month:00} hằng năm",
        PlanScheduleKind.Deadline => $"chậm nhất {VnFormat.Date(product.EndsOn)}",
        PlanScheduleKind.Conditional => product.ScheduleText.Length > 0 ? product.ScheduleText : "khi điều kiện xảy ra",
        PlanScheduleKind.OnDemand => product.ScheduleText.Length > 0 ? product.ScheduleText : "khi có nhu cầu",
        _ => "chưa nêu thời gian, chờ hướng dẫn",
    };

    /// <summary>The period of an obligation: "năm 2026", "từ … đến …".</summary>
    public static string Period(Obligation obligation) => obligation.PeriodKey switch
    {
        { Length: 4 } year when year.All(char.IsAsciiDigit) => $"năm {year}",
        var key when key.StartsWith("occasion", StringComparison.Ordinal) => $"phát sinh {VnFormat.Date(obligation.DueFrom)}",
        _ => $"{VnFormat.Date(obligation.DueFrom)} – {VnFormat.Date(obligation.DueOn)}",
    };

    public static string Comparison(PlanComparison comparison) => comparison switch
    {
        PlanComparison.AtLeast => "từ",
        PlanComparison.AtMost => "không quá",
        PlanComparison.MoreThan => "trên",
        PlanComparison.LessThan => "dưới",
        _ => "đạt",
    };

    /// <summary>"từ 95% trở lên".</summary>
    public static string Value(Target target)
    {
        var number = VnFormat.Number(target.Value) + (target.Unit == PlanTargetUnit.Percent ? "%" : "");
        return target.Comparison == PlanComparison.AtLeast ? $"từ {number} trở lên" : $"{Comparison(target.Comparison)} {number}";
    }

    private static string Span(Product product) =>
        product is { StartsOn: { Month: 1, Day: 1 } from, EndsOn: { Month: 12, Day: 31 } to }
            ? from.Year == to.Year ? $"năm {from.Year}" : $"năm {from.Year} – {to.Year}"
            : VnFormat.Span(product.StartsOn, product.EndsOn);
}
