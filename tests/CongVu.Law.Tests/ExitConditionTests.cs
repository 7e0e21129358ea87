using CongVu.Law.Severance;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Grounds, exclusions and the conditions of each policy.</summary>
public class ExitConditionTests
{
    private static readonly ExitEvidence Free = new() { PregnantOrSmallChild = false, UnderReview = false, OnSickLeave = false, PaidBefore = false };

    private static readonly ExitCase Case = new(ExitPolicy.EarlyRetirement, ExitReason.Downsizing, Day("2025-09-01"))
    {
        CurrentPay = 10_000_000,
        MonthsToRetirement = 40,
        ServiceMonths = 300,
        Evidence = Free with { Ground = "TG02", Redundant = true, NoOtherPost = true },
    };

    [Fact]
    public void A_whole_case_is_met_condition_by_condition()
    {
        var assessment = Book.Severance.Assess(Case);

        assessment.State.ShouldBe(ConditionState.Met);
        assessment.Ground.Select(c => c.Name).ShouldBe(["Dôi dư do sắp xếp", "Không bố trí được việc làm khác"]);
        assessment.Ground.ShouldAllBe(c => c.Provision == "Điều 2 khoản 1, Nghị định 154/2025/NĐ-CP");
        assessment.Policy.ShouldContain(c => c.Name == "Còn không quá 5 năm đến tuổi nghỉ hưu" && c.Because == "Còn 3 năm 4 tháng");
    }

    [Fact]
    public void An_empty_record_tells_nothing_yet_and_every_open_condition_has_its_cure()
    {
        var assessment = Book.Severance.Assess(new ExitCase(ExitPolicy.EarlyRetirement, ExitReason.Downsizing, Day("2025-09-01")) { ServiceMonths = 300 });

        assessment.State.ShouldBe(ConditionState.CannotTellYet);
        assessment.All.Where(c => c.State == ConditionState.CannotTellYet).ShouldAllBe(c => c.Cure != null);
    }

    [Fact]
    public void Another_job_is_no_hindrance_to_whoever_volunteers_with_agreement()
    {
        Ground(e => e with { NoOtherPost = false, Volunteers = true, EmployerAgrees = true }).ShouldBe(ConditionState.Met);
        Ground(e => e with { NoOtherPost = false, Volunteers = true, EmployerAgrees = null }).ShouldBe(ConditionState.CannotTellYet);
        Ground(e => e with { NoOtherPost = false, Volunteers = false }).ShouldBe(ConditionState.NotMet);
    }

    [Theory]
    [InlineData("2025-09-01", YearRating.Completed, YearRating.NotCompleted, ConditionState.Met)]
    [InlineData("2024-09-01", YearRating.Completed, YearRating.NotCompleted, ConditionState.Met)]
    [InlineData("2025-09-01", YearRating.Good, YearRating.NotCompleted, ConditionState.Met)]
    [InlineData("2024-09-01", YearRating.Good, YearRating.NotCompleted, ConditionState.NotMet)]
    [InlineData("2024-09-01", YearRating.NotCompleted, YearRating.Completed, ConditionState.Met)]
    [InlineData("2024-09-01", YearRating.Completed, YearRating.Completed, ConditionState.NotMet)]
    [InlineData("2024-09-01", YearRating.NotCompleted, YearRating.NotCompleted, ConditionState.NotMet)]
    [InlineData("2025-09-01", YearRating.NotCompleted, YearRating.Completed, ConditionState.CannotTellYet)]
    [InlineData("2025-09-01", YearRating.Good, YearRating.Good, ConditionState.CannotTellYet)]
    public void One_year_of_failure_is_enough_since_2025_and_two_years_were_asked_before(string day, YearRating before, YearRating last, ConditionState state)
    {
        var on = Day(day);
        var @case = Case with
        {
            On = on,
            AveragePay = 1,
            Evidence = Free with
            {
                Ground = "TG04",
                NoOtherPost = true,
                Volunteers = on.Year == 2024 ? false : null,
                Ratings = new Dictionary<int, YearRating> { [on.Year - 2] = before, [on.Year - 1] = last },
            },
        };

        Book.Severance.Assess(@case).Ground.All().ShouldBe(state);
    }

    [Theory]
    [InlineData("2017-09-01", 60, 60, false, ConditionState.Met)]
    [InlineData("2017-09-01", 59, 60, true, ConditionState.NotMet)]
    [InlineData("2019-09-01", 59, 60, true, ConditionState.Met)]
    [InlineData("2019-09-01", 59, 60, false, ConditionState.NotMet)]
    [InlineData("2025-09-01", 59, 60, true, ConditionState.Met)]
    public void Sick_days_count_against_the_most_a_person_may_take(string day, int before, int last, bool volunteers, ConditionState state)
    {
        var on = Day(day);
        var sick = new Dictionary<int, SickLeave> { [on.Year - 2] = new(before, 60), [on.Year - 1] = new(last, 60) };

        Book.Severance.Assess(Case with { On = on, Evidence = Free with { Ground = "TG05", SickLeaves = sick, Volunteers = volunteers, EmployerAgrees = true } })
            .Ground.All().ShouldBe(state);
    }

    [Theory]
    [InlineData(YearRating.Good, YearRating.Completed, ConditionState.Met)]
    [InlineData(YearRating.Completed, YearRating.Good, ConditionState.Met)]
    [InlineData(YearRating.Good, YearRating.Good, ConditionState.NotMet)]
    [InlineData(YearRating.Excellent, null, ConditionState.CannotTellYet)]
    public void Who_volunteers_may_go_with_one_year_that_was_merely_completed(YearRating last, YearRating? now, ConditionState state)
    {
        var ratings = new Dictionary<int, YearRating> { [2024] = last };
        if (now is { } known) ratings[2025] = known;

        Book.Severance.Assess(Case with { Evidence = Free with { Ground = "TG04", Volunteers = true, EmployerAgrees = true, Ratings = ratings } }).Ground.All().ShouldBe(state);
    }

    [Fact]
    public void Two_years_of_sickness_are_not_certain_while_one_of_them_is_unknown() =>
        Book.Severance.Assess(Case with { On = Day("2017-09-01"), Evidence = Free with { Ground = "TG05", SickLeaves = new Dictionary<int, SickLeave> { [2016] = new(60, 60) } } }).Ground.All().ShouldBe(ConditionState.CannotTellYet);

    [Theory]
    [InlineData(60, ConditionState.Met)]
    [InlineData(61, ConditionState.NotMet)]
    public void Five_years_before_the_age_to_the_month_is_not_too_early(int months, ConditionState state) =>
        Book.Severance.Assess(Case with { MonthsToRetirement = months }).Policy.Single(c => c.Name == "Còn không quá 5 năm đến tuổi nghỉ hưu").State.ShouldBe(state);

    [Fact]
    public void A_mother_may_go_of_her_own_will_and_nobody_under_review_may()
    {
        Excluded(e => e with { PregnantOrSmallChild = true, Volunteers = true }).ShouldBe(ConditionState.Met);
        Excluded(e => e with { PregnantOrSmallChild = true, Volunteers = false }).ShouldBe(ConditionState.NotMet);
        Excluded(e => e with { PregnantOrSmallChild = true }).ShouldBe(ConditionState.CannotTellYet);
        Excluded(e => e with { UnderReview = true }).ShouldBe(ConditionState.NotMet);
        Excluded(e => e with { PaidBefore = true }).ShouldBe(ConditionState.NotMet);
        Excluded(e => e with { OnSickLeave = true }).ShouldBe(ConditionState.Met);
        Book.Severance.Assess(Case with { On = Day("2016-01-01"), Evidence = Case.Evidence with { OnSickLeave = true } }).Exclusions.All().ShouldBe(ConditionState.NotMet);
    }

    [Fact]
    public void A_ground_the_decree_does_not_know_is_not_met() =>
        Book.Severance.Assess(Case with { Evidence = Free with { Ground = "TG09" } }).Ground.ShouldHaveSingleItem().State.ShouldBe(ConditionState.NotMet);

    [Theory]
    [InlineData("2025-09-01", 240, null, null, ConditionState.Met)]
    [InlineData("2025-09-01", 239, true, null, ConditionState.Met)]
    [InlineData("2025-09-01", 239, null, null, ConditionState.CannotTellYet)]
    [InlineData("2025-09-01", 180, null, null, ConditionState.CannotTellYet)]
    [InlineData("2025-09-01", 179, true, true, ConditionState.NotMet)]
    [InlineData("2024-09-01", 240, null, null, ConditionState.Met)]
    [InlineData("2024-09-01", 239, true, false, ConditionState.NotMet)]
    [InlineData("2024-09-01", 239, null, null, ConditionState.CannotTellYet)]
    [InlineData("2024-09-01", 180, null, true, ConditionState.Met)]
    [InlineData("2024-09-01", 179, null, true, ConditionState.NotMet)]
    public void A_pension_is_certain_at_the_full_period_and_impossible_below_the_least(string day, int service, bool? pension, bool? communeWoman, ConditionState state)
    {
        var policy = Book.Severance.Assess(Case with { On = Day(day), ServiceMonths = service, Evidence = Case.Evidence with { PensionEligible = pension, CommuneWoman = communeWoman } }).Policy;

        policy.Single(c => c.Name == "Đủ thời gian đóng bảo hiểm xã hội để hưởng lương hưu").State.ShouldBe(state);
        // The women of communes are an exception of the decree of 2023 alone, and only below its least.
        policy.Any(c => c.Name.StartsWith("Là nữ cán bộ, công chức cấp xã", StringComparison.Ordinal)).ShouldBe(day == "2024-09-01" && service < 240);
    }

    [Theory]
    [InlineData(null, YearRating.Good, ConditionState.NotMet)]
    [InlineData(YearRating.Excellent, null, ConditionState.NotMet)]
    [InlineData(null, YearRating.NotCompleted, ConditionState.CannotTellYet)]
    [InlineData(YearRating.Completed, null, ConditionState.CannotTellYet)]
    public void A_good_year_settles_it_whatever_the_other_was_and_a_missing_one_leaves_it_open(YearRating? before, YearRating? last, ConditionState state)
    {
        var ratings = new Dictionary<int, YearRating>();
        if (before is { } first) ratings[2022] = first;
        if (last is { } second) ratings[2023] = second;

        Book.Severance.Assess(Case with { On = Day("2024-09-01"), AveragePay = 1, Evidence = Free with { Ground = "TG04", NoOtherPost = true, Volunteers = false, Ratings = ratings } }).Ground.All().ShouldBe(state);
    }

    [Theory]
    [InlineData(36, true, ConditionState.NotMet)]
    [InlineData(37, true, ConditionState.Met)]
    [InlineData(36, false, ConditionState.Met)]
    [InlineData(36, null, ConditionState.CannotTellYet)]
    public void Who_is_near_a_pension_is_not_paid_for_moving(int gap, bool? pension, ConditionState state) =>
        Book.Severance.Assess(Case with { Policy = ExitPolicy.Transfer, MonthsToRetirement = gap, Evidence = Case.Evidence with { PensionEligible = pension } }).State.ShouldBe(state);

    [Theory]
    [InlineData(300, 40, ConditionState.NotMet)]
    [InlineData(300, 60, ConditionState.NotMet)]
    [InlineData(300, 61, ConditionState.Met)]
    [InlineData(180, 40, ConditionState.NotMet)]
    [InlineData(179, 40, ConditionState.Met)]
    [InlineData(120, 40, ConditionState.Met)]
    [InlineData(120, 0, ConditionState.NotMet)]
    public void Who_may_retire_early_is_not_paid_for_leaving_at_once(int service, int gap, ConditionState state) =>
        Book.Severance.Assess(Case with { Policy = ExitPolicy.Immediate, ServiceMonths = service, MonthsToRetirement = gap }).State.ShouldBe(state);

    [Theory]
    [InlineData(539, true, ConditionState.Met)]
    [InlineData(540, true, ConditionState.NotMet)]
    [InlineData(539, null, ConditionState.CannotTellYet)]
    public void Training_is_for_the_healthy_below_forty_five(int age, bool? healthy, ConditionState state) =>
        Book.Severance.Assess(Case with { Policy = ExitPolicy.AfterTraining, Evidence = Case.Evidence with { AgeMonths = age, Healthy = healthy, Volunteers = true } })
            .State.ShouldBe(state);

    [Fact]
    public void The_special_decree_asks_for_redundancy_and_the_day_of_the_decision()
    {
        var special = Case with { Reason = ExitReason.Reorganisation };

        Book.Severance.Assess(special).State.ShouldBe(ConditionState.CannotTellYet);
        Book.Severance.Assess(special with { MonthsAfterReorganisation = 13 }).State.ShouldBe(ConditionState.Met);
        var leaving = special with { Policy = ExitPolicy.Immediate, MonthsAfterReorganisation = 1, Evidence = special.Evidence with { PensionEligible = false } };
        Book.Severance.Assess(leaving with { MonthsToRetirement = 24 }).State.ShouldBe(ConditionState.Met);
        Book.Severance.Assess(leaving with { MonthsToRetirement = 23 }).State.ShouldBe(ConditionState.NotMet);
    }

    [Fact]
    public void Whoever_keeps_a_village_title_has_not_left()
    {
        var commune = Case with
        {
            Policy = ExitPolicy.CommunePartTime,
            Reason = ExitReason.Reorganisation,
            Evidence = Free with { Ground = "TG10", LeavesAtOnce = true, KeepsVillageTitle = false },
        };

        Book.Severance.Assess(commune).State.ShouldBe(ConditionState.Met);
        Book.Severance.Assess(commune with { Evidence = commune.Evidence with { KeepsVillageTitle = true } }).State.ShouldBe(ConditionState.NotMet);
    }

    [Fact]
    public void Every_decree_has_its_grounds()
    {
        Codes("2016-01-01").ShouldBe("TG01 TG02 TG03 TG04 TG05 TG06 TG08 TG09");
        Codes("2024-01-01").ShouldBe("TG01 TG02 TG03 TG04 TG05 TG06 TG07 TG08 TG09");
        Codes("2026-01-01").ShouldBe("TG01 TG02 TG03 TG04 TG05 TG06 TG07 TG08 TG10 TG11");

        static string Codes(string day) => string.Join(' ', Book.Severance.GroundsOn(Day(day)).Select(g => g.Code));
    }

    private static ConditionState Ground(Func<ExitEvidence, ExitEvidence> change) => Book.Severance.Assess(Case with { Evidence = change(Case.Evidence) }).Ground.All();

    private static ConditionState Excluded(Func<ExitEvidence, ExitEvidence> change) => Book.Severance.Assess(Case with { Evidence = change(Case.Evidence) }).Exclusions.All();
}
