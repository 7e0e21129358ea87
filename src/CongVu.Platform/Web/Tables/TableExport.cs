using System.Globalization;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace CongVu.Platform.Web;

/// <summary>
/// The answer of an export handler: the chosen columns of a table, streamed row by row as the query gives them, so that a
/// hundred thousand people need no more memory than fifty. The page filters and orders the rows exactly as for the screen,
/// and writes the reading into the log.
/// </summary>
public sealed class TableExport<T>(TableView<T> view, TableQuery query, IAsyncEnumerable<T> rows) : IActionResult
{
    /// <summary>Lines over the head, after the caption: what was filtered, in words.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var asOf = http.RequestServices.GetRequiredService<AsOfContext>();
        var csv = http.Request.Query["dang"] == "csv";
        http.Response.ContentType = csv ? CsvTable.ContentType : XlsxTable.ContentType;
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"{view.Key}-{asOf.Current.ValidOn:yyyyMMdd}.{(csv ? "csv" : "xlsx")}",
        }.ToString();
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        var table = Sheet(asOf.Current);
        if (csv)
        {
            await CsvTable.WriteAsync(http.Response.Body, table, rows, CsvSeparator.Semicolon, http.RequestAborted);
        }
        else
        {
            await XlsxTable.WriteAsync(http.Response.Body, table, rows, http.RequestAborted);
        }
    }

    internal SheetTable<T> Sheet(AsOf asOf) => new()
    {
        Columns = [.. view.Chosen(query).Select(Column)],
        Name = view.Caption.Length > 31 ? view.Caption[..31] : view.Caption,
        TitleLines = [view.Caption, "Dữ liệu ngày " + VnFormat.Date(asOf.ValidOn), .. Remarks],
    };

    private static SheetColumn<T> Column(TableColumn<T> column) => column.Kind switch
    {
        CellKind.Date => SheetColumn.Date<T>(column.Title, row => Day(column.Value(row))),
        CellKind.Count => SheetColumn.Integer<T>(column.Title, row => Whole(column.Value(row))),
        CellKind.Money => SheetColumn.Money<T>(column.Title, row => Whole(column.Value(row))),
        CellKind.Coefficient => SheetColumn.Decimal<T>(column.Title, row => Fraction(column.Value(row))),
        CellKind.Percent => SheetColumn.Decimal<T>(column.Title, row => Fraction(column.Value(row)), 1),
        _ => SheetColumn.Text<T>(column.Title, column.Text),
    };

    private static DateOnly? Day(object? value) => value switch
    {
        DateOnly day => day,
        DateTimeOffset instant => VietnamTime.DayOf(instant),
        DateTime instant => VietnamTime.DayOf(instant),
        _ => null,
    };

    private static long? Whole(object? value) => value is null ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static decimal? Fraction(object? value) => value is null ? null : Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
