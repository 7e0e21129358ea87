using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Checks;

/// <summary>Turns the items of a decision into cases: what was typed, and what holds on the day, in one query per distinct day.</summary>
internal sealed class CaseBuilder(UnitDirectory units, PersonLookup people)
{
    public async Task<IReadOnlyList<(DecisionItem Item, ActionCase Case)>> BuildAsync(LoadedDecision loaded, PersonnelAction action, DateOnly today, CancellationToken ct)
    {
        var kept = loaded.Kept.ToList();
        var shared = loaded.Decision.SharedInputs;
        var inputs = kept.ToDictionary(i => i.Id, i => InputJson.Merge(shared, i.OwnInputs));
        var days = kept.ToDictionary(i => i.Id, i => DayOf(inputs[i.Id], today));
        var trees = new Dictionary<DateOnly, UnitTree>();
        foreach (var day in days.Values.Append(today).Distinct()) trees[day] = await units.TreeAsync(new AsOf(day), ct);
        var persons = await PersonsAsync(kept, days, action, ct);
        return [.. kept.Select(item => (item, new ActionCase
        {
            ItemId = item.Id,
            DecisionId = loaded.Decision.Id,
            SubjectId = item.SubjectId,
            Inputs = inputs[item.Id],
            Day = days[item.Id],
            Today = today,
            Person = persons.GetValueOrDefault((item.SubjectId, days[item.Id])),
            Units = trees[days[item.Id]],
            Attachments = loaded.Attachments,
            IsOnly = kept.Count == 1,
        }))];
    }

    private static DateOnly DayOf(IReadOnlyDictionary<string, string> inputs, DateOnly today) =>
        VnDate.TryParse(inputs.GetValueOrDefault(ActionInput.FromKey), out var day) ? day : today;

    private async Task<Dictionary<(Guid, DateOnly), PersonRow>> PersonsAsync(List<DecisionItem> items, Dictionary<Guid, DateOnly> days, PersonnelAction action, CancellationToken ct)
    {
        var found = new Dictionary<(Guid, DateOnly), PersonRow>();
        if (action.Subject is ActionSubject.Unit or ActionSubject.NewUnit) return found;
        foreach (var group in items.GroupBy(i => days[i.Id]))
            foreach (var row in await people.RowsAsync([.. group.Select(i => i.SubjectId)], group.Key, ct))
                found[(row.PersonId, group.Key)] = row;
        return found;
    }
}
