using System.Diagnostics;
using CongVu.Law.Pay;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>A province's worth of people must be reckoned in passing.</summary>
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
        var clock = Stopwatch.StartNew();
        var rule = new RegularStepRaise(Book, Day("2026-12-31"));
        var due = Province.Count(p => rule.Assess(p).IsDueBy(Day("2026-12-31")));
        clock.Stop();

        due.ShouldBeInRange(50_000, 100_000);
        clock.ElapsedMilliseconds.ShouldBeLessThan(2_000);
        TestContext.Current.SendDiagnosticMessage($"due list of 100,000 people: {clock.ElapsedMilliseconds} ms, {due} due");
    }

    [Fact]
    public void Monthly_pay_of_a_hundred_thousand_takes_less_than_three_seconds()
    {
        var clock = Stopwatch.StartNew();
        var rule = new MonthlyPay(Book, Day("2026-11-01"));
        var total = Province.Sum(p => rule.Assess(new PayHolding(p.Category, p.Table, p.Step)).Total);
        clock.Stop();

        total.ShouldBeGreaterThan(0);
        clock.ElapsedMilliseconds.ShouldBeLessThan(3_000);
        TestContext.Current.SendDiagnosticMessage($"pay of 100,000 people: {clock.ElapsedMilliseconds} ms");
    }
}
