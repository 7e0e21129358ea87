namespace CongVu.Reform.Reading;

/// <summary>Puts the cells of a flattened table back into rows and columns.</summary>
internal static class FlattenedRows
{
    public static TableBlock Assemble(List<List<FlatCell>> segments, PlanSource source)
    {
        var columns = ColumnCount(segments);
        var repeats = RepeatsMergedCells(segments, columns);
        var table = new TableBlock(source) { RepeatsMergedCells = repeats };
        for (var s = 0; s < segments.Count; s++)
        {
            var cells = segments[s];
            var first = s;
            // A blank line inside a cell has cut the row: the next pieces fill it up exactly.
            for (var next = s + 1; cells.Count < columns && next < segments.Count && !BeginsRow(segments[next]) && Fits(segments, first, next, columns); next++)
            {
                cells = [.. cells, .. segments[next]];
                s = next;
            }
            if (cells.Count > columns && cells.Count % columns == 0 && Enumerable.Range(0, cells.Count / columns).All(k => IsNumber(cells[k * columns])))
            {
                for (var k = 0; k < cells.Count; k += columns)
                {
                    table.Rows.Add(Row(cells.GetRange(k, columns), repeats, true));
                }
            }
            else
            {
                table.Rows.Add(Row(cells, repeats, cells.Count == columns));
            }
        }
        return table;
    }

    /// <summary>The first row's count when another row has it too, else the count most rows have.</summary>
    private static int ColumnCount(List<List<FlatCell>> segments)
    {
        var counts = segments.GroupBy(s => s.Count).ToDictionary(g => g.Key, g => g.Count());
        var first = segments[0].Count;
        var header = segments[0].Count(c => HeaderWords.Classify(c.Key).Role != ColumnRole.Unknown) * 2 >= first && first >= 3;
        return header || (counts[first] > 1 && first >= 3) && counts[first] * 3 >= segments.Count
            ? first
            : counts.OrderByDescending(c => c.Value).ThenByDescending(c => c.Key).First().Key;
    }

    /// <summary>True when the heading row writes a label more than once in a row, or most rows have doubles.</summary>
    private static bool RepeatsMergedCells(List<List<FlatCell>> segments, int columns)
    {
        var head = segments.FirstOrDefault(s => s.Count == columns && s.Count(c => HeaderWords.Classify(c.Key).Role != ColumnRole.Unknown) * 2 >= s.Count);
        return head is not null && Doubles(head) > 0;
    }

    private static int Doubles(List<FlatCell> cells) => cells.Zip(cells.Skip(1)).Count(p => p.First.Key == p.Second.Key && p.First.Key.Length > 0);

    private static bool Fits(List<List<FlatCell>> segments, int from, int upTo, int columns)
    {
        var sum = 0;
        for (var k = from; k < segments.Count && sum < columns; k++)
        {
            if (k > from && BeginsRow(segments[k]))
            {
                return false;
            }
            sum += segments[k].Count;
            if (sum == columns)
            {
                return k >= upTo;
            }
        }
        return false;
    }

    private static bool BeginsRow(List<FlatCell> segment) => IsNumber(segment[0]);

    private static bool IsNumber(FlatCell cell) => cell.Key.Length > 0 && ItemNumber.OfCell(cell.Key) is not null;

    private static GridRow Row(List<FlatCell> flat, bool repeats, bool placed)
    {
        List<GridCell> cells = [];
        for (var i = 0; i < flat.Count;)
        {
            var span = 1;
            while (i + span < flat.Count && flat[i + span].Key == flat[i].Key && (repeats || CoversRest(flat, i)))
            {
                span++;
            }
            cells.Add(new GridCell(i, span, flat[i].Text, flat[i].Source)
            {
                Bold = flat[i].Bold,
                Lines = [.. flat.Skip(i).Take(span).SelectMany(f => f.Lines)],
            });
            i += span;
        }
        return new GridRow(flat[0].Source, cells) { Placed = placed, HasExactBorders = !repeats };
    }

    /// <summary>True when every cell from here to the end says the same: one merged cell, whatever the columns.</summary>
    private static bool CoversRest(List<FlatCell> flat, int from) =>
        flat[from].Key.Length > 0 && flat.Count - from >= 2 && flat.Skip(from).All(f => f.Key == flat[from].Key);
}
