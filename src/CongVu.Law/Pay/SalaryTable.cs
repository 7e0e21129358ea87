namespace CongVu.Law.Pay;

/// <summary>
/// One row of the salary tables: a ladder of steps (bậc) whose coefficients rise by a constant.
/// </summary>
/// <param name="Code">A3.1 … C3, or a code of the support-staff and senior-expert tables.</param>
/// <param name="Group">Group of training that decides how long a step lasts: A, B, C, support, expert.</param>
/// <param name="Steps">Number of steps; steps count from 1.</param>
/// <param name="MonthsPerStep">Months on a step before the regular raise, by the law of the day the table was asked for.</param>
public sealed record SalaryTable(
    string Code, string Name, string Group, Coefficient First, Coefficient Increment, Coefficient Last, int Steps, int MonthsPerStep,
    ExplainedParameter Source, ExplainedParameter MonthsSource)
{
    /// <summary>Whether the table has that step.</summary>
    public bool Has(int step) => step >= 1 && step <= Steps;

    /// <summary>The coefficient of a step, exact.</summary>
    /// <exception cref="CaseInputException">The table has no such step.</exception>
    public Coefficient At(int step) => Has(step)
        ? First + (Increment * (step - 1))
        : throw new CaseInputException($"Bảng lương {Code} có {Steps} bậc, không có bậc {step}.");
}
