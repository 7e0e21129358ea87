namespace CongVu.Law.Retirement;

/// <summary>By when notice and decision of a retirement must be given.</summary>
/// <param name="NoticeBy">Last day for the notice, moved before days off where the calendar is published.</param>
/// <param name="DecisionBy">Last day for the decision, likewise.</param>
public readonly record struct RetirementDeadlineOutcome(DateOnly NoticeBy, DateOnly DecisionBy);

/// <summary>
/// Notice and decision of retirement: Nghị định 170/2025/NĐ-CP Điều 61, 62, and before it Nghị định 46/2010/NĐ-CP. Make one per day asked and reuse it.
/// </summary>
public sealed class RetirementDeadlines
{
    private readonly WorkCalendar calendar;
    private readonly Dated<int> notice;
    private readonly Dated<int> decision;

    /// <param name="book">The law.</param>
    /// <param name="on">The day whose law decides.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public RetirementDeadlines(LawBook book, DateOnly on)
    {
        calendar = book.Calendar;
        notice = book.Months("retirement.notice-months").At(on);
        decision = book.Months("retirement.decision-months").At(on);
    }

    /// <summary>Both last days, for a retirement that begins on a day.</summary>
    public RetirementDeadlineOutcome Assess(DateOnly retiresOn) => new(Before(retiresOn, notice.Value), Before(retiresOn, decision.Value));

    /// <summary>The same with its reasons; the root's value is the last day for the notice, its child the decision's.</summary>
    public Explanation Explain(DateOnly retiresOn)
    {
        var outcome = Assess(retiresOn);
        return Tell("Thông báo nghỉ hưu chậm nhất", retiresOn, outcome.NoticeBy, notice) with
        {
            Children = [Tell("Quyết định nghỉ hưu chậm nhất", retiresOn, outcome.DecisionBy, decision)],
        };
    }

    private static Explanation Tell(string label, DateOnly retiresOn, DateOnly by, Dated<int> months) => new(label, ExplainedValue.Date(by))
    {
        Formula = $"Thời điểm nghỉ hưu lùi lại {months.Value} tháng; rơi vào ngày nghỉ thì lấy ngày làm việc liền trước",
        Inputs = [new("Thời điểm nghỉ hưu", ExplainedValue.Date(retiresOn), "Kết quả tính tuổi nghỉ hưu")],
        Parameters = [ExplainedParameter.Of(months, ExplainedValue.Months(months.Value))],
    };

    /// <summary>A forecast reaches further than any published calendar; then the day is left where counting puts it.</summary>
    private DateOnly Before(DateOnly day, int months)
    {
        var raw = LawDay.AddMonths(day, -months);
        return calendar.Knows(raw) ? calendar.SameOrBefore(raw) : raw;
    }
}
