using CongVu.Organisation.Contracts;
using CongVu.Organisation.Domain.Rules;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Organisation.Data;

/// <summary>Finds what rests on effects on units: the domino view before an annulment or correction.</summary>
internal sealed class UnitDependence(CongVuDb db, EffectRegistry registry, UnitLedger ledger, IEnumerable<UnitDependents> above)
{
    public async Task<IReadOnlyList<DependentAct>> OnAsync(IReadOnlyCollection<Guid> effectIds, CancellationToken ct)
    {
        var rows = await db.Set<UnitEffectRow>().AsNoTracking().Where(e => e.VoidedAt == null).ToListAsync(ct);
        var annulled = rows.Where(r => effectIds.Contains(r.Id)).ToList();
        if (annulled.Count == 0) return [];
        var found = new Dictionary<Guid, DependentAct>();
        foreach (var act in annulled)
            foreach (var other in rows.Where(r => !effectIds.Contains(r.Id) && RestsOn(r, act)))
                found.TryAdd(other.Id, Dependent(other));
        await AddBrokenAsync(found, rows, annulled, effectIds, ct);
        foreach (var act in annulled.Where(IsEstablishment))
            foreach (var source in above)
                foreach (var dependent in await source.OnUnitAsync(act.UnitId, act.FromDay, ct)) found.TryAdd(dependent.EffectId, dependent);
        return [.. found.Values.OrderBy(d => d.From)];
    }

    /// <summary>Whatever the rules would no longer allow without these effects rests on them too.</summary>
    private async Task AddBrokenAsync(Dictionary<Guid, DependentAct> found, List<UnitEffectRow> rows, List<UnitEffectRow> annulled, IReadOnlyCollection<Guid> effectIds, CancellationToken ct)
    {
        var open = await ledger.OpenAsync(annulled.Select(a => a.UnitId), ct);
        var broken = UnitRule.Broken(open.Without(effectIds)).Select(v => v.EffectId).OfType<Guid>().ToHashSet();
        foreach (var row in rows.Where(r => broken.Contains(r.Id) && !effectIds.Contains(r.Id))) found.TryAdd(row.Id, Dependent(row));
    }

    private bool RestsOn(UnitEffectRow other, UnitEffectRow act)
    {
        var later = other.FromDay > act.FromDay || (other.FromDay == act.FromDay && other.Seq > act.Seq);
        if (other.UnitId == act.UnitId) return later && (IsEstablishment(act) || IsEstablishment(other));
        if (!IsEstablishment(act) || other.FromDay < act.FromDay) return false;
        return registry.Read(other.Type, other.Payload) switch
        {
            EstablishUnit e => e.ParentId == act.UnitId || e.PredecessorIds.Contains(act.UnitId),
            MoveUnit e => e.ParentId == act.UnitId,
            DissolveUnit e => e.SuccessorIds.Contains(act.UnitId),
            _ => false,
        };
    }

    private bool IsEstablishment(UnitEffectRow row) => registry.Types[row.Type] == typeof(EstablishUnit);

    private DependentAct Dependent(UnitEffectRow row) => new(row.Id, row.DecisionId, row.Label, row.FromDay, registry.Read(row.Type, row.Payload) switch
    {
        EstablishUnit e => $"Thành lập {e.Name}",
        RenameUnit e => $"Đổi tên thành {e.Name}",
        MoveUnit => "Chuyển cơ quan cấp trên",
        _ => "Kết thúc hoạt động",
    });
}
