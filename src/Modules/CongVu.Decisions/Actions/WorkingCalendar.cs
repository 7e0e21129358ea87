using CongVu.Law;

namespace CongVu.Decisions.Actions;

/// <summary>Counts working days by the published calendar of days off; beyond it, nothing can be counted.</summary>
internal sealed class WorkingCalendar(LawBook law)
{
    /// <summary>True on a day people work: weekdays but for holidays, and the Saturdays worked in exchange.</summary>
    /// <exception cref="OutsideCoverageException">No calendar is published for that year.</exception>
    public bool IsWorking(DateOnly day) => law.Calendar.IsWorking(day);

    /// <summary>The day so many working days before another; that day itself is not counted.</summary>
    /// <exception cref="OutsideCoverageException">No calendar is published for that time.</exception>
    public DateOnly Before(DateOnly day, int workingDays) => law.Calendar.AddWorkingDays(day, -workingDays);
}
