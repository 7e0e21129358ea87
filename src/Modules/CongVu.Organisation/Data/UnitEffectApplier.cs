using CongVu.Organisation.Contracts;
using CongVu.Organisation.Domain;
using CongVu.Organisation.Domain.Rules;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Organisation.Data;

/// <summary>
/// Applies effects on units: log, re-fold, judge by the rules, write what differs. Every act on the organisation holds the row lock
/// of the revision counter, so two of them never fold side by side.
/// </summary>
internal sealed class UnitEffectApplier(CongVuDb db, EffectRegistry registry, UnitLedger ledger, UnitDependence dependence, Revisions revisions) : EffectApplier
{
    internal static readonly IReadOnlyCollection<Type> Owned = [typeof(EstablishUnit), typeof(RenameUnit), typeof(MoveUnit), typeof(DissolveUnit)];

    public override IReadOnlyCollection<Type> Types => Owned;

    public override async Task ApplyAsync(ActSource source, IReadOnlyList<PlannedEffect> effects, CancellationToken ct)
    {
        await LockAsync(ct);
        var ids = effects.Select(e => e.Id).ToArray();
        var known = await db.Set<UnitEffectRow>().Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct);
        // An effect that was voided stays void, however late its job comes.
        var fresh = effects.Where(e => !known.Contains(e.Id)).ToList();
        if (fresh.Count == 0) return;
        var open = await ledger.OpenAsync(fresh.Select(e => e.SubjectId), ct);
        await RegisterAsync(fresh, source, ct);
        await KeepAsync(open.With(open.Planned(fresh, source.DecisionId, source.Label)), source, ct);
        var places = await db.Database.SqlQuery<long>($"select nextval('organisation.unit_effect_seq') as \"Value\" from generate_series(1, {fresh.Count})").ToListAsync(ct);
        foreach (var (effect, seq) in fresh.Zip(places.Order())) db.Add(Row(source, effect, seq));
        await db.SaveChangesAsync(ct);
    }

    public override async Task VoidAsync(ActSource source, IReadOnlyCollection<Guid> effectIds, CancellationToken ct)
    {
        await LockAsync(ct);
        var open = await ledger.OpenAsync(await UnitsOfAsync(effectIds, ct), ct);
        if (!open.Rows.Any(r => effectIds.Contains(r.Id))) return;
        await KeepAsync(open.Without(effectIds), source, ct);
        foreach (var row in open.Rows.Where(r => effectIds.Contains(r.Id))) Close(row, source);
        await db.SaveChangesAsync(ct);
    }

    public override async Task ReplaceAsync(ActSource source, IReadOnlyList<PlannedEffect> corrected, CancellationToken ct)
    {
        await LockAsync(ct);
        var open = await ledger.OpenAsync(corrected.Select(e => e.SubjectId), ct);
        var rows = corrected.Select(c => (New: c, Old: open.Rows.SingleOrDefault(r => r.Id == c.Id && r.UnitId == c.SubjectId)
            ?? throw new InvalidOperationException($"Effect {c.Id} is not in force on this unit and cannot be corrected."))).ToList();
        var replaced = rows.Select(r => new LoggedEffect(r.New.Id, r.New.SubjectId, r.Old.Seq, r.New.From, r.New.Effect, r.Old.DecisionId, Corrected(r.Old, source))).ToList();
        await KeepAsync(open.With(replaced), source, ct);
        foreach (var (_, old) in rows) Close(old, source);
        await db.SaveChangesAsync(ct); // the closed row must be seen before its effect is entered again
        foreach (var (effect, old) in rows) db.Add(Row(source, effect, old.Seq, old));
        await db.SaveChangesAsync(ct);
    }

    public override Task<IReadOnlyList<DependentAct>> DependentsAsync(IReadOnlyCollection<Guid> effectIds, CancellationToken ct) => dependence.OnAsync(effectIds, ct);

    private async Task LockAsync(CancellationToken ct)
    {
        await Revisions.BumpAsync((NpgsqlConnection)db.Database.GetDbConnection(), "units", ct);
        revisions.Changing();
    }

    private Task<List<Guid>> UnitsOfAsync(IReadOnlyCollection<Guid> effectIds, CancellationToken ct) =>
        db.Set<UnitEffectRow>().Where(e => effectIds.Contains(e.Id) && e.VoidedAt == null).Select(e => e.UnitId).Distinct().ToListAsync(ct);

    private async Task RegisterAsync(IReadOnlyList<PlannedEffect> fresh, ActSource source, CancellationToken ct)
    {
        var units = fresh.Select(e => e.SubjectId).Distinct().ToArray();
        var registered = await db.Set<Unit>().Where(u => units.Contains(u.Id)).Select(u => u.Id).ToListAsync(ct);
        foreach (var id in units.Except(registered)) db.Add(new Unit { Id = id, CreatedAt = source.At });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Judges the change and writes the versions and lineage that differ.</summary>
    private async Task KeepAsync(UnitChange change, ActSource source, CancellationToken ct)
    {
        if (UnitRule.Broken(change) is { Count: > 0 } broken) throw new UnitRulesBrokenException(broken);
        var units = change.Affected.ToArray();
        var versions = await db.Set<UnitVersion>().Where(v => units.Contains(v.UnitId) && v.Recorded.UpperBoundInfinite).ToListAsync(ct);
        var lineage = await db.Set<UnitLineage>().Where(l => units.Contains(l.StatedBy) && l.Recorded.UpperBoundInfinite).ToListAsync(ct);
        var added = new List<object>();
        foreach (var (unit, log) in change.Logs)
        {
            var folded = UnitFold.Fold(unit, log);
            added.AddRange(Settle(RecordDiff.Versions([.. versions.Where(v => v.UnitId == unit)], folded, source.At)));
            added.AddRange(Settle(RecordDiff.Lineage([.. lineage.Where(l => l.StatedBy == unit)], folded, source.At)));
        }
        await db.SaveChangesAsync(ct); // closed rows first: two open ones may never overlap
        db.AddRange(added);
        await db.SaveChangesAsync(ct);
    }

    private IReadOnlyList<T> Settle<T>(RecordDiff.Changes<T> changes) where T : class, IRecorded
    {
        foreach (var row in changes.Close) row.Recorded = Span.Closed(row.Recorded, changes.At);
        db.RemoveRange(changes.Forget);
        return changes.Add;
    }

    private UnitEffectRow Row(ActSource source, PlannedEffect effect, long seq, UnitEffectRow? corrects = null) => new()
    {
        Id = effect.Id, UnitId = effect.SubjectId, Seq = seq, Type = registry.CodeOf(effect.Effect), Payload = EffectRegistry.Write(effect.Effect),
        FromDay = effect.From, DecisionId = corrects is null ? source.DecisionId : corrects.DecisionId, ProcessId = source.ProcessId,
        Label = corrects is null ? source.Label : Corrected(corrects, source), RecordedAt = RecordDiff.InMicroseconds(source.At),
    };

    private static void Close(UnitEffectRow row, ActSource source)
    {
        var at = RecordDiff.InMicroseconds(source.At);
        row.VoidedAt = at < row.RecordedAt ? row.RecordedAt : at;
        row.VoidedBy = source.ProcessId;
    }

    private static string Corrected(UnitEffectRow row, ActSource source) => $"{row.Label}, đính chính tại {source.Label}";
}
