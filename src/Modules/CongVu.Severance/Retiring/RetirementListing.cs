using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Law.Retirement;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Retiring;

/// <summary>What the address of the list asks for.</summary>
internal sealed record RetirementFilter(Guid? UnitId, int Months, string? Text, string? Only)
{
    public const string Unit = "don-vi", MonthsKey = "thang", TextKey = "q", OnlyKey = "xem", ToDo = "can-lam";
    public static readonly int[] Windows = [12, 24, 60];

    public static RetirementFilter Read(Func<string, string?> value) => new(Guid.TryParse(value(Unit), out var unit) ? unit : null,
        int.TryParse(value(MonthsKey), out var months) && Windows.Contains(months) ? months : Windows[0], value(TextKey), value(OnlyKey));
}

/// <summary>Who retires in the time ahead, by the law and the record of a day.</summary>
internal sealed class RetirementListing(CongVuDb db, LawBook law, People people, UnitDirectory units, ActsOnPeople acts, Gate gate)
{
    /// <summary>No law of the data's time lets anybody reach the age earlier.</summary>
    private const int YoungestYears = 55;

    /// <summary>Who should have retired so long ago and is still at work is shown as late.</summary>
    private const int MonthsBack = 6;

    /// <summary>Those whose pension starts before the end of the window, the late first.</summary>
    /// <exception cref="OutsideCoverageException">The law's data do not reach the day.</exception>
    public async Task<IReadOnlyList<RetirementRow>> OfAsync(RetirementFilter filter, AsOf asOf, CancellationToken ct)
    {
        if (filter.UnitId is { } asked) gate.Demand(SeverancePermissions.Read, asked);
        var today = asOf.ValidOn;
        var tree = await units.TreeAsync(asOf, ct);
        var born = today.AddMonths(filter.Months).AddYears(-YoungestYears);
        var rows = people.ScopedOn(asOf, SeverancePermissions.Read).Where(p => p.UnitId != null && p.BirthDate <= born);
        if (filter.UnitId is { } unit)
        {
            var below = tree.Subtree(unit).ToArray();
            rows = rows.Where(p => below.Contains(p.UnitId!.Value));
        }
        if (!string.IsNullOrWhiteSpace(filter.Text)) rows = people.Where(rows, new PersonFilter { Text = filter.Text }, today);
        return await RowsAsync(await rows.ToListAsync(ct), today.AddMonths(filter.Months), tree, today, filter.Only == RetirementFilter.ToDo, ct);
    }

    /// <summary>One person; null when not at work on the day.</summary>
    public async Task<RetirementRow?> OneAsync(PersonRow person, AsOf asOf, CancellationToken ct)
    {
        if (person.UnitId is null) return null;
        return (await RowsAsync([person], DateOnly.MaxValue, await units.TreeAsync(asOf, ct), asOf.ValidOn, false, ct)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<RetirementRow>> RowsAsync(IReadOnlyList<PersonRow> persons, DateOnly until, UnitTree tree, DateOnly today, bool toDo, CancellationToken ct)
    {
        var known = persons.ToDictionary(p => p.PersonId);
        var from = until == DateOnly.MaxValue ? DateOnly.MinValue : today.AddMonths(-MonthsBack);
        var found = new RetirementForecast(law, today).Between(persons.Select(p => new RetirementCandidate<Guid>(p.PersonId, PersonTerms.SexOf(p), PersonTerms.Birth(p))), from, until);
        var ids = found.Select(f => f.Key).ToArray();
        var notices = (await db.Set<RetirementNotice>().AsNoTracking().Where(n => ids.Contains(n.PersonId) && n.WithdrawnAt == null).ToListAsync(ct)).ToDictionary(n => n.PersonId);
        var decisions = (await acts.OfAsync(ids, [ActionCodes.Retire], false, ct)).ToLookup(a => a.PersonId);
        var rows = found.Select(f => known[f.Key] is var p
            ? new RetirementRow(p, tree.FullName(p.UnitId!.Value), LeadershipPosts.Find(p.PostCode ?? "") is null ? "" : LeadershipPosts.Name(p.PostCode!), f.Age, f.Deadlines, notices.GetValueOrDefault(f.Key), decisions[f.Key].FirstOrDefault(), today) : null!);
        return [.. rows.Where(r => !toDo || r.Stage <= RetirementStage.NoticeDue).OrderBy(r => r.Stage > RetirementStage.NoticeDue).ThenBy(r => r.RetiresOn).ThenBy(r => r.Person.SortKey, StringComparer.Ordinal)];
    }
}
