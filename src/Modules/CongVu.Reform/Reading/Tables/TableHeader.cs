namespace CongVu.Reform.Reading;

/// <summary>The heading of a table: its columns and how many rows it takes.</summary>
internal sealed record TableHeader(IReadOnlyList<PlanColumn> Columns, int RowCount)
{
    private static readonly ColumnRole[] Answering =
        [ColumnRole.Lead, ColumnRole.Support, ColumnRole.LeadAndSupport, ColumnRole.Time, ColumnRole.Start, ColumnRole.End, ColumnRole.TimeMark, ColumnRole.Product];

    public bool Has(ColumnRole role) => Columns.Any(c => c.Role == role);

    /// <summary>Tasks with someone or some time that answers for them.</summary>
    public bool IsOfTasks => (Has(ColumnRole.Task) || Has(ColumnRole.Group)) && Columns.Any(c => Answering.Contains(c.Role));

    /// <summary>Numbered contents and nothing else known; taken only when the file has no better table.</summary>
    public bool IsBare => !IsOfTasks && Has(ColumnRole.Task) && Has(ColumnRole.Number) && !Has(ColumnRole.Measure)
        && Columns.All(c => c.Role is ColumnRole.Task or ColumnRole.Number or ColumnRole.Note && !Vietnamese.Fold(c.Label).Contains("kinh phi", StringComparison.Ordinal));

    public bool IsOfGoals => !IsOfTasks && Has(ColumnRole.Goal);

    public bool SameLabels(TableHeader other) => Columns.Select(c => Key(c.Label)).SequenceEqual(other.Columns.Select(c => Key(c.Label)));

    /// <summary>The heading that begins at this row, or null.</summary>
    public static TableHeader? At(List<GridRow> rows, int at)
    {
        var labels = rows[at].Cells.Where(c => !c.IsBlank).ToList();
        if (labels.Count < 2 || labels[0].Text.Length > 90 || labels.Exists(c => c.Text.Length > 200))
        {
            return null;
        }
        if (ItemNumber.OfCell(labels[0].Text) is not null && HeaderWords.Classify(labels[0].Text).Role is not (ColumnRole.TimeMark or ColumnRole.Number))
        {
            return null;
        }
        var roles = labels.ConvertAll(c => HeaderWords.Classify(c.Text));
        var known = roles.Count(r => r.Role != ColumnRole.Unknown);
        var telling = roles.Any(r => r.Role is ColumnRole.Task or ColumnRole.Group or ColumnRole.Goal);
        if (!telling || known * 2 < labels.Count || roles.Select(r => r.Role).Distinct().Count(r => r != ColumnRole.Unknown) < 2 || roles.Any(r => !r.IsLabel && r.Role == ColumnRole.Unknown && labels.Count < 4))
        {
            return null;
        }
        var columns = HeaderColumns.Of(rows[at]);
        var count = 1;
        while (at + count < rows.Count && count < 3 && HeaderColumns.Below(columns, rows[at + count]) is { } deeper)
        {
            columns = deeper;
            count++;
        }
        while (at + count < rows.Count && IsNumbering(rows[at + count]))
        {
            count++;
        }
        return new TableHeader(HeaderColumns.Settle(columns), count);
    }

    /// <summary>"(1) | (2) | (3)" under the heading.</summary>
    public static bool IsNumbering(GridRow row)
    {
        var texts = row.Cells.Where(c => !c.IsBlank).Select(c => c.Text.Trim().Trim('(', ')', '[', ']', '.').Trim()).ToList();
        if (texts.Count < 3 || texts.Exists(t => t.Length > 12))
        {
            return false;
        }
        var expected = 0;
        foreach (var text in texts)
        {
            var numberOf = text.Split('=')[0].Trim();
            if (numberOf.Length == 1 && char.IsAsciiLetterUpper(numberOf[0]) && expected == 0)
            {
                continue;
            }
            if (!int.TryParse(numberOf, out var n) || n != expected + 1)
            {
                return false;
            }
            expected = n;
        }
        return expected >= 2;
    }

    private static string Key(string label) => Vietnamese.Fold(Vietnamese.OneLine(label)).Trim(' ', '.', ':', '*');
}
