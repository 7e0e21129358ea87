using System.Globalization;
using CongVu.Platform.Text;

namespace CongVu.Platform.Printing.Sheets;

/// <summary>What stands between the values of a line.</summary>
public enum CsvSeparator
{
    /// <summary>
    /// ";", the default: Vietnamese numbers have a decimal comma, so Excel on a Vietnamese Windows splits at the semicolon,
    /// and 4,98 needs no quotes.
    /// </summary>
    Semicolon,

    /// <summary>",", for programs that expect RFC 4180; numbers with decimals are then in quotes.</summary>
    Comma,
}

/// <summary>
/// Streams a list as CSV: UTF-8 with a byte order mark (Excel takes other UTF-8 for a legacy code page), lines end with CR LF,
/// the heading is the first line, dates are dd/MM/yyyy, decimals have a comma, amounts no groups.
/// There is no "sep=" line: Excel then forgets the byte order mark and spoils every Vietnamese letter.
/// A text that a spreadsheet would take for a formula gets an apostrophe in front.
/// </summary>
public static class CsvTable
{
    /// <summary>Media type of the result.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    private const int BlockSize = 64 * 1024;

    /// <summary>Writes the rows of a query that is read while it is exported.</summary>
    public static async Task WriteAsync<T>(Stream target, SheetTable<T> table, IAsyncEnumerable<T> rows, CsvSeparator separator, CancellationToken ct)
    {
        await using var row = rows.GetAsyncEnumerator(ct);
        await WriteAsync(target, table, new RowSource<T>(() => row.Current, row.MoveNextAsync), separator, ct);
    }

    /// <summary>Writes rows that are in memory.</summary>
    public static async Task WriteAsync<T>(Stream target, SheetTable<T> table, IEnumerable<T> rows, CsvSeparator separator, CancellationToken ct)
    {
        using var row = rows.GetEnumerator();
        await WriteAsync(target, table, new RowSource<T>(() => row.Current, () => new ValueTask<bool>(row.MoveNext())), separator, ct);
    }

    private static async Task WriteAsync<T>(Stream target, SheetTable<T> table, RowSource<T> rows, CsvSeparator separator, CancellationToken ct)
    {
        using var line = new Utf8Buffer(BlockSize);
        var comma = separator == CsvSeparator.Comma;
        line.Raw("\uFEFF"u8);
        WriteLine(line, table, column => Harmless(column.Header), comma);
        while (await rows.MoveNextAsync())
        {
            var item = rows.Current();
            WriteLine(line, table, column => ValueOf(column, item), comma);
            if (line.Length > BlockSize - 8192)
            {
                await target.WriteAsync(line.Written, ct);
                line.Clear();
            }
        }

        await target.WriteAsync(line.Written, ct);
    }

    private static void WriteLine<T>(Utf8Buffer line, SheetTable<T> table, Func<SheetColumn<T>, string> value, bool comma)
    {
        for (var c = 0; c < table.Columns.Count; c++)
        {
            if (c > 0)
            {
                line.Raw(comma ? ","u8 : ";"u8);
            }

            var text = value(table.Columns[c]);
            if (text.AsSpan().IndexOfAny(";,\"\r\n\t") < 0)
            {
                line.Plain(text);
            }
            else if (!comma && table.Columns[c].Kind == SheetValueKind.Decimal)
            {
                line.Plain(text);
            }
            else
            {
                line.Raw("\""u8);
                line.Plain(text.Replace("\"", "\"\"", StringComparison.Ordinal));
                line.Raw("\""u8);
            }
        }

        line.Raw("\r\n"u8);
    }

    private static string ValueOf<T>(SheetColumn<T> column, T item)
    {
        if (column.Text is { } text)
        {
            return Harmless(text(item) ?? "");
        }

        if (column.Day is { } day)
        {
            return VnFormat.Date(day(item));
        }

        if (column.Number is { } number)
        {
            return number(item)?.ToString("F" + column.Decimals.ToString(CultureInfo.InvariantCulture), VnFormat.Numbers) ?? "";
        }

        return column.Whole!(item)?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    // CSV has no types, so the sign itself must stop being the first; the wide forms count too in some Asian settings.
    private static string Harmless(string text) =>
        text.Length > 0 && (CellWriter.LooksLikeFormula(text) || text[0] is '＝' or '＋' or '－' or '＠') ? "'" + text : text;
}
