using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Law.Retirement;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Due;

/// <summary>
/// Computes due raises for many people: the database narrows to those who can be due by the end of the window, the law decides for each distinct situation once;
/// only people with something noted about them are reckoned one by one.
/// </summary>
internal sealed class RaiseReckoning(LawBook law, People people, UnitDirectory units, StepFacts facts, ActsOnPeople acts, Gate gate)
{
    /// <summary>No table raises sooner than this many months; only narrows the query.</summary>
    private const int ShortestStep = 24;

    private readonly record struct Situation(string Category, string Table, int Step, int OverScale, DateOnly Since);

    private readonly record struct Outcome(DateOnly Due, int NextStep, Coefficient Current, Coefficient Next, int NextPercent, int ExtensionMonths, long Increase);

    /// <summary>Everybody due in [from, to] of a unit and what is below it, or (null) of all units the actor may see.</summary>
    public async Task<RaiseList> ListAsync(RaiseKind kind, Guid? unitId, DateOnly from, DateOnly to, AsOf asOf, CancellationToken ct)
    {
        var rows = await (await CandidatesAsync(kind, unitId, to, asOf, ct)).ToListAsync(ct);
        var noted = await facts.OfAsync(null, ct);
        var rules = new RulesOf(law, to);
        var known = new Dictionary<Situation, (Outcome? Outcome, string? Problem)>();
        var due = new List<RaiseRow>();
        var cannot = new List<Unreckoned>();
        foreach (var person in rows)
        {
            var (outcome, problem) = Reckon(kind, person, noted, rules, known);
            if (problem is not null) cannot.Add(new Unreckoned(person, problem));
            if (outcome is { } o && o.Due >= from && o.Due <= to)
                due.Add(new RaiseRow(person, kind, o.Due, o.NextStep, o.Next, o.NextPercent, o.ExtensionMonths, o.Increase) { Obstacle = In(person, o) });
        }
        var underWay = (await acts.OfAsync(null, [kind == RaiseKind.Regular ? ActionCodes.StepRaise : PayActions.OverScale, PayActions.EarlyRaise], true, ct)).ToLookup(a => a.PersonId);
        return new RaiseList([.. due.Select(d => underWay[d.PersonId].FirstOrDefault() is { } act ? d with { Obstacle = Under(act), UnderWayId = act.DecisionId } : d)
            .OrderBy(d => d.Due).ThenBy(d => d.SortKey, StringComparer.Ordinal).ThenBy(d => d.PersonId)], cannot);
    }

    /// <summary>How many of each kind there are, without naming them, in one query; nothing noted is looked at, so a few may be put off.</summary>
    public async Task<(int Regular, int OverScale)> CountAsync(DateOnly from, DateOnly to, AsOf asOf, CancellationToken ct)
    {
        var groups = await (await CandidatesAsync(RaiseKind.OverScale, null, to, asOf, ct)).GroupBy(r => new { r.Category, r.TableCode, r.Step, r.OverScalePercent, r.StepSince })
            .Select(g => new { g.Key.Category, g.Key.TableCode, g.Key.Step, g.Key.OverScalePercent, g.Key.StepSince, Count = g.Count() }).ToListAsync(ct);
        var rules = new RulesOf(law, to);
        int Of(RaiseKind kind) => groups.Where(g => Try(() => rules.Next(kind, new StepHolding(PersonTerms.Category(g.Category), g.TableCode!, g.Step!.Value, g.StepSince!.Value), Percent.Of(g.OverScalePercent ?? 0))).Outcome is { } o && o.Due >= from && o.Due <= to).Sum(g => g.Count);
        return (Of(RaiseKind.Regular), Of(RaiseKind.OverScale));
    }

    /// <summary>When a person retires by age, as the law of that time has it; null when the data do not reach.</summary>
    public DateOnly? RetiresFrom(PersonRow person)
    {
        try
        {
            return RetirementAge.InTimeFor(law, PersonTerms.SexOf(person), PersonTerms.Birth(person)).Assess(PersonTerms.SexOf(person), PersonTerms.Birth(person)).PensionFrom;
        }
        catch (OutsideCoverageException)
        {
            return null;
        }
    }

    /// <summary>The next raise of one person with its reasons; null when the record has no rank for them.</summary>
    public async Task<(Explanation Why, RaiseRow? Row, RaiseKind Kind)?> ExplainAsync(PersonRow person, string? decision, DateOnly on, CancellationToken ct)
    {
        if (person.RankCode is null || person.UnitId is null) return null;
        var noted = await facts.OfAsync([person.PersonId], ct);
        var rules = new RulesOf(law, on);
        var holding = StepFacts.Onto(PersonTerms.Step(person, decision), noted[person.PersonId]);
        var kind = rules.Award.Concerns(holding) ? RaiseKind.OverScale : RaiseKind.Regular;
        var why = kind == RaiseKind.OverScale ? rules.Award.Explain(holding, PersonTerms.OverScale(person)) : rules.Raise.Explain(holding);
        if (rules.Next(kind, holding, PersonTerms.OverScale(person)) is not { } o) return (why, null, kind);
        var act = (await acts.OfAsync([person.PersonId], [ActionCodes.StepRaise, PayActions.OverScale, PayActions.EarlyRaise], true, ct)).FirstOrDefault();
        return (why, new RaiseRow(person, kind, o.Due, o.NextStep, o.Next, o.NextPercent, o.ExtensionMonths, o.Increase) { Obstacle = act is null ? In(person, o) : Under(act), UnderWayId = act?.DecisionId }, kind);
    }

    private (Outcome? Outcome, string? Problem) Reckon(RaiseKind kind, PersonRow person, ILookup<Guid, RaiseFact> noted, RulesOf rules, Dictionary<Situation, (Outcome?, string?)> known)
    {
        if (noted.Contains(person.PersonId))
            return Try(() => rules.Next(kind, StepFacts.Onto(PersonTerms.Step(person), noted[person.PersonId]), PersonTerms.OverScale(person)));
        var situation = new Situation(person.Category!, person.TableCode!, person.Step!.Value, person.OverScalePercent ?? 0, person.StepSince!.Value);
        if (!known.TryGetValue(situation, out var found)) known[situation] = found = Try(() => rules.Next(kind, PersonTerms.Step(person), PersonTerms.OverScale(person)));
        return found;
    }

    private static (Outcome? Outcome, string? Problem) Try(Func<Outcome?> reckon)
    {
        try
        {
            return (reckon(), null);
        }
        catch (CaseInputException e)
        {
            return (null, e.Message);
        }
    }

    private Obstacle? In(PersonRow person, Outcome outcome)
    {
        if (outcome.Current.Hundredths != person.Coefficient)
            return new($"Hệ số trong hồ sơ ({new Coefficient(person.Coefficient!.Value)}) khác bảng lương ({outcome.Current}).", "Đính chính quyết định xếp lương gần nhất", PersonnelLinks.Record(person.PersonId), true);
        if (RetiresFrom(person) is { } retires && retires <= outcome.Due)
            return new($"Đến tuổi nghỉ hưu từ {VnFormat.Date(retires)}, trước ngày đến hạn.", "Xét nâng trước thời hạn khi có thông báo nghỉ hưu", PayLinks.AtRetirement, false);
        return null;
    }

    private static Obstacle Under(ActOnPerson act) => new($"Đã có trong quyết định {act.NumberText ?? act.State.Name().ToLowerInvariant()}.", "Mở quyết định", DecisionLinks.Decision(act.DecisionId), true);

    private async Task<IQueryable<PersonRow>> CandidatesAsync(RaiseKind kind, Guid? unitId, DateOnly to, AsOf asOf, CancellationToken ct)
    {
        var latest = to.AddMonths(kind == RaiseKind.Regular ? -ShortestStep : -LawDay.MonthsPerYear);
        var all = gate.ActorOrNull is null ? people.On(asOf) : people.ScopedOn(asOf, PayPermissions.Read);
        var rows = all.Where(r => r.UnitId != null && r.RankCode != null && r.StepSince <= latest);
        if (unitId is not { } unit) return rows;
        var chosen = (await units.TreeAsync(asOf, ct)).Subtree(unit).ToArray();
        return rows.Where(r => chosen.Contains(r.UnitId!.Value));
    }

    /// <summary>The rules of one day. The law of the due day decides; it is not known before it is computed, so the last day of the window stands for it.</summary>
    private sealed class RulesOf(LawBook law, DateOnly day)
    {
        public RegularStepRaise Raise { get; } = new(law, day);
        public OverScaleAward Award { get; } = new(law, day);
        private readonly MonthlyPay _pay = new(law, day);

        /// <summary>The next raise of a kind; null when that kind is not the one that comes next.</summary>
        public Outcome? Next(RaiseKind kind, StepHolding holding, Percent held)
        {
            if (kind == RaiseKind.OverScale)
            {
                if (!Award.Concerns(holding)) return null;
                var award = Award.Assess(holding, held);
                var more = Of(holding, holding.Step, award.Next) - Of(holding, holding.Step, held);
                var last = Raise.Assess(holding).Current;
                return new Outcome(award.Due, holding.Step, last, last, award.Next.Hundredths / 100, award.ExtensionMonths, more);
            }
            var raise = Raise.Assess(holding);
            return raise.Due is { } due ? new Outcome(due, raise.NextStep, raise.Current, raise.Next, 0, raise.ExtensionMonths, Of(holding, raise.NextStep, default) - Of(holding, holding.Step, default)) : null;
        }

        private long Of(StepHolding holding, int step, Percent overScale) => _pay.Assess(new PayHolding(holding.Category, holding.Table, step, overScale)).Total;
    }
}
