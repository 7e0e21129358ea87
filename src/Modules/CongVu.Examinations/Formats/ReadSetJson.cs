using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats;

/// <summary>The account of an import as JSON; the contract is in docs/exam-formats.md.</summary>
internal static class ReadSetJson
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ReadSet set) => new JsonObject
    {
        ["format"] = set.Format.Length > 0 ? set.Format : null,
        ["found"] = set.Found,
        ["imported"] = set.Items.Count,
        ["items"] = new JsonArray([.. set.Items.Select(Item)]),
        ["unsupported"] = new JsonArray([.. set.Unsupported.Select(u => new JsonObject { ["id"] = u.Id, ["reason"] = u.Reason })]),
        ["losses"] = new JsonArray([.. set.Losses.Select(l => new JsonObject { ["id"] = l.Id, ["what"] = l.What })]),
        ["errors"] = new JsonArray([.. set.Errors.Select(e => new JsonObject { ["where"] = e.Where, ["message"] = e.Message })]),
    }.ToJsonString(Written);

    /// <summary>The account in words.</summary>
    public static string Words(ReadSet set)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.CurrentCulture, $"Định dạng {(set.Format.Length > 0 ? set.Format : "không rõ")}: thấy {set.Found} câu, đọc được {set.Items.Count}, không nhận {set.Unsupported.Count}, lỗi {set.Errors.Count}.");
        foreach (var item in set.Items) text.AppendLine(CultureInfo.CurrentCulture, $"  {item.Id}  [{PartKinds.TypeOf(item)}]  {item.Title}  — đáp án: {string.Join("; ", Key(item))}");
        foreach (var u in set.Unsupported) text.AppendLine(CultureInfo.CurrentCulture, $"  Không nhận {u.Id}: {u.Reason}");
        foreach (var l in set.Losses) text.AppendLine(CultureInfo.CurrentCulture, $"  Mất ở {l.Id}: {l.What}");
        foreach (var e in set.Errors) text.AppendLine(CultureInfo.CurrentCulture, $"  Lỗi tại {e.Where}: {e.Message}");
        return text.ToString().TrimEnd();
    }

    /// <summary>One part: each right answer. Several parts: one entry for each part, its answers parted by "|".</summary>
    public static IReadOnlyList<string> Key(ExamItem item) => item.Parts is [var only] ? KeyOf(only) : [.. item.Parts.Select(p => string.Join('|', KeyOf(p)))];

    private static IReadOnlyList<string> KeyOf(Part part) => part.Kind == PartKind.GapNumeric
        ? [.. part.Numbers.Where(n => n.Points is null).Select(n => n.Tolerance == 0 ? Number(n.Value) : $"{Number(n.Value)}±{Number(n.Tolerance)}")]
        : part.Key;

    private static JsonObject Item(ExamItem item)
    {
        var choices = item.Parts.SelectMany(p => p.Choices.Select(c =>
        {
            var choice = new JsonObject { ["id"] = c.Id, ["text"] = c.Content.Text() };
            if (c.Set > 0) choice["set"] = c.Set;
            if (c.Shape is not null) choice["area"] = $"{c.Shape} {c.Coords}".Trim();
            if (item.Parts.Count > 1) choice["part"] = p.Id;
            return (JsonNode)choice;
        }));
        return new JsonObject
        {
            ["id"] = item.Id,
            ["type"] = PartKinds.TypeOf(item),
            ["title"] = item.Title,
            ["choices"] = new JsonArray([.. choices]),
            ["key"] = new JsonArray([.. Key(item).Select(k => (JsonNode)k)]),
        };
    }

    private static string Number(decimal value) => (value / 1.000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
