using CongVu.Decisions.Domain;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Contracts;

/// <summary>One act on one person, in whatever state its decision is.</summary>
/// <param name="Inputs">What was typed, of the decision and of the person.</param>
/// <param name="EffectiveOn">First day of its effects, once it is signed.</param>
public sealed record ActOnPerson(Guid PersonId, Guid DecisionId, string ActionCode, DecisionState State, string? NumberText, DateOnly? SignedOn, DateOnly? EffectiveOn, IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>Begun and neither given up nor visible in the record yet.</summary>
    public bool IsUnderWay => State is DecisionState.Draft or DecisionState.Submitted or DecisionState.Verified or DecisionState.Signed;

    /// <summary>Signed and standing.</summary>
    public bool Stands => State is DecisionState.Signed or DecisionState.Effective or DecisionState.Corrected;
}

/// <summary>Which acts of some kinds were done, or are under way, on people. No gate: for computations and conditions.</summary>
public sealed class ActsOnPeople
{
    // Compiled, because pages of one person ask it; translating it costs more than its answer.
    private static readonly Func<CongVuDb, Guid[], string[], DecisionState[], IAsyncEnumerable<ActRow>> OnSome = EF.CompileAsyncQuery((CongVuDb db, Guid[] people, string[] codes, DecisionState[] states) =>
        from item in db.Set<DecisionItem>().AsNoTracking()
        join decision in db.Set<Decision>().AsNoTracking() on item.DecisionId equals decision.Id
        where item.State == ItemState.Kept && people.Contains(item.SubjectId) && codes.Contains(decision.ActionCode) && states.Contains(decision.State)
        orderby decision.EffectiveOn descending, decision.DraftedAt descending
        select new ActRow(item.SubjectId, item.Inputs, decision.Id, decision.ActionCode, decision.State, decision.NumberText, decision.SignedOn, decision.EffectiveOn, decision.Inputs));

    private static readonly Func<CongVuDb, string[], DecisionState[], IAsyncEnumerable<ActRow>> OnAll = EF.CompileAsyncQuery((CongVuDb db, string[] codes, DecisionState[] states) =>
        from item in db.Set<DecisionItem>().AsNoTracking()
        join decision in db.Set<Decision>().AsNoTracking() on item.DecisionId equals decision.Id
        where item.State == ItemState.Kept && codes.Contains(decision.ActionCode) && states.Contains(decision.State)
        orderby decision.EffectiveOn descending, decision.DraftedAt descending
        select new ActRow(item.SubjectId, item.Inputs, decision.Id, decision.ActionCode, decision.State, decision.NumberText, decision.SignedOn, decision.EffectiveOn, decision.Inputs));

    private readonly CongVuDb _db;

    internal ActsOnPeople(CongVuDb db) => _db = db;

    /// <summary>Where decisions stand, by id; one given up or annulled is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, DecisionState>> StandingAsync(IReadOnlyCollection<Guid> decisionIds, CancellationToken ct)
    {
        var ids = decisionIds.ToArray();
        return await _db.Set<Decision>().AsNoTracking().Where(d => ids.Contains(d.Id) && d.State != DecisionState.Discarded && d.State != DecisionState.Annulled).ToDictionaryAsync(d => d.Id, d => d.State, ct);
    }

    /// <summary>Acts whose decision was not discarded or annulled, latest first; of everybody when <paramref name="personIds"/> is null.</summary>
    /// <param name="underWayOnly">True leaves out what has taken hold.</param>
    public async Task<IReadOnlyList<ActOnPerson>> OfAsync(IReadOnlyCollection<Guid>? personIds, IReadOnlyCollection<string> actionCodes, bool underWayOnly, CancellationToken ct)
    {
        var codes = actionCodes.ToArray();
        DecisionState[] states = underWayOnly
            ? [DecisionState.Draft, DecisionState.Submitted, DecisionState.Verified, DecisionState.Signed]
            : [DecisionState.Draft, DecisionState.Submitted, DecisionState.Verified, DecisionState.Signed, DecisionState.Effective, DecisionState.Corrected];
        var rows = await (personIds is null ? OnAll(_db, codes, states) : OnSome(_db, [.. personIds], codes, states)).ToListAsync(ct);
        return [.. rows.Select(r => new ActOnPerson(r.SubjectId, r.Id, r.ActionCode, r.State, r.NumberText, r.SignedOn, r.EffectiveOn, InputJson.Merge(InputJson.Read(r.Shared), InputJson.Read(r.Inputs))))];
    }

    private sealed record ActRow(Guid SubjectId, string Inputs, Guid Id, string ActionCode, DecisionState State, string? NumberText, DateOnly? SignedOn, DateOnly? EffectiveOn, string Shared);
}
