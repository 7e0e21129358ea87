namespace CongVu.Reform.Reading;

/// <summary>A row of a task table with its cells under their columns.</summary>
internal sealed class TaskRow
{
    private readonly List<(PlanColumn Column, GridCell Cell)> placed = [];

    public TaskRow(GridRow source, IReadOnlyList<PlanColumn> columns, bool afterHeader)
    {
        Source = source;
        AfterHeader = afterHeader;
        var at = RowPlacement.Place(source, columns);
        for (var i = 0; i < at.Length; i++)
        {
            if (at[i] >= 0)
            {
                placed.Add((columns[at[i]], source.Cells[i]));
            }
        }
        var texts = source.Cells.Where(c => !c.IsBlank).ToList();
        var one = texts.Select(c => Vietnamese.OneLine(c.Text)).Distinct().Count() == 1;
        var covers = texts.Count == 1 && texts[0].Span * 2 > columns.Count && texts[0].Span > 1;
        Spanning = one && (covers || texts.Count >= 3);
        RestSpanning = !Spanning && SpansRest(texts);
        Bold = texts.Count > 0 && texts.TrueForAll(c => c.Bold);
    }

    public GridRow Source { get; }

    /// <summary>True for the first row under a heading repeated at the top of a page.</summary>
    public bool AfterHeader { get; }

    /// <summary>One text over the whole row.</summary>
    public bool Spanning { get; }

    /// <summary>A number and one text over all the rest.</summary>
    public bool RestSpanning { get; }

    public bool Bold { get; }

    /// <summary>Text under the role's columns. Of a row with a number and one text over the rest, that text is the task's.</summary>
    public string Text(ColumnRole role) => RestSpanning && role != ColumnRole.Number
        ? role == ColumnRole.Task ? Source.Cells.Last(c => !c.IsBlank).Text.Trim() : ""
        : string.Join("\n", Cells(role).Select(c => c.Text.Trim()));

    public string Line(ColumnRole role) => Vietnamese.OneLine(Text(role));

    /// <summary>True when every cell of the role repeats the one above.</summary>
    public bool FromAbove(ColumnRole role) => Cells(role).Any() && Cells(role).All(c => c.FromAbove);

    public IEnumerable<GridCell> Cells(ColumnRole role) => placed.Where(p => p.Column.Role == role && !p.Cell.IsBlank).Select(p => p.Cell);

    public bool IsEmpty(ColumnRole role) => !Cells(role).Any();

    /// <summary>Cells with a text of their own that answer for a task: product, units, time.</summary>
    public bool HasDetails => Details.Any(r => !IsEmpty(r)) && !RestSpanning;

    public IEnumerable<(string Column, string Text)> Notes =>
        placed.Where(p => p.Column.Role is ColumnRole.Note or ColumnRole.Unknown or ColumnRole.Measure or ColumnRole.Goal && !p.Cell.IsBlank)
            .Select(p => (p.Column.Label, Vietnamese.OneLine(p.Cell.Text)));

    /// <summary>Labels of the time columns marked with a cross, or what is written in them.</summary>
    public string MarkedTimes()
    {
        var marks = placed.Where(p => p.Column.Role == ColumnRole.TimeMark && !p.Cell.IsBlank).ToList();
        return string.Join(", ", marks.Select(p => IsCross(p.Cell.Text) ? ShortLabel(p.Column.Label) : ShortLabel(p.Column.Label) + ": " + Vietnamese.OneLine(p.Cell.Text)));
    }

    public static readonly ColumnRole[] Details =
        [ColumnRole.Product, ColumnRole.Lead, ColumnRole.Support, ColumnRole.LeadAndSupport, ColumnRole.Time, ColumnRole.Start, ColumnRole.End, ColumnRole.TimeMark];

    /// <summary>Notes down what the row was used as; cells that repeat others are repetitions, cells under no column stay unused.</summary>
    public void Use(PlanLineUseKind use)
    {
        foreach (var (column, cell) in placed)
        {
            cell.Use ??= cell.FromAbove ? PlanLineUseKind.Repetition : column.Role is ColumnRole.Note or ColumnRole.Unknown ? PlanLineUseKind.Note : use;
        }
        if (Spanning || RestSpanning)
        {
            foreach (var cell in Source.Cells)
            {
                cell.Use ??= use;
            }
        }
    }

    private static bool SpansRest(List<GridCell> texts) =>
        texts.Count >= 2 && ItemNumber.OfCell(texts[0].Text) is not null
        && texts.Skip(1).Select(c => Vietnamese.OneLine(c.Text)).Distinct().Count() == 1 && (texts.Count >= 4 || (texts.Count == 2 && texts[1].Span >= 3));

    private static bool IsCross(string text) => text.Trim().Trim('.') is "x" or "X" or "✓" or "✔" or "v" or "●" or "•" or "√" or "*" or "+" or "×";

    private static string ShortLabel(string label) => label[(label.LastIndexOf('–') + 1)..].Trim();
}
