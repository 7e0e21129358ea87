namespace CongVu.Reform.Reading;

/// <summary>Lays cells with column and row spans on a grid; a cell that reaches down is repeated in the rows below.</summary>
internal sealed class SpanGrid(TableBlock table)
{
    private readonly Dictionary<int, (GridCell Cell, int RowsLeft)> hanging = [];
    private int column;

    public TableBlock Table { get; } = table;

    public void BeginRow(PlanSource source)
    {
        Complete();
        Table.Rows.Add(new GridRow(source, []));
        column = 0;
        FillFromAbove();
    }

    public void Add(string text, int columns, int rows, PlanSource source, bool bold, List<TableLine> lines)
    {
        if (Table.Rows.Count == 0)
        {
            BeginRow(source);
        }
        columns = Math.Min(columns, 200);
        var cell = new GridCell(column, columns, text, source) { Bold = bold, Lines = lines };
        Table.Rows[^1].Cells.Add(cell);
        if (rows > 1)
        {
            hanging[column] = (cell, rows - 1);
        }
        column += columns;
        FillFromAbove();
    }

    /// <summary>Places cells hanging down into the rest of the last row.</summary>
    public void Complete()
    {
        if (Table.Rows.Count == 0)
        {
            return;
        }
        var row = Table.Rows[^1];
        foreach (var start in hanging.Keys.Where(k => k >= column).Order().ToList())
        {
            if (!row.Cells.Exists(c => c.Start == start))
            {
                column = start;
                FillFromAbove();
            }
        }
        column = int.MaxValue;
    }

    private void FillFromAbove()
    {
        while (hanging.TryGetValue(column, out var above) && !Table.Rows[^1].Cells.Contains(above.Cell))
        {
            Table.Rows[^1].Cells.Add(new GridCell(column, above.Cell.Span, above.Cell.Text, Table.Rows[^1].Source) { FromAbove = true, Lines = [] });
            if (above.RowsLeft == 1)
            {
                hanging.Remove(column);
            }
            else
            {
                hanging[column] = (above.Cell, above.RowsLeft - 1);
            }
            column += above.Cell.Span;
        }
    }
}
