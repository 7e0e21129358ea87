using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace CongVu.Load.Rooms;

/// <summary>
/// Candidates who save in turn, so many messages a second in all, by a schedule that waits for no answer: who should have been sent and could not yet is counted with its
/// waiting. Whoever still waits for an answer sends the next when it is there.
/// </summary>
internal sealed class SavingCandidates : IDisposable
{
    private readonly Candidate[] _all;
    private readonly List<SeatLine> _lines;
    private readonly ConcurrentDictionary<int, int> _refused = new();
    private readonly double[] _milliseconds;
    private int _measured, _failures;
    private volatile bool _measuring;

    /// <param name="nodes">A message goes to one of them after the other.</param>
    public SavingCandidates(IReadOnlyList<ExamSeat> seats, IReadOnlyList<Uri> nodes, int mostMeasured)
    {
        _milliseconds = new double[mostMeasured];
        _lines = [.. Enumerable.Range(0, Math.Min(seats.Count, 5000) * nodes.Count).Select(i => new SeatLine(nodes[i % nodes.Count]))];
        _all = [.. seats.Select((s, at) => new Candidate(s, [.. nodes.Select((n, node) => (_lines[(at * nodes.Count + node) % _lines.Count], Encoding.ASCII.GetBytes(SeatLine.Head(n, s.Token))))]))];
    }

    public int Connections => _lines.Count;

    public int Failures => _failures;

    public string FailureWords => _failures == 0 ? "none failed" : $"{_failures} FAILED ({string.Join(", ", _refused.Select(r => $"{r.Key}: {r.Value}"))})";

    public Driving.Latencies Measured => new(_milliseconds.Take(_measured).Select(TimeSpan.FromMilliseconds));

    /// <summary>Sends at this rate for this long; with <paramref name="measure"/> what is answered is counted.</summary>
    public async Task RunAsync(double perSecond, TimeSpan time, bool measure, CancellationToken ct)
    {
        _measuring = measure;
        var (begin, sent, total) = (Stopwatch.GetTimestamp(), 0L, (long)(perSecond * time.TotalSeconds));
        while (sent < total && !ct.IsCancellationRequested)
        {
            var due = Math.Min(total, (long)(Stopwatch.GetElapsedTime(begin).TotalSeconds * perSecond));
            for (; sent < due; sent++) Offer(_all[(int)(sent % _all.Length)], begin + (long)(sent / perSecond * Stopwatch.Frequency), ct);
            await Task.Delay(1, ct);
        }
        // The rest comes home.
        for (var waited = Stopwatch.StartNew(); _all.Any(c => Volatile.Read(ref c.Waiting) > 0) && waited.Elapsed < TimeSpan.FromSeconds(60);) await Task.Delay(5, ct);
        _measuring = false;
    }

    public void Dispose() => _lines.ForEach(l => l.Dispose());

    private void Offer(Candidate candidate, long scheduled, CancellationToken ct)
    {
        candidate.Due.Enqueue(scheduled);
        if (Interlocked.Increment(ref candidate.Waiting) == 1) _ = Task.Run(() => WorkAsync(candidate, ct), ct);
    }

    private async Task WorkAsync(Candidate candidate, CancellationToken ct)
    {
        do
        {
            candidate.Due.TryDequeue(out var scheduled);
            var sequence = candidate.Seat.Acknowledged + 1;
            candidate.Seat.Typed = Math.Max(candidate.Seat.Typed, sequence);
            var (line, head) = candidate.Ways[candidate.Turn++ % candidate.Ways.Length];
            try
            {
                var (status, ack) = await line.SaveAsync(head, sequence, ct);
                if (status == 200 && ack == sequence)
                {
                    candidate.Seat.Acknowledged = ack;
                    if (_measuring && Interlocked.Increment(ref _measured) is var at && at <= _milliseconds.Length) _milliseconds[at - 1] = Stopwatch.GetElapsedTime(scheduled).TotalMilliseconds;
                }
                else Fail(status);
            }
            catch (Exception cut) when (cut is IOException or System.Net.Sockets.SocketException) { Fail(0); }
        } while (Interlocked.Decrement(ref candidate.Waiting) > 0);
    }

    private void Fail(int status)
    {
        Interlocked.Increment(ref _failures);
        _refused.AddOrUpdate(status, 1, (_, n) => n + 1);
    }

    private sealed class Candidate(ExamSeat seat, (SeatLine Line, byte[] Head)[] ways)
    {
        public readonly ConcurrentQueue<long> Due = new();
        public int Waiting;
        public ExamSeat Seat { get; } = seat;
        public (SeatLine Line, byte[] Head)[] Ways { get; } = ways;
        public int Turn { get; set; }
    }
}
