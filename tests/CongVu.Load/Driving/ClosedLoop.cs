using System.Collections.Concurrent;
using System.Diagnostics;

namespace CongVu.Load.Driving;

/// <summary>Clients that each ask, wait for the answer and ask again, until so many requests are done.</summary>
internal static class ClosedLoop
{
    public static async Task<(Latencies Latencies, TimeSpan Took)> RunAsync(IReadOnlyList<Client> clients, int requests, Func<Client, int, CancellationToken, Task> ask, CancellationToken ct)
    {
        var measured = new ConcurrentBag<TimeSpan>();
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            for (int n; (n = Interlocked.Increment(ref next)) < requests;)
            {
                var begin = Stopwatch.GetTimestamp();
                await ask(client, n, ct);
                measured.Add(Stopwatch.GetElapsedTime(begin));
            }
        }, ct)));
        return (new Latencies(measured), watch.Elapsed);
    }
}
