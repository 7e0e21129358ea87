using CongVu.Load.Driving;

namespace CongVu.Load.Runs;

/// <summary>Start of the host on data that is there, with its database server stopped and running, and memory when nobody asks.</summary>
internal sealed class HostStartScenario : ILoadScenario
{
    private const double TargetSeconds = 3;
    private const double TargetMegabytes = 350;

    public string Name => "start";

    public string Summary => "[idle=20]: start of the host on existing data until it is ready, and its memory after so many idle seconds";

    public async Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var options = new LoadOptions(arguments);
        await using var installation = await Installation.OpenAsync(options, ct);
        Console.WriteLine($"database  {await installation.DatabaseWordsAsync(ct)}; target {TargetSeconds} s, {TargetMegabytes} MB");
        var best = double.MaxValue;
        for (var run = 1; run <= options.Number("runs", 3); run++)
        {
            await installation.StopDatabaseAsync();
            var cold = await installation.StartHostAsync(ct);
            await installation.StartDatabaseAsync(ct);
            await installation.StopHostAsync();
            var warm = await installation.StartHostAsync(ct);
            var used = installation.Processors().Host;
            if (run < options.Number("runs", 3)) await installation.StopHostAsync();
            best = Math.Min(best, cold.TotalSeconds);
            Console.WriteLine($"run {run}     with the database server {cold.TotalSeconds:0.00} s; with the server running already {warm.TotalSeconds:0.00} s (host's processor time {used.TotalSeconds:0.00} s)");
        }
        await Task.Delay(TimeSpan.FromSeconds(options.Number("idle", 20)), ct);
        var idle = installation.HostMemory() / (1024 * 1024.0);
        using var client = new Client(installation.Address, "snv", 0);
        await client.SignInAsync(ct);
        await client.OpenAsync("/ho-so", ct);
        await Task.Delay(TimeSpan.FromSeconds(options.Number("idle", 20)), ct);
        var after = installation.HostMemory() / (1024 * 1024.0);
        Console.WriteLine($"memory    host idle {idle:0} MB, after somebody signed in and opened the list {after:0} MB");
        var met = best <= TargetSeconds && idle <= TargetMegabytes;
        Console.WriteLine(met ? "target met" : "TARGET MISSED");
        return met ? 0 : 1;
    }
}
