using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Data.Queries;

/// <summary>The decisions that wait for the actor, as queries to count or to list.</summary>
internal sealed class WaitingForMe(CongVuDb db, SignerPosts signers, AuthorityRules rules, Gate gate, TimeProvider clock)
{
    /// <summary>To be verified: submitted in the actor's units, not drafted by the actor.</summary>
    public IQueryable<Decision> ToVerify()
    {
        var scope = gate.Scope(DecisionPermissions.Verify);
        if (scope.IsEmpty) return None();
        var me = gate.Actor.AccountId;
        var rows = InState(DecisionState.Submitted).Where(d => d.DrafterId != me);
        if (scope.IsAll) return rows;
        var units = scope.Ids;
        return rows.Where(d => units.Contains(d.UnitId));
    }

    /// <summary>To be signed: verified, and the actor holds one of the posts or a delegation today.</summary>
    public async Task<IQueryable<Decision>> ToSignAsync(CancellationToken ct)
    {
        if (gate.ActorOrNull is not { } actor || !(gate.May(DecisionPermissions.Sign) || gate.May(DecisionPermissions.AnnulSign))) return None();
        var held = (await signers.HeldAsync(ct)).Select(h => (h.UnitId, h.PostCode)).ToList();
        foreach (var delegation in await rules.DelegatedToAsync(actor.AccountId, "*", clock.Today(), ct)) held.Add((delegation.FromUnitId, delegation.FromPost));
        foreach (var action in rules.Actions)
            foreach (var delegation in await rules.DelegatedToAsync(actor.AccountId, action.Code, clock.Today(), ct)) held.Add((delegation.FromUnitId, delegation.FromPost));
        if (held.Count == 0) return None();
        var (units, posts, me) = (held.Select(h => h.UnitId).Distinct().ToArray(), held.Select(h => h.PostCode).Distinct().ToArray(), actor.AccountId);
        return InState(DecisionState.Verified).Where(d => d.SignerUnitId != null && units.Contains(d.SignerUnitId.Value) && d.SignerPosts.Any(p => posts.Contains(p)) && d.DrafterId != me && d.VerifierId != me);
    }

    /// <summary>The actor's drafts that were sent back.</summary>
    public IQueryable<Decision> Returned() => MyDrafts().Where(d => db.Set<DecisionStep>().Where(s => s.DecisionId == d.Id && s.FromState != s.ToState).OrderByDescending(s => s.At).Select(s => s.Process).FirstOrDefault() == DecisionProcesses.Return.Code);

    /// <summary>The actor's drafts.</summary>
    public IQueryable<Decision> MyDrafts()
    {
        if (gate.ActorOrNull is not { } actor) return None();
        var me = actor.AccountId;
        return InState(DecisionState.Draft).Where(d => d.DrafterId == me);
    }

    /// <summary>Signed ones of the actor's units that take hold within some days.</summary>
    public IQueryable<Decision> Scheduled(int days)
    {
        var scope = gate.Scope(DecisionPermissions.Draft);
        if (scope.IsEmpty) return None();
        var until = clock.Today().AddDays(days);
        var rows = InState(DecisionState.Signed).Where(d => d.EffectiveOn <= until);
        if (scope.IsAll) return rows;
        var units = scope.Ids;
        return rows.Where(d => d.UnitIds.Any(u => units.Contains(u)));
    }

    private IQueryable<Decision> InState(DecisionState state) => db.Set<Decision>().AsNoTracking().Where(d => d.State == state);

    private IQueryable<Decision> None() => db.Set<Decision>().AsNoTracking().Where(d => false);
}
