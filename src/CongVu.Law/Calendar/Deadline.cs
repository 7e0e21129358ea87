namespace CongVu.Law;

/// <summary>A deadline as reckoned.</summary>
/// <param name="Raw">The last day of the period by mere counting.</param>
/// <param name="Due">The last day on which the act is still in time.</param>
public readonly record struct DeadlineOutcome(DateOnly Raw, DateOnly Due)
{
    /// <summary>Whether the end fell on a day nobody works and was moved.</summary>
    public bool IsMoved => Raw != Due;
}

/// <summary>
/// Deadlines in days, working days and months: Bộ luật Dân sự 91/2015/QH13 Điều 147, 148. The first day is not counted; a month ends on the corresponding day or
/// the month's last; a period that ends on a day off ends with the next working day. Counted backwards ("at least six months before") the code has no rule: the day must
/// not come too late, so it moves to the working day before.
/// </summary>
public sealed class Deadline(WorkCalendar calendar)
{
    /// <summary>The deadline so long after a day.</summary>
    /// <param name="from">The day of the event; not counted.</param>
    /// <exception cref="OutsideCoverageException">No calendar is published for the time.</exception>
    public DeadlineOutcome After(DateOnly from, Period period) => Reckon(from, period.Count, period.Unit);

    /// <summary>The last day that still lies so long before a day.</summary>
    /// <exception cref="OutsideCoverageException">As <see cref="After"/>.</exception>
    public DeadlineOutcome Before(DateOnly day, Period period) => Reckon(day, -period.Count, period.Unit);

    /// <summary>As <see cref="After"/>, or for a negative count as <see cref="Before"/>.</summary>
    /// <exception cref="OutsideCoverageException">As <see cref="After"/>.</exception>
    public DeadlineOutcome Reckon(DateOnly from, int count, PeriodUnit unit)
    {
        var raw = unit switch
        {
            PeriodUnit.Day => from.AddDays(count),
            PeriodUnit.Month => LawDay.AddMonths(from, count),
            _ => calendar.AddWorkingDays(from, count),
        };
        return new DeadlineOutcome(raw, count < 0 ? calendar.SameOrBefore(raw) : calendar.SameOrNext(raw));
    }

    /// <summary>The same with its reasons; the root's value is the due day.</summary>
    /// <exception cref="OutsideCoverageException">As <see cref="After"/>.</exception>
    public Explanation Explain(DateOnly from, int count, PeriodUnit unit, string counted = "Ngày bắt đầu")
    {
        var outcome = Reckon(from, count, unit);
        var length = new Period(Math.Abs(count), unit);
        return new Explanation(count < 0 ? "Ngày chậm nhất" : "Ngày hết hạn", ExplainedValue.Date(outcome.Due))
        {
            Formula = count < 0 ? $"{counted} lùi lại {length}" : $"{counted} + {length}, không tính ngày đầu tiên",
            Inputs = [new(counted, ExplainedValue.Date(from), "Dữ liệu của trường hợp")],
            Parameters = [calendar.SourceOn(outcome.Raw, calendar.NameOf(outcome.Raw) ?? (outcome.IsMoved ? "Ngày nghỉ hằng tuần" : "Ngày làm việc"))],
            Notes = outcome.IsMoved
                ? [count < 0
                    ? $"Ngày {LawDay.Format(outcome.Raw)} là ngày nghỉ; tính lùi thì lấy ngày làm việc liền trước để không chậm hơn thời hạn (luật không quy định)."
                    : $"Ngày {LawDay.Format(outcome.Raw)} là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo (Điều 148 khoản 5, Bộ luật Dân sự 91/2015/QH13)."]
                : [],
        };
    }
}
