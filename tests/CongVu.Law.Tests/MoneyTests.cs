using FsCheck;
using FsCheck.Fluent;

namespace CongVu.Law.Tests;

public class MoneyTests
{
    [Fact]
    public void A_coefficient_times_the_base_salary_is_exact() => Money.Times(Coefficient.Parse("5.08"), 2_530_000).ShouldBe(12_852_400);

    [Fact]
    public void A_share_is_rounded_to_the_nearest_dong_half_upwards()
    {
        Money.Share(Percent.Of(25), 2).ShouldBe(1);
        Money.Share(Percent.Of(25), 1).ShouldBe(0);
        Money.Share(Percent.Of(25), -2).ShouldBe(-1);
        Money.IsWhole(Percent.Of(25), 2).ShouldBeFalse();
    }

    [Fact]
    public void Over_scale_money_is_rounded_once_at_the_end() =>
        Money.Times(Coefficient.Parse("4.98"), Percent.Of(5), 2_340_000).ShouldBe(582_660);

    [Fact]
    public void Money_reads_as_Vietnamese_forms_print_it()
    {
        Money.Format(17_646_750).ShouldBe("17.646.750 đ");
        Money.Format(0).ShouldBe("0 đ");
        Money.Format(-1_000).ShouldBe("-1.000 đ");
        new Percent(250).ToString().ShouldBe("2,5%");
        Percent.Of(25).ToString().ShouldBe("25%");
        Percent.Of(100).ToInvariant().ShouldBe("100");
    }

    [Fact]
    public void Too_much_money_is_an_error_not_a_wrong_number() =>
        Should.Throw<OverflowException>(() => Money.Times(Coefficient.Parse("10.00"), long.MaxValue));

    [Fact]
    public void A_share_never_strays_more_than_half_a_dong() =>
        Prop.ForAll(Gen.Choose(0, 100_000_000).ToArbitrary(), Gen.Choose(0, 20_000).ToArbitrary(), (amount, hundredths) =>
            Math.Abs((Money.Share(new Percent(hundredths), amount) * 10_000) - ((long)amount * hundredths)) <= 5_000)
            .QuickCheckThrowOnFailure();
}
