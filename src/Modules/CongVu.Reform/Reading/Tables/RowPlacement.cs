namespace CongVu.Reform.Reading;

/// <summary>Assigns the cells of a row to the columns of the heading.</summary>
internal static class RowPlacement
{
    /// <summary>For each cell the index of its column, or -1.</summary>
    public static int[] Place(GridRow row, IReadOnlyList<PlanColumn> columns)
    {
        var cells = row.Cells;
        if (row.Placed && row.HasExactBorders && (cells.TrueForAll(c => c.Span == 1) || cells.TrueForAll(c => columns.Any(k => k.Start == c.Start))))
        {
            return [.. cells.Select(c => ColumnAt(columns, c.Start))];
        }
        if (row.Placed && cells.Count == columns.Count)
        {
            return [.. Enumerable.Range(0, cells.Count)];
        }
        return cells.Count > 0 && columns.Count > 0 ? Align(row, columns) : [.. cells.Select(_ => -1)];
    }

    private static int ColumnAt(IReadOnlyList<PlanColumn> columns, int grid)
    {
        for (var j = 0; j < columns.Count; j++)
        {
            if (grid >= columns[j].Start && grid < columns[j].End)
            {
                return j;
            }
        }
        return -1;
    }

    /// <summary>Best assignment in order, by overlap and by what the cells say. A cell may be left out at a price.</summary>
    private static int[] Align(GridRow row, IReadOnlyList<PlanColumn> columns)
    {
        var (n, m) = (row.Cells.Count, columns.Count);
        var best = new double[n + 1, m + 1];
        var take = new bool[n + 1, m + 1];
        for (var i = 1; i <= n; i++)
        {
            best[i, 0] = best[i - 1, 0] + LeftOut(row.Cells[i - 1]);
            if (i == 1)
            {
                for (var j = 1; j <= m; j++)
                {
                    best[0, j] = best[0, j - 1] + SkippedColumn(row, 0);
                }
            }
            for (var j = 1; j <= m; j++)
            {
                var skipCell = best[i - 1, j] + LeftOut(row.Cells[i - 1]);
                var skipColumn = best[i, j - 1] + SkippedColumn(row, i);
                var taken = best[i - 1, j - 1] + Suits(row, row.Cells[i - 1], columns[j - 1]);
                best[i, j] = Math.Max(taken, Math.Max(skipCell, skipColumn));
                take[i, j] = taken >= best[i, j] - 1e-9 && taken > skipColumn + 1e-9;
            }
        }
        var placed = new int[n];
        Array.Fill(placed, -1);
        for (int i = n, j = m; i > 0 && j > 0;)
        {
            if (take[i, j])
            {
                placed[--i] = --j;
            }
            else if (best[i, j] <= best[i, j - 1] + SkippedColumn(row, i) + 1e-9)
            {
                j--;
            }
            else
            {
                i--;
            }
        }
        return placed;
    }

    /// <summary>Equal empty cells side by side have become one, so a column beside an empty cell goes without its own; elsewhere that is unlikely.</summary>
    private static double SkippedColumn(GridRow row, int placedCells) =>
        row.HasExactBorders || (placedCells > 0 && row.Cells[placedCells - 1].IsBlank) || (placedCells < row.Cells.Count && row.Cells[placedCells].IsBlank) ? 0 : -3;

    private static double LeftOut(GridCell cell) => cell.IsBlank ? -0.1 : -4;

    private static double Suits(GridRow row, GridCell cell, PlanColumn column)
    {
        var fit = CellFit.Score(column.Role, cell.Text);
        double overlap = Math.Min(cell.End, column.End) - Math.Max(cell.Start, column.Start);
        if (!row.Placed)
        {
            // The row is short of cells; those before the gap still stand where they should.
            return fit + (overlap > 0 ? 0.3 : 0);
        }
        return fit + (overlap > 0 ? (row.HasExactBorders ? 2 : 1) * overlap / Math.Min(cell.Span, column.Span) : row.HasExactBorders ? -2 : 0);
    }
}
