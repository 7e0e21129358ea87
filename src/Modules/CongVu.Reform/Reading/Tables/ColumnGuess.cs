namespace CongVu.Reform.Reading;

/// <summary>Columns of a table without a heading: those of the table before it, or told from what its cells say.</summary>
internal static class ColumnGuess
{
    public static TableHeader? For(List<GridRow> rows, TableHeader? before)
    {
        var width = Width(rows);
        if (width < 2 || rows.Count == 0)
        {
            return null;
        }
        if (before is not null && NumbersFirst(rows) >= 0.3 && (before.Columns[^1].End == width || FallsOn(rows, before, width)))
        {
            return before with { RowCount = 0 };
        }
        var columns = FromContents(rows, width);
        var numbered = columns.Exists(c => c.Role == ColumnRole.Number);
        var answered = columns.Exists(c => c.Role is ColumnRole.Lead or ColumnRole.Time);
        return columns.Exists(c => c.Role == ColumnRole.Task) && answered && (numbered || before is not null) && (before is not null || rows.Count >= 3)
            ? new TableHeader(columns, 0)
            : null;
    }

    /// <summary>True when the texts change exactly where the columns of the table before begin, though the last cells may be missing.</summary>
    private static bool FallsOn(List<GridRow> rows, TableHeader before, int width)
    {
        if (width > before.Columns[^1].End || before.Columns.All(c => c.Span == 1))
        {
            return false;
        }
        var starts = before.Columns.Select(c => c.Start).Where(s => s < width).ToHashSet();
        return rows.TrueForAll(r => r.Cells.Where((c, i) => i == 0 || c.IsBlank || r.Cells[i - 1].Text != c.Text).Where(c => !c.IsBlank).All(c => starts.Contains(c.Start)));
    }

    private static int Width(List<GridRow> rows) =>
        rows.Where(r => !r.IsBlank).Select(r => r.Cells.Max(c => c.End)).GroupBy(w => w).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).Select(g => g.Key).FirstOrDefault();

    private static double NumbersFirst(List<GridRow> rows)
    {
        var firsts = rows.Where(r => !r.IsBlank).Select(r => r.Cells[0].Text.Trim()).ToList();
        return firsts.Count == 0 ? 0 : (double)firsts.Count(t => ItemNumber.OfCell(t) is not null) / firsts.Count;
    }

    private static List<PlanColumn> FromContents(List<GridRow> rows, int width)
    {
        var roles = new ColumnRole[width];
        var texts = Enumerable.Range(0, width).Select(j => rows.SelectMany(r => r.Cells)
            .Where(c => c.Start == j && c.Span == 1 && !c.IsBlank).Select(c => Vietnamese.OneLine(c.Text)).Take(200).ToList()).ToList();
        for (var j = 0; j < width; j++)
        {
            var list = texts[j];
            roles[j] = list.Count == 0 ? ColumnRole.Unknown
                : Share(list, t => ItemNumber.OfCell(t) is not null) >= 0.6 && !roles.Contains(ColumnRole.Number) ? ColumnRole.Number
                : Share(list, CellFit.LooksLikeTime) >= 0.6 ? ColumnRole.Time
                : Share(list, t => UnitWords.Begins(t) || Vietnamese.Fold(t).StartsWith("so, ", StringComparison.Ordinal)) >= 0.6 ? (roles.Contains(ColumnRole.Lead) ? ColumnRole.Support : ColumnRole.Lead)
                : roles.Contains(ColumnRole.Task) ? (roles.Contains(ColumnRole.Product) ? ColumnRole.Note : ColumnRole.Product)
                : ColumnRole.Task;
        }
        return [.. roles.Select((role, j) => new PlanColumn(role, "", j, 1))];
    }

    private static double Share(List<string> texts, Func<string, bool> holds) => (double)texts.Count(holds) / texts.Count;
}
