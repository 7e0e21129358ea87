using CongVu.Law.Pay;
using FsCheck;
using FsCheck.Fluent;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

public class EarlyRaiseAndRankTests
{
    private static readonly EarlyRaiseQuota Quota = new(Book, Day("2026-11-27"));
    private static readonly RankChange Change = new(Book, Day("2026-08-01"));
    private static readonly string[] Ladder = ["C3", "C2", "C1", "B", "A0", "A1", "A2.2", "A2.1", "A3.2", "A3.1"];

    [Fact]
    public void What_is_left_over_is_pooled_by_the_body_above()
    {
        Quota.Assess(37).ShouldBe(new EarlyRaiseQuotaOutcome(3, 7));
        Quota.Assess(40).ShouldBe(new EarlyRaiseQuotaOutcome(4, 0));
        Quota.Pooled([37, 15, 9]).ShouldBe(2);
        Quota.Pooled([40, 20]).ShouldBe(0);
        Quota.Explain(37).Notes.ShouldHaveSingleItem().ShouldContain("7 người");
        Quota.Explain(40).Notes.ShouldBeEmpty();
        Quota.Explain(37).Value.ToString().ShouldBe("3");
    }

    [Fact]
    public void The_quota_never_passes_the_share_and_units_never_lose_by_pooling() =>
        Prop.ForAll(Gen.Choose(0, 5_000).ToArbitrary(), staff =>
        {
            var outcome = Quota.Assess(staff);
            return outcome.Quota * 10 <= staff && (outcome.Quota + 1) * 10 > staff && outcome.Quota * 10 + outcome.Remainder == staff;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_loses_pay_by_a_higher_rank_and_what_is_reserved_makes_up_the_difference_exactly() =>
        Prop.ForAll(Moves, move =>
        {
            var outcome = Change.Assess(StaffCategory.CivilServant, move.From, move.Step, move.OverScale, move.To);
            var now = ExactCoefficient.Of(outcome.Coefficient, outcome.OverScale);
            return outcome.Reserved.Millionths >= 0 && (outcome.Reserved == default ? now >= outcome.Held : now.Millionths + outcome.Reserved.Millionths == outcome.Held.Millionths);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_higher_rank_takes_the_nearest_step_and_no_further() =>
        Prop.ForAll(Moves, move =>
        {
            var outcome = Change.Assess(StaffCategory.CivilServant, move.From, move.Step, move.OverScale, move.To);
            return outcome.Move is not (RankMove.Higher or RankMove.HigherScale) || outcome.Step == 1
                || ExactCoefficient.Of(Book.Pay.ScalesOn(Day("2026-08-01")).Find(StaffCategory.CivilServant, move.To).At(outcome.Step - 1)) < outcome.Held;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_move_is_told_with_its_provision()
    {
        var told = Change.Explain(StaffCategory.CivilServant, "A2.1", 8, Percent.Of(20), "A3.1");

        told.Value.ToString().ShouldBe("8,00");
        told.Children.Select(c => c.Value.ToString()).ShouldBe(["8,136", "0,136"]);
        told.Notes.ShouldHaveSingleItem().ShouldBe("Điều 24 (sửa đổi) khoản 1, Nghị định 300/2026/NĐ-CP.");
        told.Regime!.Code.ShouldBe("rank-change.300-2026");
        Change.Explain(StaffCategory.CivilServant, "A1", 5, default, "A1").Children.ShouldHaveSingleItem().Value.ToString().ShouldBe("3,66");
        Should.Throw<CaseInputException>(() => Change.Assess(StaffCategory.CivilServant, "A2.1", 3, default, "A1")).Message.ShouldContain("ngạch thấp hơn");
        Should.Throw<OutsideCoverageException>(() => new RankChange(Book, Day("2026-07-31")));
    }

    [Fact]
    public void A_step_of_the_very_coefficient_held_is_enough()
    {
        // B bậc 10 and A1 bậc 5 are both 3,66.
        var moved = Change.Assess(StaffCategory.CivilServant, "B", 10, default, "A1");
        (moved.Step, moved.Coefficient.Hundredths).ShouldBe((5, 366));
    }

    private sealed record Moving(string From, int Step, Percent OverScale, string To);

    private static Arbitrary<Moving> Moves =>
        (from at in Gen.Choose(0, Ladder.Length - 1)
         from to in Gen.Choose(at, Ladder.Length - 1)
         from rawStep in Gen.Choose(0, 11)
         from percent in Gen.Choose(0, 40)
         let steps = Book.Pay.ScalesOn(Day("2026-08-01")).Find(StaffCategory.CivilServant, Ladder[at]).Steps
         let step = (rawStep % steps) + 1
         select new Moving(Ladder[at], step, step == steps ? Percent.Of(percent) : default, Ladder[to])).ToArbitrary();
}
