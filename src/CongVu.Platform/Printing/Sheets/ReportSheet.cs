namespace CongVu.Platform.Printing.Sheets;

/// <summary>
/// A sheet of a report, written from top to bottom. The heading stays in sight on screen and repeats on paper.
/// </summary>
public sealed class ReportSheet
{
    private readonly IReadOnlyList<double> _widths;
    private readonly bool _landscape;
    private readonly byte[][] _names;
    private readonly Utf8Buffer _rows = new(16 * 1024);
    private readonly List<string> _merges = [];
    private int _row;
    private int _firstHeaderRow;
    private int _lastHeaderRow;

    internal ReportSheet(string name, IReadOnlyList<double> widths, bool landscape)
    {
        ArgumentOutOfRangeException.ThrowIfZero(widths.Count);
        (Name, _widths, _landscape) = (name, widths, landscape);
        _names = [.. widths.Select((_, i) => CellWriter.ColumnName(i))];
    }

    internal string Name { get; }

    private int Columns => _widths.Count;

    /// <summary>Agency on the left and the nation on the right, as reports open.</summary>
    public ReportSheet Opening(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var middle = Columns / 2;
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            // The parent agency stands upright above the agency itself; the nation's lines are all bold.
            var leftStyle = i == left.Count - 1 ? XlsxStyles.PlainBold : XlsxStyles.Plain;
            Halves(i < left.Count ? left[i] : "", i < right.Count ? right[i] : "", middle, XlsxStyles.PlainBold, null, leftStyle);
        }

        return Gap();
    }

    /// <summary>The title in large letters.</summary>
    public ReportSheet Title(string text) => Across(text, XlsxStyles.Title, RowHeights.Of(text, _widths.Sum(), RowHeights.Title));

    /// <summary>A line under the title: the period, the day the figures are of.</summary>
    public ReportSheet Subtitle(string text) => Across(text, XlsxStyles.Subtitle, RowHeights.Of(text, _widths.Sum()));

    /// <summary>An empty row.</summary>
    public ReportSheet Gap()
    {
        _row++;
        return this;
    }

    /// <summary>Heading rows, with cells over several columns or rows. Give it once.</summary>
    public ReportSheet Header(params IReadOnlyList<HeaderCell>[] rows)
    {
        var placed = HeaderGrid.Place(rows, Columns);
        _firstHeaderRow = _row + 1;
        _lastHeaderRow = _row + rows.Length;
        for (var r = 0; r < rows.Length; r++)
        {
            var texts = placed.Where(p => p.Row == r).ToDictionary(p => p.Column, p => p.Cell.Text);
            var height = placed.Where(p => p.Row == r && p.Cell.Rows == 1)
                .Select(p => RowHeights.Of(p.Cell.Text, _widths.Skip(p.Column).Take(p.Cell.Columns).Sum())).DefaultIfEmpty(RowHeights.Plain.Line).Max();
            Row(c => texts.GetValueOrDefault(c, ""), XlsxStyles.Header, height);
        }

        foreach (var p in placed.Where(p => p.Cell.Columns > 1 || p.Cell.Rows > 1))
        {
            Merge(_firstHeaderRow + p.Row, p.Column, _firstHeaderRow + p.Row + p.Cell.Rows - 1, p.Column + p.Cell.Columns - 1);
        }

        return this;
    }

    /// <summary>A heading of one row.</summary>
    public ReportSheet Header(params string[] titles) => Header([.. titles.Select(t => new HeaderCell(t))]);

    /// <summary>A line over the whole width above the rows that belong to it.</summary>
    public ReportSheet Group(string text)
    {
        Row(c => c == 0 ? text : "", XlsxStyles.Group, RowHeights.Of(text, _widths.Sum()));
        Merge(_row, 0, _row, Columns - 1);
        return this;
    }

    /// <summary>A row of values; missing ones at the end are empty.</summary>
    public ReportSheet Row(params SheetValue[] values) => Values(values, bold: false);

    /// <summary>A row of totals.</summary>
    public ReportSheet Total(params SheetValue[] values) => Values(values, bold: true);

    /// <summary>Who made the report on the left, and place, day and signer on the right.</summary>
    public ReportSheet Signatures(string placeAndDate, (string Post, string Name) left, (string Post, string Name) right)
    {
        var middle = Columns / 2;
        Gap();
        Halves("", placeAndDate, middle, XlsxStyles.PlainItalic, null);
        Halves(left.Post, right.Post, middle, XlsxStyles.PlainBold, null);
        Halves("", "", middle, XlsxStyles.Plain, 60);
        Halves(left.Name, right.Name, middle, XlsxStyles.PlainBold, null);
        return this;
    }

    internal ListedSheet Listed() => new(Name, _lastHeaderRow > 0 ? $"${_firstHeaderRow}:${_lastHeaderRow}" : null, null);

    internal void Write(Stream stream)
    {
        using var frame = new Utf8Buffer(4096);
        SheetFrame.Begin(frame, _lastHeaderRow, _widths);
        stream.Write(frame.Written.Span);
        stream.Write(_rows.Written.Span);
        frame.Clear();
        SheetFrame.End(frame, _landscape, null, _merges, $"A1:{CellWriter.Reference(Math.Max(_row, 1), Columns - 1)}");
        stream.Write(frame.Written.Span);
    }

    private ReportSheet Across(string text, int style, double? height)
    {
        var cells = StartRow(height);
        cells.Text(_names[0], text, style, style);
        cells.EndRow();
        Merge(_row, 0, _row, Columns - 1);
        return this;
    }

    private void Halves(string left, string right, int middle, int style, double? height, int? leftStyle = null)
    {
        var cells = StartRow(height ?? Math.Max(RowHeights.Of(left, _widths.Take(middle).Sum()), RowHeights.Of(right, _widths.Skip(middle).Sum())));
        cells.Text(_names[0], left, leftStyle ?? style, leftStyle ?? style);
        if (middle > 0)
        {
            cells.Text(_names[middle], right, style, style);
            Merge(_row, 0, _row, middle - 1);
            Merge(_row, middle, _row, Columns - 1);
        }

        cells.EndRow();
    }

    private void Row(Func<int, string> text, int style, double? height = null)
    {
        var cells = StartRow(height);
        for (var c = 0; c < Columns; c++)
        {
            cells.Text(_names[c], text(c), style, style);
        }

        cells.EndRow();
    }

    private ReportSheet Values(SheetValue[] values, bool bold)
    {
        if (values.Length > Columns)
        {
            throw new ArgumentException($"The sheet has {Columns} columns.", nameof(values));
        }

        var cells = StartRow(values.Select((v, c) => RowHeights.Of(v.TextValue ?? "", _widths[c])).DefaultIfEmpty(RowHeights.Plain.Line).Max());
        for (var c = 0; c < Columns; c++)
        {
            Write(cells, _names[c], _widths[c], c < values.Length ? values[c] : default, bold);
        }

        cells.EndRow();
        return this;
    }

    private static void Write(CellWriter cells, byte[] column, double width, SheetValue value, bool bold)
    {
        var style = StyleOf(value, width, bold);
        if (value.NumberValue is { } number)
        {
            cells.Number(column, number, style);
        }
        else if (value.DayValue is { } day)
        {
            cells.Day(column, day, style, XlsxStyles.CenteredText);
        }
        else
        {
            cells.Text(column, value.TextValue ?? "", style, bold ? style : XlsxStyles.GuardedWrapped);
        }
    }

    private static int StyleOf(SheetValue value, double width, bool bold) => value.Kind switch
    {
        SheetValueKind.Integer => bold ? XlsxStyles.BoldInteger : XlsxStyles.WholeNumber(width),
        SheetValueKind.Money => bold ? XlsxStyles.BoldMoney : XlsxStyles.Money,
        SheetValueKind.Decimal => bold ? XlsxStyles.BoldDecimal(value.Decimals) : XlsxStyles.Decimal(value.Decimals),
        SheetValueKind.Date => XlsxStyles.Date,
        _ => bold ? XlsxStyles.BoldText : XlsxStyles.Wrapped,
    };

    private CellWriter StartRow(double? height)
    {
        _row++;
        var cells = new CellWriter(_rows);
        cells.StartRow(_row, height);
        return cells;
    }

    private void Merge(int top, int left, int bottom, int right)
    {
        if (top != bottom || left != right)
        {
            _merges.Add($"{CellWriter.Reference(top, left)}:{CellWriter.Reference(bottom, right)}");
        }
    }
}
