namespace CongVu.Law.Severance;

/// <summary>Whose money a component is paid from.</summary>
public enum FundingSource
{
    /// <summary>The provision read so far does not say.</summary>
    NotSaid,

    /// <summary>Dự toán chi thường xuyên của cơ quan, đơn vị.</summary>
    AgencyBudget,

    /// <summary>Ngân sách nhà nước.</summary>
    StateBudget,
}

/// <summary>One component of a benefit.</summary>
/// <param name="Code">Short and lasting; names the component within its regime.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="Provision">The provision as printed.</param>
public sealed record BenefitLine(string Code, string Name, long Amount, string Provision, FundingSource Funding, Explanation Explanation);

/// <summary>The pay a component is reckoned from.</summary>
internal sealed record CasePay(string Name, long Amount, string Origin, string? Note = null);

/// <summary>Collects the components of a benefit in the order of the decree.</summary>
internal sealed class BenefitSheet(DecreeFigures figures)
{
    private const string PerTime = " × ";
    private static readonly Coefficient One = Coefficient.Parse("1");
    private readonly List<BenefitLine> lines = [];
    private readonly List<string> notes = [];

    public IReadOnlyList<BenefitLine> Lines => lines;

    public IReadOnlyList<string> Notes => notes;

    /// <summary>Early years as the decree reckons them; null when the policy does not ask.</summary>
    public Coefficient? EarlyYears { get; init; }

    /// <summary>Service in years as the decree reckons it; null when the policy does not ask.</summary>
    public Coefficient? ServiceYears { get; init; }

    public DecreeFigures Figures => figures;

    public void Note(string note) => notes.Add(note);

    /// <summary>So many months of pay, once.</summary>
    public void Flat(string item, CasePay pay) => Add(item, pay, One, null, []);

    /// <summary>So many months of pay for each year.</summary>
    public void PerYear(string item, CasePay pay, YearCount years) => Add(item, pay, years.Years, OddMonths.InYears(years.Years), [years.Why]);

    /// <summary>So many months of pay for each year beyond those another component has paid for.</summary>
    public void PerFurtherYear(string item, string period, CasePay pay, YearCount years)
    {
        var paidFor = One * (figures[period].Months / LawDay.MonthsPerYear);
        var further = years.Years > paidFor ? years.Years - paidFor : default;
        var why = new Explanation("Số năm được tính thêm", ExplainedValue.Text(OddMonths.InYears(further)))
        {
            Formula = $"{OddMonths.InYears(years.Years)} − {OddMonths.InYears(paidFor)}" + (further == default ? " (không âm)" : ""),
            Parameters = [figures[period].Source],
            Children = [years.Why],
        };
        Add(item, pay, further, OddMonths.InYears(further), [why]);
    }

    /// <summary>So many months of pay for each month, at most so many months.</summary>
    public void PerMonth(string item, CasePay pay, string label, int months, DecreeFigure? most, string origin)
    {
        var counted = most is null ? months : Math.Min(months, most.Months);
        var why = new Explanation(label, ExplainedValue.Months(counted))
        {
            Formula = counted < months ? $"{months} tháng, tính nhiều nhất {counted} tháng" : null,
            Inputs = [new(label, ExplainedValue.Months(months), origin)],
            Parameters = most is null ? [] : [most.Source],
        };
        Add(item, pay, One * counted, $"{counted} tháng", [why]);
    }

    /// <summary>An amount stated by documents, at most so many months of pay.</summary>
    public void UpTo(string item, CasePay pay, string label, long amount, string origin)
    {
        var figure = figures[item];
        var most = Money.Times(figure.Rate, pay.Amount);
        var value = Math.Min(amount, most);
        lines.Add(new BenefitLine(item, label, value, figure.Provision, figure.Funding, new Explanation(label, ExplainedValue.Money(value))
        {
            Formula = $"Theo chứng từ, nhiều nhất {FixedPoint.Shortest(figure.Rate.Hundredths, ',')} tháng {pay.Name} ({Money.Format(most)})",
            Inputs = [new(label, ExplainedValue.Money(amount), origin), InputOf(pay)],
            Parameters = [figure.Source],
        }));
    }

    /// <summary>What is missing to a lowest amount.</summary>
    public void RaiseTo(string item, CasePay pay)
    {
        var figure = figures[item];
        var (least, sum) = (Money.Times(figure.Rate, pay.Amount), lines.Sum(l => l.Amount));
        if (sum < least)
        {
            var label = "Bù cho bằng mức thấp nhất";
            lines.Add(new BenefitLine(item, label, least - sum, figure.Provision, figure.Funding, new Explanation(label, ExplainedValue.Money(least - sum))
            {
                Formula = $"{FixedPoint.Shortest(figure.Rate.Hundredths, ',')} tháng {pay.Name} − {Money.Format(sum)}",
                Inputs = [InputOf(pay)],
                Parameters = [figure.Source],
            }));
        }
    }

    private void Add(string item, CasePay pay, Coefficient times, string? timesText, IReadOnlyList<Explanation> why)
    {
        if (pay.Note is { } note && !notes.Contains(note))
        {
            notes.Add(note);
        }
        var figure = figures[item];
        var amount = Money.Times(figure.Rate, times, pay.Amount);
        lines.Add(new BenefitLine(item, figure.Name, amount, figure.Provision, figure.Funding, new Explanation(figure.Name, ExplainedValue.Money(amount))
        {
            Formula = $"{FixedPoint.Shortest(figure.Rate.Hundredths, ',')} tháng × {pay.Name}" + (timesText is null ? "" : PerTime + timesText),
            Inputs = [InputOf(pay)],
            Parameters = [figure.Source],
            Rounding = Money.IsWhole(figure.Rate, times, pay.Amount) ? null : ExplainedRounding.WholeDong,
            Children = why,
        }));
    }

    private static ExplainedInput InputOf(CasePay pay) => new(char.ToUpperInvariant(pay.Name[0]) + pay.Name[1..], ExplainedValue.Money(pay.Amount), pay.Origin);
}
