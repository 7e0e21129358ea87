using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.UseCases;

/// <summary>
/// Writes down who owes what and by when, from the schedules of an active plan. Running it again changes nothing unless schedules, occasions
/// or units changed; what was reported on stays.
/// </summary>
internal sealed class ObligationBook(CongVuDb db, ProcessLog processes, ResponsibleUnits responsible, TimeProvider clock)
{
    /// <summary>Brings the obligations of a plan up to date in a process of its own; nothing is logged when nothing changes.</summary>
    public async Task<int> RefreshAsync(Guid planId, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Generate, "plan", planId, ct);
        var changed = await WriteAsync(planId, ct);
        if (changed > 0) await process.CommitAsync(ct, count: changed);
        else db.ChangeTracker.Clear();
        return changed;
    }

    /// <summary>The same inside the caller's process; saved with it. Returns how many obligations came, went or moved.</summary>
    public async Task<int> WriteAsync(Guid planId, CancellationToken ct)
    {
        var plan = await db.Set<Plan>().SingleAsync(p => p.Id == planId, ct);
        if (plan is not { Status: PlanStatus.Active, PeriodFrom: { } from, PeriodTo: { } to }) return 0;
        var products = await db.Set<Product>().AsNoTracking().Where(p => p.PlanId == planId).ToListAsync(ct);
        var leads = (await db.Set<ProductUnit>().AsNoTracking().Where(u => u.PlanId == planId && u.Role == UnitRole.Lead).ToListAsync(ct)).ToLookup(u => u.ProductId);
        var saved = await db.Set<Occasion>().Where(o => o.PlanId == planId).ToListAsync(ct);
        var occasions = saved.Concat(db.Set<Occasion>().Local.Where(o => o.PlanId == planId)).Distinct().ToLookup(o => o.ProductId);
        var standing = await db.Set<Obligation>().Where(o => o.PlanId == planId).ToDictionaryAsync(o => (o.ProductId, o.UnitId, o.PeriodKey), ct);
        var reported = (await db.Set<ProgressReport>().Where(r => r.PlanId == planId).Select(r => r.ObligationId).Distinct().ToListAsync(ct)).ToHashSet();
        var today = clock.Today();
        var changed = 0;
        foreach (var product in products)
            foreach (var period in DuePeriods.Of(product, from, to, occasions[product.Id]))
                // What lies behind stays with those who owed it then; what lies ahead follows the units of today.
                foreach (var unit in await responsible.OnAsync(leads[product.Id], period.On < today ? period.On : today, ct))
                    changed += Put(standing, product, period, unit);
        foreach (var gone in standing.Values.Where(o => !reported.Contains(o.Id))) { db.Remove(gone); changed++; }
        return changed;
    }

    private int Put(Dictionary<(Guid, Guid, string), Obligation> standing, Product product, DuePeriod period, ResponsibleUnit unit)
    {
        if (!standing.Remove((product.Id, unit.UnitId, period.Key), out var kept))
        {
            db.Add(new Obligation
            {
                PlanId = product.PlanId, TaskId = product.TaskId, ProductId = product.Id, UnitId = unit.UnitId, NamedUnitId = unit.NamedUnitId,
                PeriodKey = period.Key, DueFrom = period.From, DueOn = period.On, MinCount = period.MinCount,
            });
            return 1;
        }
        if (kept.DueFrom == period.From && kept.DueOn == period.On && kept.MinCount == period.MinCount && kept.NamedUnitId == unit.NamedUnitId) return 0;
        (kept.DueFrom, kept.DueOn, kept.MinCount, kept.NamedUnitId) = (period.From, period.On, period.MinCount, unit.NamedUnitId);
        return 1;
    }
}
