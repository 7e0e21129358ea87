using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Platform.Web;

/// <summary>One page of a table, ready to be drawn by <c>cv-table</c>.</summary>
public abstract class TablePage
{
    /// <summary>Counting stops here: the screen says "hơn 10.000".</summary>
    public const int CountLimit = 10_000;

    private protected TablePage(TableQuery query, long? total)
    {
        Query = query;
        Total = total;
    }

    public TableQuery Query { get; }

    /// <summary>How many rows there are in all, counted up to one more than <see cref="CountLimit"/>; null when nobody counted.</summary>
    public long? Total { get; }

    /// <summary>Keyset mark of the next page; null at the end or when pages go by number.</summary>
    public string? Next { get; init; }

    /// <summary>Keyset mark of the page before.</summary>
    public string? Previous { get; init; }

    public abstract int Count { get; }

    /// <summary>There is nothing at all, and no filter is to blame: time for <c>cv-empty</c>.</summary>
    public bool NothingYet => Count == 0 && !Query.IsFiltered && Query is { Page: 1, After: null, Before: null };

    internal abstract string TableKey { get; }

    internal abstract string Caption { get; }

    internal abstract IReadOnlyList<ColumnHead> Heads { get; }

    internal abstract IReadOnlyList<ColumnHead> AllColumns { get; }

    internal abstract string RowId(int row);

    internal abstract string? RowTone(int row);

    internal abstract void WriteCell(IHtmlContentBuilder html, int row, int column);

    internal abstract string CellTextAt(int row, int column);
}

/// <summary>What the head of a column needs to be drawn.</summary>
internal sealed record ColumnHead(string Key, string Title, bool CanSort, bool IsNumber, bool Wide, bool Fixed, bool Shown, string? Hint);

/// <inheritdoc/>
public sealed class TablePage<T> : TablePage
{
    private readonly TableView<T> view;
    private readonly IReadOnlyList<TableColumn<T>> columns;

    /// <summary>A page from its own rows only, and the count of all rows under the filter (no further than one more than
    /// <see cref="TablePage.CountLimit"/>).</summary>
    public TablePage(TableView<T> view, TableQuery query, IReadOnlyList<T> rows, long? total)
        : base(query, total)
    {
        this.view = view;
        Rows = rows;
        columns = view.Chosen(query);
    }

    public IReadOnlyList<T> Rows { get; }

    public override int Count => Rows.Count;

    internal override string TableKey => view.Key;

    internal override string Caption => view.Caption;

    internal override IReadOnlyList<ColumnHead> Heads => [.. columns.Select(c => Head(c, true))];

    internal override IReadOnlyList<ColumnHead> AllColumns => [.. view.Columns.Select(c => Head(c, columns.Contains(c)))];

    internal override string RowId(int row) => view.RowId(Rows[row]);

    internal override string? RowTone(int row) => view.RowTone?.Invoke(Rows[row]);

    internal override string CellTextAt(int row, int column) => columns[column].Text(Rows[row]);

    internal override void WriteCell(IHtmlContentBuilder html, int row, int column)
    {
        var (item, cell) = (Rows[row], columns[column]);
        if (cell.Url?.Invoke(item) is { } url)
        {
            html.Open("a").Attr("href", url).Close();
            WriteValue(html, item, cell);
            html.AppendHtml("</a>");
        }
        else
        {
            WriteValue(html, item, cell);
        }
    }

    private static void WriteValue(IHtmlContentBuilder html, T item, TableColumn<T> cell)
    {
        if (cell.Show is { } show)
        {
            html.AppendHtml(show(item));
        }
        else
        {
            html.AppendText(cell.Text(item));
        }
    }

    private static ColumnHead Head(TableColumn<T> c, bool shown) =>
        new(c.Key, c.Title, c.CanSort, c.IsNumber, c.Wide, c.Fixed, shown, c.Hint);
}

/// <summary>Pages straight from a query.</summary>
public static class TablePages
{
    /// <summary>
    /// Orders, counts (never beyond <see cref="TablePage.CountLimit"/>) and reads one page by number. The query must already be
    /// filtered and end in a unique order where the chosen column has equal values.
    /// </summary>
    public static async Task<TablePage<T>> ToTablePageAsync<T>(
        this IQueryable<T> rows, TableView<T> view, TableQuery query, CancellationToken cancel)
    {
        var total = await rows.Take(TablePage.CountLimit + 1).CountAsync(cancel);
        var page = await rows.Sorted(view, query).Skip(query.Skip).Take(TableQuery.PageSize).ToListAsync(cancel);
        return new TablePage<T>(view, query, page, total);
    }

    /// <summary>The rows in the order the address asks for, as the columns' <c>sort</c> says; unchanged when the column has none.</summary>
    public static IQueryable<T> Sorted<T>(this IQueryable<T> rows, TableView<T> view, TableQuery query)
    {
        var by = view.Columns.FirstOrDefault(c => c.Key == query.Sort)?.SortBy;
        return by is null ? rows : query.Descending ? rows.OrderByDescending(by) : rows.OrderBy(by);
    }

    /// <summary>
    /// A page of rows already in memory: short lists that need no database paging. Text orders by code point, as the database
    /// does for sort keys, so sort Vietnamese text by its <see cref="Text.VietnameseText.SortKey"/>.
    /// </summary>
    public static TablePage<T> ToTablePage<T>(this IReadOnlyCollection<T> rows, TableView<T> view, TableQuery query)
    {
        IEnumerable<T> sorted = rows;
        if (view.Columns.FirstOrDefault(c => c.Key == query.Sort)?.SortBy?.Compile() is { } by)
        {
            sorted = query.Descending ? rows.OrderByDescending(by, KeyOrder) : rows.OrderBy(by, KeyOrder);
        }

        return new TablePage<T>(view, query, [.. sorted.Skip(query.Skip).Take(TableQuery.PageSize)], rows.Count);
    }

    private static readonly Comparer<object?> KeyOrder = Comparer<object?>.Create((a, b) =>
        a is string x && b is string y ? string.CompareOrdinal(x, y) : Comparer<object?>.Default.Compare(a, b));
}
