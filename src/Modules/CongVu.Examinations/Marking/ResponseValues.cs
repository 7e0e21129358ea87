using System.Globalization;
using System.Text.Json;

namespace CongVu.Examinations.Marking;

/// <summary>
/// Responses as JSON into values: a string, number or boolean; a list of them; points as "x y", [x, y] or {"x":…,"y":…}; pairs as "A B" or ["A","B"];
/// a text or number for a record is what the candidate typed; also the shapes {"base":{"type":v}} and {"list":{"type":[…]}} that delivery engines write.
/// </summary>
internal static class ResponseValues
{
    public static QtiValue? Read(Declaration declaration, JsonElement json)
    {
        json = Unwrap(json);
        if (declaration.Cardinality == Cardinality.Record)
        {
            if (json.ValueKind == JsonValueKind.Null) return null;
            if (json.ValueKind is JsonValueKind.String or JsonValueKind.Number) return NumberRecord.Of(Text(declaration, json));
            if (json.ValueKind != JsonValueKind.Object) throw new MarkingException($"“{declaration.Id}” là bản ghi, phải là một đối tượng JSON.");
            return QtiValue.Record(json.EnumerateObject().ToDictionary(p => p.Name, p => Field(p.Value)));
        }
        var isPaired = declaration.Type is BaseType.Pair or BaseType.DirectedPair or BaseType.Point;
        if (json.ValueKind != JsonValueKind.Array) return declaration.Make(json.ValueKind == JsonValueKind.Null ? [] : [Text(declaration, json)]);
        var items = json.EnumerateArray().Select(Unwrap).ToList();
        // ["A","B"] is one pair, [["A","B"]] and ["A B"] are lists of pairs; two scalars without space are one pair.
        var isOne = isPaired && items.Count == 2 && items.TrueForAll(i => i.ValueKind == JsonValueKind.Number || (i.ValueKind == JsonValueKind.String && !i.GetString()!.Trim().Contains(' ', StringComparison.Ordinal)));
        return declaration.Make(isOne ? [Pair(declaration, items)] : items.Where(i => i.ValueKind != JsonValueKind.Null).Select(i => Text(declaration, i)));
    }

    private static JsonElement Unwrap(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return json;
        foreach (var name in (string[])["base", "list"])
        {
            if (!json.TryGetProperty(name, out var inner)) continue;
            if (inner.ValueKind == JsonValueKind.Null) return inner;
            if (inner.ValueKind == JsonValueKind.Object && inner.EnumerateObject().ToList() is [var only]) return only.Value;
        }
        return json;
    }

    private static string Text(Declaration declaration, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => Pair(declaration, [.. json.EnumerateArray()]),
        JsonValueKind.Object when json.TryGetProperty("x", out var x) && json.TryGetProperty("y", out var y) => $"{x.GetRawText()} {y.GetRawText()}",
        _ => throw new MarkingException($"Không hiểu câu trả lời của “{declaration.Id}”: {json.GetRawText()}"),
    };

    private static string Pair(Declaration declaration, IReadOnlyList<JsonElement> items) => items.Count == 2
        ? $"{Text(declaration, items[0])} {Text(declaration, items[1])}"
        : throw new MarkingException($"Mỗi cặp trả lời của “{declaration.Id}” phải có hai giá trị.");

    private static QtiValue? Field(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => QtiValue.Of(json.GetBoolean()),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? QtiValue.Of(whole) : QtiValue.Of(double.Parse(json.GetRawText(), CultureInfo.InvariantCulture)),
        JsonValueKind.String => QtiValue.Container(BaseType.String, Cardinality.Single, [json.GetString()!]),
        _ => throw new MarkingException("Một trường của bản ghi không phải là giá trị đơn."),
    };
}
