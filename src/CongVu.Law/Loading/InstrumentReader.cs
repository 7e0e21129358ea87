using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CongVu.Law.Loading;

/// <summary>Reads <c>law/instruments/*.yaml</c>, one legal document a file, and holds the register together.</summary>
internal sealed class InstrumentReader(LawErrors errors)
{
    private static readonly FrozenDictionary<string, InstrumentKind> Kinds = new Dictionary<string, InstrumentKind>
    {
        ["law"] = InstrumentKind.Law,
        ["code"] = InstrumentKind.Code,
        ["ordinance"] = InstrumentKind.Ordinance,
        ["resolution"] = InstrumentKind.Resolution,
        ["decree"] = InstrumentKind.Decree,
        ["decision"] = InstrumentKind.Decision,
        ["circular"] = InstrumentKind.Circular,
        ["joint-circular"] = InstrumentKind.JointCircular,
        ["notice"] = InstrumentKind.Notice,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, RelationKind> Relations = new Dictionary<string, RelationKind>
    {
        ["amends"] = RelationKind.Amends,
        ["replaces"] = RelationKind.Replaces,
        ["repeals"] = RelationKind.Repeals,
        ["suspends"] = RelationKind.Suspends,
        ["details"] = RelationKind.Details,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, LawScope> Scopes = new Dictionary<string, LawScope>
    {
        ["national"] = LawScope.National,
        ["province"] = LawScope.Province,
    }.ToFrozenDictionary();

    private readonly Dictionary<string, Instrument> read = [];
    private readonly HashSet<string> handedIn = [];
    private readonly List<(Instrument Acting, InstrumentRelation Relation, FilePlace Place)> relations = [];

    /// <summary>The file name an instrument must have: its number in ASCII, slashes as hyphens.</summary>
    public static string FileNameOf(string number)
    {
        var name = new StringBuilder();
        foreach (var c in number.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                name.Append(c switch { '/' or ' ' => '-', 'Đ' => 'D', 'đ' => 'd', _ => c });
            }
        }
        return name.Append(".yaml").ToString();
    }

    /// <param name="isHandedIn">The document comes from an overlay, not from a file.</param>
    public void Read(string file, LawNode root, bool isHandedIn = false)
    {
        if (MappingReader.Of(root, errors) is not { } reader)
        {
            return;
        }
        var number = reader.Text("number");
        var title = reader.Text("title");
        var kind = reader.OneOf("kind", Kinds);
        var issuer = reader.Text("issuer");
        // A day of issue nobody has seen is said to be unknown rather than made up.
        var issued = reader.Node("issued") is LawScalar { Text: not "unknown" } ? reader.Date("issued") : null;
        var inForce = reader.Date("inForce");
        var appliesFrom = reader.Date("appliesFrom", required: false);
        var ceases = reader.Date("ceases", required: false);
        var scope = reader.OneOf("scope", Scopes, required: false) ?? LawScope.National;
        var verification = SourceReader.Status(reader, errors);
        var isChecked = reader.Date("checked");
        var acts = ReadRelations(reader);
        reader.RefuseOtherKeys();
        if (number is null || title is null || kind is null || issuer is null || inForce is null || verification is null || isChecked is null)
        {
            return;
        }
        if (Path.GetFileName(file) is var name && name != FileNameOf(number))
        {
            errors.Add(reader.PlaceOf("number"), $"Tệp của văn bản {number} phải mang tên {FileNameOf(number)}.");
        }
        if (ceases <= inForce)
        {
            errors.Add(reader.PlaceOf("ceases"), "Ngày hết hiệu lực phải sau ngày có hiệu lực.");
        }
        var instrument = new Instrument(number, title, kind.Value, issuer, issued, inForce.Value, appliesFrom, ceases,
            verification.Value, isChecked.Value, [.. acts.Select(a => a.Relation)])
        {
            Scope = scope,
        };
        if (!read.TryAdd(number, instrument))
        {
            errors.Add(reader.PlaceOf("number"), $"Văn bản {number} đã có ở tệp khác.");
        }
        if (isHandedIn)
        {
            handedIn.Add(number);
        }
        relations.AddRange(acts.Select(a => (instrument, a.Relation, a.Place)));
    }

    /// <summary>Everything read so far, after checking the relations among all of it.</summary>
    public IReadOnlyDictionary<string, Instrument> Finish()
    {
        foreach (var (acting, relation, place) in relations)
        {
            if (!read.TryGetValue(relation.Target, out var target))
            {
                errors.Add(place, $"Văn bản “{relation.Target}” không có trong law/instruments.");
            }
            else if (target == acting)
            {
                errors.Add(place, "Văn bản không thể tác động lên chính nó.");
            }
            else if (acting.Scope == LawScope.Province && target.Scope == LawScope.National && relation.Kind != RelationKind.Details)
            {
                errors.Add(place, $"Văn bản của tỉnh không thể sửa đổi, thay thế, bãi bỏ hay ngưng hiệu lực {target.ShortName}.");
            }
            else if (relation is { Kind: RelationKind.Replaces, Part: null } && target.Ceases is null)
            {
                // The files cannot know what a document handed in later will end; it says so itself by replacing.
                if (handedIn.Contains(acting.Number) && (relation.From ?? acting.InForce) is var end && end > target.InForce)
                {
                    read[target.Number] = target with { Ceases = end };
                    continue;
                }
                errors.Add(place, $"{target.ShortName} bị thay thế toàn bộ nên phải có ngày hết hiệu lực (“ceases”).");
            }
        }
        return read.ToFrozenDictionary();
    }

    private List<(InstrumentRelation Relation, FilePlace Place)> ReadRelations(MappingReader reader)
    {
        var found = new List<(InstrumentRelation, FilePlace)>();
        foreach (var node in reader.Items("relations", required: false))
        {
            if (MappingReader.Of(node, errors) is not { } item)
            {
                continue;
            }
            var kind = item.OneOf("kind", Relations);
            var target = item.Text("target");
            var from = item.Date("from", required: false);
            var note = item.Text("note", required: false);
            var articles = item.Text("articles", required: false);
            if (articles is not null && Provisions.In(articles).Count == 0)
            {
                errors.Add(item.PlaceOf("articles"), $"Không thấy điều nào trong “{articles}”; ghi dạng “Điều 7; khoản 2 Điều 9”, phần không phải là điều thì ghi ở “note”.");
            }
            item.RefuseOtherKeys();
            if (kind is not null && target is not null)
            {
                found.Add((new InstrumentRelation(kind.Value, target, from, note) { Articles = articles }, item.Place));
            }
        }
        return found;
    }
}
