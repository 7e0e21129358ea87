using CongVu.Load.Driving;
using CongVu.Personnel.Contracts;

namespace CongVu.Load.Screens;

/// <summary>The first screen of the list of people.</summary>
internal sealed class PeopleListScenario : ScreenScenario
{
    public override string Name => "list";

    public override string Summary => "first screen of the list of people, 50 of everybody the account may see";

    protected override int Target => 60;

    protected override Task AskAsync(Client client, int number, CancellationToken ct) => client.GetAsync(PersonnelLinks.People, ct);
}
