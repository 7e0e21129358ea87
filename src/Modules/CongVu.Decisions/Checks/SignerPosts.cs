using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Checks;

/// <summary>Whether the actor may sign for an agency today: by a post the actor's person holds there, or by a delegation.</summary>
internal sealed class SignerPosts(People people, UnitDirectory units, Gate gate, TimeProvider clock)
{
    /// <summary>The capacity, or null when there is none.</summary>
    public async Task<SignerCapacity?> CapacityAsync(AuthorityAnswer answer, UnitView agency, CancellationToken ct)
    {
        if (gate.ActorOrNull is not { } actor) return null;
        foreach (var post in answer.PostCodes)
            if ((await HeldAsync(ct)).Contains((post, agency.Id))) return SignerCapacity.ByPost(post, answer.PostCodes[0], agency);
        if (answer.Delegations.FirstOrDefault(d => d.ToAccountId == actor.AccountId) is not { } delegation) return null;
        var tree = await units.TreeAsync(new AsOf(clock.Today()), ct);
        return tree.Find(delegation.ToUnitId) is { } own ? SignerCapacity.ByDelegation(delegation, agency, own) : null;
    }

    /// <summary>Posts the actor's person holds today.</summary>
    public async Task<HashSet<(string PostCode, Guid UnitId)>> HeldAsync(CancellationToken ct)
    {
        if (gate.ActorOrNull?.PersonId is not { } person) return [];
        var state = await people.StateAsync(person, new AsOf(clock.Today()), ct);
        return state?.Posts.Select(p => (p.Fact.Value.PostCode, p.Fact.Value.UnitId)).ToHashSet() ?? [];
    }
}
