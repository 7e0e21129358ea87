using CongVu.Platform.Data;
using CongVu.Reform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Indicators;

/// <summary>From which day on indicators over a time count: the start of the plan under way, else of the year.</summary>
internal sealed class PlanStart(CongVuDb db)
{
    public async Task<DateOnly> OfAsync(DateOnly on, CancellationToken ct) =>
        await db.Set<Plan>().Where(p => p.Status == PlanStatus.Active && p.PeriodFrom <= on && p.PeriodTo >= on).OrderByDescending(p => p.PeriodTo).Select(p => p.PeriodFrom).FirstOrDefaultAsync(ct)
        ?? new DateOnly(on.Year, 1, 1);
}
