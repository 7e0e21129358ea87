using CongVu.Load.Driving;
using CongVu.Personnel.Contracts;

namespace CongVu.Load.Screens;

/// <summary>The report unit × rank, counted from the records at each request.</summary>
internal sealed class CrosstabScenario : ScreenScenario
{
    public override string Name => "crosstab";

    public override string Summary => "report of everybody by unit and rank";

    protected override IReadOnlyList<string> Accounts { get; } = ["snv", "thanhtra", "gd.snv", "snv2", "chutich"];

    protected override int Target => 160;

    protected override Task AskAsync(Client client, int number, CancellationToken ct) => client.GetAsync(PersonnelLinks.UnitByRank, ct);
}
