using System.Diagnostics;
using CongVu.Load.Driving;

namespace CongVu.Load.Runs;

/// <summary>How long <c>congvu sample</c> takes on nothing at all: cluster, schema, people.</summary>
internal sealed class SampleScenario : ILoadScenario
{
    public string Name => "sample";

    public string Summary => "[people=N]: making the practice province in an empty folder; without a number 5,000 (20 s) and 100,000 people (3 minutes)";

    public async Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var options = new LoadOptions(arguments);
        var met = true;
        foreach (var (people, target) in options.Text("people") is null ? [(5_000, 20), (100_000, 180)] : new[] { (options.People, Math.Max(20, options.People * 180 / 100_000)) })
        {
            var watch = Stopwatch.StartNew();
            await using var installation = await Installation.OpenAsync(new LoadOptions([$"people={people}"]), ct);
            met &= watch.Elapsed.TotalSeconds <= target;
            Console.WriteLine($"sample    {people:N0} people: {watch.Elapsed.TotalSeconds:0.0} s with a new cluster, target {target} s");
        }
        Console.WriteLine(met ? "target met" : "TARGET MISSED");
        return met ? 0 : 1;
    }
}
