using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CongVu.Law.Tests;

public class CoefficientTests
{
    [Theory]
    [InlineData("4.98", 498)]
    [InlineData("4,98", 498)]
    [InlineData("0.5", 50)]
    [InlineData("3", 300)]
    [InlineData("10.00", 1000)]
    public void Reads_the_ways_people_write_a_coefficient(string text, int hundredths) => Coefficient.Parse(text).Hundredths.ShouldBe(hundredths);

    [Theory]
    [InlineData("")]
    [InlineData("4.981")]
    [InlineData("4.")]
    [InlineData(".5")]
    [InlineData("4e2")]
    [InlineData("1.000,5")]
    [InlineData("٣")]
    public void Refuses_what_is_not_a_coefficient(string text) => Should.Throw<FormatException>(() => Coefficient.Parse(text));

    [Fact]
    public void Prints_with_a_comma_on_screen_and_a_point_in_data()
    {
        new Coefficient(498).ToString().ShouldBe("4,98");
        new Coefficient(300).ToString().ShouldBe("3,00");
        new Coefficient(-5).ToInvariant().ShouldBe("-0.05");
        JsonSerializer.Serialize(new Coefficient(498)).ShouldBe("\"4.98\"");
        JsonSerializer.Deserialize<Coefficient>("\"4.98\"").ShouldBe(new Coefficient(498));
    }

    [Fact]
    public void Every_coefficient_survives_being_written_and_read() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>().Filter(n => Math.Abs((long)n) < 900_000_000), n =>
            Coefficient.Parse(new Coefficient(n).ToString()).Hundredths == n && Coefficient.Parse(new Coefficient(n).ToInvariant()).Hundredths == n)
            .QuickCheckThrowOnFailure();
}
