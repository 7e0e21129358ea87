using CongVu.Organisation.Domain;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Organisation.Data;

/// <summary>Reads the effect log and the current record through the caller's context, so inside its transaction.</summary>
internal sealed class UnitLedger(CongVuDb db, EffectRegistry registry)
{
    /// <summary>Loads the logs of some units and the present record of all.</summary>
    public async Task<OpenLedger> OpenAsync(IEnumerable<Guid> unitIds, CancellationToken ct)
    {
        var ids = unitIds.Distinct().ToArray();
        var rows = await db.Set<UnitEffectRow>().Where(e => ids.Contains(e.UnitId) && e.VoidedAt == null).ToListAsync(ct);
        var versions = await db.Set<UnitVersion>().AsNoTracking().KnownAt(null).ToListAsync(ct);
        var world = new UnitWorld(versions.GroupBy(v => v.UnitId).Select(g => new FoldedUnit(g.Key, [.. g.OrderBy(v => v.Valid.LowerBound).Select(SpanOf)], [])));
        return new OpenLedger(ids, rows, [.. rows.Select(Logged)], world);
    }

    private LoggedEffect Logged(UnitEffectRow row) => new(row.Id, row.UnitId, row.Seq, row.FromDay, registry.Read(row.Type, row.Payload), row.DecisionId, row.Label);

    private static UnitSpan SpanOf(UnitVersion v) => new(v.Valid.LowerBound, v.Valid.Until(),
        new UnitState(v.Code, v.Name, v.ShortName, v.Symbol, v.Kind, v.Level, v.ParentId), v.EffectId, v.DecisionId, v.Label);
}

/// <summary>The open log of the units concerned, with the world as it is; makes the world as it would be.</summary>
internal sealed class OpenLedger(IReadOnlyList<Guid> unitIds, IReadOnlyList<UnitEffectRow> rows, IReadOnlyList<LoggedEffect> log, UnitWorld world)
{
    public IReadOnlyList<UnitEffectRow> Rows => rows;

    public IReadOnlyList<LoggedEffect> Log => log;

    /// <summary>Planned effects placed after everything recorded, in the order given.</summary>
    public IReadOnlyList<LoggedEffect> Planned(IReadOnlyList<PlannedEffect> effects, Guid? decisionId, string label)
    {
        var next = log.Count == 0 ? 1 : log.Max(e => e.Seq) + 1;
        return [.. effects.Select((e, i) => new LoggedEffect(e.Id, e.SubjectId, next + i, e.From, e.Effect, decisionId, label))];
    }

    /// <summary>The change that adds effects; one that is in the log already is replaced in its place.</summary>
    public UnitChange With(IReadOnlyList<LoggedEffect> planned)
    {
        var ids = planned.Select(p => p.Id).ToHashSet();
        return Change(planned, [.. log.Where(e => !ids.Contains(e.Id)), .. planned]);
    }

    /// <summary>The change that takes effects out.</summary>
    public UnitChange Without(IReadOnlyCollection<Guid> effectIds) => Change([], [.. log.Where(e => !effectIds.Contains(e.Id))]);

    private UnitChange Change(IReadOnlyList<LoggedEffect> planned, IReadOnlyList<LoggedEffect> after)
    {
        var logs = unitIds.ToDictionary(u => u, u => (IReadOnlyList<LoggedEffect>)[.. after.Where(e => e.UnitId == u)]);
        return new UnitChange(world, world.With(logs.Select(l => UnitFold.Fold(l.Key, l.Value))), planned, logs);
    }
}
