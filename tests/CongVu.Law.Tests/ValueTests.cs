using System.Text.Json;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>The small types every calculation is made of: what they accept, how they compare, and both sides of each limit.</summary>
public class ValueTests
{
    [Fact]
    public void Coefficients_add_compare_and_multiply_in_hundredths()
    {
        Coefficient less = new(233), more = new(234);

        (less + more).ShouldBe(new Coefficient(467));
        (more - less).ShouldBe(new Coefficient(1));
        (less * 3).ShouldBe(new Coefficient(699));
        new[] { less < more, less <= more, less <= new Coefficient(233), more > less, more >= less, more >= new Coefficient(234) }.ShouldAllBe(t => t);
        new[] { more < less, less < new Coefficient(233), more <= less, less > more, less > new Coefficient(233), less >= more }.ShouldAllBe(t => !t);
        less.CompareTo(more).ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData("9999999", 999_999_900)]
    [InlineData("-0.05", -5)]
    [InlineData("-3,1", -310)]
    public void A_coefficient_has_at_most_seven_digits_before_the_mark(string text, int hundredths) => Coefficient.Parse(text).Hundredths.ShouldBe(hundredths);

    [Theory]
    [InlineData(null)]
    [InlineData("-")]
    [InlineData("12345678")]
    [InlineData("1.234")]
    [InlineData("3x")]
    [InlineData("3.x")]
    [InlineData("--3")]
    public void And_nothing_else_is_one(string? text)
    {
        Coefficient.TryParse(text, out var value).ShouldBeFalse();
        value.ShouldBe(default);
    }

    [Fact]
    public void A_refused_coefficient_is_named()
    {
        Should.Throw<FormatException>(() => Coefficient.Parse("4.981")).Message.ShouldBe("“4.981” không phải là hệ số có tối đa hai chữ số thập phân.");
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Coefficient>("\"4.981\"")).Message.ShouldContain("\"4.98\"");
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Percent>("\"much\"")).Message.ShouldContain("\"2.5\"");
    }

    [Fact]
    public void Percents_add_multiply_and_go_to_data_without_their_sign()
    {
        (Percent.Of(5) + new Percent(50)).ShouldBe(new Percent(550));
        (Percent.Of(5) * 3).ShouldBe(Percent.Of(15));
        Percent.Of(5).CompareTo(Percent.Of(6)).ShouldBeLessThan(0);
        JsonSerializer.Serialize(new Percent(250)).ShouldBe("\"2.5\"");
        JsonSerializer.Deserialize<Percent>("\"2.5\"").ShouldBe(new Percent(250));
        Percent.TryParse("2,5%", out var read).ShouldBeTrue();
        read.ShouldBe(new Percent(250));
        Percent.TryParse(null, out _).ShouldBeFalse();
        new Percent(75).ToString().ShouldBe("0,75%");
        new Percent(1000).ToInvariant().ShouldBe("10");
    }

    [Fact]
    public void A_coefficient_with_a_percent_on_top_is_exact_to_the_millionth()
    {
        ExactCoefficient plain = ExactCoefficient.Of(new Coefficient(678)), raised = ExactCoefficient.Of(new Coefficient(678), Percent.Of(5));

        raised.Millionths.ShouldBe(7_119_000);
        raised.ToString().ShouldBe("7,119");
        raised.ToInvariant().ShouldBe("7.119");
        (raised - plain).ShouldBe(new ExactCoefficient(339_000));
        new[] { plain < raised, plain <= raised, plain <= ExactCoefficient.Of(new Coefficient(678)), raised > plain, raised >= plain, plain >= ExactCoefficient.Of(new Coefficient(678)) }.ShouldAllBe(t => t);
        new[] { raised < plain, plain < ExactCoefficient.Of(new Coefficient(678)), raised <= plain, plain > raised, plain > ExactCoefficient.Of(new Coefficient(678)), plain >= raised }.ShouldAllBe(t => !t);
        plain.CompareTo(raised).ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData(150, 3, 5)]
    [InlineData(149, 3, 4)]
    [InlineData(150, -3, -5)]
    [InlineData(149, -3, -4)]
    public void Half_a_dong_goes_away_from_zero(int hundredths, long amount, long product) => Money.Times(new Coefficient(hundredths), amount).ShouldBe(product);

    [Fact]
    public void A_product_of_three_is_rounded_once_and_says_whether_it_was()
    {
        // 1,50 × 50% × 2 = 1,5; 1,49 × 50% × 2 = 1,49.
        Money.Times(new Coefficient(150), Percent.Of(50), 2).ShouldBe(2);
        Money.Times(new Coefficient(149), Percent.Of(50), 2).ShouldBe(1);
        Money.Times(new Coefficient(150), Percent.Of(50), -2).ShouldBe(-2);
        Money.Times(new Coefficient(150), default(Percent), 2).ShouldBe(0);
        Money.IsWhole(new Coefficient(150), Percent.Of(50), 2).ShouldBeFalse();
        Money.IsWhole(new Coefficient(150), Percent.Of(50), 4).ShouldBeTrue();
        Money.Times(new Coefficient(150), new Coefficient(50), 2).ShouldBe(2);
        Money.Times(new Coefficient(149), new Coefficient(50), 2).ShouldBe(1);
        Money.IsWhole(new Coefficient(150), new Coefficient(50), 2).ShouldBeFalse();
        Money.IsWhole(new Coefficient(150), new Coefficient(50), 4).ShouldBeTrue();
        Money.IsWhole(Percent.Of(25), 4).ShouldBeTrue();
        Should.Throw<OverflowException>(() => Money.Times(new Coefficient(10_000), Percent.Of(100), long.MaxValue));
    }

    [Theory]
    [InlineData(10, 19, 1)]
    [InlineData(10, 20, 2)]
    [InlineData(5, 19, 0)]
    public void A_share_of_people_counts_whole_people(int percent, long count, long share) => Money.WholeShare(Percent.Of(percent), count).ShouldBe(share);

    [Theory]
    [InlineData(10, 2, 20)]
    [InlineData(10, 1, 10)]
    [InlineData(30, 1, 4)]
    [InlineData(0, 3, 0)]
    public void The_least_count_for_so_many_people_is_just_enough(int percent, long whole, long count)
    {
        Money.LeastFor(Percent.Of(percent), whole).ShouldBe(count);
        if (percent > 0)
        {
            Money.WholeShare(Percent.Of(percent), count).ShouldBe(whole);
            Money.WholeShare(Percent.Of(percent), count - 1).ShouldBe(whole - 1);
        }
    }

    [Theory]
    [InlineData("1964-10-1x")]
    [InlineData("1964-1-02")]
    [InlineData("1964-10-12-01")]
    [InlineData("19x4")]
    [InlineData("19644")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_of_birth_is_none(string? text)
    {
        PartialDate.TryParse(text, out var date).ShouldBeFalse();
        date.ShouldBe(default);
    }

    [Fact]
    public void A_birth_known_to_the_month_keeps_no_day_and_one_known_to_the_year_no_month()
    {
        PartialDate.TryParse("1964-10", out var month).ShouldBeTrue();
        PartialDate.TryParse("1964", out var year).ShouldBeTrue();

        month.ShouldBe(new PartialDate(1964, 10));
        year.ShouldBe(new PartialDate(1964));
        ((PartialDate)Day("1964-10-12")).ShouldBe(new PartialDate(1964, 10, 12));
        new PartialDate(1964, null, 12).Reckoned.ShouldBe(Day("1964-01-01"));
    }

    [Theory]
    [InlineData("90 day", 90, PeriodUnit.Day, "90 ngày")]
    [InlineData("15 working-day", 15, PeriodUnit.WorkingDay, "15 ngày làm việc")]
    [InlineData("6 month", 6, PeriodUnit.Month, "6 tháng")]
    public void A_period_is_a_count_and_a_unit(string text, int count, PeriodUnit unit, string printed)
    {
        Period.TryParse(text, out var period).ShouldBeTrue();
        period.ShouldBe(new Period(count, unit));
        period.ToString().ShouldBe(printed);
        PeriodUnits.Find(unit.Code()).ShouldBe(unit);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("day")]
    [InlineData("six month")]
    [InlineData("-6 month")]
    [InlineData("6 moons")]
    [InlineData("6  month")]
    public void Anything_else_is_no_period(string? text)
    {
        Period.TryParse(text, out var period).ShouldBeFalse();
        period.ShouldBe(default);
    }

    [Theory]
    [InlineData(DisciplineForm.Reprimand, "reprimand", "khiển trách")]
    [InlineData(DisciplineForm.Warning, "warning", "cảnh cáo")]
    [InlineData(DisciplineForm.PayStepReduction, "pay-step-reduction", "hạ bậc lương")]
    [InlineData(DisciplineForm.Demotion, "demotion", "giáng chức")]
    [InlineData(DisciplineForm.Removal, "removal", "cách chức")]
    public void A_form_of_discipline_has_a_code_and_a_name(DisciplineForm form, string code, string name)
    {
        form.Code().ShouldBe(code);
        form.Vietnamese().ShouldBe(name);
        DisciplineForms.Find(code).ShouldBe(form);
    }

    [Theory]
    [InlineData(StaffCategory.Cadre, "cadre", "cán bộ")]
    [InlineData(StaffCategory.CivilServant, "civil-servant", "công chức")]
    [InlineData(StaffCategory.PublicEmployee, "public-employee", "viên chức")]
    [InlineData(StaffCategory.ContractWorker, "contract-worker", "người lao động hợp đồng")]
    [InlineData(StaffCategory.CommunePartTime, "commune-part-time", "người hoạt động không chuyên trách cấp xã")]
    public void A_category_of_staff_has_a_code_and_a_name(StaffCategory category, string code, string name)
    {
        category.Code().ShouldBe(code);
        category.Vietnamese().ShouldBe(name);
        StaffCategories.Find(code).ShouldBe(category);
    }

    [Fact]
    public void A_code_nobody_knows_is_nothing_and_a_value_nobody_knows_is_a_bug()
    {
        DisciplineForms.Find("scolding").ShouldBeNull();
        StaffCategories.Find("robot").ShouldBeNull();
        PeriodUnits.Find("moon").ShouldBeNull();
        Sexes.Find("x").ShouldBeNull();
        foreach (var sex in Enum.GetValues<Sex>()) Sexes.Find(sex.Code()).ShouldBe(sex);
        (Sex.Male.Vietnamese(), Sex.Female.Vietnamese()).ShouldBe(("nam", "nữ"));
        Action[] bugs = [() => ((DisciplineForm)9).Code(), () => ((DisciplineForm)9).Vietnamese(), () => ((StaffCategory)9).Code(), () => ((StaffCategory)9).Vietnamese(),
            () => ((PeriodUnit)9).Code(), () => ((PeriodUnit)9).Vietnamese()];
        foreach (var bug in bugs) Should.Throw<ArgumentOutOfRangeException>(bug);
    }
}
