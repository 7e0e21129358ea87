using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Decisions.UseCases;

/// <summary>Begins a draft.</summary>
/// <param name="UnitId">Unit that drafts; null: the agency of the first subject, or the actor's own scope decides.</param>
/// <param name="Subjects">People or units it is about; empty for new people and units (one empty item is made).</param>
/// <param name="Inputs">Values known from where the draft was started.</param>
internal sealed record StartDraft(string ActionCode, Guid? UnitId, IReadOnlyList<Guid> Subjects, IReadOnlyDictionary<string, string>? Inputs = null);

/// <summary>What came of it.</summary>
internal abstract record StartDraftOutcome
{
    internal sealed record Started(Guid Id, DraftItems.Added Items) : StartDraftOutcome;
    internal sealed record NotPossible(string Why) : StartDraftOutcome;
}

internal sealed class StartDraftHandler(CongVuDb db, ActionCatalogue catalogue, ProcessLog processes, DecisionDesk desk, DraftItems items, Gate gate, TimeProvider clock)
{
    public async Task<StartDraftOutcome> HandleAsync(StartDraft command, CancellationToken ct)
    {
        var action = catalogue.Find(command.ActionCode);
        var permission = DecisionAccess.ToDraft(action.Code);
        gate.Demand(permission);
        var unit = command.UnitId ?? await items.HomeOfAsync(action, command.Subjects, ct);
        if (unit is not { } unitId) return new StartDraftOutcome.NotPossible("Chọn đơn vị lập quyết định.");
        gate.Demand(permission, unitId);

        var decision = new Decision
        {
            ActionCode = action.Code,
            UnitId = unitId,
            UnitIds = [unitId],
            Title = action.Name,
            Inputs = InputJson.Write(Defaults(action, command.Inputs)),
            DrafterId = gate.Actor.AccountId,
            DrafterName = gate.Actor.DisplayName,
            DraftedAt = clock.UtcNow(),
            ListedOn = clock.Today(),
        };
        await using var process = await processes.BeginAsync(DecisionProcesses.Draft, "decision", decision.Id, ct);
        db.Add(decision);
        var added = await items.AddAsync(decision, action, command.Subjects, [], ct);
        desk.Move(decision, DecisionState.Draft, process.Run);
        await process.CommitAsync(ct, unitId);
        return new StartDraftOutcome.Started(decision.Id, added);
    }

    private static Dictionary<string, string> Defaults(PersonnelAction action, IReadOnlyDictionary<string, string>? given)
    {
        var values = action.Inputs.Where(i => i is { PerItem: false, Default: not null }).ToDictionary(i => i.Key, i => i.Default!);
        foreach (var (key, value) in given ?? new Dictionary<string, string>())
            if (action.Inputs.Any(i => i.Key == key)) values[key] = value;
        return values;
    }
}
