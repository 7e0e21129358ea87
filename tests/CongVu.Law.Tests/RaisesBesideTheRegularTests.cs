using CongVu.Law.Pay;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Over-scale awards going on from the record, raises before their time, allowances of other kinds.</summary>
public class RaisesBesideTheRegularTests
{
    private static readonly OverScaleAward Award = new(Book, Day("2026-11-27"));
    private static readonly EarlyStepRaise Early = new(Book, Day("2026-11-27"));

    [Fact]
    public void The_first_award_comes_after_the_months_of_the_last_step_and_the_next_a_year_later()
    {
        var last = new StepHolding(StaffCategory.CivilServant, "A1", 9, Day("2022-01-01"));
        var first = Award.Assess(last, default);
        (first.Due, first.Next, first.WaitMonths).ShouldBe((Day("2025-01-01"), Percent.Of(5), 36));
        first.Increase.ShouldBe(629_970); // 4,98 × 5% × 2.530.000
        var second = Award.Assess(last with { Since = Day("2025-01-01") }, Percent.Of(5));
        (second.Due, second.Next, second.WaitMonths).ShouldBe((Day("2026-01-01"), Percent.Of(6), 12));
        second.Increase.ShouldBe(125_994); // 4,98 × 1% × 2.530.000
        Award.Assess(new StepHolding(StaffCategory.CivilServant, "B", 12, Day("2024-03-01")), default).Due.ShouldBe(Day("2026-03-01"));
    }

    [Fact]
    public void Going_on_from_the_record_gives_what_the_whole_time_on_the_last_step_gives()
    {
        foreach (var (table, step) in new[] { ("A1", 9), ("B", 12), ("A3.1", 6) })
        {
            var since = Day("2015-04-01");
            var (held, from) = (default(Percent), since);
            while (Award.Assess(new StepHolding(StaffCategory.CivilServant, table, step, from), held) is var next && next.Due <= Day("2026-11-27")) (held, from) = (next.Next, next.Due);
            var whole = new OverScale(Book, Day("2026-11-27")).Assess(new StepHolding(StaffCategory.CivilServant, table, step, since));
            held.ShouldBe(whole.Percent, table);
            Award.Assess(new StepHolding(StaffCategory.CivilServant, table, step, from), held).Due.ShouldBe(whole.NextOn, table);
        }
    }

    [Fact]
    public void A_reprimand_puts_an_award_off_and_the_explanation_says_so()
    {
        var holding = new StepHolding(StaffCategory.CivilServant, "A1", 9, Day("2025-01-01")) { Disciplines = [new DisciplineOnRecord(DisciplineForm.Reprimand, Day("2025-06-01"))] };
        Award.Assess(holding, Percent.Of(5)).Due.ShouldBe(Day("2026-07-01"));
        var why = Award.Explain(holding, Percent.Of(5));
        why.Value.AsDate.ShouldBe(Day("2026-07-01"));
        why.ToText().ShouldContain("khiển trách");
        Award.Assess(holding with { Since = Day("2025-07-01") }, Percent.Of(5)).ExtensionMonths.ShouldBe(0);
    }

    [Fact]
    public void What_happens_on_the_day_an_award_falls_due_comes_too_late_to_put_it_off()
    {
        static StepHolding With(string day) => new(StaffCategory.CivilServant, "A1", 9, Day("2025-01-01")) { Disciplines = [new DisciplineOnRecord(DisciplineForm.Reprimand, Day(day))] };
        Award.Assess(With("2025-12-31"), Percent.Of(5)).Due.ShouldBe(Day("2026-07-01"));
        Award.Assess(With("2026-01-01"), Percent.Of(5)).Due.ShouldBe(Day("2026-01-01"));
        Award.Assess(With("2025-01-01"), Percent.Of(5)).Due.ShouldBe(Day("2026-07-01"));
    }

    [Fact]
    public void What_happens_in_the_time_an_award_was_put_off_for_puts_it_off_again()
    {
        var holding = new StepHolding(StaffCategory.CivilServant, "A1", 9, Day("2025-01-01")) { Disciplines = [new DisciplineOnRecord(DisciplineForm.Reprimand, Day("2025-06-01")), new DisciplineOnRecord(DisciplineForm.Reprimand, Day("2026-03-01"))] };
        var award = Award.Assess(holding, Percent.Of(5));
        (award.Due, award.ExtensionMonths).ShouldBe((Day("2027-01-01"), 12));
    }

    [Fact]
    public void Below_the_last_step_there_is_no_award()
    {
        var below = new StepHolding(StaffCategory.CivilServant, "A1", 8, Day("2020-01-01"));
        Award.Concerns(below).ShouldBeFalse();
        Should.Throw<CaseInputException>(() => Award.Assess(below, default)).Message.ShouldContain("không phải là bậc lương cuối cùng");
    }

    [Fact]
    public void An_early_raise_is_the_regular_day_less_the_months()
    {
        var holding = new StepHolding(StaffCategory.CivilServant, "A1", 3, Day("2024-09-01"));
        var outcome = Early.Assess(holding, 9);
        (outcome.RegularDue, outcome.From, outcome.NextStep, outcome.Next.Hundredths).ShouldBe((Day("2027-09-01"), Day("2026-12-01"), 4, 333));
        Early.Explain(holding, 9, EarlyRaiseGround.Achievement).Value.AsDate.ShouldBe(Day("2026-12-01"));
        Should.Throw<CaseInputException>(() => Early.Assess(holding, 13)).Message.ShouldContain("từ 1 đến 12 tháng");
        Early.Assess(holding with { Step = 9 }, 9).From.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-12-31", 0)]
    [InlineData("2027-01-01", 1)]
    [InlineData("2027-01-31", 1)]
    [InlineData("2027-02-01", 2)]
    [InlineData("2027-12-31", 12)]
    [InlineData("2028-01-01", 13)]
    public void Months_missing_on_the_last_day_of_the_year(string due, int months) => EarlyStepRaise.MissingMonths(Day(due), Day("2026-12-31")).ShouldBe(months);

    [Fact]
    public void Achievements_count_for_six_years_or_four()
    {
        Early.AchievementYears(StaffCategory.CivilServant, "A1").ShouldBe(6);
        Early.AchievementYears(StaffCategory.CivilServant, "B").ShouldBe(4);
    }

    [Fact]
    public void Other_allowances_by_coefficient_percent_and_amount()
    {
        var rule = new OtherAllowances(Book, Day("2026-07-01"));
        var pay = new MonthlyPay(Book, Day("2026-07-01")).Assess(new PayHolding(StaffCategory.CivilServant, "A1", 9, Percent.Of(5)));
        rule.Assess(new OtherAllowance("Phụ cấp khu vực", new Coefficient(30), null, null), pay).ShouldBe(759_000);
        rule.Assess(new OtherAllowance("Phụ cấp thu hút", null, Percent.Of(70), null), pay).ShouldBe(9_260_559);
        rule.Assess(new OtherAllowance("Phụ cấp khác", null, null, 200_000), pay).ShouldBe(200_000);
        foreach (var one in new[] { new OtherAllowance("a", new Coefficient(30), null, null), new OtherAllowance("b", null, Percent.Of(7), null), new OtherAllowance("c", null, null, 5) })
            rule.Explain(one, pay).Value.AsMoney.ShouldBe(rule.Assess(one, pay));
    }

    [Fact]
    public void Each_tells_the_frozen_regime_it_used_with_the_hash_of_the_day()
    {
        var on = Day("2026-11-27");
        var last = new StepHolding(StaffCategory.CivilServant, "A1", 9, Day("2025-01-01"));
        var early = new StepHolding(StaffCategory.CivilServant, "A1", 3, Day("2024-09-01"));
        var pay = new MonthlyPay(Book, on).Assess(new PayHolding(StaffCategory.CivilServant, "A1", 3));
        foreach (var (told, regime) in new[]
        {
            (Award.Explain(last, Percent.Of(5)), PayRegimes.OverScale2004), (Early.Explain(early, 9, EarlyRaiseGround.Achievement), PayRegimes.EarlyRaise2021), (new EarlyRaiseQuota(Book, on).Explain(42), PayRegimes.EarlyRaise2021),
            (new EarlyStepRaise(Book, Day("2020-01-01")).Explain(early, 9, EarlyRaiseGround.Achievement), PayRegimes.EarlyRaise2013), (new OtherAllowances(Book, on).Explain(new OtherAllowance("a", new Coefficient(30), null, null), pay), PayRegimes.Others2004),
        })
        {
            told.Regime!.Code.ShouldBe(regime.Code);
            told.Regime.Hash.ShouldBe(regime.HashOn(Book, told.Regime.On));
            KnownRegimes.All.ShouldContain(regime);
        }
    }
}
