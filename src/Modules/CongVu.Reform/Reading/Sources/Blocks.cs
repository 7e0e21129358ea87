namespace CongVu.Reform.Reading;

/// <summary>A plan file of any format as the rest of the reader sees it: paragraphs and tables in order.</summary>
internal sealed record PlanDocument(PlanFileFormat Format, IReadOnlyList<Block> Blocks);

internal abstract class Block(PlanSource source)
{
    public PlanSource Source { get; } = source;
}

/// <summary>A paragraph.</summary>
internal sealed class TextBlock(PlanSource source, string text) : Block(source)
{
    public string Text { get; } = text;

    /// <summary>1 to 6 for a heading of the format itself (Markdown #, Word style); 0 otherwise.</summary>
    public int HeadingLevel { get; init; }

    public bool Bold { get; init; }

    /// <summary>True when an empty line or paragraph stands before it.</summary>
    public bool AfterGap { get; init; }

    /// <summary>True when no empty line parts it from the table row above, so that it may belong to the table.</summary>
    public bool TouchesTable { get; init; }
}

/// <summary>A table as found, before anyone knows what it is about.</summary>
internal sealed class TableBlock(PlanSource source) : Block(source)
{
    public List<GridRow> Rows { get; } = [];

    /// <summary>Non-blank lines of the table's region that belong to no row.</summary>
    public List<TableLine> Strays { get; } = [];

    /// <summary>Name of the sheet, where there is one.</summary>
    public string? Caption { get; init; }

    /// <summary>True when the source repeats the text of a merged cell in every column it covers.</summary>
    public bool RepeatsMergedCells { get; init; }
}

internal sealed record TableLine(PlanSource Source, string Text);

internal sealed class GridRow(PlanSource source, List<GridCell> cells)
{
    public PlanSource Source { get; } = source;

    public List<GridCell> Cells { get; set; } = cells;

    /// <summary>Whole text of the row as the source has it, for reporting.</summary>
    public string Raw => string.Join(" | ", Cells.Where(c => !c.IsBlank).Select(c => Vietnamese.OneLine(c.Text)));

    public bool IsBlank => Cells.TrueForAll(c => c.IsBlank);

    /// <summary>Further lines that say nothing by themselves: rules, repeated cells.</summary>
    public List<TableLine> Rules { get; } = [];

    /// <summary>False when borders of cells were told from repeated texts, so that empty neighbours have run together.</summary>
    public bool HasExactBorders { get; set; } = true;

    /// <summary>False when the number of cells did not fit and their columns must be told from what they say.</summary>
    public bool Placed { get; init; } = true;
}

/// <summary>A cell at a column of the grid, covering one or more columns.</summary>
internal sealed class GridCell(int start, int span, string text, PlanSource source)
{
    public int Start { get; } = start;

    public int Span { get; set; } = span;

    public int End => Start + Span;

    /// <summary>Line breaks of the source are kept.</summary>
    public string Text { get; set; } = text;

    public PlanSource Source { get; } = source;

    /// <summary>All lines of the source it takes; for the account of lines.</summary>
    public List<TableLine> Lines { get; init; } = [new TableLine(source, text)];

    /// <summary>True for a cell merged with the one above, whose text it repeats.</summary>
    public bool FromAbove { get; init; }

    public bool Bold { get; init; }

    /// <summary>What the cell was used as; null while nobody has taken it.</summary>
    public PlanLineUseKind? Use { get; set; }

    public bool IsBlank => !Text.AsSpan().ContainsAnyExcept(" \t\n\r\u00A0");
}
