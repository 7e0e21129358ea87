namespace CongVu.Law.Loading;

/// <summary>Reads the items of one dated code list.</summary>
internal sealed class CodeListReader(LawErrors errors)
{
    public CodeList? Read(MappingReader entry, ParameterName name)
    {
        var items = new List<CodeListItem>();
        var nodes = entry.Items("items");
        var sound = nodes.Count > 0;
        if (!sound && entry.Has("items"))
        {
            errors.Add(entry.PlaceOf("items"), "Danh mục phải có ít nhất một mục.");
        }
        foreach (var node in nodes)
        {
            if (MappingReader.Of(node, errors) is not { } reader || ReadItem(reader) is not { } item)
            {
                sound = false;
                continue;
            }
            if (items.Any(i => i.Code == item.Code))
            {
                errors.Add(reader.PlaceOf("code"), $"Mã “{item.Code}” bị lặp.");
                sound = false;
            }
            items.Add(item);
        }
        return sound ? new CodeList(name.Key, name.Name, items) : null;
    }

    private CodeListItem? ReadItem(MappingReader reader)
    {
        var code = reader.Parsed<CodeText>("code", required: true, ScalarForms.Describe(ValueKind.Code), CodeText.TryParse);
        var name = reader.Text("name");
        var level = reader.Parsed<int>("level", required: false, ScalarForms.Describe(ValueKind.Integer), (string text, out int value) =>
        {
            value = ScalarForms.Read(ValueKind.Integer, text) as int? ?? -1;
            return value >= 0;
        });
        var from = reader.Date("from", required: false);
        var until = reader.Date("until", required: false);
        if (until < from)
        {
            errors.Add(reader.PlaceOf("until"), "Ngày cuối trước ngày đầu.");
        }
        reader.RefuseOtherKeys();
        return code is null || name is null ? null : new CodeListItem(code.Value.Text, name, level, from, until);
    }

    private readonly record struct CodeText(string Text)
    {
        public static bool TryParse(string text, out CodeText code)
        {
            code = new CodeText(text);
            return ScalarForms.Read(ValueKind.Code, text) is not null;
        }
    }
}
