using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Host.Practice;

/// <summary>Rank, steps and raises of one person through time, by the salary tables of the law's data.</summary>
internal sealed class PracticePay(LawBook law)
{
    private readonly PayScales _scales = law.Pay.ScalesOn(new DateOnly(2020, 1, 1));

    /// <summary>Since when people are paid by the present tables.</summary>
    public static readonly DateOnly Tables2004 = new(2004, 10, 1);

    private const int OverScaleFirst = 5;
    private static readonly DateOnly LastPromotionExam = new(2025, 6, 30);

    /// <summary>Rank and table a person enters with.</summary>
    public static (string Rank, string Table) EntryRank(Dice dice, PracticeUnit unit, string level) => (unit.Staffing, level) switch
    {
        (Staffing.Teaching, _) when unit.Name.Contains("THPT", StringComparison.Ordinal) => ("V.07.05.15", "A1"),
        (Staffing.Teaching, _) when unit.Name.Contains("THCS", StringComparison.Ordinal) => ("V.07.04.32", "A1"),
        (Staffing.Teaching, _) when unit.Name.Contains("Tiểu học", StringComparison.Ordinal) => ("V.07.03.29", "A1"),
        (Staffing.Teaching, _) => ("V.07.02.26", "A0"),
        (Staffing.Health, "university" or "master" or "doctor") => ("V.08.01.03", "A1"),
        (Staffing.Health, "college") => ("V.08.05.12", "A1"),
        (Staffing.Health, _) => ("V.08.05.13", "B"),
        (_, "intermediate") => ("01.005", "B"),
        (_, "college") => ("01.004", "A0"),
        _ when dice.PerMille(50) => ("06.031", "A1"),
        _ when dice.PerMille(40) => ("02.007", "A1"),
        _ => ("01.003", "A1"),
    };

    /// <summary>
    /// The acts of pay from entry to the day of reference: placement into the tables of 2004 where older, regular raises,
    /// at most one promotion to the principal rank, over-scale allowance at the end of the table.
    /// </summary>
    public IEnumerable<(DateOnly Day, string Action, Effect Effect)> Through(Dice dice, StaffCategory category, string rank, string tableCode, DateOnly joined, bool promoted, DateOnly until)
    {
        var table = _scales.Find(category, tableCode);
        var day = joined < Tables2004 ? Tables2004 : joined;
        var step = Math.Min(table.Steps - 1, 1 + LawDay.WholeMonthsBetween(joined, day) / table.MonthsPerStep);
        yield return (day, joined < Tables2004 ? "pay-table-transfer" : "recruit", Holding(rank, table, step, 0, day));

        var delay = dice.PerMille(25) ? 6 : 0; // a year not completed, or a discipline
        var over = 0;
        var left = promoted && rank == "01.003";
        while (true)
        {
            var months = over > 0 ? 12 : table.MonthsPerStep + delay;
            delay = 0;
            var due = LawDay.AddMonths(day, months);
            var skipped = due > until.AddMonths(-4) && dice.PerMille(550); // some due raises wait to be decided
            if (due > until || skipped) yield break;
            day = due;
            if (left && step >= 4 && day <= LastPromotionExam && day.Year >= 2012)
            {
                left = false;
                var now = table.At(step);
                (rank, table) = ("01.002", _scales.Find(category, "A2.1"));
                step = Enumerable.Range(1, table.Steps).First(s => table.At(s) >= now);
                yield return (day, "rank-change", Holding(rank, table, step, 0, day));
                continue;
            }
            if (step < table.Steps)
            {
                yield return (day, "step-raise", Holding(rank, table, ++step, 0, day));
                continue;
            }
            over = over == 0 ? OverScaleFirst : over + 1;
            yield return (day, "over-scale", Holding(rank, table, step, over, day));
        }
    }

    private static SetRankAndStep Holding(string rank, SalaryTable table, int step, int over, DateOnly since) =>
        new(rank, table.Code, step, table.At(step).Hundredths, over, since);
}
