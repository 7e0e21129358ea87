using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Formats.Qti;

namespace CongVu.Examinations.Marking;

/// <summary>Scores the items of a file. Files that are no QTI are scored by the rules our own QTI writer gives their items.</summary>
internal static class SetScoring
{
    // Stands for all names where the responses are those of the only item.
    private const string Bare = "*";

    public static IReadOnlyList<SetScore> Score(string path, JsonElement responses)
    {
        if (responses.ValueKind == JsonValueKind.Array) return [.. responses.EnumerateArray().Select(r => One(path, r))];
        return [One(path, responses)];
    }

    public static JsonNode Json(SetScore score) => new JsonObject
    {
        ["items"] = new JsonArray([.. score.Items.Select(i => (JsonNode)new JsonObject
        {
            ["id"] = i.Id,
            ["outcomes"] = new JsonObject(i.Outcomes.Select(o => KeyValuePair.Create(o.Key, Node(o.Value)))),
            ["score"] = i.Score,
            ["maxScore"] = i.MaxScore,
            ["errors"] = new JsonArray([.. i.Errors.Select(e => (JsonNode)e)]),
        })]),
        ["total"] = score.Total,
        ["max"] = score.Max,
        ["errors"] = new JsonArray([.. score.Errors.Select(e => (JsonNode)e)]),
    };

    private static SetScore One(string path, JsonElement responses)
    {
        if (responses.ValueKind != JsonValueKind.Object) throw new ItemFileException("Tệp trả lời phải là đối tượng JSON {\"mã câu\": {\"RESPONSE\": …}} hoặc danh sách các đối tượng như thế.");
        if (responses.EnumerateObject().ToList() is [{ Name: "responses" or "items", Value.ValueKind: JsonValueKind.Object } wrapped]) responses = wrapped.Value;
        var account = new ReadSet("");
        using var bundle = ItemFiles.QtiBundle(path);
        var items = bundle is not null ? Package(bundle, account) : Own(path, account);
        var errors = account.Errors.Select(e => $"{e.Where}: {e.Message}").ToList();
        HashSet<string> used = [];
        List<ItemScore> scores = [];
        foreach (var item in items)
        {
            var given = Given(item, items.Count, responses, used);
            scores.Add(ItemScorer.Score(item.Xml, item.Id, given, item.Fragment));
        }
        if (!used.Contains(Bare)) errors.AddRange(responses.EnumerateObject().Where(p => !used.Contains(p.Name)).Select(p => $"Trong tệp câu hỏi không có câu “{p.Name}”."));
        return new SetScore(scores, errors);
    }

    private sealed record Scored(string Id, IReadOnlyList<string> Names, XElement Xml, Func<string, XElement?> Fragment);

    private static List<Scored> Package(FileBundle bundle, ReadSet account)
    {
        var package = QtiPackage.Open(bundle, account);
        return [.. package.Items.Select(f => new Scored(QtiReader.Id(f), [QtiReader.Id(f), f.ResourceId, f.Name, Path.GetFileNameWithoutExtension(f.Name)], f.Item, href => package.Fragment(f.Name, href)))];
    }

    private static List<Scored> Own(string path, ReadSet account)
    {
        var set = ItemFiles.ReadPath(path);
        account.Errors.AddRange(set.Errors);
        return [.. set.Items.Select(i => new Scored(i.Id, [i.Id], QtiWriter.Plain(i), _ => null))];
    }

    // By the identifier, else by the resource or file name; a package of one item takes the bare object of its responses too.
    private static IReadOnlyDictionary<string, JsonElement> Given(Scored item, int count, JsonElement responses, HashSet<string> used)
    {
        foreach (var name in item.Names.Where(n => n.Length > 0))
        {
            if (!responses.TryGetProperty(name, out var own) || (count == 1 && item.Xml.Elements().Any(d => d.Name.LocalName is "responseDeclaration" or "templateDeclaration" && d.Attribute("identifier")?.Value == name && own.ValueKind != JsonValueKind.Object))) continue;
            used.Add(name);
            if (own.ValueKind == JsonValueKind.Object && !IsWrapped(own)) return own.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value);
            // {"item": "A"} is short for its only response.
            return item.Xml.Elements("responseDeclaration").Select(r => r.Attribute("identifier")?.Value).ToList() is [{ } only] ? new Dictionary<string, JsonElement> { [only] = own } : new Dictionary<string, JsonElement> { ["RESPONSE"] = own };
        }
        if (count != 1) return new Dictionary<string, JsonElement>();
        used.Add(Bare);
        return responses.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value);
    }

    private static bool IsWrapped(JsonElement json) => json.EnumerateObject().ToList() is [{ Name: "base" or "list" }];

    private static JsonNode? Node(QtiValue? value)
    {
        if (value is null) return null;
        if (value.Cardinality == Cardinality.Record) return new JsonObject(value.Fields.Select(f => KeyValuePair.Create(f.Key, Node(f.Value))));
        return value.Cardinality == Cardinality.Single ? Single(value.Single) : new JsonArray([.. value.Items.Select(Single)]);
    }

    private static JsonNode? Single(object item) => item switch
    {
        bool truth => truth,
        long whole => whole,
        double real => SetScore.Round(real),
        _ => QtiValue.Write(item),
    };
}
