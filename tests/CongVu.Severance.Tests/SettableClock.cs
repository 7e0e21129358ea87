namespace CongVu.Severance.Tests;

/// <summary>A clock that stands still until told.</summary>
internal sealed class SettableClock(DateTime start) : TimeProvider
{
    public DateTime Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);

    public void GoTo(int year, int month, int day, int hour = 3) => Now = new DateTime(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    public void Pass(TimeSpan time) => Now += time;
}
