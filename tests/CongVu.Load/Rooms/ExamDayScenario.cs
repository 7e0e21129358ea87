using System.Collections.Concurrent;
using System.Diagnostics;
using CongVu.Load.Driving;

namespace CongVu.Load.Rooms;

/// <summary>The day of an examination: thousands work and save; as many enter and fetch their papers; then the first hand in while the second work.</summary>
internal sealed class ExamDayScenario : ILoadScenario
{
    private const double TargetMilliseconds = 300;
    private const long TargetMemory = 1 << 30;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    public string Name => "exam-day";

    public string Summary => "[candidates=5000 every=10 enter-seconds=180 seal-seconds=60 early=400]: so many save every few seconds while as many enter and fetch their papers; then they hand in while the others save";

    public async Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var options = new LoadOptions(arguments);
        var (candidates, early, every, enter, hand) = (options.Number("candidates", 5000), options.Number("early", 400), options.Number("every", 10), TimeSpan.FromSeconds(options.Number("enter-seconds", 180)), TimeSpan.FromSeconds(options.Number("seal-seconds", 60)));
        await using var installation = await Installation.OpenAsync(options, ct);
        await installation.StartHostAsync(ct);
        Console.WriteLine($"database  {await installation.DatabaseWordsAsync(ct)}; {early} candidates enter in {WarmUp.TotalSeconds:0} s before anything is measured; targets p95 {TargetMilliseconds} ms, no error, host memory {TargetMemory >> 20} MB");
        var ahead = early > 0 ? await ExamSeed.AddAsync(installation.ConnectionString, early, atMachines: false, ct) : [];
        var (working, coming) = (await ExamSeed.AddAsync(installation.ConnectionString, candidates, atMachines: true, ct), await ExamSeed.AddAsync(installation.ConnectionString, candidates, atMachines: false, ct));
        using var door = new RoomDoor(installation.Address);
        var rate = candidates / (double)every;
        using var first = new SavingCandidates(working, installation.Nodes, (int)(rate * (WarmUp + enter).TotalSeconds) + candidates);
        using var second = new SavingCandidates(coming, installation.Nodes, (int)(rate * hand.TotalSeconds) + candidates);
        // Who comes early meets a host that compiles what it does for the first time; early=0 asks what that costs.
        if (early > 0)
        {
            var warming = first.RunAsync(rate, WarmUp, measure: false, ct);
            await OpenLoop.RunAsync(early, WarmUp, n => EnterAsync(ahead[n]), ct);
            await warming;
        }
        var before = installation.Processors();

        var saving = first.RunAsync(rate, enter, measure: true, ct);
        var papers = new ConcurrentBag<TimeSpan>();
        var (entered, enterFailures) = await OpenLoop.RunAsync(candidates, enter, async n => papers.Add(await EnterAsync(coming[n])), ct);
        await saving;
        var missed = Say($"{candidates} save every {every} s", first.Measured, first.FailureWords) + Say($"{candidates} enter within {enter.TotalSeconds:0} s and fetch their papers", entered, enterFailures) + Say("of that the paper", new Latencies(papers), enterFailures);

        saving = second.RunAsync(rate, hand, measure: true, ct);
        var (handed, sealFailures) = await OpenLoop.RunAsync(candidates, hand, n => door.SealAsync(working[n], ct), ct);
        await saving;
        missed += Say($"{candidates} hand in within {hand.TotalSeconds:0} s and get their receipts", handed, sealFailures) + Say($"meanwhile {candidates} save every {every} s", second.Measured, second.FailureWords);
        var (used, memory) = (installation.Processors() - before, installation.HostMemory());
        var stored = await ExamSeed.CountAsync(installation.ConnectionString, working.Concat(coming), ct);
        var lost = working.Concat(coming).Count(s => stored.GetValueOrDefault(s.Id) != s.Acknowledged);
        Console.WriteLine($"kept      seats whose answers are not there once each: {lost}; host memory {memory / (1024 * 1024.0):0} MB; processor host {used.Host.TotalSeconds:0} s, database {used.Database.TotalSeconds:0} s, load client {used.Generator.TotalSeconds:0} s");
        return missed + lost > 0 || memory > TargetMemory ? 1 : 0;

        async Task<TimeSpan> EnterAsync(ExamSeat seat)
        {
            await door.EnterAsync(seat, ct);
            var begin = Stopwatch.GetTimestamp();
            await door.PaperAsync(seat, ct);
            return Stopwatch.GetElapsedTime(begin);
        }
    }

    private static int Say(string what, Latencies latencies, string failures)
    {
        var met = latencies.Within(0.95) <= TargetMilliseconds && failures == "none failed";
        Console.WriteLine($"{what}: {latencies.Count} answered, {latencies}; {failures}; {(met ? "target met" : "TARGET MISSED")}");
        return met ? 0 : 1;
    }
}
