using CongVu.Pay.Contracts;

namespace CongVu.Load.Runs;

/// <summary>Who is due for a step raise within a year among everybody.</summary>
internal sealed class DueInAYearScenario : ProvinceScreenScenario
{
    public override string Name => "due-year";

    public override string Summary => "page of the regular step raises of a year, everybody";

    protected override double TargetSeconds => 2;

    protected override string Url => $"{PayLinks.Due}?tu=01/01/2026&den=31/12/2026";
}
