using CongVu.Law.Pay;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Measurements run alone, and count processor time: what neighbours on the same machine take is not ours.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>A province's worth of people must be reckoned in passing.</summary>
[Collection(nameof(Alone))]
public class BulkTests
{
    private static readonly StepHolding[] Province =
    [
        .. Enumerable.Range(0, 100_000).Select(i => new StepHolding(
            i % 3 == 0 ? StaffCategory.PublicEmployee : StaffCategory.CivilServant, i % 5 == 0 ? "B" : "A1", (i % 9) + 1, Day("2020-01-01").AddDays(i % 2_000))
        {
            Disciplines = i % 20 == 0 ? [new(DisciplineForm.Warning, Day("2024-05-05"))] : [],
            NotCompletedYears = i % 30 == 0 ? [2024] : [],
        }),
    ];

    [Fact]
    public void Who_is_due_in_a_year_among_a_hundred_thousand_takes_less_than_two_seconds()
    {
        var due = 0;
        Spent("due list of 100,000 people", () =>
        {
            var rule = new RegularStepRaise(Book, Day("2026-12-31"));
            due = Province.Count(p => rule.Assess(p).IsDueBy(Day("2026-12-31")));
        }).ShouldBeLessThan(TimeSpan.FromSeconds(2));

        due.ShouldBeInRange(50_000, 100_000);
    }

    [Fact]
    public void Monthly_pay_of_a_hundred_thousand_takes_less_than_three_seconds()
    {
        var total = 0L;
        Spent("pay of 100,000 people", () =>
        {
            var rule = new MonthlyPay(Book, Day("2026-11-01"));
            total = Province.Sum(p => rule.Assess(new PayHolding(p.Category, p.Table, p.Step)).Total);
        }).ShouldBeLessThan(TimeSpan.FromSeconds(3));

        total.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_law_loads_in_less_than_three_tenths_of_a_second()
    {
        _ = Book;
        Spent("load of the law", () => LawBook.Load()).ShouldBeLessThan(TimeSpan.FromMilliseconds(300));
    }

    private static TimeSpan Spent(string what, Action act)
    {
        var before = Environment.CpuUsage.TotalTime;
        act();
        var spent = Environment.CpuUsage.TotalTime - before;
        TestContext.Current.SendDiagnosticMessage($"{what}: {spent.TotalMilliseconds:0} ms of processor time");
        return spent;
    }
}
