using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Checks;

/// <summary>
/// A draft may lie for weeks. Whoever left the agency meanwhile is no longer the drafting agency's to decide about: the draft says so instead of going on with what was true then.
/// </summary>
internal sealed class MovedSince(PersonLookup people, UnitDirectory units, TimeProvider clock)
{
    private const string Title = "Vẫn thuộc cơ quan lập quyết định";

    /// <summary>What happened, by item.</summary>
    public async Task<IReadOnlyDictionary<Guid, Check>> OfAsync(PersonnelAction action, IReadOnlyCollection<DecisionItem> items, CancellationToken ct)
    {
        var found = new Dictionary<Guid, Check>();
        if (action.Subject != ActionSubject.Person || items.Count == 0) return found;
        var today = clock.Today();
        var rows = (await people.RowsAsync([.. items.Select(i => i.SubjectId)], today, ct)).ToDictionary(p => p.PersonId);
        var tree = await units.TreeAsync(new AsOf(today), ct);
        foreach (var item in items)
            if (item.UnitId is { } then && rows.GetValueOrDefault(item.SubjectId) is { UnitId: { } now } && Agency(tree, then) is { } from && Agency(tree, now) is { } to && from != to)
                found[item.Id] = new("moved", Title, Standing.Blocks, $"Từ khi đưa vào bản soạn đã chuyển từ {tree.Find(from)!.Name} sang {tree.FullName(now)}.", null,
                    "Đưa người này ra khỏi danh sách; cơ quan quản lý mới lập quyết định.");
        return found;
    }

    // A unit that ended since is not a move of the person: the successor carries on.
    private static Guid? Agency(UnitTree tree, Guid unit) => tree.Agency(unit)?.Id;
}
