using System.Text.Json;
using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Severance.Actions;
using CongVu.Severance.Cases;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Schemes;

/// <summary>People and money of one group.</summary>
internal sealed record ResultLine(string Name, int People, long Amount);

/// <summary>What a year's signed decisions came to, by case code, regime, policy and kind of unit.</summary>
internal sealed record YearResults(int Year, IReadOnlyList<(string Title, IReadOnlyList<ResultLine> Lines)> Groups, int People, long Amount)
{
    /// <summary>The report goes to the ministry by this day.</summary>
    public DateOnly DueOn => new(Year + 1, 2, 15);
}

/// <summary>Somebody downsized who works for a budget-paid body again.</summary>
internal sealed record TakenOnAgain(PersonRow Person, string UnitName, DateOnly LeftOn, DateOnly AgainOn, bool Repays, DateOnly LastDay, string? Decision, long? Amount);

/// <summary>Reads what signed decisions on downsizing came to.</summary>
internal sealed class ResultsReport(CongVuDb db, LawBook law, People people, UnitDirectory units, ActsOnPeople acts, Gate gate, TimeProvider clock)
{
    public async Task<YearResults> OfAsync(int year, CancellationToken ct)
    {
        var rows = (await SignedAsync(ct)).Where(r => r.Case.LeaveOn.Year == year).ToList();
        var tree = await units.TreeAsync(new AsOf(clock.Today()), ct);
        var kinds = rows.ToDictionary(r => r.Case.Id, r => tree.Agency(r.Unit) is { } agency ? OrganisationWords.Kind(agency.Kind) : "Đơn vị không còn");
        IReadOnlyList<(string, IReadOnlyList<ResultLine>)> groups =
        [
            ("Theo trường hợp", Lines(rows, r => r.Case.Ground ?? "Sắp xếp tổ chức bộ máy")), ("Theo chế độ", Lines(rows, r => r.Snapshot?.Regime ?? "Chưa xác định")),
            ("Theo chính sách", Lines(rows, r => DownsizeAction.Words(r.Case.Policy))), ("Theo loại đơn vị", Lines(rows, r => kinds[r.Case.Id])),
        ];
        return new YearResults(year, groups, rows.Count, rows.Sum(r => r.Case.AppraisedAmount ?? 0));
    }

    /// <summary>Those who must be asked for the benefit back, and those taken on again later than that.</summary>
    public async Task<IReadOnlyList<TakenOnAgain>> TakenOnAgainAsync(CancellationToken ct)
    {
        var today = new AsOf(clock.Today());
        var tree = await units.TreeAsync(today, ct);
        var left = (await acts.OfAsync(null, [SeveranceActions.Downsize], false, ct)).Where(a => a.Stands && a.EffectiveOn <= today.ValidOn).GroupBy(a => a.PersonId).ToDictionary(g => g.Key, g => g.First());
        var ids = left.Keys.ToArray();
        var amounts = (await db.Set<SeveranceCase>().AsNoTracking().Where(c => ids.Contains(c.PersonId) && c.DecisionId != null).ToListAsync(ct)).ToLookup(c => c.PersonId);
        var found = new List<TakenOnAgain>();
        foreach (var person in await people.ScopedOn(today, SeverancePermissions.Read).Where(p => p.UnitId != null && ids.Contains(p.PersonId)).ToListAsync(ct))
        {
            var act = left[person.PersonId];
            var jobs = (await people.RecordAsync(person.PersonId, today, ct))?.Of(FactKind.Employment) ?? [];
            if (jobs.FirstOrDefault(j => j.From >= act.EffectiveOn) is not { } again) continue;
            var repayment = law.Severance.RepaymentOf(act.EffectiveOn!.Value, again.From);
            found.Add(new TakenOnAgain(person, tree.FullName(person.UnitId!.Value), act.EffectiveOn.Value, again.From, repayment.Due, repayment.LastDay, act.NumberText, amounts[person.PersonId].FirstOrDefault()?.AppraisedAmount));
        }
        return [.. found.OrderByDescending(f => f.Repays).ThenBy(f => f.Person.SortKey, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<(SeveranceCase Case, Guid Unit, CaseSnapshot? Snapshot)>> SignedAsync(CancellationToken ct)
    {
        var scope = gate.Scope(SeverancePermissions.Read);
        var seen = scope.IsAll ? [] : scope.Ids;
        var rows = await (from c in db.Set<SeveranceCase>().AsNoTracking() join b in db.Set<Batch>().AsNoTracking() on c.BatchId equals b.Id where c.State == CaseState.Open && c.DecisionId != null && (scope.IsAll || seen.Contains(b.UnitId)) select new { Case = c, b.UnitId }).ToListAsync(ct);
        var signed = (await acts.OfAsync([.. rows.Select(r => r.Case.PersonId)], [SeveranceActions.Downsize], false, ct)).Where(a => a.Stands).Select(a => a.DecisionId).ToHashSet();
        return [.. rows.Where(r => signed.Contains(r.Case.DecisionId!.Value)).Select(r => (r.Case, r.UnitId, r.Case.Snapshot is { } kept ? JsonSerializer.Deserialize<CaseSnapshot>(kept, Json.Options) : null))];
    }

    private static List<ResultLine> Lines(IEnumerable<(SeveranceCase Case, Guid Unit, CaseSnapshot? Snapshot)> rows, Func<(SeveranceCase Case, Guid Unit, CaseSnapshot? Snapshot), string> by) =>
        [.. rows.GroupBy(by).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ResultLine(g.Key, g.Count(), g.Sum(r => r.Case.AppraisedAmount ?? 0)))];
}
