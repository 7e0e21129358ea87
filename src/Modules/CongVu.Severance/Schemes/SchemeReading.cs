using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Cases;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Schemes;

/// <summary>A year of a scheme: planned, in lists, decided.</summary>
internal sealed record YearLine(int Year, int Planned, int Listed, int Decided);

internal sealed record SchemeView(Scheme Scheme, UnitView Unit, IReadOnlyList<YearLine> Years, IReadOnlyList<(Batch Batch, int Cases, int Decided)> Batches, IReadOnlyList<Step> Steps)
{
    public int Planned => Years.Sum(y => y.Planned);
    public int Decided => Years.Sum(y => y.Decided);
}

/// <summary>A list with its cases.</summary>
internal sealed record BatchView(Batch Batch, Scheme Scheme, UnitView Unit, IReadOnlyList<CaseView> All, IReadOnlyList<Step> Steps)
{
    public IReadOnlyList<CaseView> Cases => [.. All.Where(c => c.Case.State == CaseState.Open)];
    public IReadOnlyList<CaseView> Changed => [.. Cases.Where(c => c.Changes.Count > 0 && c.Case.DecisionId is null)];
    public IReadOnlyList<CaseView> Undecided => [.. Cases.Where(c => c.Case.DecisionId is null)];
    public long Total => Cases.Sum(c => c.Reckoning.Amount);

    /// <summary>Amounts by who pays.</summary>
    public IReadOnlyList<(CongVu.Law.Severance.FundingSource Source, long Amount)> Funding =>
        [.. Cases.SelectMany(c => c.Reckoning.Benefit?.Lines ?? []).GroupBy(l => l.Funding).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(l => l.Amount)))];
}

/// <summary>Reads schemes and lists; the gate is asked about the unit of each.</summary>
internal sealed class SchemeReading(CongVuDb db, UnitDirectory units, People people, CaseReading cases, Gate gate, TimeProvider clock)
{
    private static readonly Func<CongVuDb, Guid[], IAsyncEnumerable<Step>> Steps = EF.CompileAsyncQuery((CongVuDb db, Guid[] owners) =>
        db.Set<Step>().AsNoTracking().Where(s => owners.Contains(s.OwnerId)).OrderByDescending(s => s.At).Take(200));

    public async Task<IReadOnlyList<(Scheme Scheme, string Unit, int Planned, int Decided)>> ListAsync(CancellationToken ct)
    {
        var scope = gate.Scope(SeverancePermissions.Read);
        var seen = scope.IsAll ? [] : scope.Ids;
        var schemes = await db.Set<Scheme>().AsNoTracking().Where(s => scope.IsAll || seen.Contains(s.UnitId)).OrderByDescending(s => s.CreatedAt).Take(500).ToListAsync(ct);
        var ids = schemes.Select(s => s.Id).ToArray();
        var planned = await db.Set<SchemeYear>().Where(y => ids.Contains(y.SchemeId)).GroupBy(y => y.SchemeId).Select(g => new { g.Key, Sum = g.Sum(y => y.Planned) }).ToDictionaryAsync(g => g.Key, g => g.Sum, ct);
        var decided = await (from c in db.Set<SeveranceCase>() join b in db.Set<Batch>() on c.BatchId equals b.Id where ids.Contains(b.SchemeId) && c.State == CaseState.Open && c.DecisionId != null group c by b.SchemeId into g select new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var tree = await units.TreeAsync(new AsOf(clock.Today()), ct);
        return [.. schemes.Select(s => (s, tree.FullName(s.UnitId), planned.GetValueOrDefault(s.Id), decided.GetValueOrDefault(s.Id)))];
    }

    /// <summary>A scheme the actor may see.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this actor.</exception>
    public async Task<SchemeView> OfAsync(Guid id, CancellationToken ct)
    {
        var scheme = await db.Set<Scheme>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        if (scheme is null || !gate.May(SeverancePermissions.Read, scheme.UnitId)) throw new NotFoundException("Không có đề án này, hoặc bạn không được xem.");
        var years = await db.Set<SchemeYear>().AsNoTracking().Where(y => y.SchemeId == id).OrderBy(y => y.Year).ToListAsync(ct);
        var batches = await db.Set<Batch>().AsNoTracking().Where(b => b.SchemeId == id).OrderByDescending(b => b.CreatedAt).ToListAsync(ct);
        var ids = batches.Where(b => b.State != BatchState.Cancelled).Select(b => b.Id).ToArray();
        var open = await db.Set<SeveranceCase>().AsNoTracking().Where(c => ids.Contains(c.BatchId) && c.State == CaseState.Open).Select(c => new { c.BatchId, c.LeaveOn.Year, Decided = c.DecisionId != null }).ToListAsync(ct);
        var unit = await units.NearestAsync(scheme.UnitId, new AsOf(clock.Today()), ct) ?? throw new NotFoundException("Đơn vị của đề án không còn.");
        return new SchemeView(scheme, unit, [.. years.Select(y => new YearLine(y.Year, y.Planned, open.Count(c => c.Year == y.Year), open.Count(c => c.Year == y.Year && c.Decided)))],
            [.. batches.Select(b => (b, open.Count(c => c.BatchId == b.Id), open.Count(c => c.BatchId == b.Id && c.Decided)))], await StepsAsync([id], ct));
    }

    /// <summary>A list the actor may see.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this actor.</exception>
    public async Task<BatchView> BatchAsync(Guid id, CancellationToken ct)
    {
        var batch = await db.Set<Batch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct);
        if (batch is null || !gate.May(SeverancePermissions.Read, batch.UnitId)) throw new NotFoundException("Không có danh sách này, hoặc bạn không được xem.");
        var scheme = await db.Set<Scheme>().AsNoTracking().SingleAsync(s => s.Id == batch.SchemeId, ct);
        var rows = await db.Set<SeveranceCase>().AsNoTracking().Where(c => c.BatchId == id).ToListAsync(ct);
        var views = (await cases.ViewsAsync(rows, ct)).OrderBy(v => v.Case.State).ThenBy(v => v.Person.SortKey, StringComparer.Ordinal).ToList();
        var unit = await units.NearestAsync(batch.UnitId, new AsOf(clock.Today()), ct) ?? throw new NotFoundException("Đơn vị của danh sách không còn.");
        return new BatchView(batch, scheme, unit, views, await StepsAsync([id], ct));
    }

    public async Task<IReadOnlyList<Step>> StepsAsync(Guid[] owners, CancellationToken ct) =>
        await Steps(db, owners).ToListAsync(ct);

    /// <summary>People of a unit and those below on a day.</summary>
    public async Task<int> HeadcountAsync(Guid unitId, DateOnly day, CancellationToken ct)
    {
        var below = (await units.TreeAsync(new AsOf(day), ct)).Subtree(unitId).ToArray();
        return await people.On(new AsOf(day)).CountAsync(p => p.UnitId != null && below.Contains(p.UnitId.Value), ct);
    }
}
