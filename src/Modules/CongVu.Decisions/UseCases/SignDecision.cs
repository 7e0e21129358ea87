using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Effects;
using CongVu.Decisions.Numbers;
using CongVu.Decisions.Printing;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Events;
using CongVu.Platform.Jobs;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Decisions.UseCases;

/// <summary>Signs a verified decision today: everything is checked once more, it gets its number, and what is due by today takes hold.</summary>
internal sealed record SignDecision(Guid Id, int Version);

internal sealed class SignDecisionHandler(DecisionStore store, SubjectLocks locks, DecisionAssessor assessor, DecisionAccess access, DecisionDesk desk, AssessmentRecord record, EffectPlan plan, EffectRunner effects,
    NumberRegister numbers, SignerPosts signers, UnitDirectory units, AuthorityRules rules, DecisionNotices notices, Outbox outbox, JobQueue jobs, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public async Task<MoveOutcome> HandleAsync(SignDecision command, CancellationToken ct)
    {
        try
        {
            return await SignAsync(command, ct);
        }
        catch (Exception refused) when (refused is RecordRefusedException or UnitRulesBrokenException)
        {
            return new MoveOutcome.NotPossible("Hồ sơ đã thay đổi từ lúc kiểm tra. " + refused.Message);
        }
    }

    private async Task<MoveOutcome> SignAsync(SignDecision command, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(DecisionProcesses.Sign, "decision", command.Id, ct);
        var decision = await store.LockOnlyAsync(command.Id, ct);
        if (Already(decision) is { } already) return already;
        var loaded = await store.LockAsync(command.Id, command.Version, ct);
        access.Demand(DecisionAccess.ToSign(decision.ActionCode), decision);
        if (DecisionDesk.Find(decision, DecisionProcesses.Sign) is null) return DecisionDesk.Closed(decision, "ký");

        await locks.TakeAsync(loaded.Kept.Select(i => i.SubjectId), ct);
        var assessed = await assessor.AssessAsync(loaded, CheckStage.Signed, ct);
        if (!assessed.MayGoOn || assessed.Authority.SignerUnitId is not { } agencyId) return new MoveOutcome.Refused(assessed);
        if (agencyId != decision.SignerUnitId || !await plan.IsAsVerifiedAsync(assessed, ct))
            return new MoveOutcome.NotPossible("Nội dung thay đổi hồ sơ nay khác lúc thẩm định. Trả lại để thẩm định lại.");

        await StampAsync(decision, assessed, agencyId, process.Run, ct);
        record.Keep(assessed, process.Run);
        desk.Move(decision, DecisionState.Signed, process.Run);
        var subjects = assessed.Items.Select(i => i.Item.SubjectId).ToList();
        outbox.Publish(new DecisionSigned(decision.Id, decision.ActionCode, decision.NumberText!, decision.SignedOn!.Value, agencyId, subjects));
        await effects.ApplyAsync(decision, process.Run, clock.Today(), ct);
        await effects.ScheduleAsync(decision, ct);
        jobs.Enqueue(PrintDecisionJob.JobKind, new PrintDecision(decision.Id));
        await notices.SignedAsync(loaded, assessed, ct);
        await process.CommitAsync(ct, decision.UnitId, decision.ItemCount, new { decision.NumberText });
        return new MoveOutcome.Done(decision, $"Đã ký ban hành {decision.Label}.");
    }

    // A second click, or a second signer a moment later: the signature stands, there is no second number.
    private MoveOutcome? Already(Decision decision)
    {
        if (!decision.State.IsSigned() || !access.May(DecisionAccess.ToSign(decision.ActionCode), decision)) return null;
        return decision.SignerAccountId == gate.Actor.AccountId
            ? new MoveOutcome.Done(decision, $"Đã ký ban hành {decision.Label}.")
            : new MoveOutcome.NotPossible($"{decision.SignerName} đã ký quyết định này lúc {Platform.Text.VnFormat.Instant(decision.SignedAt)}, số {decision.NumberText}; không cần ký nữa.");
    }

    private async Task StampAsync(Decision decision, AssessedDecision assessed, Guid agencyId, ProcessRun run, CancellationToken ct)
    {
        var today = clock.Today();
        var tree = await units.TreeAsync(new AsOf(today), ct);
        var agency = tree.Find(agencyId)!;
        var answer = new AuthorityAnswer(Guid.Empty, agencyId, assessed.Authority.Posts, null, null, "")
        {
            Delegations = [.. (await rules.DelegatedToAsync(gate.Actor.AccountId, decision.ActionCode, today, ct)).Where(d => d.FromUnitId == agencyId && assessed.Authority.Posts.Contains(d.FromPost))],
        };
        var capacity = await signers.CapacityAsync(answer, agency, ct) ?? throw new InvalidOperationException("The check of the signer passed without a capacity.");
        (decision.SignerAccountId, decision.SignerPersonId, decision.SignerName) = (gate.Actor.AccountId, gate.Actor.PersonId, gate.Actor.DisplayName);
        (decision.SignerPost, decision.SignerLines) = (capacity.PostCode, [.. capacity.Lines]);
        (decision.SignedOn, decision.SignedAt, decision.RegisterYear) = (today, run.At, today.Year);
        (decision.AuthorityState, decision.AuthorityNote) = (AuthorityState.Right, assessed.Authority.Rule);
        decision.Number = await numbers.NextAsync(agencyId, decision.DocType, today.Year, ct);
        decision.NumberText = NumberRegister.Text(decision.Number.Value, decision.DocType, agency.Symbol);
    }
}
