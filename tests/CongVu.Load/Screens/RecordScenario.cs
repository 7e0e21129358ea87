using System.Collections.Concurrent;
using CongVu.Load.Driving;
using CongVu.Personnel.Contracts;

namespace CongVu.Load.Screens;

/// <summary>
/// Records of different people. Whoever opens more than 3,000 records within an hour is signed out by the watch over bulk reading; with
/// the usual number of requests the accounts stay below.
/// </summary>
internal sealed class RecordScenario : ScreenScenario
{
    private readonly ConcurrentDictionary<int, IReadOnlyList<(string Id, string Name)>> _people = new();

    public override string Name => "record";

    public override string Summary => "page of one person's record, with history and the explained next raise";

    protected override int Target => 40;

    protected override async Task PrepareAsync(Client client, CancellationToken ct) => _people[client.Number] = await Listed.OfAsync(client, ct);

    protected override Task AskAsync(Client client, int number, CancellationToken ct)
    {
        var people = _people[client.Number];
        return client.GetAsync(PersonnelLinks.Record(Guid.Parse(people[number % people.Count].Id)), ct);
    }
}
