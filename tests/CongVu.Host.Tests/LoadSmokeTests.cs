using CongVu.Load.Screens;

namespace CongVu.Host.Tests;

/// <summary>The scenarios of CongVu.Load still find their screens, fields and people: a few requests each, no figures.</summary>
[Trait("Category", "Slow")]
public class LoadSmokeTests(RunningHost host)
{
    public static TheoryData<string> Scenarios => [.. All.Keys];

    private static readonly Dictionary<string, ScreenScenario> All = typeof(ScreenScenario).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(ScreenScenario)))
        .Select(t => (ScreenScenario)Activator.CreateInstance(t)!).ToDictionary(s => s.Name);

    [Theory, MemberData(nameof(Scenarios))]
    public Task A_scenario_runs_against_the_practice_province(string name) => All[name].SmokeAsync(host.Address, clients: 4, requests: 8, TestContext.Current.CancellationToken);
}
