namespace CongVu.Law.Loading;

/// <summary>One declared column of a table.</summary>
internal sealed record TableColumn(string Name, ValueKind Kind, bool Optional, bool Key);

/// <summary>The declared columns of a table parameter.</summary>
internal sealed class TableColumns(IReadOnlyList<TableColumn> all)
{
    /// <summary>Keys a row may always carry beside its columns.</summary>
    private static readonly string[] Reserved = ["source", "status", "confidence", "from", "until"];

    public IReadOnlyList<TableColumn> All { get; } = all;

    /// <summary>The same as readers outside see them.</summary>
    public IReadOnlyList<LawColumn> Declared =>
        [.. All.Select(c => new LawColumn(c.Name, ScalarForms.Columns.First(f => f.Value == c.Kind).Key, c.Optional, c.Key))];

    public static TableColumns? Read(MappingReader head, LawErrors errors)
    {
        var columns = new List<TableColumn>();
        foreach (var node in head.Items("columns"))
        {
            if (MappingReader.Of(node, errors) is not { } item)
            {
                return null;
            }
            var name = item.Text("name");
            var kind = item.OneOf("kind", ScalarForms.Columns);
            var optional = Flag(item, "optional");
            var key = Flag(item, "key");
            item.RefuseOtherKeys();
            if (name is null || kind is null)
            {
                return null;
            }
            if (Reserved.Contains(name) || columns.Any(c => c.Name == name))
            {
                errors.Add(item.Place, $"Tên cột “{name}” bị lặp hoặc đã dành riêng.");
                return null;
            }
            columns.Add(new TableColumn(name, kind.Value, optional, key));
        }
        if (columns.Count > 0)
        {
            return new TableColumns(columns);
        }
        errors.Add(head.PlaceOf("columns"), "Bảng phải khai báo ít nhất một cột.");
        return null;
    }

    private static bool Flag(MappingReader item, string name) => item.OneOf(name, Flags, required: false) ?? false;

    private static readonly Dictionary<string, bool> Flags = new() { ["true"] = true, ["false"] = false };
}

/// <summary>Reads the rows of one dated table.</summary>
internal sealed class TableReader(TableColumns columns, SourceReader sources, LawErrors errors)
{
    public LawTable? Read(MappingReader entry, Span span)
    {
        var nodes = entry.Items("rows");
        var rows = nodes.Select(n => MappingReader.Of(n, errors)).OfType<MappingReader>().Select(r => ReadRow(r, span)).ToList();
        if (nodes.Count == 0)
        {
            errors.Add(entry.PlaceOf("rows"), "Bảng phải có ít nhất một dòng.");
        }
        if (rows.Count < nodes.Count || nodes.Count == 0 || rows.Contains(null))
        {
            return null;
        }
        var sound = rows.OfType<LawRow>().ToList();
        return KeysAreUnique(sound) ? new LawTable(sound) : null;
    }

    private LawRow? ReadRow(MappingReader row, Span span)
    {
        var cells = new Dictionary<string, object>();
        var sound = true;
        foreach (var column in columns.All)
        {
            if (row.Text(column.Name, required: !column.Optional) is not { } text)
            {
                sound &= column.Optional && !row.Has(column.Name);
            }
            else if (ScalarForms.Read(column.Kind, text) is { } value)
            {
                cells[column.Name] = value;
            }
            else
            {
                errors.Add(row.PlaceOf(column.Name), $"“{column.Name}: {text}” không hợp lệ; cần {ScalarForms.Describe(column.Kind)}.");
                sound = false;
            }
        }
        var from = row.Date("from", required: false);
        var until = row.Date("until", required: false);
        if (from < span.From || until < (from ?? span.From) || (span.Until is { } end && (from >= end || until >= end)))
        {
            errors.Add(row.Place, "Thời gian của dòng không nằm trong thời gian của bảng.");
            sound = false;
        }
        var source = sources.Source(row, from ?? span.From, until?.AddDays(1) ?? span.Until, required: false) ?? span.Source;
        var status = SourceReader.Status(row, errors, required: false) ?? span.Verification;
        row.RefuseOtherKeys();
        return sound ? new LawRow(cells, source, status, from, until, row.Place) : null;
    }

    /// <summary>Two rows may share a key only when they hold at different times.</summary>
    private bool KeysAreUnique(List<LawRow> rows)
    {
        var keys = columns.All.Where(c => c.Key).Select(c => c.Name).ToList();
        if (keys.Count == 0)
        {
            return true;
        }
        var sound = true;
        foreach (var same in rows.GroupBy(r => string.Join(" / ", keys.Select(r.Cell))))
        {
            var inOrder = same.OrderBy(r => r.From ?? DateOnly.MinValue).ToList();
            for (var i = 1; i < inOrder.Count; i++)
            {
                if (inOrder[i - 1].Until is not { } until || until >= (inOrder[i].From ?? DateOnly.MinValue))
                {
                    errors.Add(inOrder[i].Place, $"Dòng “{same.Key}” trùng với một dòng khác trong cùng thời gian.");
                    sound = false;
                }
            }
        }
        return sound;
    }
}
