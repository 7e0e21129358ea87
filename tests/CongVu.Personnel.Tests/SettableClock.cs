namespace CongVu.Personnel.Tests;

/// <summary>A clock that stands still until told.</summary>
internal sealed class SettableClock(DateTime start) : TimeProvider
{
    public DateTime Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
