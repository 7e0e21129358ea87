using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Platform.Processes;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.UseCases;

/// <summary>Adds people (units) to a draft; for new people and units one empty item.</summary>
internal sealed record AddItems(Guid Id, int Version, IReadOnlyList<Guid> Subjects);

/// <summary>Takes items out of a draft, or puts them back (reason null). They stay in the draft's history.</summary>
/// <param name="Own">Reasons of single items, before the common one.</param>
internal sealed record DropItem(Guid Id, int Version, IReadOnlyList<Guid> Items, string? Reason, IReadOnlyDictionary<Guid, string>? Own = null);

/// <summary>What came of it.</summary>
internal abstract record EditItemsOutcome
{
    internal sealed record Done(Decision Decision, int Count, IReadOnlyList<string> LeftOut) : EditItemsOutcome;
    internal sealed record NotPossible(string Why) : EditItemsOutcome;
}

internal sealed class EditItemsHandler(DecisionStore store, ActionCatalogue catalogue, DecisionAccess access, DraftItems items, DraftTitle titles, DraftEditing editing, ProcessLog processes, Platform.Data.CongVuDb db)
{
    public async Task<EditItemsOutcome> HandleAsync(AddItems command, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(DecisionProcesses.Draft, "decision", command.Id, ct);
        var loaded = await store.LockAsync(command.Id, command.Version, ct);
        if (Refuse(loaded) is { } no) return no;
        var action = catalogue.Find(loaded.Decision.ActionCode);
        var added = await items.AddAsync(loaded.Decision, action, command.Subjects, loaded.Items, ct);
        await db.SaveChangesAsync(ct);
        return await FinishAsync(await ReloadAsync(loaded, ct), action, process, added.Count, added.LeftOut, ct);
    }

    public async Task<EditItemsOutcome> HandleAsync(DropItem command, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(DecisionProcesses.Draft, "decision", command.Id, ct, command.Reason);
        var loaded = await store.LockAsync(command.Id, command.Version, ct);
        if (Refuse(loaded) is { } no) return no;
        var touched = loaded.Items.Where(i => command.Items.Contains(i.Id) && i.State != ItemState.Annulled).ToList();
        foreach (var item in touched)
        {
            var dropped = !string.IsNullOrWhiteSpace(command.Reason);
            item.State = dropped ? ItemState.Dropped : ItemState.Kept;
            item.DropReason = dropped ? command.Own?.GetValueOrDefault(item.Id) ?? command.Reason!.Trim() : null;
        }
        return await FinishAsync(loaded, catalogue.Find(loaded.Decision.ActionCode), process, touched.Count, [], ct);
    }

    private EditItemsOutcome.NotPossible? Refuse(LoadedDecision loaded)
    {
        access.Demand(DecisionAccess.ToDraft(loaded.Decision.ActionCode), loaded.Decision);
        return loaded.Decision.State == DecisionState.Draft ? null : new(DecisionDesk.Closed(loaded.Decision, "sửa danh sách").Why);
    }

    private async Task<LoadedDecision> ReloadAsync(LoadedDecision loaded, CancellationToken ct) =>
        loaded with { Items = await db.Set<DecisionItem>().Where(i => i.DecisionId == loaded.Decision.Id).OrderBy(i => i.No).ToListAsync(ct) };

    private async Task<EditItemsOutcome> FinishAsync(LoadedDecision loaded, PersonnelAction action, ProcessScope process, int count, IReadOnlyList<string> leftOut, CancellationToken ct)
    {
        titles.Refresh(loaded, action);
        editing.Touched(loaded, process.Run);
        await process.CommitAsync(ct, loaded.Decision.UnitId, count);
        return new EditItemsOutcome.Done(loaded.Decision, count, leftOut);
    }
}
