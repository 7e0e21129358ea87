using CongVu.Decisions.Contracts;
using CongVu.Pay.Actions;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Due;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Early;

/// <summary>What rounds and decisions say about people's early raises.</summary>
internal sealed class EarlyRaiseRecords(CongVuDb db, ActsOnPeople acts, StepFacts facts)
{
    /// <summary>Somebody chosen in an approved round.</summary>
    internal sealed record Chosen(Guid PersonId, int Year, int Months, DateOnly ApprovedOn, string Document, string Words, bool Decided);

    internal sealed record Loaded(ILookup<Guid, Chosen> Chosen, ILookup<Guid, RaiseFact> Facts, ILookup<Guid, Achievement> Achievements, ILookup<Guid, ActOnPerson> Acts)
    {
        /// <summary>The decision by which the step held since a day was reached early for achievement; null when it was not.</summary>
        public ActOnPerson? LastByAchievement(Guid personId, Guid? exceptDecision, DateOnly stepSince) =>
            Acts[personId].FirstOrDefault(a => a.Stands && a.DecisionId != exceptDecision && a.Inputs.GetValueOrDefault(EarlyRaiseAction.Ground) != EarlyRaiseAction.AtNotice
                && Platform.Text.VnDate.TryParse(a.Inputs.GetValueOrDefault(ActionInput.FromKey), out var from) && from == stepSince);

        /// <summary>Achievements recognised before this day were used up by an earlier raise; null when there was none.</summary>
        public DateOnly? UsedUntil(Guid personId) =>
            Acts[personId].Where(a => a.Stands && a.Inputs.GetValueOrDefault(EarlyRaiseAction.Ground) != EarlyRaiseAction.AtNotice).Max(a => a.SignedOn);
    }

    public static readonly Loaded Nothing = new(Array.Empty<Chosen>().ToLookup(c => c.PersonId), Array.Empty<RaiseFact>().ToLookup(f => f.PersonId),
        Array.Empty<Achievement>().ToLookup(a => a.PersonId), Array.Empty<ActOnPerson>().ToLookup(a => a.PersonId));

    public async Task<Loaded> OfAsync(IReadOnlyCollection<Guid> personIds, CancellationToken ct)
    {
        var ids = personIds.ToArray();
        var achievements = await db.Set<Achievement>().AsNoTracking().Where(a => ids.Contains(a.PersonId) && a.RemovedAt == null).OrderByDescending(a => a.RecognisedOn).ToListAsync(ct);
        var byPerson = achievements.ToLookup(a => a.PersonId);
        var chosen = await (from candidate in db.Set<EarlyCandidate>().AsNoTracking()
                            join round in db.Set<EarlyRound>().AsNoTracking() on candidate.RoundId equals round.Id
                            where ids.Contains(candidate.PersonId) && round.State == RoundState.Approved && candidate.Result == CandidateResult.Chosen
                            orderby round.Year descending
                            select new { candidate.PersonId, round.Year, candidate.Months, round.ApprovedOn, round.ApprovalDocument, candidate.DecisionId }).ToListAsync(ct);
        var done = (await acts.OfAsync(ids, [PayActions.EarlyRaise], false, ct)).ToLookup(a => a.PersonId);
        return new Loaded(
            chosen.Select(c => new Chosen(c.PersonId, c.Year, c.Months ?? 0, c.ApprovedOn!.Value, c.ApprovalDocument!, Words(byPerson[c.PersonId]), done[c.PersonId].Any(a => a.DecisionId == c.DecisionId && a.Stands))).ToLookup(c => c.PersonId),
            await facts.OfAsync(ids, ct), byPerson, done);
    }

    /// <summary>The highest achievement in one line, for the annex of the decision.</summary>
    public static string Words(IEnumerable<Achievement> achievements) =>
        achievements.OrderBy(a => AchievementLevels.Place(a.Level)).ThenByDescending(a => a.RecognisedOn).Select(a => $"{a.Title} ({a.Document})").FirstOrDefault() ?? "Lập thành tích xuất sắc";
}
