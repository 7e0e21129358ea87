using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Inspections;

/// <summary>An agency in a year: how many rounds were held against how many are wanted.</summary>
internal sealed record InspectedUnit(Guid UnitId, string Name, IReadOnlyList<Inspection> Rounds)
{
    /// <summary>The plans of the provinces ask for one round a year at least.</summary>
    public const int RoundsWanted = 1;

    public int Held => Rounds.Count(r => r.State == InspectionState.Held);
    public int Planned => Rounds.Count(r => r.State == InspectionState.Planned);
    public bool Enough => Held >= RoundsWanted;
}

/// <summary>Reads rounds of inspection; the gate is asked about the unit of each.</summary>
internal sealed class InspectionReading(CongVuDb db, UnitDirectory units, Gate gate, TimeProvider clock)
{
    /// <summary>Agencies with a scheme of that year, and others that were inspected; those without a round first.</summary>
    public async Task<IReadOnlyList<InspectedUnit>> OfYearAsync(int year, CancellationToken ct)
    {
        var scope = gate.Scope(SeverancePermissions.Read);
        var seen = scope.IsAll ? [] : scope.Ids;
        var wanted = await db.Set<Scheme>().Where(s => s.State == SchemeState.Approved && s.FromYear <= year && s.ToYear >= year && (scope.IsAll || seen.Contains(s.UnitId))).Select(s => s.UnitId).ToListAsync(ct);
        var rounds = (await db.Set<Inspection>().AsNoTracking().Where(i => i.Year == year && (scope.IsAll || seen.Contains(i.UnitId))).OrderBy(i => i.PlannedFrom).ToListAsync(ct)).ToLookup(i => i.UnitId);
        var tree = await units.TreeAsync(new AsOf(clock.Today()), ct);
        var found = new List<InspectedUnit>();
        foreach (var unit in wanted.Concat(rounds.Select(g => g.Key)).Distinct())
            found.Add(new InspectedUnit(unit, tree.Find(unit) is null ? (await units.NearestAsync(unit, new AsOf(clock.Today()), ct))?.Name ?? "Đơn vị không còn" : tree.FullName(unit), [.. rounds[unit]]));
        return [.. found.OrderBy(u => u.Enough).ThenBy(u => u.Name, StringComparer.Ordinal)];
    }

    /// <summary>A round the actor may see, with the name of its unit.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this actor.</exception>
    public async Task<(Inspection Round, string Unit)> OfAsync(Guid id, CancellationToken ct)
    {
        var round = await db.Set<Inspection>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        if (round is null || !gate.May(SeverancePermissions.Read, round.UnitId)) throw new NotFoundException("Không có cuộc kiểm tra này, hoặc bạn không được xem.");
        return (round, (await units.NearestAsync(round.UnitId, new AsOf(clock.Today()), ct))?.Name ?? "Đơn vị không còn");
    }
}
