using System.Collections.Frozen;

namespace CongVu.Law.Pay;

/// <summary>The over-scale allowance on a day.</summary>
/// <param name="Percent">Of the last step's pay; 0 before the first award.</param>
/// <param name="NextOn">The day the percent next rises.</param>
/// <param name="Amount">Đồng a month by the base salary of the day asked.</param>
public readonly record struct OverScaleOutcome(Percent Percent, DateOnly NextOn, long Amount);

/// <summary>
/// The over-scale seniority allowance (phụ cấp thâm niên vượt khung): Nghị định 204/2004/NĐ-CP Điều 6 khoản 1. After so many months on the last step a first
/// percent of that step's pay, then more for each further year; put off like a regular raise.
/// </summary>
public sealed class OverScale
{
    private readonly Lazy<ExplainedRegime> regime;
    private readonly DateOnly on;
    private readonly PayScales scales;
    private readonly RaiseExtensions extensions;
    private readonly Dated<LawTable> months;
    private readonly FrozenDictionary<string, LawRow> monthsByGroup;
    private readonly Dated<Percent> first;
    private readonly Dated<Percent> yearly;
    private readonly Dated<long> baseSalary;

    /// <param name="book">The law.</param>
    /// <param name="on">The day asked; its law and base salary decide.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public OverScale(LawBook book, DateOnly on)
    {
        regime = new Lazy<ExplainedRegime>(() => ExplainedRegime.Of(PayRegimes.OverScale2004, book, on));
        this.on = on;
        scales = book.Pay.ScalesOn(on);
        extensions = new RaiseExtensions(book.Pay, on);
        months = book.Pay.OverScaleMonths.At(on);
        monthsByGroup = months.Value.Rows.ToFrozenDictionary(r => r.Text("group"));
        first = book.Pay.OverScaleFirst.At(on);
        yearly = book.Pay.OverScaleYearly.At(on);
        baseSalary = book.Pay.BaseSalary.At(on);
    }

    /// <summary>Percent and amount on the day asked, for a person on the last step since <see cref="StepHolding.Since"/>.</summary>
    /// <exception cref="CaseInputException">The step is not the last, or the table has no over-scale allowance.</exception>
    public OverScaleOutcome Assess(StepHolding holding)
    {
        var table = TableOf(holding);
        var percent = default(Percent);

        // Điểm a: the first award after so many months on the last step. Time that does not count is lived through again.
        var due = MonthsOf(table).Integer("months") + holding.NotCountedMonths;
        var events = holding.Disciplines.Count + holding.NotCompletedYears.Count > 0 ? extensions.EventsOf(holding) : [];
        foreach (var happened in events.Where(e => e.Day >= holding.Since && e.Day <= on))
        {
            percent = AwardUntil(happened.Day, holding.Since, percent, ref due);
            due += happened.Months;
        }
        percent = AwardUntil(on, holding.Since, percent, ref due);
        return new OverScaleOutcome(percent, LawDay.AddMonths(holding.Since, due), Money.Times(table.Last, percent, baseSalary.Value));
    }

    /// <summary>The same with its reasons; the root's value is the amount a month.</summary>
    /// <exception cref="CaseInputException">As <see cref="Assess"/>.</exception>
    public Explanation Explain(StepHolding holding)
    {
        var outcome = Assess(holding);
        var table = TableOf(holding);
        var wait = MonthsOf(table);
        var percent = new Explanation("Mức phụ cấp thâm niên vượt khung", ExplainedValue.Percent(outcome.Percent))
        {
            Formula = $"Sau {wait.Integer("months")} tháng hưởng bậc cuối: {first.Value}; thêm {yearly.Value} sau mỗi năm đủ tiếp theo",
            Inputs =
            [
                new("Hưởng bậc lương cuối cùng từ ngày", ExplainedValue.Date(holding.Since), "Hồ sơ: ngạch, bậc lương", holding.Decision),
                new("Ngày tính", ExplainedValue.Date(on), "Ngày được hỏi"),
            ],
            Parameters =
            [
                ExplainedParameter.Of(months.Parameter, months.From, wait.Source, wait.Verification, ExplainedValue.Months(wait.Integer("months"))),
                ExplainedParameter.Of(first, ExplainedValue.Percent(first.Value)),
                ExplainedParameter.Of(yearly, ExplainedValue.Percent(yearly.Value)),
            ],
            Children = [.. extensions.EventsOf(holding).Where(e => e.Day >= holding.Since && e.Day <= on).Select(e =>
                new Explanation(e.Describe(), ExplainedValue.Months(e.Months)) { Parameters = [extensions.SourceOf(holding, e)] })],
        };
        return new Explanation("Phụ cấp thâm niên vượt khung một tháng", ExplainedValue.Money(outcome.Amount))
        {
            Formula = "Hệ số bậc lương cuối cùng × mức phụ cấp × mức lương cơ sở",
            Parameters = [table.Source, ExplainedParameter.Of(baseSalary, ExplainedValue.Money(baseSalary.Value))],
            Rounding = Money.IsWhole(table.Last, outcome.Percent, baseSalary.Value) ? null : ExplainedRounding.WholeDong,
            Children = [percent],
            Regime = regime.Value,
        };
    }

    /// <summary>Awards everything that falls due up to a day, and moves <paramref name="due"/> to the next award.</summary>
    private Percent AwardUntil(DateOnly day, DateOnly since, Percent percent, ref int due)
    {
        while (LawDay.AddMonths(since, due) <= day)
        {
            percent += percent == default ? first.Value : yearly.Value;
            due += LawDay.MonthsPerYear;
        }
        return percent;
    }

    private SalaryTable TableOf(StepHolding holding)
    {
        var table = scales.Find(holding.Category, holding.Table);
        return holding.Step == table.Steps
            ? table
            : throw new CaseInputException($"Bậc {holding.Step} không phải là bậc lương cuối cùng ({table.Steps}) của bảng {table.Code}.");
    }

    private LawRow MonthsOf(SalaryTable table) => monthsByGroup.GetValueOrDefault(table.Group)
        ?? throw new CaseInputException($"Bảng lương {table.Code} không có phụ cấp thâm niên vượt khung.");
}
