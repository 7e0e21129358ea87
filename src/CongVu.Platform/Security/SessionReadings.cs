using System.Diagnostics;

namespace CongVu.Platform.Security;

/// <summary>A counter of a module that is read in the query for the session, which every request makes: it spares the request a query.</summary>
/// <param name="Key">Its name among the <see cref="SessionReadings"/>.</param>
/// <param name="Sql">A scalar SQL expression of type bigint, without parameters.</param>
public sealed record SessionReading(string Key, string Sql);

/// <summary>What the query for this request's session brought with it. Empty in jobs and before anybody is signed in.</summary>
public sealed class SessionReadings
{
    private IReadOnlyDictionary<string, long> _values = new Dictionary<string, long>();
    private long _at;

    /// <summary>The value, unless it is older than <paramref name="atMost"/> or was never read.</summary>
    public long? Find(string key, TimeSpan atMost) => _values.TryGetValue(key, out var value) && Stopwatch.GetElapsedTime(_at) < atMost ? value : null;

    internal void Set(IReadOnlyDictionary<string, long> values, long at) => (_values, _at) = (values, at);
}
