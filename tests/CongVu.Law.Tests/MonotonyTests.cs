using CongVu.Law.Pay;
using CongVu.Law.Retirement;
using FsCheck;
using FsCheck.Fluent;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>What must hold of every case, whatever its facts.</summary>
public class MonotonyTests
{
    private static readonly RegularStepRaise Raise = new(Book, Day("2026-11-27"));
    private static readonly RetirementAge Age = new(Book, Day("2026-11-27"));

    [Fact]
    public void Longer_on_the_last_step_never_means_a_smaller_over_scale_allowance() =>
        Prop.ForAll(Gen.Elements("A3.1", "A2.2", "A1", "A0", "B", "C2", "B4-VT").ToArbitrary(), Gen.Choose(0, 6_000).ToArbitrary(), (table, days) =>
        {
            var last = Book.Pay.ScalesOn(Day("2026-11-27")).Find(StaffCategory.CivilServant, table).Steps;
            var rule = new OverScale(Book, Day("2026-11-27"));
            var shorter = rule.Assess(new StepHolding(StaffCategory.CivilServant, table, last, Day("2026-11-27").AddDays(-days)));
            var longer = rule.Assess(new StepHolding(StaffCategory.CivilServant, table, last, Day("2026-11-27").AddDays(-days - 40)));
            return shorter.Amount >= 0 && longer.Amount >= shorter.Amount && shorter.NextOn > Day("2026-11-27");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_happens_on_a_step_never_brings_the_raise_forward() =>
        Prop.ForAll(Holdings, holding =>
        {
            var clean = Raise.Assess(holding with { Disciplines = [], NotCompletedYears = [], NotCountedMonths = 0 }).Due!.Value;
            var due = Raise.Assess(holding).Due!.Value;
            var longer = Raise.Assess(holding with { NotCountedMonths = holding.NotCountedMonths + 1 }).Due!.Value;
            return due >= clean && longer > due && due > holding.Since;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_younger_never_retire_first_and_nobody_before_the_age_of_the_table() =>
        Prop.ForAll(Gen.Choose(0, 20_000).ToArbitrary(), Gen.Elements(Sex.Male, Sex.Female).ToArbitrary(), (days, sex) =>
        {
            var birth = Day("1950-01-01").AddDays(days);
            var (older, younger) = (Age.Assess(sex, birth), Age.Assess(sex, birth.AddDays(1)));
            return younger.PensionFrom >= older.PensionFrom && older.PensionFrom.Day == 1 && older.PensionFrom > older.ReachedOn && older.PensionFrom <= older.ReachedOn.AddDays(31);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_coefficient_or_more_percent_never_pays_less() =>
        Prop.ForAll(Gen.Choose(0, 120).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (post, percent) =>
        {
            var rule = new MonthlyPay(Book, Day("2026-07-01"));
            var holding = new PayHolding(StaffCategory.CivilServant, "A1", 9, Percent.Of(percent), new Coefficient(post));
            var pay = rule.Assess(holding);
            return rule.Assess(holding with { PostCoefficient = new Coefficient(post + 1) }).Total > pay.Total
                && rule.Assess(holding with { OverScale = Percent.Of(percent + 1) }).Total > pay.Total
                && pay.Salary + pay.PostAllowance + pay.OverScale + pay.CivilServiceAllowance == pay.Total;
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<StepHolding> Holdings =>
        (from category in Gen.Elements(StaffCategory.CivilServant, StaffCategory.PublicEmployee)
         from table in Gen.Elements("A2.1", "A1", "A0", "B", "C1", "B4-LX")
         from step in Gen.Choose(1, 7)
         from start in Gen.Choose(0, 3_000)
         from form in Gen.Elements(DisciplineForm.Reprimand, DisciplineForm.Warning, DisciplineForm.Removal)
         from after in Gen.Choose(-100, 1_500)
         from year in Gen.Choose(2014, 2026)
         from uncounted in Gen.Choose(0, 12)
         let since = Day("2015-01-01").AddDays(start)
         select new StepHolding(category, table, step, since)
         {
             Disciplines = [new(form, since.AddDays(after))],
             NotCompletedYears = [year, year],
             NotCountedMonths = uncounted,
         }).ToArbitrary();
}
