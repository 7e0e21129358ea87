using System.Globalization;
using System.Xml.Linq;
using CongVu.Examinations.Items;
using CongVu.Examinations.Marking;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>
/// What the response processing of an item means for its parts: points, partial credit, tolerance. Points are not guessed from the rules' shape; the
/// rules are run with the key. Rules that do more than a bank item can say are named as a loss.
/// </summary>
internal static class QtiRules
{
    private static readonly HashSet<string> Plain =
    [
        "responseProcessing", "responseCondition", "responseIf", "responseElse", "responseElseIf", "match", "variable", "correct", "setOutcomeValue", "baseValue", "isNull", "not", "and", "or",
        "mapResponse", "mapResponsePoint", "sum", "equal",
    ];

    public const string OwnRules = "Quy tắc chấm riêng của câu bị bỏ; câu được chấm theo đáp án và bảng điểm.";

    public static void Apply(QtiItemReading item, XElement root, List<Part> parts)
    {
        var rules = root.Element("responseProcessing") is { } all ? QtiRuleUse.ForScore(all) : null;
        var isMapped = Mapped(root, rules);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = Tolerances(parts[i], rules);
            if (part.Kind == PartKind.GapText) part = Texts(item, part, rules);
            parts[i] = isMapped(part.Id) ? WithScores(item, part) : part;
        }
        Points(item, parts);
        if (parts.TrueForAll(p => p.Kind == PartKind.ExtendedText)) return;
        if (rules is null || (!rules.HasElements && rules.Attribute("template") is null)) item.LoseRules("Tệp không có quy tắc chấm; câu được chấm theo đáp án.");
        else if (rules.Descendants().Any(e => !Plain.Contains(e.Name.LocalName)) || SetsByStep(rules)) item.LoseRules(OwnRules);
        foreach (var part in parts) Strange(item, part);
        foreach (var part in parts.Where(p => p.Key.Count == 0 && p.Numbers.Count == 0 && p.Kind != PartKind.ExtendedText && !p.FreePoint)) item.Lose($"Không có đáp án cho “{part.Id}”.");
    }

    public static double? Number(XElement? element, string name) =>
        double.TryParse(element?.Attribute(name)?.Value.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    // A right answer that no choice carries can be given by nobody.
    private static void Strange(QtiItemReading item, Part part)
    {
        if (part.Choices.Count == 0 || part.FreePoint) return;
        foreach (var key in part.Key)
        {
            var names = part.Kind == PartKind.Matching ? key.Split(' ') : [key];
            var isKnown = names.Select((n, i) => part.Choices.Any(c => c.Id == n && (c.Set == 0 || c.Set == i + 1))).All(known => known);
            if (!isKnown) item.Lose($"Đáp án “{key}” của “{part.Id}” không khớp với phương án nào.");
        }
    }

    // More than one branch that gives points is a scale of its own, except one for each accepted number.
    private static bool SetsByStep(XElement rules) => rules.Elements("responseCondition").Any(c =>
        c.Elements().Count(b => b.Elements().FirstOrDefault()?.Name.LocalName != "equal"
            && b.Elements("setOutcomeValue").Any(s => s.Attribute("identifier")?.Value == "SCORE" && s.Element("baseValue") is { } v && v.Value.Trim() is not ("0" or "0.0"))) > 1);

    private static Func<string, bool> Mapped(XElement root, XElement? rules)
    {
        var template = RuleTemplates.Name(rules?.Attribute("template")?.Value) ?? "";
        if (rules is not null && !rules.HasElements) return id => id == "RESPONSE" && template.Contains("map", StringComparison.Ordinal);
        var mapped = (rules?.Descendants() ?? []).Where(e => e.Name.LocalName is "mapResponse" or "mapResponsePoint").Select(e => e.Attribute("identifier")?.Value).ToHashSet();
        return mapped.Contains;
    }

    private static Part WithScores(QtiItemReading item, Part part)
    {
        var declaration = item.State.Declared(part.Id);
        if (part.FreePoint) return Areas(part, declaration);
        if (declaration.Mapping is not { } mapping) return part;
        var entries = mapping.Elements("mapEntry").Select(e => new AnswerScore(e.Attribute("mapKey")?.Value.Trim() ?? "", Money(Number(e, "mappedValue") ?? 0))).ToList();
        if (entries.Count == 0) return part;
        if (Number(mapping, "defaultValue") is { } otherwise and not 0) item.LoseRules(string.Create(CultureInfo.InvariantCulture, $"Điểm {otherwise} cho câu trả lời khác bị bỏ."));
        var best = entries.Max(e => e.Points);
        if (part.Kind == PartKind.GapNumeric)
        {
            return part with
            {
                Numbers = [.. entries.Where(e => e.Points > 0 && decimal.TryParse(e.Answer, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                .Select(e => new AcceptedNumber(decimal.Parse(e.Answer, NumberStyles.Float, CultureInfo.InvariantCulture), 0, e.Points == best ? null : e.Points))]
            };
        }
        if (declaration.Cardinality == Cardinality.Single)
        {
            var full = entries.Where(e => e.Points == best).Select(e => e.Answer).ToList();
            if (part.Kind == PartKind.GapText)
            {
                part = part with
                {
                    Key = [.. part.Key.Where(k => !entries.Exists(e => Same(part, e.Answer, k) && e.Points < best)).Concat(full.Where(f => !part.Key.Any(k => Same(part, k, f))))],
                    CaseSensitive = !mapping.Elements("mapEntry").All(e => e.Attribute("caseSensitive")?.Value is "false" or "0"),
                };
            }
            var partial = entries.Where(e => e.Points != 0 && e.Points != best).ToList();
            return part with { Scores = partial };
        }
        var isEven = entries.TrueForAll(e => e.Points == best && best > 0) && entries.Select(e => e.Answer).ToHashSet().SetEquals(part.Key);
        if (isEven && part.Kind is not PartKind.Ordering && part.Key.Count > 1) return part with { PerElement = true };
        return part with { Scores = entries };
    }

    private static bool Same(Part part, string one, string other) => string.Equals(one, other, part.CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    private static Part Areas(Part part, Declaration declaration) => part with
    {
        Scores = [.. (declaration.AreaMapping?.Elements("areaMapEntry") ?? []).Select((a, i) => new AnswerScore($"V{i + 1}", Money(Number(a, "mappedValue") ?? 0)))],
    };

    // "equal" around the key, or around numbers written in the rules.
    private static Part Tolerances(Part part, XElement? rules)
    {
        if (part.Kind != PartKind.GapNumeric) return part;
        List<AcceptedNumber> accepted = [];
        foreach (var equal in rules?.Descendants("equal").Where(e => e.Elements("variable").Any(v => v.Attribute("identifier")?.Value == part.Id)) ?? [])
        {
            var value = equal.Element("baseValue")?.Value.Trim() ?? (equal.Element("correct") is not null && part.Numbers is [var first, ..] ? first.Value.ToString(CultureInfo.InvariantCulture) : null);
            if (value is null || !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) continue;
            var written = equal.Attribute("tolerance")?.Value.Split((char[]?)[' ', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            if (!decimal.TryParse(written ?? "0", NumberStyles.Float, CultureInfo.InvariantCulture, out var tolerance)) continue;
            if (equal.Attribute("toleranceMode")?.Value == "relative") tolerance = Math.Abs(number) * tolerance / 100;
            var points = equal.Parent!.Elements("setOutcomeValue").Select(s => s.Element("baseValue") ?? s.Element("sum")?.Element("baseValue")).FirstOrDefault(b => b is not null)?.Value;
            accepted.Add(new AcceptedNumber(number, tolerance, decimal.TryParse(points, NumberStyles.Float, CultureInfo.InvariantCulture, out var p) ? p : null));
        }
        if (accepted.Count == 0) return part;
        var most = accepted.Max(a => a.Points ?? 0);
        return part with { Numbers = [.. accepted.Select(a => a.Points == most || a.Points is null or 0 ? a with { Points = null } : a).DistinctBy(a => (a.Value, a.Tolerance))] };
    }

    // Alternatives compared by the rules rather than listed in a mapping.
    private static Part Texts(QtiItemReading item, Part part, XElement? rules)
    {
        var matches = (rules?.Descendants("stringMatch") ?? []).Where(e => e.Elements("variable").Any(v => v.Attribute("identifier")?.Value == part.Id)).ToList();
        if (matches.Count == 0) return part;
        var texts = matches.Select(m => m.Element("baseValue")?.Value.Trim()).OfType<string>().Where(t => t.Length > 0);
        return part with { Key = [.. part.Key.Concat(texts).Distinct()], CaseSensitive = !matches.TrueForAll(m => m.Attribute("caseSensitive")?.Value is "false" or "0") };
    }

    private static void Points(QtiItemReading item, List<Part> parts)
    {
        if (parts is [{ Kind: PartKind.Hotspot, FreePoint: true } only] && only.Scores.Count > 0)
        {
            parts[0] = only with { Points = only.Scores.Max(s => s.Points) };
            return;
        }
        var full = item.ScoreOf(null) is { } score and > 0 ? Money(score) : (decimal?)null;
        if (full is null && parts.TrueForAll(p => p.Kind == PartKind.ExtendedText) && item.State.Outcomes.Find(o => o.Id == "SCORE")?.NormalMaximum is { } most and > 0) full = Money(most);
        if (full is null)
        {
            var isKeyed = parts.Exists(p => (p.Key.Count > 0 || p.Numbers.Count > 0) && p.Kind != PartKind.ExtendedText) && parts.TrueForAll(p => p.Key.Count > 0 || p.Numbers.Count > 0);
            if (isKeyed) item.LoseRules("Quy tắc chấm của tệp không cho đáp án điểm nào; câu được chấm theo đáp án.");
            return;
        }
        if (parts.Count == 1)
        {
            parts[0] = parts[0] with { Points = full.Value };
            return;
        }
        var alone = parts.Select(p => Money(item.ScoreOf(id => id == p.Id) ?? 0)).ToList();
        var isSum = alone.Sum() == full && alone.TrueForAll(a => a >= 0);
        if (!isSum) item.LoseRules("Các ý của câu vốn chấm chung; nay chia đều điểm cho từng ý.");
        for (var i = 0; i < parts.Count; i++) parts[i] = parts[i] with { Points = isSum ? alone[i] : Money((double)full.Value / parts.Count) };
    }

    private static decimal Money(double value) => Math.Round((decimal)Math.Clamp(value, -1e9, 1e9), 6) / 1.000000000000000000m;
}
