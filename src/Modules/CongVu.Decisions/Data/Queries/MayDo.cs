using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Decisions.UseCases;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Data.Queries;

/// <summary>What the actor may do with a decision now.</summary>
internal sealed record AllowedMoves(bool Edit, bool Submit, bool Withdraw, bool Return, bool Verify, bool Override, bool Sign, bool Discard, bool Annul, bool Correct);

/// <summary>Which buttons a page offers. The use cases decide again; this only spares people buttons that would be refused.</summary>
internal sealed class MayDo(DecisionAccess access, SignerPosts signers, AuthorityRules rules, Gate gate, AsOfContext asOf)
{
    public async Task<AllowedMoves> OfAsync(LoadedDecision loaded, CancellationToken ct)
    {
        var d = loaded.Decision;
        if (!asOf.IsNow || gate.ActorOrNull is not { } actor || loaded.Items.Any(i => gate.IsSelf(i.SubjectId) && i.State == ItemState.Kept))
            return new AllowedMoves(false, false, false, false, false, false, false, false, false, false);
        var drafted = loaded.Drafters.Contains(actor.AccountId);
        var (draft, submitted, verified) = (d.State == DecisionState.Draft, d.State == DecisionState.Submitted, d.State == DecisionState.Verified);
        var mayDraft = access.May(DecisionAccess.ToDraft(d.ActionCode), d);
        var mayVerify = access.May(DecisionPermissions.Verify, d);
        var maySign = verified && access.May(DecisionAccess.ToSign(d.ActionCode), d) && !drafted && d.VerifierId != actor.AccountId && await IsCompetentAsync(d, ct);
        var stands = d.State is DecisionState.Signed or DecisionState.Effective or DecisionState.Corrected;
        var mayUndo = stands && access.May(DecisionPermissions.AnnulDraft, d);
        return new AllowedMoves(draft && mayDraft, draft && mayDraft && access.May(DecisionPermissions.Submit, d), submitted && drafted, (submitted && mayVerify) || (verified && (mayVerify || maySign)), submitted && mayVerify && !drafted,
            (draft || submitted) && access.May(DecisionPermissions.Override, d), maySign, draft && mayDraft, mayUndo && d.ActionCode != ActionCodes.Annul, mayUndo && d.ActionCode is not (ActionCodes.Annul or ActionCodes.Correct));
    }

    private async Task<bool> IsCompetentAsync(Decision d, CancellationToken ct) =>
        d.SignerUnitId is { } agency && ((await signers.HeldAsync(ct)).Any(h => h.UnitId == agency && d.SignerPosts.Contains(h.PostCode))
            || (await rules.DelegatedToAsync(gate.Actor.AccountId, d.ActionCode, asOf.Today, ct)).Any(g => g.FromUnitId == agency && d.SignerPosts.Contains(g.FromPost)));
}
