using CongVu.Load.Driving;

namespace CongVu.Load.Rooms;

/// <summary>A room in which everybody presses at the same second.</summary>
internal sealed class RoomStartScenario : ILoadScenario
{
    private const double TargetEnter = 1000, TargetPaper = 500;

    public string Name => "room-start";

    public string Summary => "[candidates=200 warmup=200 runs=3]: so many candidates enter in the same second, then all fetch their papers";

    public async Task<int> RunAsync(string[] arguments, CancellationToken ct)
    {
        var options = new LoadOptions(arguments);
        var (candidates, runs, missed) = (options.Number("candidates", 200), options.Number("runs", 3), 0);
        await using var installation = await Installation.OpenAsync(options, ct);
        await installation.StartHostAsync(ct);
        Console.WriteLine($"database  {await installation.DatabaseWordsAsync(ct)}; a paper of 60 questions; targets: all in within {TargetEnter} ms, all papers within {TargetPaper} ms");
        using var door = new RoomDoor(installation.Address);
        foreach (var seat in await ExamSeed.AddAsync(installation.ConnectionString, options.Number("warmup", 200), atMachines: false, ct))
        {
            await door.EnterAsync(seat, ct);
            await door.PaperAsync(seat, ct);
        }
        for (var run = 1; run <= runs; run++)
        {
            var seats = await ExamSeed.AddAsync(installation.ConnectionString, candidates, atMachines: false, ct);
            var (entered, enterFailures) = await OpenLoop.RunAsync(candidates, TimeSpan.Zero, n => door.EnterAsync(seats[n], ct), ct);
            var (papers, paperFailures) = await OpenLoop.RunAsync(candidates, TimeSpan.Zero, n => door.PaperAsync(seats[n], ct), ct);
            var met = entered.Max <= TargetEnter && papers.Max <= TargetPaper && (enterFailures, paperFailures) == ("none failed", "none failed");
            Console.WriteLine($"start {run}   {candidates} enter at once: {entered}, {enterFailures}; all fetch their papers at once: {papers}, {paperFailures}; {(met ? "targets met" : "TARGET MISSED")}");
            if (!met) missed = 1;
        }
        return missed;
    }
}
