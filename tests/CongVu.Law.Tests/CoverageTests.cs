using System.Text.RegularExpressions;
using CongVu.Law.Pay;
using CongVu.Law.Retirement;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Derived cases nobody writes by hand: both sides of every change, and a set of people on every quarter of the covered time.</summary>
public partial class CoverageTests
{
    [Fact]
    public void Every_value_holds_from_its_first_day_to_the_day_before_the_next()
    {
        foreach (var parameter in Book.Parameters.Values)
        {
            foreach (var value in parameter.Values.Values)
            {
                parameter.Values.At(value.From).ShouldBeSameAs(value);
                if (value.Until is { } until)
                {
                    parameter.Values.At(until.AddDays(-1)).ShouldBeSameAs(value);
                    (parameter.Values.Covers(until) && parameter.Values.At(until) == value).ShouldBeFalse();
                }
            }
            Should.Throw<OutsideCoverageException>(() => parameter.Values.At(parameter.Values.Values[0].From.AddDays(-1)));
        }
    }

    [Fact]
    public void Nobody_falls_between_two_laws_on_any_quarter_since_2012()
    {
        StaffCategory[] paid = [StaffCategory.Cadre, StaffCategory.CivilServant, StaffCategory.PublicEmployee, StaffCategory.ContractWorker];
        for (var day = Day("2012-07-01"); day <= Day("2026-10-01"); day = day.AddMonths(3))
        {
            var (raise, pay, overScale, age) = (new RegularStepRaise(Book, day), new MonthlyPay(Book, day), new OverScale(Book, day), new RetirementAge(Book, day));
            var scales = Book.Pay.ScalesOn(day);
            foreach (var category in paid)
            {
                foreach (var table in scales.For(category))
                {
                    raise.Assess(new StepHolding(category, table.Code, 1, day.AddYears(-1)) { NotCompletedYears = [day.Year - 1] }).Due.ShouldNotBeNull();
                    pay.Assess(new PayHolding(category, table.Code, table.Steps)).Total.ShouldBeGreaterThan(0);
                    if (table.Group != "expert")
                    {
                        overScale.Assess(new StepHolding(category, table.Code, table.Steps, day.AddYears(-4))).Percent.ShouldBeGreaterThan(default);
                    }
                }
                foreach (var form in new[] { DisciplineForm.Reprimand, DisciplineForm.Warning, DisciplineForm.Removal })
                {
                    raise.Assess(new StepHolding(category, "B4-LX", 1, day.AddYears(-1)) { Disciplines = [new(form, day.AddMonths(-6))] })
                        .ExtensionMonths.ShouldBeInRange(3, 12);
                }
            }
            if (day >= Day("2014-01-01"))
            {
                new EarlyRaiseQuota(Book, day).Assess(25).Quota.ShouldBe(2);
            }
            if (day > Day("2021-01-01"))
            {
                new Deadline(Book.Calendar).After(day, new Period(30, PeriodUnit.Day)).Due.ShouldBeGreaterThanOrEqualTo(day.AddDays(30));
            }
            foreach (var sex in Enum.GetValues<Sex>())
            {
                age.Assess(sex, day.AddYears(-59)).Years.ShouldBeInRange(55, 62);
            }
        }
    }

    [Fact]
    public void No_figure_of_the_law_stands_in_a_rule()
    {
        var rules = new[] { "Pay", "Retirement", "Severance", "Communes" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CongVu.Law", f), "*.cs"));
        var found = rules.SelectMany(f => File.ReadLines(f).Select((text, i) => (Place: $"{Path.GetFileName(f)}:{i + 1}", Text: Bare(text))))
            .Where(l => Number().IsMatch(l.Text)).Select(l => $"{l.Place} {l.Text.Trim()}");

        found.ShouldBeEmpty();
    }

    /// <summary>A line of code without its strings and comments.</summary>
    private static string Bare(string line) => Comment().Replace(Quoted().Replace(line, "\"\""), "");

    [GeneratedRegex(@"(?<![\w.])(?!(0|1)\b)\d[\d_]*(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("//.*$")]
    private static partial Regex Comment();
}
