namespace CongVu.Reform.Reading;

/// <summary>Builds columns from the one, two or three rows of a heading.</summary>
internal static class HeaderColumns
{
    /// <summary>Columns of the top row; a blank cell belongs to the label on its left.</summary>
    public static List<PlanColumn> Of(GridRow row)
    {
        List<PlanColumn> columns = [];
        foreach (var cell in row.Cells)
        {
            var label = Vietnamese.OneLine(cell.Text);
            if (label.Length == 0)
            {
                if (columns.Count > 0)
                {
                    columns[^1] = columns[^1] with { Span = cell.End - columns[^1].Start };
                }
                else
                {
                    columns.Add(new PlanColumn(ColumnRole.Number, "", cell.Start, cell.Span));
                }
                continue;
            }
            columns.Add(new PlanColumn(HeaderWords.Classify(label).Role, label, cell.Start, cell.Span));
        }
        return columns;
    }

    /// <summary>The columns with a second row of labels under them, or null when the row is no part of the heading.</summary>
    public static List<PlanColumn>? Below(List<PlanColumn> columns, GridRow row)
    {
        var found = 0;
        Dictionary<int, GridCell> labels = [];
        foreach (var cell in row.Cells.Where(c => !c.IsBlank))
        {
            var above = columns.Find(c => cell.Start >= c.Start && cell.Start < c.End);
            var text = Vietnamese.OneLine(cell.Text);
            if (above is null || cell.FromAbove || text == above.Label)
            {
                continue;
            }
            var (role, isLabel) = HeaderWords.Classify(text);
            // Under "Stt" and "Nội dung" nothing may stand, or it is a row of data.
            if (above.Role is ColumnRole.Number || !isLabel || text.Length > 50 || (above.Role is ColumnRole.Task && above.Span == 1) || (above.Span == 1 && above.Role is not (ColumnRole.Lead or ColumnRole.Time or ColumnRole.Unknown or ColumnRole.LeadAndSupport)))
            {
                return null;
            }
            found += role != ColumnRole.Unknown ? 1 : 0;
            labels[cell.Start] = cell;
        }
        if (found == 0 || found * 2 < labels.Count)
        {
            return null;
        }
        List<PlanColumn> deeper = [];
        foreach (var column in columns)
        {
            var children = labels.Values.Where(c => c.Start >= column.Start && c.Start < column.End).OrderBy(c => c.Start).ToList();
            if (children.Count == 0)
            {
                deeper.Add(column);
                continue;
            }
            for (var i = 0; i < children.Count; i++)
            {
                var start = i == 0 ? column.Start : children[i].Start;
                var end = i + 1 < children.Count ? children[i + 1].Start : column.End;
                var label = Vietnamese.OneLine(children[i].Text);
                var role = HeaderWords.Classify(label).Role;
                deeper.Add(new PlanColumn(role == ColumnRole.Unknown ? column.Role : role, column.Label + " – " + label, start, Math.Max(1, end - start)));
            }
        }
        return deeper;
    }

    /// <summary>Settles columns that compete for one role.</summary>
    public static List<PlanColumn> Settle(List<PlanColumn> columns)
    {
        var settled = columns.ToList();
        if (settled.Exists(c => c.Role == ColumnRole.Start) && !settled.Exists(c => c.Role == ColumnRole.End))
        {
            Change(settled, c => c.Role == ColumnRole.Time, ColumnRole.End);
        }
        if (settled.Exists(c => c.Role == ColumnRole.End) && !settled.Exists(c => c.Role == ColumnRole.Start))
        {
            Change(settled, c => c.Role == ColumnRole.End, ColumnRole.Time);
        }
        var leads = settled.Count(c => c.Role == ColumnRole.Lead);
        if (leads > 1)
        {
            var chief = settled.Find(c => c.Role == ColumnRole.Lead && Vietnamese.Fold(c.Label).Contains("chu tri", StringComparison.Ordinal)) ?? settled.Find(c => c.Role == ColumnRole.Lead);
            var other = settled.Exists(c => c.Role == ColumnRole.Support) ? ColumnRole.Note : ColumnRole.Support;
            Change(settled, c => c.Role == ColumnRole.Lead && c != chief, other);
        }
        KeepFirst(settled, ColumnRole.Product, ColumnRole.Note);
        KeepFirst(settled, ColumnRole.Number, ColumnRole.Note);
        if (settled.Exists(c => c.Role == ColumnRole.Goal) && settled.Exists(c => c.Role == ColumnRole.Task))
        {
            Change(settled, c => c.Role == ColumnRole.Goal, ColumnRole.Note);
        }
        else if (settled.Exists(c => c.Role == ColumnRole.Goal) && settled.Exists(c => c.Role is ColumnRole.Lead or ColumnRole.LeadAndSupport))
        {
            Change(settled, c => c.Role == ColumnRole.Goal, ColumnRole.Task);
        }
        return settled;
    }

    private static void KeepFirst(List<PlanColumn> columns, ColumnRole role, ColumnRole otherwise)
    {
        var first = columns.Find(c => c.Role == role);
        Change(columns, c => c.Role == role && c != first, otherwise);
    }

    private static void Change(List<PlanColumn> columns, Predicate<PlanColumn> which, ColumnRole to)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            columns[i] = which(columns[i]) ? columns[i] with { Role = to } : columns[i];
        }
    }
}
