using CongVu.Organisation.Contracts;
using CongVu.Platform.Time;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;

namespace CongVu.Reform.UseCases;

/// <summary>A unit that owes something.</summary>
/// <param name="NamedUnitId">The unit of the plan's words, when this one has taken over from it.</param>
internal readonly record struct ResponsibleUnit(Guid UnitId, Guid? NamedUnitId);

/// <summary>Who leads a product on a day: the named units or those that took over from them, and the members of the named groups.</summary>
internal sealed class ResponsibleUnits(UnitDirectory directory)
{
    public async Task<IReadOnlyList<ResponsibleUnit>> OnAsync(IEnumerable<ProductUnit> leads, DateOnly day, CancellationToken ct)
    {
        var found = new Dictionary<Guid, ResponsibleUnit>();
        foreach (var lead in leads)
        {
            if (lead.GroupKey is { } group)
                foreach (var unit in UnitGroups.On(group, await directory.TreeAsync(new(day), ct))) found.TryAdd(unit.Id, new(unit.Id, null));
            else if (lead.UnitId is { } named)
            {
                var standIns = await directory.StandInsAsync(named, new(day), ct);
                if (standIns.Count == 0) found.TryAdd(named, new(named, null)); // not there yet on that day, or ended without heir
                foreach (var unit in standIns) found.TryAdd(unit.Id, new(unit.Id, unit.Id == named ? null : named));
            }
        }
        return [.. found.Values];
    }

    /// <summary>The names of units known on any of the days a plan may speak of.</summary>
    public async Task<UnitNames> NamesAsync(DateOnly? issued, DateOnly today, CancellationToken ct)
    {
        // The day before the district level ended and one before the departments merged earlier that year.
        DateOnly[] days = [issued ?? today, today, TwoTierGovernment.From.AddDays(-1), TwoTierGovernment.From.AddMonths(-6)];
        var trees = new List<UnitTree>();
        foreach (var day in days) trees.Add(await directory.TreeAsync(new AsOf(day), ct));
        return new UnitNames(trees);
    }
}
