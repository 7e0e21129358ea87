using CongVu.Law.Severance;
using FsCheck;
using FsCheck.Fluent;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>What must hold of every benefit, and of every quarter of the covered time.</summary>
public class SeveranceLawPropertyTests
{
    private static readonly ExitPolicy[] Policies = Enum.GetValues<ExitPolicy>();

    [Fact]
    public void Parts_are_never_negative_and_sum_to_the_total() =>
        Prop.ForAll(Cases, c => Try(c) is not { } benefit
            || (benefit.Lines.All(l => l.Amount >= 0) && benefit.Lines.Sum(l => l.Amount) == benefit.Amount
                && benefit.Explanation.Children.Sum(e => e.Value.AsMoney) == benefit.Amount && benefit.Explanation.Value.AsMoney == benefit.Amount))
            .QuickCheckThrowOnFailure();

    /// <summary>Within one way of reckoning: a longer service may lead to another one (a lowest amount that ends, the rule of fifteen years).</summary>
    [Fact]
    public void A_month_more_of_service_never_pays_less_within_one_rule() =>
        Prop.ForAll(Cases, c => Try(c) is not { } less || Try(c with { ServiceMonths = c.ServiceMonths + 1 }) is not { } more
            || !Same(less, more) || more.Amount >= less.Amount).QuickCheckThrowOnFailure();

    [Fact]
    public void More_pay_never_pays_less() =>
        Prop.ForAll(Cases, c => Try(c) is not { } less || Try(c with { CurrentPay = c.CurrentPay + 1_000, AveragePay = c.AveragePay + 1_000 })!.Amount >= less.Amount)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Leaving_late_after_a_reorganisation_never_pays_more() =>
        Prop.ForAll(Cases, c => Try(c) is not { } late || late.Amount <= Try(c with { MonthsAfterReorganisation = 1 })!.Amount).QuickCheckThrowOnFailure();

    [Fact]
    public void On_every_quarter_since_2015_exactly_one_regime_decides_every_person()
    {
        var decided = new HashSet<string>();
        for (var day = Day("2015-04-01"); day <= Day("2030-10-01"); day = day.AddMonths(3))
        {
            foreach (var policy in new[] { ExitPolicy.EarlyRetirement, ExitPolicy.Immediate, ExitPolicy.Transfer, ExitPolicy.AfterTraining })
            {
                foreach (var reason in new[] { ExitReason.Downsizing, ExitReason.Reorganisation })
                {
                    foreach (var category in new[] { StaffCategory.Cadre, StaffCategory.CivilServant, StaffCategory.PublicEmployee, StaffCategory.ContractWorker })
                    {
                        var @case = new ExitCase(policy, reason, day)
                        {
                            Category = category, CurrentPay = 9_000_000, AveragePay = 8_000_000, MonthsToRetirement = 50, ServiceMonths = 290,
                        };
                        var benefit = Book.Severance.Reckon(@case);
                        benefit.Amount.ShouldBeGreaterThan(0, $"{day} {policy} {reason} {category}");
                        Book.Severance.Assess(@case).All.ShouldNotBeEmpty();
                        decided.Add(benefit.Choice.Regime.Code);
                    }
                }
            }
            if (day >= Day("2025-07-01"))
            {
                decided.Add(Book.Severance.Reckon(new ExitCase(ExitPolicy.Resignation, ExitReason.OwnWish, day) { CurrentPay = 9_000_000, ServiceMonths = 100 }).Choice.Regime.Code);
                decided.Add(Book.Severance.Reckon(PartTime(ExitPolicy.VillagePartTime, day)).Choice.Regime.Code);
            }
            if (day >= Day("2025-07-01") && day <= Day("2026-05-31"))
            {
                decided.Add(Book.Severance.Reckon(PartTime(ExitPolicy.CommunePartTime, day)).Choice.Regime.Code);
            }
        }
        decided.Order().ShouldBe(SeveranceRegimes.Benefits.Select(r => r.Code).Order());
    }

    [Fact]
    public void Downsizing_passes_from_decree_to_decree_without_a_day_between()
    {
        foreach (var (first, code) in new[] { ("2015-01-10", "severance.108-2014"), ("2023-07-20", "severance.29-2023"), ("2025-06-16", "severance.154-2025") })
        {
            Chosen(Day(first)).ShouldBe(code);
            (Day(first) == Day("2015-01-10") ? null : Chosen(Day(first).AddDays(-1))).ShouldNotBe(code);
        }
        Chosen(Day("2015-01-09")).ShouldBeNull();
        Chosen(Day("2030-12-31")).ShouldBe("severance.154-2025");
        Chosen(Day("2031-01-01")).ShouldBeNull();

        static string? Chosen(DateOnly day)
        {
            try
            {
                return Book.Severance.Select(new ExitCase(ExitPolicy.Transfer, ExitReason.Downsizing, day)).Regime.Code;
            }
            catch (OutsideCoverageException)
            {
                return null;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Own))]
    public void A_regime_has_figures_on_its_first_and_last_day(string code)
    {
        var regime = SeveranceRegimes.All.Single(r => r.Code == code);
        foreach (var key in regime.ParameterKeys)
        {
            Book.Parameters[key].Values.Covers(regime.From).ShouldBeTrue(key);
            Book.Parameters[key].Values.Covers(regime.Until ?? Day("2040-01-01")).ShouldBeTrue(key);
        }
    }

    public static TheoryData<string> Own => [.. SeveranceRegimes.All.Select(r => r.Code)];

    private static ExitCase PartTime(ExitPolicy policy, DateOnly day) =>
        new(policy, ExitReason.Reorganisation, day) { CurrentPay = 3_000_000, ServiceMonths = 70, MonthsToRetirement = 70 };

    /// <summary>Null where the regime makes no provision for the case.</summary>
    private static ExitBenefit? Try(ExitCase @case)
    {
        try
        {
            return Book.Severance.Reckon(@case);
        }
        catch (OutsideCoverageException)
        {
            return null;
        }
    }

    private static bool Same(ExitBenefit left, ExitBenefit right) => left.Lines.Select(l => l.Code).SequenceEqual(right.Lines.Select(l => l.Code))
        && left.Lines.Zip(right.Lines).All(p => p.First.Explanation.Children.FirstOrDefault()?.Label == p.Second.Explanation.Children.FirstOrDefault()?.Label);

    private static Arbitrary<ExitCase> Cases =>
        (from policy in Gen.Elements(Policies)
         from reorganisation in Gen.Elements(true, false)
         from days in Gen.Choose(0, 5_800)
         from category in Gen.Elements(StaffCategory.Cadre, StaffCategory.CivilServant, StaffCategory.PublicEmployee, StaffCategory.ContractWorker)
         from pay in Gen.Choose(1_000_000, 30_000_000)
         from service in Gen.Choose(0, 520)
         from left in Gen.Choose(0, 140)
         from month in Gen.Choose(0, 30)
         select new ExitCase(policy, policy == ExitPolicy.Resignation ? ExitReason.OwnWish : reorganisation ? ExitReason.Reorganisation : ExitReason.Downsizing,
             Day("2015-01-10").AddDays(days))
         {
             Category = category,
             CurrentPay = pay,
             AveragePay = pay - 1,
             ServiceMonths = service,
             MonthsToRetirement = left,
             MonthsAfterReorganisation = month,
             TrainingMonths = month,
             TrainingFee = pay,
         }).ToArbitrary();
}
