using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Undoing;

/// <summary>Begins a draft that annuls or corrects (<paramref name="ActionCode"/>) a signed decision.</summary>
/// <param name="Items">Items concerned; null: all that stand.</param>
internal sealed record StartUndoing(string ActionCode, Guid DecisionId, IReadOnlyCollection<Guid>? Items = null);

/// <summary>Takes further items, seen in the domino view, into an annulment.</summary>
internal sealed record AnnulTogether(Guid Id, int Version, IReadOnlyCollection<Guid> Items);

internal sealed class StartUndoingHandler(CongVuDb db, ActionCatalogue catalogue, DecisionStore store, DecisionAccess access, DecisionDesk desk, DraftTitle titles, DraftEditing editing, Targets targets, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public async Task<StartDraftOutcome> HandleAsync(StartUndoing command, CancellationToken ct)
    {
        var action = catalogue.Find(command.ActionCode);
        var target = await store.ReadAsync(command.DecisionId, ct);
        access.DemandRead(target);
        access.Demand(DecisionAccess.ToDraft(action.Code), target.Decision);
        if (!target.Decision.State.IsSigned()) return new StartDraftOutcome.NotPossible("Quyết định chưa ký thì trả lại hoặc bỏ bản soạn, không thu hồi, đính chính.");
        var items = target.Kept.Where(i => command.Items is null || command.Items.Contains(i.Id)).ToList();
        if (items.Count == 0) return new StartDraftOutcome.NotPossible("Quyết định này không còn nội dung nào có hiệu lực.");

        var decision = new Decision
        {
            ActionCode = action.Code,
            UnitId = target.Decision.UnitId,
            UnitIds = target.Decision.UnitIds,
            Title = $"{action.Name}: {target.Decision.Label}",
            DrafterId = gate.Actor.AccountId,
            DrafterName = gate.Actor.DisplayName,
            DraftedAt = clock.UtcNow(),
            ListedOn = clock.Today(),
            ItemCount = items.Count,
        };
        await using var process = await processes.BeginAsync(DecisionProcesses.Draft, "decision", decision.Id, ct);
        db.Add(decision);
        Add(decision, items, 0);
        desk.Move(decision, DecisionState.Draft, process.Run);
        await process.CommitAsync(ct, decision.UnitId, items.Count);
        return new StartDraftOutcome.Started(decision.Id, new DraftItems.Added(items.Count, []));
    }

    public async Task<MoveOutcome> HandleAsync(AnnulTogether command, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(DecisionProcesses.Draft, "decision", command.Id, ct);
        var loaded = await store.LockAsync(command.Id, command.Version, ct);
        access.Demand(DecisionPermissions.AnnulDraft, loaded.Decision);
        if (loaded.Decision.State != DecisionState.Draft || loaded.Decision.ActionCode != ActionCodes.Annul) return DecisionDesk.Closed(loaded.Decision, "thêm nội dung");
        await targets.LoadAsync(command.Items, ct);
        var present = loaded.Kept.Select(i => i.OwnInputs.GetValueOrDefault(Targets.ItemKey)).ToHashSet();
        var more = command.Items.Select(targets.Of).OfType<Target>().Where(t => !present.Contains(t.Item.Id.ToString()) && t.Item.State == ItemState.Kept).ToList();
        foreach (var target in more) access.Demand(DecisionPermissions.AnnulDraft, target.Decision);
        var added = Add(loaded.Decision, more.Select(t => t.Item), loaded.Items.Max(i => i.No));
        titles.Refresh(loaded with { Items = [.. loaded.Items, .. added] }, catalogue.Find(ActionCodes.Annul));
        editing.Touched(loaded, process.Run);
        await process.CommitAsync(ct, loaded.Decision.UnitId, more.Count);
        return new MoveOutcome.Done(loaded.Decision, $"Đã thêm {more.Count} nội dung thu hồi cùng.");
    }

    private List<DecisionItem> Add(Decision decision, IEnumerable<DecisionItem> items, int no)
    {
        var added = items.Select(item => new DecisionItem
        {
            DecisionId = decision.Id,
            No = ++no,
            SubjectId = item.SubjectId,
            SubjectName = item.SubjectName,
            UnitId = item.UnitId,
            Inputs = InputJson.Write([new(Targets.ItemKey, item.Id.ToString())]),
        }).ToList();
        db.AddRange(added);
        return added;
    }
}
