using System.Collections.Frozen;

namespace CongVu.Law.Loading;

/// <summary>Reads one parameter or code list: head, then dated values and declared gaps.</summary>
internal sealed class ParameterReader(IReadOnlyDictionary<string, Instrument> instruments, LawErrors errors)
{
    private static readonly FrozenDictionary<string, DateRole> DateRoles = new Dictionary<string, DateRole>
    {
        ["pay-day"] = DateRole.PayDay,
        ["assessment-day"] = DateRole.AssessmentDay,
        ["asked-day"] = DateRole.AskedDay,
        ["fact-day"] = DateRole.FactDay,
    }.ToFrozenDictionary();

    private readonly SourceReader sources = new(instruments, errors);

    /// <summary>The parameter, or null after reporting. <paramref name="expectedKey"/> is the key its place in the folder demands.</summary>
    public LawParameter? Read(string file, string expectedKey, LawNode root)
    {
        if (MappingReader.Of(root, errors) is not { } reader)
        {
            return null;
        }
        var key = reader.Text("key");
        var title = reader.Text("name");
        var kind = reader.OneOf("kind", ScalarForms.Parameters);
        var isFigure = kind is not (ValueKind.Table or ValueKind.CodeList);
        var unit = reader.Text("unit", required: isFigure);
        var role = reader.OneOf("dateRole", DateRoles);
        var isChecked = reader.Date("checked");
        var columns = kind == ValueKind.Table ? TableColumns.Read(reader, errors) : null;
        var entries = reader.Items("values").Select(n => MappingReader.Of(n, errors)).OfType<MappingReader>().ToList();
        reader.RefuseOtherKeys();
        if (key is null || title is null || kind is null || role is null || isChecked is null)
        {
            return null;
        }
        if (key != expectedKey)
        {
            errors.Add(reader.PlaceOf("key"), $"Tệp này phải chứa tham số “{expectedKey}”, không phải “{key}”.");
        }
        var name = new ParameterName(key, title);
        return ReadValues(entries, new Shape(name, kind.Value, columns), reader) is { } values
            ? new LawParameter(name, Enum.Parse<ParameterKind>(kind.Value.ToString()), unit, role.Value, isChecked.Value, file, values)
            : null;
    }

    private Timeline<object>? ReadValues(List<MappingReader> entries, Shape shape, MappingReader head)
    {
        var starts = entries.Select(e => e.Date("from")).ToList();
        if (entries.Count == 0 || starts.Contains(null))
        {
            if (entries.Count == 0 && head.Has("values"))
            {
                errors.Add(head.PlaceOf("values"), "Phải có ít nhất một giá trị.");
            }
            return null;
        }
        var values = new List<Dated<object>>();
        var gaps = new List<CoverageGap>();
        var sound = true;
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var from = starts[i]!.Value;
            var until = i + 1 < entries.Count ? starts[i + 1] : null;
            if (until <= from)
            {
                errors.Add(entries[i + 1].PlaceOf("from"), $"Ngày bắt đầu {until:yyyy-MM-dd} không sau ngày bắt đầu của giá trị trước ({from:yyyy-MM-dd}).");
                sound = false;
                continue;
            }
            if (entry.Text("gap", required: false) is { } reason)
            {
                gaps.Add(new CoverageGap(from, until, reason));
            }
            else if (ReadValue(entry, shape, from, until) is { } value)
            {
                values.Add(value);
            }
            else
            {
                sound = false;
            }
            entry.RefuseOtherKeys();
        }
        return sound ? new Timeline<object>(shape.Name, values, gaps) : null;
    }

    private Dated<object>? ReadValue(MappingReader entry, Shape shape, DateOnly from, DateOnly? until)
    {
        var source = sources.Source(entry, from, until);
        var status = SourceReader.Status(entry, errors);
        if (source is null || status is null)
        {
            // The value itself is still read, so that its own mistakes show in the same run.
            ReadContent(entry, shape, new Span(from, until, null!, default));
            return null;
        }
        return ReadContent(entry, shape, new Span(from, until, source, status.Value)) is { } content
            ? new Dated<object>(shape.Name, from, until, content, source, status.Value)
            : null;
    }

    private object? ReadContent(MappingReader entry, Shape shape, Span span)
    {
        switch (shape.Kind)
        {
            case ValueKind.Table:
                return shape.Columns is { } columns ? new TableReader(columns, sources, errors).Read(entry, span) : null;
            case ValueKind.CodeList:
                return new CodeListReader(errors).Read(entry, shape.Name);
            default:
                if (entry.Text("value") is not { } text)
                {
                    return null;
                }
                if (ScalarForms.Read(shape.Kind, text) is { } value)
                {
                    return value;
                }
                errors.Add(entry.PlaceOf("value"), $"“{text}” không hợp lệ; cần {ScalarForms.Describe(shape.Kind)}.");
                return null;
        }
    }

    private sealed record Shape(ParameterName Name, ValueKind Kind, TableColumns? Columns);
}

/// <summary>The stretch of time and the source that rows share unless they say otherwise.</summary>
internal sealed record Span(DateOnly From, DateOnly? Until, Citation Source, Verification Verification);
