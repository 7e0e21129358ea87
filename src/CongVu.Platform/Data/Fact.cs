using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace CongVu.Platform.Data;

/// <summary>
/// A row with two times: when it holds (<see cref="Valid"/>) and since when the system knows it
/// (<see cref="Recorded"/>). Rows are never changed but for closing <see cref="Recorded"/>.
/// </summary>
public abstract class Fact
{
    /// <summary>Made by the client, version 7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Days on which the fact holds, upper bound exclusive, open upper bound = until further notice.</summary>
    public NpgsqlRange<DateOnly> Valid { get; init; }

    /// <summary>Time in which the system held this to be true; open upper bound = it still does.</summary>
    public NpgsqlRange<DateTime> Recorded { get; set; }

    /// <summary>The signed decision behind the fact, or null when a declaration is.</summary>
    public Guid? DecisionId { get; init; }

    /// <summary>The accepted declaration behind the fact, or null when a decision is.</summary>
    public Guid? DeclarationId { get; init; }
}

/// <summary>Reading facts at the two dates of a question.</summary>
public static class FactQueries
{
    /// <summary>The rows that hold on <see cref="AsOf.ValidOn"/> as known at <see cref="AsOf.KnownAt"/>.</summary>
    public static IQueryable<T> AsOf<T>(this IQueryable<T> facts, AsOf asOf) where T : Fact =>
        facts.KnownAt(asOf.KnownAt).Where(f => f.Valid.Contains(asOf.ValidOn));

    /// <summary>All rows known at an instant, whatever days they hold (null: known now).</summary>
    public static IQueryable<T> KnownAt<T>(this IQueryable<T> facts, DateTime? knownAt) where T : Fact =>
        knownAt is { } at ? facts.Where(f => f.Recorded.Contains(at)) : facts.Where(f => f.Recorded.UpperBoundInfinite);
}

/// <summary>Building ranges that PostgreSQL reads back the same.</summary>
public static class Span
{
    /// <summary>From a day on, without end.</summary>
    public static NpgsqlRange<DateOnly> From(DateOnly from) => new(from, true, false, default, false, true);

    /// <summary>From a day up to, not including, another (null: without end).</summary>
    public static NpgsqlRange<DateOnly> Between(DateOnly from, DateOnly? until) =>
        until is { } u ? new(from, true, false, u, false, false) : From(from);

    /// <summary>Known since an instant, still known.</summary>
    public static NpgsqlRange<DateTime> KnownSince(DateTime since) => new(since, true, false, default, false, true);

    /// <summary>Closes a recorded range.</summary>
    public static NpgsqlRange<DateTime> Closed(NpgsqlRange<DateTime> recorded, DateTime at) =>
        new(recorded.LowerBound, true, false, at, false, false);

    /// <summary>The first day after the range, or null when it has no end.</summary>
    public static DateOnly? Until(this NpgsqlRange<DateOnly> range) => range.UpperBoundInfinite ? null : range.UpperBound;
}
