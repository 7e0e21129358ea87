namespace CongVu.Law.Severance;

/// <summary>A part of the pay of a month, with why it is so much.</summary>
/// <param name="Code">Code of the data: <c>salary</c>, <c>post</c>, <c>over-scale</c>, <c>public-duty</c>, or the kind of an allowance.</param>
public sealed record PayPart(string Code, Explanation Explanation);

/// <summary>
/// Which parts of a month's pay make up the "tiền lương tháng hiện hưởng" a benefit is reckoned from: fewer in the decrees on downsizing than in the one on
/// reorganisation.
/// </summary>
public sealed class CurrentPayParts
{
    private readonly Lazy<ExplainedRegime> regime;
    private readonly Dated<LawTable> table;

    /// <param name="book">The law.</param>
    /// <param name="reason">Why the person leaves.</param>
    /// <param name="leaveOn">The day whose law decides.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public CurrentPayParts(LawBook book, ExitReason reason, DateOnly leaveOn)
    {
        var chosen = SeveranceRegimes.CurrentPay(reason);
        regime = new Lazy<ExplainedRegime>(() => ExplainedRegime.Of(chosen, book, leaveOn));
        table = book.Table(chosen.ParameterKeys.Single()).At(leaveOn);
    }

    /// <summary>Whether a part counts.</summary>
    public bool Counts(string code) => table.Value.Rows.Any(r => r.Text("part") == code);

    /// <summary>The pay of the month as the benefit takes it; its children are the parts that count, and what does not count is said.</summary>
    public Explanation Explain(DateOnly month, IReadOnlyList<PayPart> parts)
    {
        var counted = parts.Where(p => Counts(p.Code) && p.Explanation.Value.AsMoney > 0).ToList();
        var left = parts.Where(p => !Counts(p.Code) && p.Explanation.Value.AsMoney > 0).ToList();
        var names = table.Value.Rows.Select(r => r.Text("name"));
        return new Explanation($"Tiền lương tháng hiện hưởng (tháng {month:MM/yyyy})", ExplainedValue.Money(counted.Sum(p => p.Explanation.Value.AsMoney)))
        {
            Formula = string.Join(" + ", counted.Select(p => p.Explanation.Label)),
            Parameters = [ExplainedParameter.Of(table.Parameter, table.From, table.Source, table.Verification, ExplainedValue.Text(string.Join("; ", names)))],
            Notes = left.Count == 0 ? [] : [$"Không tính: {string.Join(", ", left.Select(p => $"{p.Explanation.Label} {p.Explanation.Value}"))}."],
            Children = [.. counted.Select(p => p.Explanation)],
            Regime = regime.Value,
        };
    }
}
