namespace CongVu.Reform.Reading;

/// <summary>
/// Books every non-blank line of every table that holds tasks or goals. What no stage has taken is given back as not understood: nothing is lost
/// because silence is not a use.
/// </summary>
internal sealed class LineAccount
{
    private readonly SortedDictionary<(int Block, int Line), (PlanSource Source, PlanLineUseKind Use)> booked = [];
    private readonly List<PlanUnreadLine> unread = [];
    private int block;

    public IReadOnlyList<PlanLineUse> Lines => [.. booked.Values.Select(b => new PlanLineUse(b.Source, b.Use))];

    public IReadOnlyList<PlanUnreadLine> NotUnderstood => unread;

    public static LineAccount Of(IReadOnlyList<PlanPart> parts, Outline outline)
    {
        var account = new LineAccount();
        foreach (var tables in parts.OfType<TablePart>().GroupBy(t => t.Block))
        {
            account.block++;
            account.Book(tables.Key, [.. tables.SelectMany(t => t.Rows).Select(r => r.Source)]);
            foreach (var table in tables)
            {
                account.ReportUnknownColumns(table);
            }
        }
        account.ReportLoose(parts, outline);
        return account;
    }

    private void Book(TableBlock table, HashSet<GridRow> rows)
    {
        foreach (var row in table.Rows)
        {
            foreach (var rule in row.Rules)
            {
                Note(rule.Source, PlanLineUseKind.Header);
            }
            var cells = row.Cells.Where(c => !c.IsBlank && !c.FromAbove).ToList();
            if (cells.Count == 0 || (!rows.Contains(row) && !cells.Exists(c => c.Use is not null)))
            {
                continue;
            }
            var lost = cells.Where(c => c.Use is null or PlanLineUseKind.NotUnderstood).ToList();
            foreach (var cell in cells)
            {
                foreach (var line in cell.Lines)
                {
                    Note(line.Source, cell.Use ?? PlanLineUseKind.NotUnderstood);
                }
            }
            if (lost.Count == cells.Count)
            {
                unread.Add(new PlanUnreadLine(row.Source.Line, row.Raw, row.Source.Where));
            }
            else
            {
                unread.AddRange(lost.Select(c => new PlanUnreadLine(c.Source.Line, Vietnamese.OneLine(c.Text), c.Source.Where)));
            }
        }
        foreach (var stray in table.Strays)
        {
            Note(stray.Source, PlanLineUseKind.NotUnderstood);
            unread.Add(new PlanUnreadLine(stray.Source.Line, Vietnamese.OneLine(stray.Text), stray.Source.Where));
        }
    }

    /// <summary>A line shared by several cells is reported once, by its weightiest use; a part not understood outweighs all.</summary>
    private void Note(PlanSource source, PlanLineUseKind use)
    {
        var key = (block, source.Line);
        if (!booked.TryGetValue(key, out var before) || Weight(use) > Weight(before.Use))
        {
            booked[key] = (source, use);
        }
    }

    private static int Weight(PlanLineUseKind use) => use switch
    {
        PlanLineUseKind.NotUnderstood => 9,
        PlanLineUseKind.Task => 8,
        PlanLineUseKind.Group => 7,
        PlanLineUseKind.Section => 6,
        PlanLineUseKind.Target => 6,
        PlanLineUseKind.Product => 5,
        PlanLineUseKind.Continuation => 4,
        PlanLineUseKind.Header => 3,
        PlanLineUseKind.Note => 2,
        _ => 1,
    };

    private void ReportUnknownColumns(TablePart table)
    {
        foreach (var column in table.Header.Columns.Where(c => c.Role == ColumnRole.Unknown && c.Label.Length > 0))
        {
            var used = table.Rows.Any(r => r.Notes.Any(n => n.Column == column.Label && n.Text.Length > 0));
            var cell = table.Block.Rows.SelectMany(r => r.Cells).FirstOrDefault(c => c.Use == PlanLineUseKind.Header && column.Label.EndsWith(Vietnamese.OneLine(c.Text), StringComparison.Ordinal) && !c.IsBlank);
            if (used && cell is not null && !unread.Exists(u => u.Text == column.Label))
            {
                unread.Add(new PlanUnreadLine(cell.Source.Line, column.Label, cell.Source.Where));
            }
        }
    }

    /// <summary>Text that touches a table from below or stands between two pieces of one.</summary>
    private void ReportLoose(IReadOnlyList<PlanPart> parts, Outline outline)
    {
        var loose = outline.BetweenTables.ToHashSet();
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i] is TextPart { Block.TouchesTable: true } touching && parts[i - 1] is TablePart)
            {
                loose.Add(touching.Block);
            }
        }
        foreach (var text in parts.OfType<TextPart>().Select(p => p.Block).Where(b => loose.Contains(b) && !IsPageMark(b)))
        {
            unread.Add(new PlanUnreadLine(text.Source.Line, Vietnamese.OneLine(text.Text), text.Source.Where));
        }
    }

    /// <summary>Page numbers, the words at a page's head or foot, headings, signatures.</summary>
    private static bool IsPageMark(TextBlock block)
    {
        var line = Vietnamese.OneLine(block.Text);
        var folded = Vietnamese.Fold(line).Trim(' ', '-', '*', '(', ')', '.');
        return (folded.Length <= 4 && folded.All(char.IsAsciiDigit)) || (folded.Length < 16 && Vietnamese.StartsWithPhrase(folded, "trang")) || folded is "tiep theo" or "tiep"
            || folded.StartsWith("noi nhan", StringComparison.Ordinal) || folded.StartsWith("tm. ", StringComparison.Ordinal) || folded.StartsWith("kt. ", StringComparison.Ordinal)
            || (block.TouchesTable && (block.HeadingLevel > 0 || (ItemNumber.OfStart(line) is not null && Vietnamese.IsCapitals(line))));
    }
}
