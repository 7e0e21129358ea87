using System.Globalization;
using CongVu.Law.Severance;
using CongVu.Severance.Data;

namespace CongVu.Severance.Cases;

/// <summary>Answers of a case in the terms of the law; what was not answered stays unknown.</summary>
internal sealed class Evidence(IEnumerable<CaseAnswer> answers)
{
    private readonly Dictionary<string, CaseAnswer> _now = answers.Where(a => a.ReplacedAt is null).GroupBy(a => a.Key).ToDictionary(g => g.Key, g => g.MaxBy(a => a.EnteredAt)!);

    public CaseAnswer? Of(string key) => _now.GetValueOrDefault(key);

    public bool? Flag(string key) => Of(key)?.Value switch { Questions.Yes => true, Questions.No => false, _ => null };

    public long? Number(string key) => Of(key) is { } answer && long.TryParse(answer.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>For the conditions.</summary>
    public ExitEvidence ForLaw(string? ground, int? ageMonths, bool? paidBefore) => new()
    {
        Ground = ground,
        Redundant = Flag(Questions.Redundant),
        NoOtherPost = Flag(Questions.NoOtherPost),
        BelowStandard = Flag(Questions.BelowStandard),
        CannotRetrain = Flag(Questions.CannotRetrain),
        LeaderStepsDown = Flag(Questions.Leader),
        Disciplined = Flag(Questions.Disciplined),
        SupportContract = Flag(Questions.Support),
        LeavesAtOnce = Flag(Questions.LeavesAtOnce),
        Volunteers = Flag(Questions.Volunteers),
        EmployerAgrees = Flag(Questions.Agrees),
        PregnantOrSmallChild = Flag(Questions.Pregnant),
        UnderReview = Flag(Questions.UnderReview),
        OnSickLeave = Flag(Questions.Sick),
        PaidBefore = paidBefore,
        KeepsVillageTitle = Flag(Questions.KeepsVillage),
        Healthy = Flag(Questions.Healthy),
        CommuneWoman = Flag(Questions.CommuneWoman),
        PensionEligible = Flag(Questions.Pension),
        AgeMonths = ageMonths,
        Ratings = _now.Values.Where(a => a.Key.StartsWith("rating-", StringComparison.Ordinal)).ToDictionary(a => YearOf(a.Key), a => Enum.Parse<YearRating>(a.Value)),
        SickLeaves = _now.Values.Where(a => a.Key.StartsWith("sick-days-", StringComparison.Ordinal)).Select(a => YearOf(a.Key)).Where(y => Number(Questions.SickMost(y)) is not null)
            .ToDictionary(y => y, y => new SickLeave((int)Number(Questions.SickDays(y))!.Value, (int)Number(Questions.SickMost(y))!.Value)),
    };

    private static int YearOf(string key) => int.Parse(key[(key.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture);
}
