using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>
/// What signed decisions used may not change: the list beside this file holds regime, day and hash. Where this fails, put the amendment into a new regime or a new
/// dated value; add lines to the list, never change one.
/// </summary>
public class FrozenRegimeTests
{
    private static readonly string List = Path.Combine(Repository.Root, "tests", "CongVu.Law.Tests", "frozen-regimes.txt");

    [Fact]
    public void Every_frozen_regime_still_is_what_it_was()
    {
        var changed = Lines().Where(l => Named(l.Code).HashOn(Book, l.Day) != l.Hash)
            .Select(l => $"{l.Code} {l.Day:yyyy-MM-dd} {Named(l.Code).HashOn(Book, l.Day)}");

        changed.ShouldBeEmpty();
    }

    [Fact]
    public void Every_regime_is_frozen_from_its_first_day() =>
        KnownRegimes.All.Select(r => r.Code).Except(Lines().Select(l => l.Code)).ShouldBeEmpty();

    [Fact]
    public void A_regime_stands_in_the_register_and_reads_what_is_there()
    {
        KnownRegimes.All.Select(r => r.Code).ShouldBeUnique();
        foreach (var regime in KnownRegimes.All)
        {
            Book.Instruments.Keys.ShouldContain(regime.Instrument, regime.Code);
            Book.Instruments[regime.Instrument].Earliest.ShouldBeLessThanOrEqualTo(regime.From, regime.Code);
            regime.Provisions.ShouldNotBeEmpty(regime.Code);
            regime.ParameterKeys.Except(Book.Parameters.Keys).ShouldBeEmpty(regime.Code);
        }
    }

    private static Regime Named(string code) => KnownRegimes.All.FirstOrDefault(r => r.Code == code) ?? throw new InvalidOperationException($"A frozen regime is gone: {code}.");

    private static List<(string Code, DateOnly Day, string Hash)> Lines() =>
        [.. File.ReadLines(List).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')).Select(p => (p[0], Day(p[1]), p[2]))];
}
