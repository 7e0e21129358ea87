namespace CongVu.Law.Loading;

/// <summary>The values of one parameter as written: the nation's in one line of time, the province's in another.</summary>
internal sealed record WrittenValues(IReadOnlyList<Dated<object>> National, IReadOnlyList<CoverageGap> Gaps, IReadOnlyList<LocalValue> Local);

/// <summary>A value of the province and where it is written.</summary>
internal sealed record LocalValue(Dated<object> Value, FilePlace Place);

/// <summary>Reads dated values; each line of time has strictly increasing starts and ends where the next begins.</summary>
internal sealed class ValuesReader(SourceReader sources, LawErrors errors)
{
    public WrittenValues? Read(IReadOnlyList<ParameterHead> heads)
    {
        var all = heads.SelectMany(h => h.Entries.Select(e => new Entry(h, e, e.Date("from"), e.OneOf("scope", InstrumentReader.Scopes, required: false) ?? LawScope.National))).ToList();
        if (all.Count == 0 || all.Any(e => e.From is null))
        {
            if (all.Count == 0 && heads[0].Reader.Has("values"))
            {
                errors.Add(heads[0].Reader.PlaceOf("values"), "Phải có ít nhất một giá trị.");
            }
            return null;
        }
        var national = ReadLine(Corrected([.. all.Where(e => e.Scope == LawScope.National)], heads[0]));

        // Overlays of the province come in no order of their own.
        var local = ReadLine([.. all.Where(e => e.Scope == LawScope.Province).OrderBy(e => e.From)]);
        return national is null || local is null ? null : new WrittenValues(
            [.. national.Select(v => v.Value).OfType<Dated<object>>()],
            [.. national.Select(v => v.Gap).OfType<CoverageGap>()],
            [.. local.Where(v => v.Value is not null).Select(v => new LocalValue(v.Value!, v.Place))]);
    }

    /// <summary>
    /// What is handed in takes the place of a hole the files declare from the same day; and one that says what it corrects takes the place of a value, or stands
    /// between two. Anything else goes on after the last.
    /// </summary>
    private List<Entry> Corrected(List<Entry> entries, ParameterHead file)
    {
        var corrections = new List<Entry>();
        foreach (var entry in entries)
        {
            var corrects = entry.Reader.Text("corrects", required: false) is not null;
            if (entry.Head == file && corrects)
            {
                errors.Add(entry.Reader.PlaceOf("corrects"), "“corrects” chỉ dùng ở phần bổ sung; trong tệp thì sửa chính giá trị.");
            }
            else if (corrects || (entry.Head != file && entries.Any(e => e.Head == file && e.From == entry.From && e.Reader.Has("gap"))))
            {
                corrections.Add(entry);
            }
        }
        return corrections.Count == 0 ? entries : [.. entries.Where(e => !corrections.Any(c => c.From == e.From)).Concat(corrections).OrderBy(e => e.From)];
    }

    private List<Written>? ReadLine(List<Entry> entries)
    {
        var written = new List<Written>();
        var sound = true;
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, from) = (entries[i], entries[i].From!.Value);
            var until = i + 1 < entries.Count ? entries[i + 1].From : null;
            if (until <= from)
            {
                errors.Add(entries[i + 1].Reader.PlaceOf("from"), $"Ngày bắt đầu {until:yyyy-MM-dd} không sau ngày bắt đầu của giá trị trước ({from:yyyy-MM-dd}).");
                sound = false;
                continue;
            }
            var read = ReadEntry(entry, from, until);
            sound &= read is not null;
            written.AddRange(read is null ? [] : [read]);
            entry.Reader.RefuseOtherKeys();
        }
        return sound ? written : null;
    }

    private Written? ReadEntry(Entry entry, DateOnly from, DateOnly? until)
    {
        if (entry.Reader.Text("gap", required: false) is { } reason)
        {
            return new Written(entry.Reader.Place, null, new CoverageGap(from, until, reason));
        }
        var endsRight = true;
        if (entry.Scope == LawScope.Province && entry.Reader.Date("until", required: false) is { } last)
        {
            endsRight = from <= last && (until is null || last < until);
            if (endsRight)
            {
                until = last.AddDays(1);
            }
            else
            {
                errors.Add(entry.Reader.PlaceOf("until"), "Ngày cuối phải từ ngày đầu trở đi và trước giá trị tiếp theo của tỉnh.");
            }
        }
        // The value is read whatever its end, so that its own mistakes show in the same run.
        return ReadValue(entry, from, until) is { } value && endsRight ? new Written(entry.Reader.Place, value, null) : null;
    }

    private Dated<object>? ReadValue(Entry entry, DateOnly from, DateOnly? until)
    {
        var (reader, head) = (entry.Reader, entry.Head);
        var source = sources.Source(reader, from, until);
        var status = SourceReader.Status(reader, errors);
        if (source is null || status is null)
        {
            // The value itself is still read, so that its own mistakes show in the same run.
            ReadContent(reader, head, new Span(from, until, null!, default));
            return null;
        }
        var content = ReadContent(reader, head, new Span(from, until, source, status.Value));
        if (sources.ScopeOf(source) != entry.Scope)
        {
            errors.Add(reader.PlaceOf("source"), entry.Scope == LawScope.Province
                ? "Giá trị của tỉnh phải dựa trên văn bản của tỉnh (“scope: province” ở văn bản)."
                : "Giá trị dựa trên văn bản của tỉnh phải ghi “scope: province”.");
            return null;
        }
        return content is not null
            ? new Dated<object>(head.Name, from, until, content, source, status.Value) { Scope = entry.Scope }
            : null;
    }

    private object? ReadContent(MappingReader entry, ParameterHead head, Span span)
    {
        switch (head.Kind)
        {
            case ValueKind.Table:
                return head.Columns is { } columns ? new TableReader(columns, sources, errors).Read(entry, span) : null;
            case ValueKind.CodeList:
                return new CodeListReader(errors).Read(entry, head.Name);
            case ValueKind.Procedure:
                return new ProcedureReader(sources, errors).Read(entry, head.Name, span);
            default:
                if (entry.Text("value") is not { } text)
                {
                    return null;
                }
                if (ScalarForms.Read(head.Kind, text) is { } value)
                {
                    return value;
                }
                errors.Add(entry.PlaceOf("value"), $"“{text}” không hợp lệ; cần {ScalarForms.Describe(head.Kind)}.");
                return null;
        }
    }

    private sealed record Entry(ParameterHead Head, MappingReader Reader, DateOnly? From, LawScope Scope);

    private sealed record Written(FilePlace Place, Dated<object>? Value, CoverageGap? Gap);
}
