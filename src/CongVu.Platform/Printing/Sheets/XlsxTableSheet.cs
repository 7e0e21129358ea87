namespace CongVu.Platform.Printing.Sheets;

/// <summary>
/// Writes one sheet. While a full block is being compressed on another core, the next is filled; memory stays at two
/// blocks however long the list is.
/// </summary>
internal sealed class XlsxTableSheet<T> : IAsyncDisposable
{
    private const int BlockSize = 256 * 1024;
    private const int FlushAt = BlockSize - (16 * 1024);

    private readonly Stream _target;
    private readonly SheetTable<T> _table;
    private readonly int _lastRow;
    private readonly CancellationToken _ct;
    private readonly byte[][] _names;
    private readonly int[] _styles;
    private readonly int _headerRow;
    private readonly List<string> _merges = [];
    private Utf8Buffer _filling = new(BlockSize);
    private Utf8Buffer _other = new(BlockSize);
    private Task _compressing = Task.CompletedTask;
    private int _row;

    public XlsxTableSheet(Stream target, SheetTable<T> table, int lastRow, CancellationToken ct)
    {
        (_target, _table, _lastRow, _ct) = (target, table, lastRow, ct);
        _names = [.. table.Columns.Select((_, i) => CellWriter.ColumnName(i))];
        _styles = [.. table.Columns.Select(StyleOf)];
        _headerRow = table.TitleLines.Count + 1 + (table.TitleLines.Count > 0 ? 1 : 0);
    }

    private int LastColumn => _table.Columns.Count - 1;

    /// <summary>Writes rows until they end or the sheet is full; true when rows are left.</summary>
    public async Task<bool> WriteAsync(RowSource<T> rows, bool more)
    {
        SheetFrame.Begin(_filling, _headerRow, _table.Columns.Select(c => c.Width));
        WriteHead();
        while (more && _row < _lastRow)
        {
            WriteRow(rows.Current());
            if (_filling.Length >= FlushAt)
            {
                await FlushAsync();
            }

            more = await rows.MoveNextAsync();
        }

        var used = $"A1:{CellWriter.Reference(_row, LastColumn)}";
        SheetFrame.End(_filling, _table.Landscape, $"A{_headerRow}:{CellWriter.Reference(_row, LastColumn)}", _merges, used);
        await FlushAsync();
        await _compressing;
        return more;
    }

    public ListedSheet Listed(string name) => new(
        name,
        $"${_headerRow}:${_headerRow}",
        $"$A${_headerRow}:${System.Text.Encoding.ASCII.GetString(_names[LastColumn])}${_row}");

    public async ValueTask DisposeAsync()
    {
        // The blocks go back to the pool only when nobody reads them any more, also after a failure.
        await ((Task)_compressing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _filling.Dispose();
        _other.Dispose();
    }

    private void WriteHead()
    {
        var cells = new CellWriter(_filling);
        for (var i = 0; i < _table.TitleLines.Count; i++)
        {
            _row++;
            var (style, letter) = i == 0 ? (XlsxStyles.Title, RowHeights.Title) : (XlsxStyles.Subtitle, RowHeights.Plain);
            cells.StartRow(_row, RowHeights.Of(_table.TitleLines[i], _table.Columns.Sum(c => c.Width), letter));
            cells.Text(_names[0], _table.TitleLines[i], style, style);
            cells.EndRow();
            if (LastColumn > 0)
            {
                _merges.Add($"A{_row}:{CellWriter.Reference(_row, LastColumn)}");
            }
        }

        _row = _headerRow;
        cells.StartRow(_row, _table.Columns.Max(c => RowHeights.Of(c.Header, c.Width)));
        for (var c = 0; c <= LastColumn; c++)
        {
            cells.Text(_names[c], _table.Columns[c].Header, XlsxStyles.Header, XlsxStyles.Header);
        }

        cells.EndRow();
    }

    private void WriteRow(T item)
    {
        _row++;
        var cells = new CellWriter(_filling);
        cells.StartRow(_row);
        for (var c = 0; c < _names.Length; c++)
        {
            WriteCell(cells, _table.Columns[c], _names[c], _styles[c], item);
        }

        cells.EndRow();
    }

    private static void WriteCell(CellWriter cells, SheetColumn<T> column, byte[] name, int style, T item)
    {
        if (column.Text is { } text)
        {
            cells.Text(name, text(item) ?? "", style, XlsxStyles.GuardedText);
        }
        else if (column.Whole is { } whole && whole(item) is { } count)
        {
            cells.Whole(name, count, style);
        }
        else if (column.Number is { } number && number(item) is { } value)
        {
            cells.Number(name, value, style);
        }
        else if (column.Day is { } day && day(item) is { } date)
        {
            cells.Day(name, date, style, XlsxStyles.CenteredText);
        }
        else
        {
            cells.Empty(name, style);
        }
    }

    private async Task FlushAsync()
    {
        await _compressing;
        (_filling, _other) = (_other, _filling);
        _filling.Clear();
        var full = _other.Written;
        _compressing = Task.Run(async () => await _target.WriteAsync(full, _ct), _ct);
    }

    private static int StyleOf(SheetColumn<T> column) => column.Kind switch
    {
        SheetValueKind.Integer => XlsxStyles.WholeNumber(column.Width),
        SheetValueKind.Money => XlsxStyles.Money,
        SheetValueKind.Date => XlsxStyles.Date,
        SheetValueKind.Decimal => XlsxStyles.Decimal(column.Decimals),
        _ => XlsxStyles.Text,
    };
}
