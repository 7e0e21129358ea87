using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Personnel.Contracts;

namespace CongVu.Pay.Payrolls;

/// <summary>One person on a payroll.</summary>
/// <param name="Problem">Why the pay cannot be computed; the amounts are then 0.</param>
internal sealed record PayrollRow(PersonRow Person, string UnitName, string RankName, Coefficient PostCoefficient, MonthlyPayOutcome Pay, long Other, string? Problem)
{
    public long Total => Pay.Total + Other;
}

/// <summary>Sums of a payroll.</summary>
internal sealed record PayrollTotals(int People, long Salary, long Post, long OverScale, long CivilService, long Other)
{
    public long Total => Salary + Post + OverScale + CivilService + Other;

    public static PayrollTotals Of(IEnumerable<PayrollRow> rows) => rows.Aggregate(new PayrollTotals(0, 0, 0, 0, 0, 0),
        (t, r) => new(t.People + 1, t.Salary + r.Pay.Salary, t.Post + r.Pay.PostAllowance, t.OverScale + r.Pay.OverScale, t.CivilService + r.Pay.CivilServiceAllowance, t.Other + r.Other));
}

/// <summary>A payroll of a month.</summary>
internal sealed record Payroll(DateOnly Month, IReadOnlyList<PayrollRow> Rows, PayrollTotals Totals);
