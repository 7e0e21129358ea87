using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Early;

/// <summary>A round with its candidates judged and ranked.</summary>
internal sealed record RoundView(EarlyRound Round, UnitView Unit, IReadOnlyList<CandidateView> Candidates, IReadOnlyList<Ranked> Ranking, IReadOnlyList<EarlyStep> Steps)
{
    /// <summary>Those still looked at.</summary>
    public IReadOnlyList<CandidateView> Open => [.. Candidates.Where(c => c.Candidate.Result != CandidateResult.Withdrawn)];

    public IReadOnlyList<CandidateView> Chosen => [.. Candidates.Where(c => c.Candidate.Result == CandidateResult.Chosen)];

    /// <summary>Chosen and in no decision yet.</summary>
    public IReadOnlyList<CandidateView> Undecided => [.. Chosen.Where(c => c.Candidate.DecisionId is null)];
}

/// <summary>Headcount and quota of an agency.</summary>
/// <param name="Remainder">People beyond the last full ten.</param>
internal sealed record UnitQuota(UnitView Unit, int Headcount, int Quota, int Remainder, EarlyRound? Round, int Chosen);

/// <summary>Agencies below one superior that the actor may see.</summary>
/// <param name="Pooled">Quota out of the remainders of all its agencies, those the actor may not see included.</param>
/// <param name="Allotted">How much of it was given out.</param>
internal sealed record QuotaPool(UnitView? Superior, IReadOnlyList<UnitQuota> Units, int Pooled, int Allotted);

/// <summary>Reads rounds; the gate is asked about the unit of each.</summary>
internal sealed class RoundReading(CongVuDb db, LawBook law, People people, UnitDirectory units, EarlyRaiseRecords records, CandidateJudging judging, Gate gate, TimeProvider clock)
{
    /// <summary>A round the actor may see.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this actor.</exception>
    public async Task<RoundView> OfAsync(Guid id, CancellationToken ct)
    {
        var round = await db.Set<EarlyRound>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (round is null || !gate.May(PayPermissions.Read, round.UnitId)) throw new NotFoundException("Không có kỳ xét này, hoặc bạn không được xem.");
        var today = clock.Today();
        var tree = await units.TreeAsync(new AsOf(today), ct);
        var candidates = await db.Set<EarlyCandidate>().AsNoTracking().Where(c => c.RoundId == id).ToListAsync(ct);
        var ids = candidates.Select(c => c.PersonId).ToArray();
        var persons = (await people.On(new AsOf(today)).Where(p => ids.Contains(p.PersonId)).ToListAsync(ct)).ToDictionary(p => p.PersonId);
        var known = await records.OfAsync(ids, ct);
        // A draft that was given up, or a decision annulled, leaves the candidate open again.
        foreach (var candidate in candidates.Where(c => c.DecisionId is { } decision && known.Acts[c.PersonId].All(a => a.DecisionId != decision))) candidate.DecisionId = null;
        var views = candidates.Where(c => persons.ContainsKey(c.PersonId)).Select(c => judging.Judge(round, c, persons[c.PersonId], known, tree, today))
            .OrderBy(v => v.Candidate.Result == CandidateResult.Withdrawn).ThenBy(v => v.Verdict).ThenBy(v => v.Height).ThenBy(v => v.Person.SortKey, StringComparer.Ordinal).ToList();
        var steps = await db.Set<EarlyStep>().AsNoTracking().Where(s => s.RoundId == id).OrderByDescending(s => s.At).ToListAsync(ct);
        var unit = await units.NearestAsync(round.UnitId, new AsOf(today), ct) ?? throw new NotFoundException("Đơn vị của kỳ xét không còn.");
        return new RoundView(round, unit, views, Ranking.Of(views.Where(v => v.Candidate.Result is not (CandidateResult.Withdrawn or CandidateResult.NotChosen))), steps);
    }

    /// <summary>Rounds in the actor's scope, latest year first.</summary>
    public async Task<IReadOnlyList<(EarlyRound Round, string Unit, int Candidates, int Chosen)>> ListAsync(int? year, CancellationToken ct)
    {
        var scope = gate.Scope(PayPermissions.Read);
        var seen = scope.IsAll ? [] : scope.Ids;
        var rounds = await db.Set<EarlyRound>().AsNoTracking().Where(r => (scope.IsAll || seen.Contains(r.UnitId)) && (year == null || r.Year == year)).OrderByDescending(r => r.Year).ThenByDescending(r => r.CreatedAt).Take(500).ToListAsync(ct);
        var ids = rounds.Select(r => r.Id).ToArray();
        var counts = (await db.Set<EarlyCandidate>().Where(c => ids.Contains(c.RoundId)).GroupBy(c => new { c.RoundId, c.Result }).Select(g => new { g.Key.RoundId, g.Key.Result, Count = g.Count() }).ToListAsync(ct)).ToLookup(c => c.RoundId);
        var tree = await units.TreeAsync(new AsOf(clock.Today()), ct);
        return [.. rounds.Select(r => (r, tree.FullName(r.UnitId), counts[r.Id].Where(c => c.Result != CandidateResult.Withdrawn).Sum(c => c.Count), counts[r.Id].Where(c => c.Result == CandidateResult.Chosen).Sum(c => c.Count)))];
    }

    /// <summary>People on the payroll of each agency on a day.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> HeadcountsAsync(DateOnly day, CancellationToken ct)
    {
        var tree = await units.TreeAsync(new AsOf(day), ct);
        var counts = await people.On(new AsOf(day)).Where(p => p.UnitId != null && p.RankCode != null).GroupBy(p => p.UnitId!.Value).Select(g => new { Unit = g.Key, Count = g.Count() }).ToListAsync(ct);
        return counts.Select(c => (Agency: tree.Agency(c.Unit)?.Id ?? c.Unit, c.Count)).GroupBy(c => c.Agency).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
    }

    /// <summary>Quotas of a year by superior, for agencies in the actor's scope.</summary>
    public async Task<IReadOnlyList<QuotaPool>> QuotasAsync(int year, CancellationToken ct)
    {
        var today = clock.Today();
        var tree = await units.TreeAsync(new AsOf(today), ct);
        var scope = gate.Scope(PayPermissions.Read);
        var rule = new EarlyRaiseQuota(law, today);
        var rounds = (await db.Set<EarlyRound>().AsNoTracking().Where(r => r.Year == year && r.State != RoundState.Cancelled).ToListAsync(ct)).ToDictionary(r => r.UnitId);
        var chosen = await (from c in db.Set<EarlyCandidate>() join r in db.Set<EarlyRound>() on c.RoundId equals r.Id where r.Year == year && c.Result == CandidateResult.Chosen group c by r.UnitId into g select new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var heads = await HeadcountsAsync(today, ct);
        var all = heads.Where(h => tree.Find(h.Key) is not null).Select(h =>
        {
            var round = rounds.GetValueOrDefault(h.Key);
            var count = round?.Headcount ?? h.Value;
            var quota = rule.Assess(count);
            return new UnitQuota(tree.Find(h.Key)!, count, quota.Quota, quota.Remainder, round, chosen.GetValueOrDefault(h.Key));
        });
        return [.. all.GroupBy(u => u.Unit.ParentId).Select(g => new QuotaPool(g.Key is { } parent ? tree.Find(parent) : null, [.. g.Where(u => scope.Has(u.Unit.Id)).OrderBy(u => u.Unit.Level).ThenBy(u => u.Unit.Code, StringComparer.Ordinal)], rule.Pooled(g.Select(u => u.Headcount)), g.Sum(u => u.Round?.ExtraQuota ?? 0)))
            .Where(p => p.Units.Count > 0).OrderBy(p => p.Superior?.Level).ThenBy(p => p.Superior?.Code, StringComparer.Ordinal)];
    }
}
