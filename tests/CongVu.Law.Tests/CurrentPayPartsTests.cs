using CongVu.Law.Severance;

namespace CongVu.Law.Tests;

/// <summary>Which parts of a month's pay a benefit is reckoned from.</summary>
public class CurrentPayPartsTests
{
    private static readonly PayPart[] Month = [Part("salary", 10_000_000), Part("post", 1_000_000), Part("over-scale", 0), Part("public-duty", 2_750_000), Part("region", 500_000)];

    [Theory]
    [InlineData(ExitReason.Downsizing, "2027-01-01", 11_000_000)]
    [InlineData(ExitReason.Downsizing, "2024-01-01", 11_000_000)]
    [InlineData(ExitReason.Reorganisation, "2025-07-01", 13_750_000)]
    [InlineData(ExitReason.OwnWish, "2026-08-01", 11_000_000)]
    public void Only_what_the_decree_names_counts(ExitReason reason, string on, long expected)
    {
        var pay = new CurrentPayParts(TheLaw.Book, reason, TheLaw.Day(on)).Explain(TheLaw.Day("2026-12-01"), Month);
        pay.Value.AsMoney.ShouldBe(expected);
        pay.Children.Sum(c => c.Value.AsMoney).ShouldBe(expected, "the printed parts sum to the total");
        pay.Notes.Single().ShouldContain("region");
        KnownRegimes.All.Select(r => r.Code).ShouldContain(pay.Regime!.Code);
    }

    [Fact]
    public void Days_no_decree_covers_are_refused()
    {
        Should.Throw<OutsideCoverageException>(() => new CurrentPayParts(TheLaw.Book, ExitReason.Downsizing, TheLaw.Day("2031-01-01")));
        Should.Throw<OutsideCoverageException>(() => new CurrentPayParts(TheLaw.Book, ExitReason.Reorganisation, TheLaw.Day("2024-12-31")));
    }

    private static PayPart Part(string code, long amount) => new(code, new Explanation(code, ExplainedValue.Money(amount)));
}
