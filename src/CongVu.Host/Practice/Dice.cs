using System.Buffers.Binary;

namespace CongVu.Host.Practice;

/// <summary>
/// Reproducible randomness (SplitMix64). The same seed and stream always give the same values, whatever the runtime and
/// however many threads draw, because every person has a stream of their own.
/// </summary>
internal sealed class Dice(ulong seed, ulong stream)
{
    private ulong _state = unchecked(seed * 0x9E3779B97F4A7C15 ^ stream * 0xD1B54A32D192ED03 ^ 0x2545F4914F6CDD1D);

    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A whole number from 0 to below the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A whole number between two, both included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    /// <summary>True in so many of a thousand cases.</summary>
    public bool PerMille(int cases) => Below(1000) < cases;

    /// <summary>One of them.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of them, by weight.</summary>
    public T Weighted<T>(ReadOnlySpan<(T Value, int Weight)> from)
    {
        var total = 0;
        foreach (var (_, weight) in from) total += weight;
        var draw = Below(total);
        foreach (var (value, weight) in from)
            if ((draw -= weight) < 0) return value;
        throw new InvalidOperationException("No weights.");
    }

    /// <summary>A day between two, both included.</summary>
    public DateOnly Day(DateOnly from, DateOnly to) => from.AddDays(Below(to.DayNumber - from.DayNumber + 1));

    /// <summary>A key (UUID version 8: our own scheme).</summary>
    public Guid Key()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
