namespace CongVu.Law.Severance;

/// <summary>One figure of a decree: months of pay, or a number of months, with its source.</summary>
internal sealed class DecreeFigure(Dated<LawTable> table, LawRow row)
{
    public string Name => row.Text("name");

    /// <summary>So many months of pay.</summary>
    public Coefficient Rate => row.Coefficient("rate");

    /// <summary>A number of months.</summary>
    public int Months => row.Integer("months");

    public bool HasRate => row.Cell("rate") is not null;

    /// <summary>Who pays, where the decree says.</summary>
    public FundingSource Funding => row.OptionalText("payer") switch
    {
        "agency" => FundingSource.AgencyBudget,
        "state" => FundingSource.StateBudget,
        _ => FundingSource.NotSaid,
    };

    /// <summary>The provision as printed.</summary>
    public string Provision => row.Source.Text;

    public ExplainedParameter Source => ExplainedParameter.Of(
        table.Parameter, row.From ?? table.From, row.Source, row.Verification,
        HasRate ? ExplainedValue.Text(FixedPoint.Shortest(Rate.Hundredths, ',') + " tháng") : ExplainedValue.Months(Months), Name);
}

/// <summary>The figures of one decree on one day, by name.</summary>
internal sealed class DecreeFigures(Dated<LawTable> table, DateOnly day)
{
    public DecreeFigure this[string item] => Find(item) ?? throw new InvalidOperationException($"{table.Parameter.Key} has no row “{item}” on {day:yyyy-MM-dd}.");

    /// <summary>Null when the decree has no such figure on the day.</summary>
    public DecreeFigure? Find(string item) =>
        table.Value.Rows.FirstOrDefault(r => r.Text("item") == item && r.IsValid(day)) is { } row ? new DecreeFigure(table, row) : null;

    /// <summary>The refusal of a case the decree makes no provision for.</summary>
    public OutsideCoverageException NoProvision(string why) => new(table.Parameter, day, null, why);
}
