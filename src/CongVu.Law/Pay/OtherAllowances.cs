namespace CongVu.Law.Pay;

/// <summary>An allowance a decision gave, beside those the rank, the post and the office carry; exactly one measure is set.</summary>
/// <param name="Name">Vietnamese name: "Phụ cấp khu vực".</param>
/// <param name="Decision">The decision behind it, as printed; for the explanation only.</param>
public sealed record OtherAllowance(string Name, Coefficient? Coefficient, Percent? Percent, long? Amount, string? Decision = null);

/// <summary>
/// What such allowances come to in a month: a coefficient times the base salary, a percent of salary, leadership and over-scale allowance, or the amount itself.
/// Make one per day and reuse it.
/// </summary>
public sealed class OtherAllowances
{
    private readonly Lazy<ExplainedRegime> regime;
    private readonly Dated<long> baseSalary;

    /// <param name="book">The law.</param>
    /// <param name="on">A day of the month that is paid.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public OtherAllowances(LawBook book, DateOnly on)
    {
        regime = new Lazy<ExplainedRegime>(() => ExplainedRegime.Of(PayRegimes.Others2004, book, on));
        baseSalary = book.Pay.BaseSalary.At(on);
    }

    /// <summary>Đồng a month.</summary>
    public long Assess(OtherAllowance allowance, MonthlyPayOutcome pay) =>
        allowance.Coefficient is { } coefficient ? Money.Times(coefficient, baseSalary.Value)
        : allowance.Percent is { } percent ? Money.Share(percent, Basis(pay))
        : allowance.Amount ?? 0;

    /// <summary>The same with its reasons.</summary>
    public Explanation Explain(OtherAllowance allowance, MonthlyPayOutcome pay) => Tell(allowance, pay) with { Regime = regime.Value };

    private Explanation Tell(OtherAllowance allowance, MonthlyPayOutcome pay)
    {
        const string origin = "Hồ sơ: phụ cấp";
        var amount = ExplainedValue.Money(Assess(allowance, pay));
        if (allowance.Coefficient is { } coefficient)
        {
            return new Explanation(allowance.Name, amount)
            {
                Formula = $"Hệ số {coefficient} × mức lương cơ sở",
                Inputs = [new("Hệ số phụ cấp", ExplainedValue.Coefficient(coefficient), origin, allowance.Decision)],
                Parameters = [ExplainedParameter.Of(baseSalary, ExplainedValue.Money(baseSalary.Value))],
            };
        }
        return allowance.Percent is { } percent
            ? new Explanation(allowance.Name, amount)
            {
                Formula = $"(Mức lương theo ngạch, bậc + phụ cấp chức vụ lãnh đạo + phụ cấp thâm niên vượt khung) × {percent}",
                Inputs = [new("Mức phụ cấp", ExplainedValue.Percent(percent), origin, allowance.Decision)],
                Rounding = Money.IsWhole(percent, Basis(pay)) ? null : ExplainedRounding.WholeDong,
            }
            : new Explanation(allowance.Name, amount) { Formula = "Số tiền ghi trong quyết định", Inputs = [new("Số tiền", amount, origin, allowance.Decision)] };
    }

    private static long Basis(MonthlyPayOutcome pay) => pay.Salary + pay.PostAllowance + pay.OverScale;
}
