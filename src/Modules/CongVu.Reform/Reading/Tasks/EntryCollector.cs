namespace CongVu.Reform.Reading;

/// <summary>Turns the rows of one section's tables into entries: what begins a group or task, what adds a product, what goes on with the text above.</summary>
internal sealed class EntryCollector(PlanSection section)
{
    private readonly List<PlanEntry> entries = [];
    private string groupColumn = "";

    public PlanSection Section { get; } = section;

    public IReadOnlyList<PlanEntry> Entries => entries;

    private PlanEntry? Current => entries.Count > 0 ? entries[^1] : null;

    public void Take(TaskRow row)
    {
        TakeGroupColumn(row);
        var number = row.Line(ColumnRole.Number);
        var title = row.Line(ColumnRole.Task);
        if (row.Spanning)
        {
            BeginFromText(row, Vietnamese.OneLine(row.Source.Cells.First(c => !c.IsBlank).Text));
        }
        else if (number.Length > 0 && !IsBullet(number))
        {
            TakeNumbered(row, number, title);
        }
        else if (title.Length > 0)
        {
            TakeUnnumbered(row, title, IsBullet(number));
        }
        else
        {
            TakeWithoutTitle(row);
        }
    }

    private void TakeNumbered(TaskRow row, string text, string title)
    {
        var number = ItemNumber.OfCell(text);
        if (Current is { } current && RepeatsCurrent(row, number, title, current))
        {
            UseAs(row, PlanLineUseKind.Repetition, ColumnRole.Number, ColumnRole.Task);
            AddDetails(row, current);
        }
        else if (number is not null && row.FromAbove(ColumnRole.Number) && title.Length > 0)
        {
            UseAs(row, PlanLineUseKind.Repetition, ColumnRole.Number);
            TakeUnnumbered(row, title, false);
        }
        else if (number is not null)
        {
            Begin(row, new PlanEntry(Section, number, row.Source.Source), title);
        }
        else if (title.Length == 0 && !row.HasDetails && text.Length >= 3)
        {
            BeginFromText(row, text);
        }
        else if (title.Length > 0)
        {
            // The number makes no sense, the task does: keep the task, give the number back.
            Begin(row, new PlanEntry(Section, null, row.Source.Source) { IsItem = true }, title);
            foreach (var cell in row.Cells(ColumnRole.Number))
            {
                cell.Use = PlanLineUseKind.NotUnderstood;
            }
        }
    }

    private static bool RepeatsCurrent(TaskRow row, ItemNumber? number, string title, PlanEntry current)
    {
        if (number is null || current.Number is null || number.Code != current.Number.Code || row.RestSpanning)
        {
            return false;
        }
        return row.FromAbove(ColumnRole.Number)
            ? title.Length == 0 || row.FromAbove(ColumnRole.Task) || SameText(title, current.Title)
            : SameText(title, current.Title);
    }

    /// <summary>One text over the row, or alone in its first column: "NĂM 2014", "I. CẢI CÁCH THỂ CHẾ".</summary>
    private void BeginFromText(TaskRow row, string text)
    {
        if (ItemNumber.OfStart(text) is { } item)
        {
            Begin(row, new PlanEntry(Section, item.Number, row.Source.Source), text[item.WordsAt..]);
        }
        else if (text.Any(char.IsLetter) && !IsRemark(text) && MayHead(row, text))
        {
            Begin(row, new PlanEntry(Section, null, row.Source.Source) { IsHeading = true }, text);
        }
    }

    private void TakeUnnumbered(TaskRow row, string title, bool bullet)
    {
        var current = Current;
        if (current is not null && (row.FromAbove(ColumnRole.Task) || (SameText(title, current.Title) && row.HasDetails)))
        {
            UseAs(row, PlanLineUseKind.Repetition, ColumnRole.Task);
            AddDetails(row, current);
            return;
        }
        if (current is not null && !bullet && Continuation.Is(row, current))
        {
            Continuation.Append(row, current);
            return;
        }
        if (ItemNumber.OfStart(title) is { } item)
        {
            Begin(row, new PlanEntry(Section, item.Number, row.Source.Source), title[item.WordsAt..]);
            return;
        }
        bullet |= IsBullet(title[..1]);
        if (row.HasDetails)
        {
            Begin(row, new PlanEntry(Section, null, row.Source.Source) { IsItem = true }, title.TrimStart('-', '+', '•', '–', '*', ' '));
        }
        else if (current is not null && bullet)
        {
            Continuation.Append(row, current);
        }
        else if (!IsRemark(title) && MayHead(row, title))
        {
            Begin(row, new PlanEntry(Section, null, row.Source.Source) { IsHeading = true }, title);
        }
    }

    private void TakeWithoutTitle(TaskRow row)
    {
        if (Current is not { } current || current.IsHeading)
        {
            return;
        }
        if (!row.HasDetails)
        {
            AddNotes(row, current);
            row.Use(PlanLineUseKind.Note);
        }
        else if (Continuation.Is(row, current))
        {
            Continuation.Append(row, current);
        }
        else if (!IsNoise(row))
        {
            AddDetails(row, current);
        }
    }

    /// <summary>A row of nothing but a text where units stand, that names no unit.</summary>
    private static bool IsNoise(TaskRow row)
    {
        ColumnRole[] units = [ColumnRole.Lead, ColumnRole.Support, ColumnRole.LeadAndSupport];
        return TaskRow.Details.Except(units).All(row.IsEmpty)
            && units.Where(u => !row.IsEmpty(u)).All(u => !row.FromAbove(u) && CellFit.Score(u, row.Line(u)) < 0 && PlanUnitGroups.Describe(row.Line(u)).Kind == PlanUnitKind.Single);
    }

    private void Begin(TaskRow row, PlanEntry entry, string title)
    {
        entry.AddTitle(title);
        if (!entry.IsHeading && !row.Spanning)
        {
            var details = RowDetails.Of(row);
            if (!details.IsEmpty)
            {
                entry.Details.Add(details);
            }
        }
        AddNotes(row, entry);
        entry.Rows.Add(row);
        entries.Add(entry);
    }

    private void AddDetails(TaskRow row, PlanEntry entry)
    {
        RowDetails.AddTo(entry, row);
        AddNotes(row, entry);
        row.Use(PlanLineUseKind.Product);
    }

    /// <summary>A column that names the group of each task, once or in every row.</summary>
    private void TakeGroupColumn(TaskRow row)
    {
        var text = row.Line(ColumnRole.Group);
        if (text.Length == 0 || row.Spanning || row.RestSpanning)
        {
            return;
        }
        UseAs(row, SameText(text, groupColumn) ? PlanLineUseKind.Repetition : PlanLineUseKind.Group, ColumnRole.Group);
        if (!SameText(text, groupColumn))
        {
            groupColumn = text;
            var item = ItemNumber.OfStart(text);
            var group = new PlanEntry(Section, item?.Number, row.Source.Source) { IsHeading = item is null };
            group.AddTitle(item is null ? text : text[item.Value.WordsAt..]);
            entries.Add(group);
        }
    }

    private static void AddNotes(TaskRow row, PlanEntry entry)
    {
        foreach (var (column, text) in row.Notes)
        {
            if (text.Length > 0 && !entry.Notes.Exists(n => n.Column == column && n.Text == text))
            {
                entry.Notes.Add(new PlanReadNote(column, text));
            }
        }
    }

    private static void UseAs(TaskRow row, PlanLineUseKind use, params ReadOnlySpan<ColumnRole> roles)
    {
        foreach (var role in roles)
        {
            foreach (var cell in row.Cells(role))
            {
                cell.Use ??= use;
            }
        }
    }

    private static bool SameText(string a, string b) =>
        a.Length > 0 && Vietnamese.Fold(a).TrimEnd(' ', ':', ';', ',', '.') == Vietnamese.Fold(b).TrimEnd(' ', ':', ';', ',', '.');

    private static bool IsBullet(string text) => text is "-" or "–" or "+" or "•" or "*" or "\uF0B7" or "—";

    /// <summary>A lone cell that fits no column heads a section only if it looks like a heading; else it is a piece of a row that could not be put together.</summary>
    private static bool MayHead(TaskRow row, string text) =>
        row.Source.Placed || row.Source.Cells.Count > 1 || (text.Length < 120 && (Vietnamese.IsCapitals(text) || PlanSection.LabelOf(text).Length > 0));

    /// <summary>Remarks and sums under a table are no tasks and no headings.</summary>
    private static bool IsRemark(string text)
    {
        var folded = Vietnamese.Fold(text);
        return Vietnamese.StartsWithPhrase(folded, "ghi chu") || Vietnamese.StartsWithPhrase(folded, "tong cong") || Vietnamese.StartsWithPhrase(folded, "tong so") || folded is "cong" or "tong"
            || Vietnamese.StartsWithPhrase(folded, "luu y") || Vietnamese.StartsWithPhrase(folded, "(*)");
    }
}
