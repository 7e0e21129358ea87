using System.Globalization;
using System.Text;
using CongVu.Law;

namespace CongVu.Legislation.Domain;

/// <summary>Text in the schema of the law folder, with a note of which field of the form wrote which line.</summary>
internal sealed class LawText
{
    private readonly StringBuilder text = new();
    private readonly List<(int Line, string Field)> fields = [];
    private int lines;

    private LawText(int firstLine)
    {
        text.Append('\n', firstLine);
        lines = firstLine;
    }

    /// <summary>An instrument; its text starts after so many empty lines.</summary>
    public static LawText Of(InstrumentContent content, int firstLine = 0)
    {
        var yaml = new LawText(firstLine);
        yaml.Line("number", content.Number, "Number").Line("title", content.Title, "Title").Line("kind", Dashed(content.Kind), "Kind").Line("issuer", content.Issuer, "Issuer")
            .Line("scope", Dashed(content.Scope), "Scope").Line("issued", content.Issued is { } issued ? Iso(issued) : "unknown", "Issued").Line("inForce", Iso(content.InForce), "InForce")
            .Optional("appliesFrom", content.AppliesFrom, "AppliesFrom").Optional("ceases", content.Ceases, "Ceases").Verified("", content.Status, content.Confidence).Line("checked", Iso(content.Checked), "Status");
        if (content.Relations.Count > 0) yaml.Raw("relations:", "Relations");
        foreach (var relation in content.Relations)
            yaml.Raw($"  - {{ kind: {Dashed(relation.Kind)}, target: {Quoted(relation.Target)}{(relation.From is { } from ? $", from: {Iso(from)}" : "")}{(relation.Articles is { Length: > 0 } articles ? $", articles: {Quoted(articles)}" : "")}{(relation.Note is { Length: > 0 } note ? $", note: {Quoted(note)}" : "")} }}", "Relations");
        return yaml;
    }

    /// <summary>A dated value under the head of its parameter.</summary>
    public static LawText Of(ValueContent content, int firstLine = 0)
    {
        var yaml = new LawText(firstLine);
        var head = content.Head;
        yaml.Line("key", content.Key, "Key").Line("name", head.Name, "Name").Line("kind", head.Kind.ToString().ToLowerInvariant(), "Kind");
        if (head.Unit is { Length: > 0 } unit) yaml.Line("unit", unit, "Unit");
        yaml.Line("dateRole", Dashed(head.DateRole), "DateRole").Line("checked", Iso(content.Checked), "Status");
        if (head.Columns.Count > 0) yaml.Raw("columns:", "Key");
        foreach (var column in head.Columns)
            yaml.Raw($"  - {{ name: {Quoted(column.Name)}, kind: {column.Kind}{(column.Key ? ", key: true" : "")}{(column.Optional ? ", optional: true" : "")} }}", "Key");
        yaml.Raw("values:", "From").Raw($"  - from: {Iso(content.From)}", "From");
        if (content.Scope != LawScope.National) yaml.Line("    scope", Dashed(content.Scope), "Instrument");
        if (content.Until is { } until) yaml.Line("    until", Iso(until), "Until");
        if (content.Corrects is { } why) yaml.Line("    corrects", why, "Corrects");
        if (content.Gap is { } gap) return yaml.Line("    gap", gap, "Gap");
        yaml.Raw($"    source: {{ instrument: {Quoted(content.Instrument ?? "")},", "Instrument").Raw($"      article: {Quoted(content.Article ?? "")} }}", "Article").Verified("    ", content.Status, content.Confidence);
        if (content.Rows is not { } rows) return yaml.Line("    value", content.Value ?? "", "Value");
        yaml.Raw("    rows:", "Rows");
        foreach (var row in rows) yaml.Raw("      - { " + string.Join(", ", row.Select(c => $"{c.Key}: {Quoted(c.Value)}")) + " }", "Rows");
        return yaml;
    }

    /// <summary>The field of the form behind a line, and for table rows which row.</summary>
    public (string Field, int? Row) FieldAt(int line)
    {
        var field = fields.LastOrDefault(f => f.Line <= line).Field ?? "";
        var head = fields.FirstOrDefault(f => f.Field == "Rows").Line;
        return (field, field == "Rows" && line > head ? line - head : null);
    }

    public override string ToString() => text.ToString();

    private LawText Line(string key, string value, string field) => Raw($"{key}: {Quoted(value)}", field);

    private LawText Optional(string key, DateOnly? day, string field) => day is { } d ? Line(key, Iso(d), field) : this;

    private LawText Verified(string indent, VerificationStatus status, Confidence? confidence)
    {
        Raw($"{indent}status: {Dashed(status)}", "Status");
        return confidence is { } sure ? Raw($"{indent}confidence: {Dashed(sure)}", "Confidence") : this;
    }

    private LawText Raw(string line, string field)
    {
        fields.Add((++lines, field));
        text.Append(line).Append('\n');
        return this;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ").Replace('\t', ' ') + "\"";

    private static string Dashed<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
