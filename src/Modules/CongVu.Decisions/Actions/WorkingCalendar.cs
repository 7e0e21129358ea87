using CongVu.Law;

namespace CongVu.Decisions.Actions;

/// <summary>Counts working days by the published calendar of days off; beyond it, nothing can be counted.</summary>
internal sealed class WorkingCalendar(LawBook law)
{
    /// <summary>True on a day people work: weekdays but for holidays, and the Saturdays worked in exchange.</summary>
    /// <exception cref="OutsideCoverageException">No calendar is published for that year.</exception>
    public bool IsWorking(DateOnly day)
    {
        var rows = law.Table("calendar.days-off").At(day).Value.Rows.Where(r => r.IsValid(day)).Select(r => r.Text("kind")).ToList();
        if (rows.Contains("worked")) return true;
        return !rows.Contains("off") && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>The day so many working days before another; that day itself is not counted.</summary>
    /// <exception cref="OutsideCoverageException">No calendar is published for that time.</exception>
    public DateOnly Before(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0; left--)
            do day = day.AddDays(-1); while (!IsWorking(day));
        return day;
    }
}
