using CongVu.Load.Driving;

namespace CongVu.Load.Rooms;

/// <summary>Answers saved over HTTP, each acknowledged after a commit that waited for the disk. At the end every acknowledged answer must be in the database, once.</summary>
internal sealed class RoomSavesScenario : ILoadScenario
{
    private const double TargetMilliseconds = 250, TargetProcessor = 0.3;

    public string Name => "room-saves";

    public string Summary => "[candidates=1200 rate=5000 seconds=60 warmup-seconds=10 nodes=1]: durable answer saves a second; candidates=1000,5000,20000 tries several sizes one after another";

    public async Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var options = new LoadOptions(arguments);
        var (rates, seconds, warmUp, nodes) = ((options.Text("rate") ?? "5000").Split(',').Select(int.Parse).ToList(), options.Number("seconds", 60), options.Number("warmup-seconds", 10), options.Number("nodes", 1));
        await using var installation = await Installation.OpenAsync(options, ct);
        await installation.StartHostAsync(ct);
        for (var node = 1; node < nodes; node++) await installation.StartHostAsync(ct);
        Console.WriteLine($"database  {await installation.DatabaseWordsAsync(ct)}; {nodes} node(s); every message one answer of its own; targets p99 {TargetMilliseconds} ms, {TargetProcessor} ms of server processor a message, nothing fails");
        var missed = 0;
        foreach (var candidates in (options.Text("candidates") ?? "1200").Split(',').Select(int.Parse))
        {
            var seats = await ExamSeed.AddAsync(installation.ConnectionString, candidates, atMachines: true, ct);
            foreach (var rate in rates)
            {
                using var saving = new SavingCandidates(seats, installation.Nodes, rate * seconds);
                await saving.RunAsync(rate, TimeSpan.FromSeconds(warmUp), measure: false, ct);
                var (before, watch) = (installation.Processors(), System.Diagnostics.Stopwatch.StartNew());
                await saving.RunAsync(rate, TimeSpan.FromSeconds(seconds), measure: true, ct);
                var (took, used) = (watch.Elapsed, installation.Processors() - before);
                var stored = await ExamSeed.CountAsync(installation.ConnectionString, seats, ct);
                var (lost, latencies) = (seats.Count(s => stored.GetValueOrDefault(s.Id) != s.Acknowledged), saving.Measured);
                var each = used.Server.TotalMilliseconds / latencies.Count;
                var met = lost == 0 && saving.Failures == 0 && latencies.Within(0.99) <= TargetMilliseconds && each <= TargetProcessor;
                Console.WriteLine($"saves     {candidates} candidates over {saving.Connections} connections, {rate}/s offered for {seconds} s: {latencies.Count / took.TotalSeconds:0}/s acknowledged: {latencies}; {saving.FailureWords}; seats whose answers are not there once each: {lost}");
                Console.WriteLine($"processor {each:0.000} ms a message (host {used.Host.TotalSeconds / latencies.Count * 1000:0.000}, database {used.Database.TotalSeconds / latencies.Count * 1000:0.000}), load client {used.Generator.TotalSeconds / latencies.Count * 1000:0.000}; host memory {installation.HostMemory() / (1024 * 1024.0):0} MB; {(met ? "targets met" : "TARGET MISSED")}");
                if (!met) missed = 1;
            }
        }
        return missed;
    }
}
