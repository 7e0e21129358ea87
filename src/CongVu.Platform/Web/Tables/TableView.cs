using System.Linq.Expressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace CongVu.Platform.Web;

/// <summary>
/// A table as declared once, in a static field beside the page: its columns and how a row is told apart. Nothing is
/// found out by reflection while rows are written.
/// </summary>
/// <param name="Key">Short name of the table in addresses and cookies: <c>ho-so</c>.</param>
/// <param name="Caption">What the table lists, said to everyone.</param>
/// <param name="RowId">What is posted when a row is selected.</param>
public sealed record TableView<T>(string Key, string Caption, Func<T, string> RowId)
{
    private readonly List<TableColumn<T>> columns = [];

    public IReadOnlyList<TableColumn<T>> Columns => columns;

    /// <summary>Key of the column that orders the rows until the person chooses one; a leading minus orders downwards.</summary>
    public string DefaultSort { get; init; } = "";

    /// <summary>Tone of a whole row (<c>bad</c>, <c>warn</c>), beside a word in one of its cells.</summary>
    public Func<T, string?>? RowTone { get; init; }

    /// <summary>Adds a column.</summary>
    public TableView<T> Add(TableColumn<T> column)
    {
        if (columns.Any(c => c.Key == column.Key))
        {
            throw new ArgumentException($"Table '{Key}' has two columns '{column.Key}'.", nameof(column));
        }

        columns.Add(column);
        return this;
    }

    /// <summary>
    /// Adds a column. <paramref name="sort"/> orders in the database; <paramref name="sortable"/> instead says that the page's
    /// own query orders. <paramref name="fixedColumn"/> cannot be switched off; <paramref name="wide"/> is left out on a phone.
    /// </summary>
    public TableView<T> Column(
        string key,
        string title,
        Func<T, object?> value,
        CellKind kind = CellKind.Text,
        Expression<Func<T, object?>>? sort = null,
        bool sortable = false,
        bool shown = true,
        bool fixedColumn = false,
        bool wide = false,
        Func<T, string?>? url = null,
        Func<T, IHtmlContent>? show = null,
        string? hint = null) =>
        Add(new TableColumn<T>(key, title, value, kind)
        {
            SortBy = sort,
            Sortable = sortable,
            Shown = shown,
            Fixed = fixedColumn,
            Wide = wide,
            Url = url,
            Show = show,
            Hint = hint,
        });

    /// <summary>What the address asks of this table. Remembers the choice of columns in a cookie when the address carries one.</summary>
    public TableQuery Read(HttpContext http) =>
        TableQuery.Read(http, Key, [.. columns.Where(c => c.CanSort).Select(c => c.Key)], DefaultSort);

    /// <summary>The columns to show for this query, in the declared order; the same ones go into an export.</summary>
    public IReadOnlyList<TableColumn<T>> Chosen(TableQuery query) =>
        [.. columns.Where(c => c.Fixed || (query.Columns?.Contains(c.Key) ?? c.Shown))];
}
