using CongVu.Load.Driving;
using CongVu.Reform.Contracts;

namespace CongVu.Load.Screens;

/// <summary>One indicator over everybody: its value is computed at each request, the years before are remembered for a while.</summary>
internal sealed class IndicatorScenario : ScreenScenario
{
    public override string Name => "indicator";

    public override string Summary => "page of the indicator \"degree of college or higher\", computed over everybody";

    protected override IReadOnlyList<string> Accounts { get; } = ["snv", "thanhtra", "gd.snv", "snv2", "chutich"];

    protected override int Target => 200;

    protected override Task AskAsync(Client client, int number, CancellationToken ct) => client.GetAsync(ReformLinks.Indicator("trinh-do-chung"), ct);
}
