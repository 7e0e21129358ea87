namespace CongVu.Law.Loading;

/// <summary>Reads the steps of one dated procedure.</summary>
internal sealed class ProcedureReader(SourceReader sources, LawErrors errors)
{
    public Procedure? Read(MappingReader entry, ParameterName name, Span span)
    {
        var steps = new List<ProcedureStep>();
        var nodes = entry.Items("steps");
        var sound = nodes.Count > 0;
        if (!sound && entry.Has("steps"))
        {
            errors.Add(entry.PlaceOf("steps"), "Quy trình phải có ít nhất một bước.");
        }
        foreach (var node in nodes)
        {
            if (MappingReader.Of(node, errors) is not { } reader || ReadStep(reader, span) is not { } step)
            {
                sound = false;
                continue;
            }
            if (steps.Any(s => s.Code == step.Code))
            {
                errors.Add(reader.PlaceOf("code"), $"Bước “{step.Code}” bị lặp.");
                sound = false;
            }
            steps.Add(step);
        }
        return sound ? new Procedure(name.Key, name.Name, steps) : null;
    }

    private ProcedureStep? ReadStep(MappingReader reader, Span span)
    {
        var (code, name, who) = (reader.Text("code"), reader.Text("name"), reader.Text("who"));
        var (within, before, extension) = (Time(reader, "within"), Time(reader, "before"), Time(reader, "extension"));
        var happening = reader.Text("event", required: within is not null || before is not null);
        if (within is not null && before is not null)
        {
            errors.Add(reader.PlaceOf("before"), "Một bước chỉ có “within” hoặc “before”.");
            return null;
        }
        var source = sources.Source(reader, span.From, span.Until, required: false) ?? span.Source;
        var status = SourceReader.Status(reader, errors, required: false) ?? span.Verification;
        reader.RefuseOtherKeys();
        return code is null || name is null || who is null
            ? null
            : new ProcedureStep(code, name, who, within, before, extension, happening, source, status);
    }

    private static Period? Time(MappingReader reader, string key) =>
        reader.Parsed(key, required: false, "một khoảng thời gian dạng “15 working-day” (day, working-day, month)", (string text, out Period value) => Period.TryParse(text, out value));
}
