using System.Collections.Frozen;

namespace CongVu.Law.Loading;

/// <summary>Reads one parameter, code list or procedure: head, then dated values and declared gaps. Overlays of the same key add to its values.</summary>
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

    /// <summary>The parameter, or null after reporting. <paramref name="expectedKey"/> is the key its place in the folder demands; the first document is the file, if there is one.</summary>
    public LawParameter? Read(string expectedKey, IReadOnlyList<LawDocument> documents)
    {
        var heads = documents.Select(d => ReadHead(expectedKey, d)).ToList();
        if (heads[0] is not { } first || heads.Contains(null))
        {
            return null;
        }
        foreach (var further in heads.Skip(1).OfType<ParameterHead>())
        {
            CheckAgreement(first, further);
        }
        var local = new LocalValues(instruments, sources, errors);
        var rule = local.ReadRule(first);
        var reader = new ValuesReader(sources, errors);
        return reader.Read([.. heads.OfType<ParameterHead>()]) is { } values && local.Merge(first.Name, values, rule) is { } timeline
            ? new LawParameter(first.Name, Enum.Parse<ParameterKind>(first.Kind.ToString()), first.Unit, first.Role, first.Checked, first.File, timeline) { LocalRule = rule, Columns = first.Columns?.Declared ?? [] }
            : null;
    }

    private ParameterHead? ReadHead(string expectedKey, LawDocument document)
    {
        if (MappingReader.Of(document.Root, errors) is not { } reader)
        {
            return null;
        }
        var key = reader.Text("key");
        var title = reader.Text("name");
        var kind = reader.OneOf("kind", ScalarForms.Parameters);
        var isFigure = kind is not (ValueKind.Table or ValueKind.CodeList or ValueKind.Procedure);
        var unit = reader.Text("unit", required: isFigure);
        var role = reader.OneOf("dateRole", DateRoles);
        var isChecked = reader.Date("checked");
        var columns = kind == ValueKind.Table ? TableColumns.Read(reader, errors) : null;
        var rule = reader.Node("localRule", required: false);
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
        var name = new ParameterName(key, title) { Checked = isChecked };
        return new ParameterHead(document.File, reader, name, kind.Value, unit, role.Value, isChecked.Value, columns, rule, entries);
    }

    /// <summary>An overlay may add values to a parameter, never change what the parameter is.</summary>
    private void CheckAgreement(ParameterHead first, ParameterHead further)
    {
        void Same(bool same, string key)
        {
            if (!same)
            {
                errors.Add(further.Reader.PlaceOf(key), $"“{key}” khác với {first.File}; phần bổ sung không được thay đổi bản thân tham số.");
            }
        }
        Same(first.Kind == further.Kind, "kind");
        Same(first.Unit == further.Unit, "unit");
        Same(first.Role == further.Role, "dateRole");
        Same((first.Columns?.All ?? []).SequenceEqual(further.Columns?.All ?? []), "columns");
        Same(further.LocalRule is null, "localRule");
    }
}

/// <summary>What a document says about its parameter, before its values.</summary>
internal sealed record ParameterHead(
    string File, MappingReader Reader, ParameterName Name, ValueKind Kind, string? Unit, DateRole Role, DateOnly Checked, TableColumns? Columns,
    LawNode? LocalRule, IReadOnlyList<MappingReader> Entries);

/// <summary>The stretch of time and the source that rows share unless they say otherwise.</summary>
internal sealed record Span(DateOnly From, DateOnly? Until, Citation Source, Verification Verification);
