using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Platform.Processes;
using CongVu.Platform.Web.Pipeline;

namespace CongVu.Decisions.UseCases;

/// <summary>Saves what was typed, right or wrong: nothing typed is lost. Keys that are not sent stay as they are.</summary>
/// <param name="Version">The version the form was made from.</param>
internal sealed record SaveDraft(Guid Id, int Version, IReadOnlyDictionary<string, string> Shared, IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>> Items);

internal sealed class SaveDraftHandler(DecisionStore store, ActionCatalogue catalogue, DecisionAccess access, DraftTitle titles, DraftSubjects subjects, DraftEditing editing, ProcessLog processes)
{
    /// <exception cref="StaleEditException">Somebody else saved meanwhile; it shows both versions field by field.</exception>
    public Task<MoveOutcome> HandleAsync(SaveDraft command, CancellationToken ct) => HandleAsync(command.Id, (_, _) => command, ct);

    /// <summary>The same; what was typed is read from its form once the draft, locked, says what there is to read.</summary>
    /// <exception cref="StaleEditException">Somebody else saved meanwhile; it shows both versions field by field.</exception>
    public async Task<MoveOutcome> HandleAsync(Guid id, Func<PersonnelAction, LoadedDecision, SaveDraft> typed, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(DecisionProcesses.Draft, "decision", id, ct);
        var loaded = await store.LockAsync(id, null, ct);
        var decision = loaded.Decision;
        access.DemandRead(loaded);
        access.Demand(DecisionAccess.ToDraft(decision.ActionCode), decision);
        if (decision.State != DecisionState.Draft) return DecisionDesk.Closed(decision, "sửa");
        var action = catalogue.Find(decision.ActionCode);
        var command = typed(action, loaded);
        if (decision.Version != command.Version) throw Stale(loaded, action, command);

        decision.Inputs = Over(decision.SharedInputs, command.Shared);
        foreach (var item in loaded.Kept)
            if (command.Items.GetValueOrDefault(item.Id) is { } own)
            {
                var changed = Over(item.OwnInputs, own);
                if (changed != item.Inputs) editing.WithdrawOverrides(loaded, item.Id);
                item.Inputs = changed;
            }
        await subjects.RefreshAsync(loaded, action, ct);
        titles.Refresh(loaded, action);
        editing.Touched(loaded, process.Run);
        await process.CommitAsync(ct, decision.UnitId);
        return new MoveOutcome.Done(decision, "Đã lưu bản soạn.");
    }

    private static string Over(IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> typed) => InputJson.Write(InputJson.Merge(stored, typed));

    private static StaleEditException Stale(LoadedDecision loaded, PersonnelAction action, SaveDraft command)
    {
        var differences = new List<FieldDifference>();
        void Compare(IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> stored, string prefix)
        {
            foreach (var (key, value) in typed)
                if ((stored.GetValueOrDefault(key) ?? "") != value.Trim())
                    differences.Add(new FieldDifference(prefix + (action.Inputs.FirstOrDefault(i => i.Key == key)?.Label ?? key), value, stored.GetValueOrDefault(key)));
        }
        Compare(command.Shared, loaded.Decision.SharedInputs, "");
        foreach (var item in loaded.Items)
            if (command.Items.GetValueOrDefault(item.Id) is { } own) Compare(own, item.OwnInputs, item.SubjectName + ": ");
        return new StaleEditException($"Bản soạn “{loaded.Decision.Title}”", differences);
    }
}
