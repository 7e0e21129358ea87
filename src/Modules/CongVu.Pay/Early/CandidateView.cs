using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Pay.Data;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Web;

namespace CongVu.Pay.Early;

/// <summary>How a candidate stands against all conditions together.</summary>
internal enum Verdict { Met, Unknown, NotMet }

/// <summary>An achievement and, when it does not count this time, why not.</summary>
internal sealed record JudgedAchievement(Achievement Achievement, string? WhyNot)
{
    public bool Counts => WhyNot is null;
}

/// <summary>Somebody of a round with everything the law asks.</summary>
/// <param name="Due">The regular raise; null on the last step or when it cannot be reckoned.</param>
/// <param name="Missing">Months missing on 31 December of the year of review.</param>
/// <param name="Outcome">The raise by the months proposed; null while there are none.</param>
internal sealed record CandidateView(EarlyCandidate Candidate, PersonRow Person, string UnitName, DateOnly? Due, int? Missing, EarlyStepRaiseOutcome? Outcome,
    IReadOnlyList<JudgedAchievement> Achievements, IReadOnlyList<CheckLine> Conditions, Explanation? Why)
{
    public Verdict Verdict => Conditions.Any(c => c.State == CheckState.Blocks) ? Verdict.NotMet : Conditions.Any(c => c.State == CheckState.Unknown) ? Verdict.Unknown : Verdict.Met;

    /// <summary>What counts, highest first.</summary>
    public IReadOnlyList<Achievement> Counting => [.. Achievements.Where(a => a.Counts).Select(a => a.Achievement).OrderBy(a => AchievementLevels.Place(a.Level)).ThenByDescending(a => a.RecognisedOn)];

    /// <summary>Place on the ladder of the highest that counts; after all when there is none.</summary>
    public int Height => Counting.Count == 0 ? AchievementLevels.All.Count + 1 : AchievementLevels.Place(Counting[0].Level);
}

/// <summary>A candidate with the place in the ranking and how it came about.</summary>
internal sealed record Ranked(int Place, CandidateView View, string Why, bool Tied);
