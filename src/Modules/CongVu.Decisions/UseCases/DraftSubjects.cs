using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Platform.Time;

namespace CongVu.Decisions.UseCases;

/// <summary>
/// Whoever is to enter the register may have been in it before. Where the form names somebody whose record goes on by this act, the item is about that person; where it
/// names that person no longer, about somebody new.
/// </summary>
internal sealed class DraftSubjects(PersonLookup people, TimeProvider clock)
{
    public async Task RefreshAsync(LoadedDecision loaded, PersonnelAction action, CancellationToken ct)
    {
        if (action.Subject != ActionSubject.NewPerson) return;
        var kept = loaded.Kept.ToList();
        var known = await action.KnownAsync([.. kept.Select(i => InputJson.Merge(loaded.Decision.SharedInputs, i.OwnInputs))], clock.Today(), ct);
        var registered = (await people.RowsAsync([.. kept.Select(i => i.SubjectId)], clock.Today(), ct)).Select(p => p.PersonId).ToHashSet();
        var taken = new HashSet<Guid>();
        foreach (var (item, person) in kept.Zip(known))
        {
            if (person is { } goesOn && taken.Add(goesOn)) item.SubjectId = goesOn;
            else if (registered.Contains(item.SubjectId)) item.SubjectId = Guid.CreateVersion7();
        }
    }
}
