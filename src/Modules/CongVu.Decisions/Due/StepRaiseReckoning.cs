using CongVu.Decisions.Actions;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Due;

/// <summary>
/// Computes due raises for many people: the database narrows to those who can be due by the end of the window, the law decides for each
/// distinct situation once.
/// </summary>
internal sealed class StepRaiseReckoning(CongVuDb db, LawBook law, People people, UnitDirectory units, Gate gate, TimeProvider clock)
{
    /// <summary>No table raises sooner than this many months; only narrows the query.</summary>
    private const int ShortestStep = 24;

    private readonly record struct Situation(string Category, string Table, int Step, DateOnly Since);

    public async Task<IReadOnlyList<StepRaiseDueRow>> ListAsync(Guid? unitId, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var rows = await (await CandidatesAsync(unitId, to, ct))
            .Select(r => new { r.PersonId, r.FullName, r.SortKey, r.BirthDate, UnitId = r.UnitId!.Value, Category = r.Category!, Rank = r.RankCode!, Table = r.TableCode!, Step = r.Step!.Value, Coefficient = r.Coefficient!.Value, Since = r.StepSince!.Value })
            .ToListAsync(ct);
        var outcomes = new Dictionary<Situation, (StepRaiseOutcome? Outcome, string? Problem)>();
        var due = new List<StepRaiseDueRow>();
        foreach (var r in rows)
        {
            var situation = new Situation(r.Category, r.Table, r.Step, r.Since);
            if (!outcomes.TryGetValue(situation, out var known)) outcomes[situation] = known = Reckon(situation, to);
            if (known.Outcome is not { Due: { } day } outcome || day < from || day > to) continue;
            var obstacle = outcome.Current.Hundredths == r.Coefficient ? null : $"Hệ số trong hồ sơ ({Staff.Coefficient(r.Coefficient)}) khác bảng lương ({outcome.Current}).";
            due.Add(new StepRaiseDueRow(r.PersonId, r.FullName, r.SortKey, r.BirthDate, r.UnitId, r.Category, r.Rank, r.Table, r.Step, r.Coefficient, r.Since, day, outcome.NextStep, outcome.Next.Hundredths, obstacle, null));
        }
        var underWay = await UnderWayAsync(ct);
        return [.. due.Select(d => underWay.TryGetValue(d.PersonId, out var other) ? d with { Obstacle = other.Words, UnderWayId = other.Id } : d).OrderBy(d => d.Due).ThenBy(d => d.SortKey, StringComparer.Ordinal).ThenBy(d => d.PersonId)];
    }

    public async Task<int> CountAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var groups = await (await CandidatesAsync(null, to, ct)).GroupBy(r => new { r.Category, r.TableCode, r.Step, r.StepSince })
            .Select(g => new { g.Key.Category, g.Key.TableCode, g.Key.Step, g.Key.StepSince, Count = g.Count() }).ToListAsync(ct);
        return groups.Where(g => Reckon(new Situation(g.Category!, g.TableCode!, g.Step!.Value, g.StepSince!.Value), to).Outcome is { Due: { } day } && day >= from && day <= to).Sum(g => g.Count);
    }

    public async Task<Explanation?> ExplainAsync(Guid personId, CancellationToken ct)
    {
        var today = clock.Today();
        if (await people.FindAsync(personId, new AsOf(today), ct) is not { RankCode: not null } person) return null;
        if (!gate.MaySee(DataClass.Basic, personId, person.FileUnitId)) throw new ForbiddenException("Tài khoản của bạn không được xem hồ sơ của người này.");
        return On(today).Explain(StepRaiseAction.Holding(person));
    }

    private async Task<IQueryable<PersonRow>> CandidatesAsync(Guid? unitId, DateOnly to, CancellationToken ct)
    {
        var today = new AsOf(clock.Today());
        var latest = to.AddMonths(-ShortestStep);
        var rows = people.On(today).Where(r => r.UnitId != null && r.RankCode != null && r.StepSince <= latest);
        var scope = gate.ActorOrNull is null ? UnitScope.All : gate.Scope(DecisionPermissions.Read);
        if (unitId is not { } unit)
        {
            if (scope.IsAll) return rows;
            var seen = scope.Ids;
            return rows.Where(r => seen.Contains(r.UnitId!.Value));
        }
        var tree = await units.TreeAsync(today, ct);
        var chosen = tree.Subtree(unit).Where(scope.Has).ToArray();
        return rows.Where(r => chosen.Contains(r.UnitId!.Value));
    }

    // The law of the due day decides; it is not known before it is computed, so the last day of the window stands for it.
    private (StepRaiseOutcome? Outcome, string? Problem) Reckon(Situation s, DateOnly to)
    {
        try
        {
            return (On(to).Assess(new StepHolding(Staff.Category(s.Category), s.Table, s.Step, s.Since)), null);
        }
        catch (CaseInputException e)
        {
            return (null, e.Message);
        }
    }

    private readonly Dictionary<DateOnly, RegularStepRaise> _laws = [];

    private RegularStepRaise On(DateOnly day)
    {
        if (!_laws.TryGetValue(day, out var raise)) _laws[day] = raise = new RegularStepRaise(law, day);
        return raise;
    }

    private async Task<Dictionary<Guid, (Guid Id, string Words)>> UnderWayAsync(CancellationToken ct)
    {
        var rows = await (from item in db.Set<DecisionItem>().AsNoTracking()
                          join decision in db.Set<Decision>() on item.DecisionId equals decision.Id
                          where decision.ActionCode == ActionCodes.StepRaise && item.State == ItemState.Kept
                              && (decision.State == DecisionState.Draft || decision.State == DecisionState.Submitted || decision.State == DecisionState.Verified || decision.State == DecisionState.Signed)
                          select new { item.SubjectId, decision.Id, decision.State, decision.NumberText }).ToListAsync(ct);
        return rows.GroupBy(r => r.SubjectId).ToDictionary(g => g.Key, g => (g.First().Id, $"Đã có trong quyết định {g.First().NumberText ?? g.First().State.Name().ToLowerInvariant()}."));
    }
}
