using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Due;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Early;

/// <summary>Somebody who retires soon and whether a raise at the notice is open to them.</summary>
/// <param name="From">First day of the next step; null when it is not open.</param>
internal sealed record RetirementRaise(PersonRow Person, string UnitName, DateOnly RetiresOn, DateOnly? Due, int? Missing, DateOnly? From, Guid? UnderWayId, string Why);

/// <summary>
/// Who may be raised once at the notice of retirement: not on the last step, and at most twelve months short of the regular raise on the last day before retirement
/// (Thông tư 08/2013/TT-BNV Điều 3 khoản 3).
/// </summary>
internal sealed class RetirementRaises(LawBook law, RaiseReckoning reckoning, People people, UnitDirectory units, StepFacts facts, CongVu.Decisions.Contracts.ActsOnPeople acts, Gate gate)
{
    /// <summary>Retirements are looked for this far ahead: a notice goes out six months before.</summary>
    public const int MonthsAhead = 12;

    private const int YoungestYears = 50;

    public async Task<IReadOnlyList<RetirementRaise>> AheadAsync(Guid? unitId, AsOf asOf, CancellationToken ct)
    {
        if (unitId is { } asked) gate.Demand(PayPermissions.Read, asked);
        var today = asOf.ValidOn;
        var tree = await units.TreeAsync(asOf, ct);
        var bornBefore = today.AddYears(-YoungestYears);
        var rows = people.ScopedOn(asOf, PayPermissions.Read).Where(r => r.UnitId != null && r.RankCode != null && r.BirthDate <= bornBefore);
        if (unitId is { } unit)
        {
            var below = tree.Subtree(unit).ToArray();
            rows = rows.Where(r => below.Contains(r.UnitId!.Value));
        }
        var soon = (await rows.ToListAsync(ct)).Select(p => (Person: p, Retires: reckoning.RetiresFrom(p))).Where(p => p.Retires > today && p.Retires <= today.AddMonths(MonthsAhead)).ToList();
        var ids = soon.Select(p => p.Person.PersonId).ToArray();
        var noted = await facts.OfAsync(ids, ct);
        var done = (await acts.OfAsync(ids, [PayActions.EarlyRaise], false, ct)).ToLookup(a => a.PersonId);
        var rule = new EarlyStepRaise(law, today);
        return [.. soon.OrderBy(p => p.Retires).ThenBy(p => p.Person.SortKey, StringComparer.Ordinal)
            .Select(p => Judge(p.Person, p.Retires!.Value, tree, rule, StepFacts.Onto(PersonTerms.Step(p.Person), noted[p.Person.PersonId]), done[p.Person.PersonId].FirstOrDefault(a => a.IsUnderWay || a.Inputs.GetValueOrDefault(Actions.EarlyRaiseAction.Ground) == Actions.EarlyRaiseAction.AtNotice)?.DecisionId))];
    }

    private static RetirementRaise Judge(PersonRow person, DateOnly retires, UnitTree tree, EarlyStepRaise rule, StepHolding holding, Guid? decision)
    {
        var unit = tree.FullName(person.UnitId!.Value);
        try
        {
            var outcome = rule.Assess(holding, rule.MostMonths);
            if (outcome.RegularDue is not { } due) return new(person, unit, retires, null, null, null, decision, "Đang hưởng bậc lương cuối cùng.");
            var missing = EarlyStepRaise.MissingMonths(due, retires.AddDays(-1));
            return missing == 0 ? new(person, unit, retires, due, 0, null, decision, "Đến hạn nâng bậc thường xuyên trước ngày nghỉ hưu.")
                : missing > rule.MostMonths ? new(person, unit, retires, due, missing, null, decision, $"Trước ngày nghỉ hưu còn thiếu {missing} tháng, quá {rule.MostMonths} tháng.")
                : new(person, unit, retires, due, missing, outcome.From, decision, $"Trước ngày nghỉ hưu còn thiếu {missing} tháng.");
        }
        catch (CaseInputException e)
        {
            return new(person, unit, retires, null, null, null, decision, e.Message);
        }
    }
}
