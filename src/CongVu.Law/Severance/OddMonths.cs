namespace CongVu.Law.Severance;

/// <summary>How months are made into years: full years, and what the odd months count for. Two rules are in force side by side (R1 and R2).</summary>
internal sealed class OddMonths(Dated<LawTable> table)
{
    private static readonly Coefficient FullYear = Coefficient.Parse("1");

    /// <summary>Years to the half.</summary>
    public Coefficient Years(int months) => (FullYear * (months / LawDay.MonthsPerYear)) + RowOf(months).Coefficient("years");

    /// <summary>The same with its reason.</summary>
    public YearCount Count(string label, int months, string origin)
    {
        if (months < 0)
        {
            throw new CaseInputException($"{label}: số tháng không thể âm.");
        }
        var (years, row) = (Years(months), RowOf(months));
        var odd = months % LawDay.MonthsPerYear;
        var worth = $"{odd} tháng lẻ tính {InYears(row.Coefficient("years"))}";
        return new YearCount(label, years, months, new Explanation(label, ExplainedValue.Text(InYears(years)))
        {
            Formula = $"{LawDay.FormatMonths(months)}: {months / LawDay.MonthsPerYear} năm đủ" + (odd > 0 ? $" và {worth}" : ""),
            Inputs = [new(label + " (tháng)", ExplainedValue.Months(months), origin)],
            Parameters = [ExplainedParameter.Of(table.Parameter, table.From, row.Source, row.Verification, ExplainedValue.Text(worth))],
        });
    }

    private LawRow RowOf(int months)
    {
        var odd = months % LawDay.MonthsPerYear;
        return table.Value.Rows.First(r => r.Integer("fromMonth") <= odd && odd <= r.Integer("toMonth"));
    }

    /// <summary>As screens print it: <c>27,5 năm</c>.</summary>
    public static string InYears(Coefficient years) => FixedPoint.Shortest(years.Hundredths, ',') + " năm";
}

/// <summary>A span reckoned in years, and why.</summary>
internal sealed record YearCount(string Label, Coefficient Years, int Months, Explanation Why);
