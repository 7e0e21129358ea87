namespace CongVu.Platform.Time;

/// <summary>Legal days are days in Vietnam (UTC+7, no daylight saving since 1975).</summary>
public static class VietnamTime
{
    /// <summary>The fixed offset of Vietnam.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The calendar day it is in Vietnam now.</summary>
    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The Vietnamese calendar day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The first instant of a Vietnamese day, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>Current instant as a UTC <see cref="DateTime"/>, the form PostgreSQL's timestamptz takes.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
