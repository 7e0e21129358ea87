using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace CongVu.Platform.Web;

/// <summary>
/// What the address says about a table: <c>q</c> search, <c>sort</c>, <c>dir</c>, <c>trang</c> page, <c>sau</c>/<c>truoc</c>
/// keyset marks, <c>cot</c> columns; every other key is a filter of the page. All of a list's state is here, so a link to it
/// shows the same list.
/// </summary>
public sealed class TableQuery
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 50;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
        { "sort", "dir", "trang", "sau", "truoc", "cot", "dang", "handler" };

    private readonly List<KeyValuePair<string, StringValues>> pairs;
    private readonly string path;

    private TableQuery(string path, List<KeyValuePair<string, StringValues>> pairs)
    {
        this.path = path;
        this.pairs = pairs;
    }

    /// <summary>What was typed into the search box; empty when nothing was.</summary>
    public string Search { get; private init; } = "";

    /// <summary>Key of the column to order by; always one that the table allows, or empty.</summary>
    public string Sort { get; private init; } = "";

    public bool Descending { get; private init; }

    /// <summary>Page by number, from 1.</summary>
    public int Page { get; private init; } = 1;

    /// <summary>Keyset mark: rows after this one.</summary>
    public string? After { get; private init; }

    /// <summary>Keyset mark: rows before this one.</summary>
    public string? Before { get; private init; }

    /// <summary>Chosen columns, or null for the declared ones.</summary>
    public IReadOnlySet<string>? Columns { get; private init; }

    /// <summary>A filter's value; null when it is not set.</summary>
    public string? this[string filter] =>
        All(filter).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim();

    /// <summary>True when a search or a filter narrows the list.</summary>
    public bool IsFiltered => pairs.Any(p => !Reserved.Contains(p.Key) && p.Value.Any(v => !string.IsNullOrWhiteSpace(v)));

    /// <summary>Number of rows before this page.</summary>
    public int Skip => (Page - 1) * PageSize;

    /// <summary>All values of a filter that may be given several times.</summary>
    public IReadOnlyList<string> All(string filter) =>
        [.. pairs.Where(p => string.Equals(p.Key, filter, StringComparison.OrdinalIgnoreCase)).SelectMany(p => p.Value).OfType<string>()];

    /// <summary>This address with some keys set, or removed where the value is null; going elsewhere starts from the first page.</summary>
    public string Url(params ReadOnlySpan<(string Key, string? Value)> changes) => UrlAt(path, changes);

    /// <summary>The same filters, order and columns at another address: for exports and for going back to the list.</summary>
    public string UrlAt(string address, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var query = new QueryBuilder();
        foreach (var (key, values) in pairs)
        {
            if (key is "trang" or "sau" or "truoc" || Changed(changes, key))
            {
                continue;
            }

            foreach (var value in values.Where(v => !string.IsNullOrEmpty(v)))
            {
                query.Add(key, value!);
            }
        }

        foreach (var (key, value) in changes)
        {
            if (value is not null)
            {
                query.Add(key, value);
            }
        }

        var text = query.ToString();
        return address + (text.Length > 0 && address.Contains('?', StringComparison.Ordinal) ? "&" + text[1..] : text);
    }

    /// <summary>The list with no search and no filter, in the same order.</summary>
    public string UrlWithoutFilters() =>
        path + new QueryBuilder(pairs.Where(p => p.Key is "sort" or "dir" or "cot").Select(p => new KeyValuePair<string, string>(p.Key, p.Value.ToString())));

    /// <summary>Keys and values of this address but for the given ones: hidden fields of a GET form.</summary>
    internal IEnumerable<(string Key, string Value)> Pairs(Func<string, bool> but) =>
        from pair in pairs
        where !but(pair.Key) && pair.Key is not ("trang" or "sau" or "truoc")
        from value in pair.Value
        where !string.IsNullOrEmpty(value)
        select (pair.Key, value);

    internal static bool IsState(string key) => Reserved.Contains(key);

    internal string Path => path;

    internal static TableQuery Read(HttpContext http, string table, IReadOnlyCollection<string> sortable, string defaultSort)
    {
        var query = http.Request.Query;
        var pairs = query.Where(p => p.Key is not ("handler" or "dang")).ToList();
        var asked = query["sort"].ToString();
        var given = sortable.Contains(asked);
        _ = int.TryParse(query["trang"], out var page);

        return new TableQuery(http.Request.PathBase + http.Request.Path, pairs)
        {
            Search = query["q"].ToString().Trim(),
            Sort = given ? asked : defaultSort.TrimStart('-'),
            Descending = given ? query["dir"] == "giam" : defaultSort.StartsWith('-'),
            Page = Math.Clamp(page, 1, 1_000_000),
            After = NotEmpty(query["sau"]),
            Before = NotEmpty(query["truoc"]),
            Columns = TableColumns.Read(http, table),
        };
    }

    private static string? NotEmpty(StringValues value) => StringValues.IsNullOrEmpty(value) ? null : value.ToString();

    private static bool Changed(ReadOnlySpan<(string Key, string? Value)> changes, string key)
    {
        foreach (var (changed, _) in changes)
        {
            if (string.Equals(changed, key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
