namespace CongVu.Platform.Printing;

/// <summary>How the text of a column stands between its rules.</summary>
public enum CellAlignment
{
    /// <summary>Words and names.</summary>
    Left,

    /// <summary>Ordinal numbers, dates, codes.</summary>
    Center,

    /// <summary>Amounts and coefficients.</summary>
    Right,
}

/// <summary>A heading cell of a table; headings of several levels are made with spans.</summary>
/// <param name="Text">The heading.</param>
/// <param name="Columns">How many columns it stands over, at least 1.</param>
/// <param name="Rows">How many heading rows it takes, at least 1.</param>
public sealed record HeaderCell(string Text, int Columns = 1, int Rows = 1);

/// <summary>A column of a printed table.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Width">Its share of the page width, in relation to the other columns; above 0.</param>
/// <param name="Alignment">How its cells stand.</param>
public sealed record PrintColumn(string Header, double Width = 1, CellAlignment Alignment = CellAlignment.Left);

/// <summary>A row of a printed table.</summary>
public abstract record PrintRow
{
    private PrintRow()
    {
    }

    /// <summary>One text for each column, in order; missing ones at the end are empty.</summary>
    public sealed record Cells(IReadOnlyList<RichText> Texts) : PrintRow
    {
        /// <summary>A total or another row that stands out.</summary>
        public bool Bold { get; init; }

        /// <summary>A picture that stands in a column in place of its text.</summary>
        public (int Column, PrintPicture Content)? Picture { get; init; }
    }

    /// <summary>One line over the whole width, such as the name of a unit above its people.</summary>
    public sealed record Group(string Text) : PrintRow;

    /// <summary>A row of plain cells.</summary>
    public static PrintRow Of(params RichText[] texts) => new Cells(texts);

    /// <summary>A row of totals.</summary>
    public static PrintRow Total(params RichText[] texts) => new Cells(texts) { Bold = true };
}

/// <summary>A table with rules around every cell; its heading rows come again on every page.</summary>
public sealed record PrintTable
{
    /// <summary>The columns from left to right.</summary>
    public required IReadOnlyList<PrintColumn> Columns { get; init; }

    /// <summary>The rows from top to bottom.</summary>
    public required IReadOnlyList<PrintRow> Rows { get; init; }

    /// <summary>Heading rows with spans; when absent the headings of the columns make one row.</summary>
    public IReadOnlyList<IReadOnlyList<HeaderCell>>? HeaderRows { get; init; }

    /// <summary>Size of the type in points.</summary>
    public double FontSize { get; init; } = 12;

    /// <summary>A last heading row "(1) (2) (3)", as statutory forms have.</summary>
    public bool NumberColumns { get; init; }

    internal IReadOnlyList<IReadOnlyList<HeaderCell>> AllHeaderRows()
    {
        var rows = new List<IReadOnlyList<HeaderCell>>(HeaderRows ?? [[.. Columns.Select(c => new HeaderCell(c.Header))]]);
        if (NumberColumns)
        {
            rows.Add([.. Columns.Select((_, i) => new HeaderCell($"({i + 1})"))]);
        }

        return rows;
    }
}
