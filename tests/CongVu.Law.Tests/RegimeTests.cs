using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Conditions, regimes and the choice among them.</summary>
public class RegimeTests
{
    private static readonly Regime Old = Make("old", "2020-01-01", "2024-12-31");
    private static readonly Regime New = Make("new", "2025-01-01", null);

    [Theory]
    [InlineData("2020-01-01", "old")]
    [InlineData("2024-12-31", "old")]
    [InlineData("2025-01-01", "new")]
    public void The_regime_of_the_day_decides(string day, string code)
    {
        var choice = Selector().Choose(Day(day));

        choice.Regime.Code.ShouldBe(code);
        choice.Provision.ShouldBeNull();
    }

    [Fact]
    public void A_day_without_a_regime_is_an_error() =>
        Should.Throw<OutsideCoverageException>(() => Selector().Choose(Day("2019-12-31"))).Message.ShouldContain("dữ liệu bắt đầu từ ngày 01/01/2020");

    [Fact]
    public void Two_regimes_of_one_day_are_an_error() =>
        Should.Throw<RegimeConflictException>(() => new RegimeSelector<DateOnly>("Thử", [Old, Old with { Code = "twin" }], d => d).Choose(Day("2020-01-01")))
            .Message.ShouldBe("Thử: theo ngày 01/01/2020 có nhiều hơn một chế độ áp dụng: old, twin.");

    [Fact]
    public void A_transitional_rule_goes_before_the_regime_of_the_day()
    {
        var choice = Selector(new TransitionalRule<DateOnly>(Old, d => d < Day("2025-04-01"), "Điều 9")).Choose(Day("2025-03-31"));

        choice.ShouldBe(new RegimeChoice(Old, "Điều 9"));
        Selector(new TransitionalRule<DateOnly>(Old, d => d < Day("2025-04-01"), "Điều 9")).Choose(Day("2025-04-01")).Regime.ShouldBe(New);
    }

    [Fact]
    public void Two_transitional_rules_that_lead_apart_are_an_error_and_two_that_agree_are_not()
    {
        TransitionalRule<DateOnly> toOld = new(Old, _ => true, "Điều 9"), alsoOld = new(Old, _ => true, "Điều 10"), toNew = new(New, _ => true, "Điều 11");

        Should.Throw<RegimeConflictException>(() => Selector(toOld, toNew).Choose(Day("2025-01-01"))).Message.ShouldContain("quy định chuyển tiếp");
        Selector(toOld, alsoOld).Choose(Day("2025-01-01")).Provision.ShouldBe("Điều 9");
    }

    [Theory]
    [InlineData(new[] { true, true }, ConditionState.Met, ConditionState.Met)]
    [InlineData(new[] { true, false }, ConditionState.NotMet, ConditionState.Met)]
    [InlineData(new[] { false, false }, ConditionState.NotMet, ConditionState.NotMet)]
    public void Conditions_that_can_be_told(bool[] hold, ConditionState all, ConditionState any)
    {
        var conditions = hold.Select(h => Condition.Of("x", h, "Điều 1")).ToList();

        conditions.All().ShouldBe(all);
        conditions.Any().ShouldBe(any);
    }

    [Fact]
    public void What_cannot_be_told_yet_is_neither_met_nor_not()
    {
        Condition yes = Condition.Of("x", true, "Điều 1"), no = Condition.Of("x", false, "Điều 1"), open = Condition.Of("x", null, "Điều 1", cure: "Bổ sung sổ bảo hiểm");

        new[] { yes, open }.All().ShouldBe(ConditionState.CannotTellYet);
        new[] { open, no }.All().ShouldBe(ConditionState.NotMet);
        new[] { no, open }.Any().ShouldBe(ConditionState.CannotTellYet);
        new[] { open, yes }.Any().ShouldBe(ConditionState.Met);
        Array.Empty<Condition>().All().ShouldBe(ConditionState.Met);
        Array.Empty<Condition>().Any().ShouldBe(ConditionState.NotMet);
    }

    [Fact]
    public void The_hash_of_a_regime_holds_what_it_declares_and_the_values_it_read_that_day()
    {
        var regime = New with { ParameterKeys = ["pay.base-salary", "pay.ranks", "retirement.age"] };
        var hash = regime.HashOn(Book, Day("2026-07-01"));

        hash.Length.ShouldBe(64);
        regime.HashOn(Book, Day("2026-12-31")).ShouldBe(hash);
        regime.HashOn(Book, Day("2026-06-30")).ShouldNotBe(hash);
        (regime with { Provisions = [new("Điều 1", "Khác")] }).HashOn(Book, Day("2026-07-01")).ShouldNotBe(hash);
        (regime with { ParameterKeys = ["pay.base-salary"] }).HashOn(Book, Day("2026-07-01")).ShouldNotBe(hash);
    }

    private static RegimeSelector<DateOnly> Selector(params TransitionalRule<DateOnly>[] transitional) => new("Thử", [Old, New], d => d, transitional);

    private static Regime Make(string code, string from, string? until) =>
        new(code, code, "73/2024/NĐ-CP", Day(from), until is null ? null : Day(until), [new("Điều 1", "Một quy định")], []);
}
