using CongVu.Law.Severance;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>The conditions of leaving as a reader meets them: name, provision, what was seen, and what to do about it.</summary>
public class ApprovedAssessmentTests
{
    private static readonly ExitEvidence Full = new()
    {
        Redundant = true, NoOtherPost = true, BelowStandard = true, CannotRetrain = true, LeaderStepsDown = true, Disciplined = true, SupportContract = true, LeavesAtOnce = true,
        Volunteers = true, EmployerAgrees = true, PregnantOrSmallChild = false, UnderReview = false, OnSickLeave = false, PaidBefore = false, KeepsVillageTitle = false, Healthy = true,
        CommuneWoman = true, PensionEligible = false, AgeMonths = 500,
        Ratings = new Dictionary<int, YearRating> { [2014] = YearRating.Completed, [2015] = YearRating.NotCompleted, [2023] = YearRating.NotCompleted, [2024] = YearRating.Completed, [2025] = YearRating.NotCompleted },
        SickLeaves = new Dictionary<int, SickLeave> { [2014] = new(60, 60), [2015] = new(60, 60), [2024] = new(60, 60), [2025] = new(40, 60) },
    };

    private static readonly string[] Days = ["2016-05-01", "2024-05-01", "2025-09-01"];

    [Fact]
    public void Every_ground_of_every_decree_reads_as_it_was_approved() => Approved.ShouldMatch("grounds", string.Join("\n\n",
        from day in Days
        from ground in Book.Severance.GroundsOn(Day(day))
        from evidence in new[] { new ExitEvidence(), Full }
        select $"{ground.Code} {day}: {ground.Name} ({ground.Provision}; {ground.Verification})\n" + Told(Book.Severance.Assess(Case(day) with { Evidence = evidence with { Ground = ground.Code } }).Ground)));

    [Fact]
    public void Every_policy_of_every_decree_reads_as_it_was_approved() => Approved.ShouldMatch("conditions", string.Join("\n\n",
        from day in Days
        from reason in new[] { ExitReason.Downsizing, ExitReason.Reorganisation }
        from policy in new[] { ExitPolicy.EarlyRetirement, ExitPolicy.Immediate, ExitPolicy.Transfer, ExitPolicy.AfterTraining }
        where reason == ExitReason.Downsizing || (policy <= ExitPolicy.Immediate && day == Days[^1])
        from known in new[] { false, true }
        select $"{policy.Vietnamese()}, {reason.Vietnamese()}, {day}\n" + Told(Of(day, policy, reason, known))));

    [Fact]
    public void And_so_do_those_of_part_time_people_and_of_a_resignation() => Approved.ShouldMatch("conditions-of-others", string.Join("\n\n",
        from policy in new[] { ExitPolicy.CommunePartTime, ExitPolicy.VillagePartTime, ExitPolicy.Resignation }
        from known in new[] { false, true }
        select $"{policy.Vietnamese()}\n" + Told(Of(Days[^1], policy, policy == ExitPolicy.Resignation ? ExitReason.OwnWish : ExitReason.Reorganisation, known))));

    private static IEnumerable<Condition> Of(string day, ExitPolicy policy, ExitReason reason, bool known)
    {
        var @case = Case(day) with { Policy = policy, Reason = reason, ServiceMonths = 204 };
        return Book.Severance.Assess(known
            ? @case with { Evidence = Full with { Ground = "TG01" }, MonthsToRetirement = 40, MonthsAfterReorganisation = 13, CurrentPay = 1, AveragePay = 1 }
            : @case).All;
    }

    private static ExitCase Case(string day) => new(ExitPolicy.EarlyRetirement, ExitReason.Downsizing, Day(day)) { ServiceMonths = 300 };

    private static string Told(IEnumerable<Condition> conditions) =>
        string.Join('\n', conditions.Select(c => $"  [{c.State}] {c.Name} ({c.Provision}) — {c.Because ?? "…"} — {c.Cure ?? "…"}"));
}
