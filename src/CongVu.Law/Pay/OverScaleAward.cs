using System.Collections.Frozen;

namespace CongVu.Law.Pay;

/// <summary>The next award of the over-scale allowance.</summary>
/// <param name="Due">First day of the higher percent.</param>
/// <param name="Held">Percent held until then; 0 before the first award.</param>
/// <param name="Next">Percent from that day.</param>
/// <param name="WaitMonths">Months the law asks for.</param>
/// <param name="ExtensionMonths">Months added by discipline and years not completed.</param>
/// <param name="Increase">Đồng a month the award adds, by the base salary of the day asked.</param>
public readonly record struct OverScaleAwardOutcome(DateOnly Due, Percent Held, Percent Next, int WaitMonths, int ExtensionMonths, long Increase);

/// <summary>
/// When somebody on the last step, as the record stands, gets the next percent: the first after so many months on the step, each further one a year after the one
/// before (Nghị định 204/2004/NĐ-CP Điều 6 khoản 1). <see cref="OverScale"/> tells the same from the first day on the last step; this one goes on from the last award.
/// </summary>
public sealed class OverScaleAward
{
    private readonly Lazy<ExplainedRegime> regime;
    private readonly PayScales scales;
    private readonly RaiseExtensions extensions;
    private readonly Dated<LawTable> months;
    private readonly FrozenDictionary<string, LawRow> monthsByGroup;
    private readonly Dated<Percent> first;
    private readonly Dated<Percent> yearly;
    private readonly Dated<long> baseSalary;

    /// <param name="book">The law.</param>
    /// <param name="on">The day whose law and base salary decide.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public OverScaleAward(LawBook book, DateOnly on)
    {
        regime = new Lazy<ExplainedRegime>(() => ExplainedRegime.Of(PayRegimes.OverScale2004, book, on));
        scales = book.Pay.ScalesOn(on);
        extensions = new RaiseExtensions(book.Pay, on);
        months = book.Pay.OverScaleMonths.At(on);
        monthsByGroup = months.Value.Rows.ToFrozenDictionary(r => r.Text("group"));
        first = book.Pay.OverScaleFirst.At(on);
        yearly = book.Pay.OverScaleYearly.At(on);
        baseSalary = book.Pay.BaseSalary.At(on);
    }

    /// <summary>Whether an award can come at all: the last step of a table that has the allowance.</summary>
    public bool Concerns(StepHolding holding) =>
        scales.TryFind(holding.Category, holding.Table, out var table) && holding.Step == table.Steps && monthsByGroup.ContainsKey(table.Group);

    /// <summary>The next award.</summary>
    /// <param name="holding">The last step; <see cref="StepHolding.Since"/> is the day of the last award, or of the step where there was none yet.</param>
    /// <param name="held">Percent held.</param>
    /// <exception cref="CaseInputException">The step is not the last, or the table has no over-scale allowance.</exception>
    public OverScaleAwardOutcome Assess(StepHolding holding, Percent held) => Reckon(holding, held, null);

    /// <summary>The same with its reasons; the root's value is the day of the award.</summary>
    /// <exception cref="CaseInputException">As <see cref="Assess"/>.</exception>
    public Explanation Explain(StepHolding holding, Percent held)
    {
        var counted = new List<(ExtendingEvent Event, bool Counts)>();
        var outcome = Reckon(holding, held, (happened, counts) => counted.Add((happened, counts)));
        var table = TableOf(holding);
        return new Explanation("Ngày hưởng mức phụ cấp thâm niên vượt khung tiếp theo", ExplainedValue.Date(outcome.Due))
        {
            Formula = held == default
                ? "Ngày bắt đầu hưởng bậc lương cuối cùng + thời gian phải giữ bậc + thời gian không được tính + thời gian kéo dài"
                : "Ngày hưởng mức phụ cấp hiện tại + 12 tháng + thời gian không được tính + thời gian kéo dài",
            Inputs = [.. Facts(holding, held)],
            Children = [Wait(table, outcome), .. Extension(holding, outcome, counted), Level(outcome), Amount(table, outcome)],
            Notes = [.. counted.Where(e => !e.Counts).Select(e => $"{e.Event.Describe()}: không kéo dài lần này vì nằm ngoài thời gian đang tính.")],
            Regime = regime.Value,
        };
    }

    private OverScaleAwardOutcome Reckon(StepHolding holding, Percent held, Action<ExtendingEvent, bool>? tell)
    {
        var table = TableOf(holding);
        var wait = held == default ? MonthsOf(table).Integer("months") : LawDay.MonthsPerYear;
        var before = wait + holding.NotCountedMonths;
        var extension = 0;
        foreach (var happened in holding.Disciplines.Count + holding.NotCompletedYears.Count > 0 ? extensions.EventsOf(holding) : [])
        {
            var counts = happened.Day >= holding.Since && happened.Day < LawDay.AddMonths(holding.Since, before + extension);
            extension += counts ? happened.Months : 0;
            tell?.Invoke(happened, counts);
        }
        var next = held == default ? first.Value : held + yearly.Value;
        var increase = Money.Times(table.Last, next, baseSalary.Value) - Money.Times(table.Last, held, baseSalary.Value);
        return new OverScaleAwardOutcome(LawDay.AddMonths(holding.Since, before + extension), held, next, wait, extension, increase);
    }

    private static IEnumerable<ExplainedInput> Facts(StepHolding holding, Percent held)
    {
        const string record = "Hồ sơ: ngạch, bậc lương";
        yield return new("Bậc hiện giữ", ExplainedValue.Text($"{holding.Table}, bậc {holding.Step} (bậc cuối cùng)"), record, holding.Decision);
        yield return new("Mức phụ cấp thâm niên vượt khung đang hưởng", ExplainedValue.Percent(held), record, holding.Decision);
        yield return new("Tính từ ngày", ExplainedValue.Date(holding.Since), record, holding.Decision);
        if (holding.NotCountedMonths > 0)
        {
            yield return new("Thời gian không được tính", ExplainedValue.Months(holding.NotCountedMonths), "Ghi nhận khi xét nâng bậc");
        }
    }

    private Explanation Wait(SalaryTable table, OverScaleAwardOutcome outcome) => outcome.Held != default
        ? new Explanation("Thời gian phải đủ", ExplainedValue.Months(outcome.WaitMonths)) { Formula = "Mỗi năm đủ 12 tháng tiếp theo", Parameters = [ExplainedParameter.Of(yearly, ExplainedValue.Percent(yearly.Value))] }
        : new Explanation("Thời gian phải đủ", ExplainedValue.Months(outcome.WaitMonths))
        {
            Parameters = [ExplainedParameter.Of(months.Parameter, months.From, MonthsOf(table).Source, MonthsOf(table).Verification, ExplainedValue.Months(outcome.WaitMonths))],
        };

    private IEnumerable<Explanation> Extension(StepHolding holding, OverScaleAwardOutcome outcome, List<(ExtendingEvent Event, bool Counts)> counted)
    {
        if (outcome.ExtensionMonths == 0)
        {
            yield break;
        }
        yield return new Explanation("Thời gian kéo dài", ExplainedValue.Months(outcome.ExtensionMonths))
        {
            Formula = "Tổng các thời gian bị kéo dài",
            Children = [.. counted.Where(e => e.Counts).Select(e => new Explanation(e.Event.Describe(), ExplainedValue.Months(e.Event.Months)) { Parameters = [extensions.SourceOf(holding, e.Event)] })],
        };
    }

    private Explanation Level(OverScaleAwardOutcome outcome) => new("Mức phụ cấp từ ngày đó", ExplainedValue.Percent(outcome.Next))
    {
        Formula = outcome.Held == default ? "Mức lần đầu" : $"Mức đang hưởng {outcome.Held} + {yearly.Value}",
        Parameters = outcome.Held == default ? [ExplainedParameter.Of(first, ExplainedValue.Percent(first.Value))] : [ExplainedParameter.Of(yearly, ExplainedValue.Percent(yearly.Value))],
    };

    private Explanation Amount(SalaryTable table, OverScaleAwardOutcome outcome) => new("Số tiền phụ cấp một tháng", ExplainedValue.Money(Money.Times(table.Last, outcome.Next, baseSalary.Value)))
    {
        Formula = $"Hệ số bậc cuối {table.Last} × {outcome.Next} × mức lương cơ sở",
        Parameters = [table.Source, ExplainedParameter.Of(baseSalary, ExplainedValue.Money(baseSalary.Value))],
        Rounding = Money.IsWhole(table.Last, outcome.Next, baseSalary.Value) ? null : ExplainedRounding.WholeDong,
    };

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
