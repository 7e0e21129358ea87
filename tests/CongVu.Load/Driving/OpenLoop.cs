using System.Collections.Concurrent;
using System.Diagnostics;

namespace CongVu.Load.Driving;

/// <summary>Requests begun evenly over a time, whether or not earlier ones were answered.</summary>
internal static class OpenLoop
{
    /// <param name="ask">Throws when it was not answered as it should be.</param>
    public static async Task<(Latencies Latencies, string Failures)> RunAsync(int count, TimeSpan time, Func<int, Task> ask, CancellationToken ct)
    {
        var (measured, failures) = (new ConcurrentBag<TimeSpan>(), new ConcurrentDictionary<string, int>(StringComparer.Ordinal));
        var watch = Stopwatch.StartNew();
        var under = new List<Task>(count);
        for (var n = 0; n < count; n++)
        {
            var due = time * ((double)n / count);
            if (due - watch.Elapsed > TimeSpan.FromMilliseconds(1)) await Task.Delay(due - watch.Elapsed, ct);
            var number = n;
            under.Add(Task.Run(async () =>
            {
                try
                {
                    await ask(number);
                    // From when it should have begun: who could not even begin waited as well.
                    measured.Add(watch.Elapsed - due);
                }
                catch (Exception e) when (!ct.IsCancellationRequested) { failures.AddOrUpdate(e.Message, 1, (_, already) => already + 1); }
            }, ct));
        }
        await Task.WhenAll(under);
        return (new Latencies(measured), failures.IsEmpty ? "none failed" : string.Join("; ", failures.Select(f => $"{f.Value} FAILED: {f.Key}")));
    }
}
