using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Decisions.UseCases;

/// <summary>Puts people and units into a draft, as far as the actor may draft for them.</summary>
internal sealed class DraftItems(CongVuDb db, PersonLookup people, UnitDirectory units, Gate gate, TimeProvider clock)
{
    /// <summary>How many were added, and who was left out and why.</summary>
    internal sealed record Added(int Count, IReadOnlyList<string> LeftOut);

    /// <summary>Who was left out, for one message; a long list is cut.</summary>
    public static string LeftOutWords(IReadOnlyList<string> leftOut) => $"Không đưa vào được {leftOut.Count}: {string.Join(" ", leftOut.Take(8))}{(leftOut.Count > 8 ? $" Và {leftOut.Count - 8} trường hợp khác." : "")}";

    private sealed record Candidate(Guid Id, string Name, Guid? UnitId);

    /// <summary>The agency the draft belongs to: that of the first subject.</summary>
    public async Task<Guid?> HomeOfAsync(PersonnelAction action, IReadOnlyList<Guid> subjects, CancellationToken ct)
    {
        if (subjects.Count == 0) return null;
        var today = new AsOf(clock.Today());
        var tree = await units.TreeAsync(today, ct);
        var home = action.Subject == ActionSubject.Person
            ? (await people.RowsAsync([subjects[0]], clock.Today(), ct)).Select(p => p.UnitId ?? p.FileUnitId).FirstOrDefault()
            : subjects[0];
        return home is { } unit ? tree.Agency(unit)?.Id ?? unit : null;
    }

    /// <summary>Adds subjects behind the last item; tracked, saved by the caller's process.</summary>
    public async Task<Added> AddAsync(Decision decision, PersonnelAction action, IReadOnlyList<Guid> subjects, IReadOnlyList<DecisionItem> present, CancellationToken ct)
    {
        var leftOut = new List<string>();
        var no = present.Select(i => i.No).DefaultIfEmpty(0).Max();
        var kept = present.Where(i => i.State == ItemState.Kept).Select(i => i.SubjectId).ToHashSet();
        var count = 0;
        foreach (var one in await CandidatesAsync(action, subjects, ct))
        {
            if (kept.Count >= action.MaxItems) { leftOut.Add($"{one.Name}: một quyết định loại này tối đa {action.MaxItems} đối tượng."); continue; }
            if (!kept.Add(one.Id)) { leftOut.Add($"{one.Name}: đã có trong quyết định."); continue; }
            if (gate.IsSelf(one.Id)) { leftOut.Add($"{one.Name}: không tự lập hồ sơ cho mình."); continue; }
            if (one.UnitId is { } unit && !gate.May(DecisionAccess.ToDraft(action.Code), unit)) { leftOut.Add($"{one.Name}: ngoài phạm vi đơn vị bạn được giao."); continue; }
            db.Add(new DecisionItem { DecisionId = decision.Id, No = ++no, SubjectId = one.Id, SubjectName = one.Name, UnitId = one.UnitId });
            if (one.UnitId is { } home) decision.UnitIds = [.. decision.UnitIds.Append(home).Distinct()];
            count++;
        }
        decision.ItemCount = kept.Count;
        return new Added(count, leftOut);
    }

    private async Task<IReadOnlyList<Candidate>> CandidatesAsync(PersonnelAction action, IReadOnlyList<Guid> subjects, CancellationToken ct)
    {
        var today = new AsOf(clock.Today());
        switch (action.Subject)
        {
            // Several new people are told apart by ids that nobody has yet.
            case ActionSubject.NewPerson when subjects.Count > 0:
                return [.. subjects.Distinct().Select(id => new Candidate(id, "(người mới)", null))];
            case ActionSubject.NewPerson or ActionSubject.NewUnit:
                return [new Candidate(Guid.CreateVersion7(), action.Subject == ActionSubject.NewPerson ? "(người mới)" : "(đơn vị mới)", null)];
            case ActionSubject.Unit:
                var tree = await units.TreeAsync(today, ct);
                return [.. subjects.Select(id => new Candidate(id, tree.FullName(id), id))];
            default:
                var rows = (await people.RowsAsync([.. subjects.Distinct()], clock.Today(), ct)).ToDictionary(p => p.PersonId);
                return [.. subjects.Where(rows.ContainsKey).Select(id => rows[id]).Select(p => new Candidate(p.PersonId, p.FullName, p.UnitId ?? p.FileUnitId))];
        }
    }
}
