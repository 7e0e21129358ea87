using System.Diagnostics;
using System.Globalization;
using CongVu.Load.Driving;

namespace CongVu.Load.Runs;

/// <summary>A page that reckons the whole province, asked for by one person again and again.</summary>
internal abstract class ProvinceScreenScenario : ILoadScenario
{
    public abstract string Name { get; }

    public abstract string Summary { get; }

    /// <summary>Within so many seconds the page is to be there.</summary>
    protected abstract double TargetSeconds { get; }

    /// <summary>What is measured.</summary>
    protected abstract string Url { get; }

    public async Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var options = new LoadOptions(arguments);
        await using var installation = await Installation.OpenAsync(options, ct);
        await installation.StartHostAsync(ct);
        await installation.WaitForImportAsync(ct);
        Console.WriteLine($"database  {await installation.DatabaseWordsAsync(ct)}");
        Console.WriteLine($"{Name,-9} {Summary}; one client on the same machine, target {TargetSeconds.ToString(CultureInfo.InvariantCulture)} s");
        using var client = new Client(installation.Address, "snv", 0);
        await client.SignInAsync(ct);
        await AskAsync("first", client, installation, ct);
        var times = new List<double>();
        for (var run = 1; run <= options.Number("runs", 5); run++) times.Add(await AskAsync($"run {run}", client, installation, ct));
        var median = times.Order().ElementAt(times.Count / 2);
        var met = median <= TargetSeconds;
        Console.WriteLine($"median    {median:0.00} s; {(met ? "target met" : "TARGET MISSED")}");
        return met ? 0 : 1;
    }

    private async Task<double> AskAsync(string which, Client client, Installation installation, CancellationToken ct)
    {
        var (before, watch) = (installation.Processors(), Stopwatch.StartNew());
        await client.GetAsync(Url, ct);
        var (seconds, used) = (watch.Elapsed.TotalSeconds, installation.Processors() - before);
        Console.WriteLine($"{which,-9} {seconds:0.00} s (processor: host {used.Host.TotalSeconds:0.00} s, PostgreSQL {used.Database.TotalSeconds:0.00} s), host {installation.HostMemory() / (1024 * 1024.0):0} MB");
        return seconds;
    }
}
