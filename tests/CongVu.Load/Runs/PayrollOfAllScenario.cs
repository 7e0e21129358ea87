using CongVu.Pay.Contracts;

namespace CongVu.Load.Runs;

/// <summary>Pay of a month of everybody by the law of two days: two whole payrolls.</summary>
internal sealed class PayrollOfAllScenario : ProvinceScreenScenario
{
    public override string Name => "payroll";

    public override string Summary => "page of the base salary's effect: a month's pay of everybody by the law of two days";

    protected override double TargetSeconds => 3;

    protected override string Url => $"{PayLinks.BaseSalary}?truoc=30/06/2026&sau=01/07/2026";
}
