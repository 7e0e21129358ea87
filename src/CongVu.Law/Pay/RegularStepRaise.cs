namespace CongVu.Law.Pay;

/// <summary>
/// The regular step raise (nâng bậc lương thường xuyên) by the law of one day: Nghị định 204/2004/NĐ-CP Điều 7; Thông tư 08/2013/TT-BNV Điều 2 as amended by
/// Thông tư 03/2021/TT-BNV, and before it Thông tư 03/2005/TT-BNV. Make one per day asked and reuse it: <see cref="Assess"/> is cheap enough
/// for a whole province, <see cref="Explain"/> gives the same answer with its reasons.
/// </summary>
public sealed class RegularStepRaise
{
    private readonly Lazy<ExplainedRegime> regime;
    private readonly PayScales scales;
    private readonly RaiseExtensions extensions;

    /// <param name="book">The law.</param>
    /// <param name="on">The day whose law decides (the day of assessment).</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public RegularStepRaise(LawBook book, DateOnly on)
    {
        var chosen = PayRegimes.StepRaise.Choose(on).Regime;
        regime = new Lazy<ExplainedRegime>(() => ExplainedRegime.Of(chosen, book, on));
        scales = book.Pay.ScalesOn(on);
        extensions = new RaiseExtensions(book.Pay, on);
    }

    /// <summary>When the next raise is due.</summary>
    /// <exception cref="CaseInputException">The table, step or a form of discipline does not exist for the category, or a count is negative.</exception>
    public StepRaiseOutcome Assess(StepHolding holding) => Reckon(holding, null);

    /// <summary>The same with its reasons; the root's value is the due date, or a text when the last step is reached.</summary>
    /// <exception cref="CaseInputException">As <see cref="Assess"/>.</exception>
    public Explanation Explain(StepHolding holding)
    {
        var counted = new List<(ExtendingEvent Event, bool Counts)>();
        var outcome = Reckon(holding, (happened, counts) => counted.Add((happened, counts)));
        var told = new RaiseExplanation(scales.Find(holding.Category, holding.Table), extensions, holding).Tell(outcome, counted);
        return told with { Regime = regime.Value };
    }

    private StepRaiseOutcome Reckon(StepHolding holding, Action<ExtendingEvent, bool>? tell)
    {
        var table = scales.Find(holding.Category, holding.Table);
        var current = table.At(holding.Step);
        if (holding.NotCountedMonths < 0)
        {
            throw new CaseInputException("Số tháng không được tính vào thời gian nâng bậc không thể âm.");
        }
        if (holding.Step == table.Steps)
        {
            return new StepRaiseOutcome(null, table.MonthsPerStep, 0, holding.Step, current, current, StepRaiseBlock.LastStep);
        }

        // Điều 2.1: months on the step. Điều 2.2: time that does not count is simply lived through again.
        var months = table.MonthsPerStep + holding.NotCountedMonths;

        // Điều 2.3: what happened while the step was held, and before the raise had fallen due, puts it off; several add up.
        var extension = 0;
        if (holding.Disciplines.Count > 0 || holding.NotCompletedYears.Count > 0)
        {
            foreach (var happened in extensions.EventsOf(holding))
            {
                var counts = happened.Day >= holding.Since && happened.Day < LawDay.AddMonths(holding.Since, months + extension);
                extension += counts ? happened.Months : 0;
                tell?.Invoke(happened, counts);
            }
        }
        var due = LawDay.AddMonths(holding.Since, months + extension);
        return new StepRaiseOutcome(due, table.MonthsPerStep, extension, holding.Step + 1, current, table.At(holding.Step + 1), StepRaiseBlock.None);
    }
}
