namespace CongVu.Reform.Reading;

/// <summary>Finds the tables that hold tasks or goals and gives their cells columns; other tables become paragraphs.</summary>
internal sealed class TaskTables
{
    private readonly List<PlanPart> parts = [];
    private readonly bool takeBareTables;
    private TableHeader? header;

    private TaskTables(bool takeBareTables) => this.takeBareTables = takeBareTables;

    public static IReadOnlyList<PlanPart> Find(PlanDocument document)
    {
        var found = Read(document, false);
        return found.Any(p => p is TablePart { OfGoals: false }) ? found : Read(document, true);
    }

    private static List<PlanPart> Read(PlanDocument document, bool takeBareTables)
    {
        var finder = new TaskTables(takeBareTables);
        foreach (var block in document.Blocks)
        {
            if (block is TextBlock text)
            {
                finder.parts.Add(new TextPart(text));
            }
            else if (block is TableBlock { Rows.Count: > 0 } table)
            {
                finder.Take(table);
            }
        }
        return finder.parts;
    }

    private void Take(TableBlock table)
    {
        var first = FirstHeader(table.Rows);
        if (first is null)
        {
            var guessed = ColumnGuess.For(table.Rows, header);
            if (guessed is null)
            {
                AddAsText(table.Rows);
                return;
            }
            if (header is not null && guessed.Columns.Any(c => c.Span > 1))
            {
                MergeEqualNeighbours(table);
            }
            AddRows(table, table.Rows, 0, guessed);
            return;
        }
        AddAsText(table.Rows.GetRange(0, first.Value.At));
        MergeRepeats(table, first.Value.At);
        AddRows(table, table.Rows, first.Value.At, TableHeader.At(table.Rows, first.Value.At) ?? first.Value.Header);
    }

    private (int At, TableHeader Header)? FirstHeader(List<GridRow> rows)
    {
        for (var i = 0; i < rows.Count && i < 60; i++)
        {
            if (TableHeader.At(rows, i) is { } found && IsWanted(found))
            {
                return (i, found);
            }
        }
        return null;
    }

    private bool IsWanted(TableHeader found) => found.IsOfTasks || found.IsOfGoals || (takeBareTables && found.IsBare);

    private void AddRows(TableBlock table, List<GridRow> rows, int from, TableHeader current)
    {
        List<TaskRow> taken = [];
        var afterHeader = false;
        for (var i = from; i < rows.Count; i++)
        {
            if (TableHeader.At(rows, i) is { } again && (i == from || again.SameLabels(current) || (IsWanted(again) && again.Columns.Count >= 3)))
            {
                if (taken.Count > 0 && (!again.SameLabels(current) || again.IsOfGoals != current.IsOfGoals))
                {
                    Close(table, taken, current);
                    taken = [];
                }
                current = again;
                for (var k = 0; k < again.RowCount; k++)
                {
                    Mark(rows[i + k], PlanLineUseKind.Header);
                }
                i += again.RowCount - 1;
                afterHeader = true;
                continue;
            }
            if (rows[i].IsBlank)
            {
                continue;
            }
            if (TableHeader.IsNumbering(rows[i]))
            {
                Mark(rows[i], PlanLineUseKind.Header);
                continue;
            }
            if (taken.Count > 0 && ClosesTable(rows[i]))
            {
                Close(table, taken, current);
                AddAsText(rows.GetRange(i, rows.Count - i));
                return;
            }
            taken.Add(new TaskRow(rows[i], current.Columns, afterHeader));
            afterHeader = false;
        }
        Close(table, taken, current);
    }

    private void Close(TableBlock table, List<TaskRow> rows, TableHeader current)
    {
        header = current.IsOfGoals ? header : current;
        parts.Add(new TablePart(table, rows, current, current.IsOfGoals));
    }

    /// <summary>Signatures and the list of recipients under a sheet's table.</summary>
    private static bool ClosesTable(GridRow row)
    {
        var first = row.Cells.Find(c => !c.IsBlank)!;
        var folded = Vietnamese.Fold(Vietnamese.OneLine(first.Text));
        return row.Cells.Count(c => !c.IsBlank) <= 2
            && (folded.StartsWith("noi nhan", StringComparison.Ordinal) || folded.StartsWith("tm. ", StringComparison.Ordinal) || folded.StartsWith("kt. ", StringComparison.Ordinal)
                || folded.StartsWith("tl. ", StringComparison.Ordinal) || folded.StartsWith("tuq. ", StringComparison.Ordinal) || folded.StartsWith("nguoi lap bieu", StringComparison.Ordinal));
    }

    private static void Mark(GridRow row, PlanLineUseKind use)
    {
        foreach (var cell in row.Cells)
        {
            cell.Use ??= use;
        }
    }

    /// <summary>When the heading writes a label twice running, equal neighbours are one cell everywhere in the table.</summary>
    private static void MergeRepeats(TableBlock table, int headerRow)
    {
        var labels = table.Rows[headerRow].Cells;
        var doubled = labels.Zip(labels.Skip(1)).Any(p => !p.First.IsBlank && p.First.Text == p.Second.Text);
        if (doubled)
        {
            MergeEqualNeighbours(table);
        }
    }

    private static void MergeEqualNeighbours(TableBlock table)
    {
        foreach (var row in table.Rows)
        {
            List<GridCell> merged = [];
            foreach (var cell in row.Cells)
            {
                if (merged.Count > 0 && Vietnamese.OneLine(merged[^1].Text) == Vietnamese.OneLine(cell.Text) && merged[^1].End == cell.Start)
                {
                    merged[^1].Span += cell.Span;
                    merged[^1].Lines.AddRange(cell.Lines.Where(l => !merged[^1].Lines.Contains(l)));
                }
                else
                {
                    merged.Add(cell);
                }
            }
            row.HasExactBorders &= merged.Count == row.Cells.Count;
            row.Cells = merged;
        }
    }

    private void AddAsText(List<GridRow> rows)
    {
        foreach (var cell in rows.SelectMany(r => r.Cells).Where(c => !c.IsBlank && !c.FromAbove))
        {
            var gap = true;
            foreach (var line in cell.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                parts.Add(new TextPart(new TextBlock(cell.Source, line) { AfterGap = gap, Bold = cell.Bold }));
                gap = false;
            }
        }
    }
}
