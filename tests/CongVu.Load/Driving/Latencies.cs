namespace CongVu.Load.Driving;

/// <summary>How long the answers of one measurement took.</summary>
internal sealed class Latencies(IEnumerable<TimeSpan> measured)
{
    private readonly double[] _sorted = [.. measured.Select(m => m.TotalMilliseconds).Order()];

    public int Count => _sorted.Length;

    public double Max => _sorted[^1];

    /// <summary>Milliseconds within which this share of the answers came (nearest rank).</summary>
    public double Within(double share) => _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];

    public override string ToString() => $"p50 {Within(0.50):0} ms, p95 {Within(0.95):0} ms, p99 {Within(0.99):0} ms, max {Max:0} ms";
}
