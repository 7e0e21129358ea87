using System.Text.Json;
using System.Xml.Linq;

namespace CongVu.Examinations.Marking;

/// <summary>Scores one item by its own rules. Whatever cannot be computed becomes an error of the item, without a score.</summary>
internal static class ItemScorer
{
    // What the engine counts itself; it may tell them beside the responses.
    private static readonly Declaration[] BuiltIn = [.. new[] { ("numAttempts", "integer"), ("duration", "duration"), ("completionStatus", "identifier") }
        .Select(b => Declaration.Of(new XElement("outcomeDeclaration", new XAttribute("identifier", b.Item1), new XAttribute("cardinality", "single"), new XAttribute("baseType", b.Item2))))];

    /// <param name="item">An item in the spelling of QTI 2.</param>
    /// <param name="id">Name of the item in the result.</param>
    /// <param name="responses">Values by response variable; absent ones are unanswered. Template variables may be given too: what the engine drew.</param>
    /// <param name="fragment">Finds another file of the package.</param>
    public static ItemScore Score(XElement item, string id, IReadOnlyDictionary<string, JsonElement> responses, Func<string, XElement?> fragment)
    {
        List<string> errors = [];
        ItemState? state = null;
        try
        {
            state = new ItemState(item);
            Templates(item, state, responses, fragment);
            Bind(state, responses, errors);
            if (errors.Count == 0) Run(item, state, fragment, errors);
        }
        catch (Exception refused) when (IsRefused(refused))
        {
            errors.Add(refused is MarkingException ? refused.Message : "Quy tắc chấm tính ra giá trị không hợp lệ.");
        }
        var outcomes = state is null ? [] : state.Outcomes.Select(o => KeyValuePair.Create(o.Id, errors.Count == 0 && state.WhyOpen(o.Id) is null ? state[o.Id] : null)).ToList();
        var score = errors.Count > 0 ? null : Number(outcomes.Find(o => o.Key == "SCORE").Value) ?? OnlyNumber(outcomes);
        if (errors.Count == 0 && score is null) errors.Add(state?.WhyOpen("SCORE") ?? "Câu này không tính ra điểm (biến SCORE).");
        return new ItemScore(id, outcomes, score is { } s ? SetScore.Round(s) : null, MaxScores.Of(item, responses, fragment) is { } m ? SetScore.Round(m) : null, errors);
    }

    /// <summary>Score when every response is the declared correct one (failing that the best of its mapping), or those named alone; null when it cannot be computed.</summary>
    public static double? ScoreOfCorrect(XElement item, Func<string, XElement?> fragment, Func<string, bool>? only = null, IReadOnlyDictionary<string, JsonElement>? given = null)
    {
        try
        {
            var state = new ItemState(item);
            Templates(item, state, given ?? new Dictionary<string, JsonElement>(), fragment);
            foreach (var response in state.Responses)
            {
                // A button that ends the attempt has no right answer.
                var isButton = item.Descendants("endAttemptInteraction").Any(b => b.Attribute("responseIdentifier")?.Value == response.Id);
                var best = state.Correct(response.Id) ?? Mappings.Best(response);
                if (best is null && !isButton) return null;
                state[response.Id] = only is null || only(response.Id) ? best : null;
            }
            List<string> errors = [];
            Run(item, state, fragment, errors);
            return errors.Count > 0 ? null : Number(state.Has("SCORE") ? state["SCORE"] : null);
        }
        catch (Exception refused) when (IsRefused(refused))
        {
            return null;
        }
    }

    /// <summary>Only the score of some responses; null when it cannot be computed.</summary>
    public static double? ScoreOf(XElement item, IReadOnlyDictionary<string, JsonElement> responses, Func<string, XElement?> fragment)
    {
        try
        {
            var state = new ItemState(item);
            List<string> errors = [];
            Templates(item, state, responses, fragment);
            Bind(state, responses, errors);
            if (errors.Count == 0) Run(item, state, fragment, errors);
            return errors.Count > 0 || !state.Has("SCORE") ? null : Number(state["SCORE"]);
        }
        catch (Exception refused) when (IsRefused(refused))
        {
            return null;
        }
    }

    private static void Run(XElement item, ItemState state, Func<string, XElement?> fragment, List<string> errors)
    {
        var rules = item.Element("responseProcessing");
        if (state.Outcomes.Find(o => o.Id == "SCORE")?.ExternalScored is { } marker && marker != "none")
        {
            errors.Add(marker == "human" ? "Câu này do người chấm, gói không có quy tắc chấm máy." : "Câu này do máy chấm bên ngoài, gói không có quy tắc chấm.");
        }
        else if (rules is null || (!rules.HasElements && rules.Attribute("template") is null && rules.Attribute("templateLocation") is null))
        {
            errors.Add("Gói không có quy tắc chấm (responseProcessing) cho câu này.");
        }
        else
        {
            ResponseProcessor.Run(state, rules, fragment);
        }
    }

    private static void Bind(ItemState state, IReadOnlyDictionary<string, JsonElement> responses, List<string> errors)
    {
        foreach (var response in state.Responses.Concat(BuiltIn.Where(b => !state.IsDeclared(b.Id))))
        {
            if (!responses.TryGetValue(response.Id, out var json)) continue;
            try { state[response.Id] = ResponseValues.Read(response, json); }
            catch (MarkingException refused) { errors.Add($"{response.Id}: {refused.Message}"); }
        }
        foreach (var unknown in responses.Keys.Where(k => !Array.Exists(BuiltIn, b => b.Id == k) && !state.IsDeclared(k)))
        {
            errors.Add($"Câu này không khai báo biến trả lời “{unknown}”; các biến là: {string.Join(", ", state.Responses.Select(r => r.Id))}.");
        }
    }

    // A template draws values; they are known only when the engine tells what it drew.
    private static void Templates(XElement item, ItemState state, IReadOnlyDictionary<string, JsonElement> given, Func<string, XElement?> fragment)
    {
        var named = state.Templates.Where(t => given.ContainsKey(t.Id)).ToList();
        foreach (var template in named) state[template.Id] = ResponseValues.Read(template, given[template.Id]);
        if (item.Element("templateProcessing") is not { } processing) return;
        var rules = new XElement(processing);
        rules.Descendants("templateConstraint").Remove();
        rules.Descendants("setTemplateValue").Where(s => named.Exists(t => t.Id == s.Attribute("identifier")?.Value)).Remove();
        foreach (var e in rules.Descendants().ToList())
        {
            e.Name = e.Name.LocalName switch { "templateIf" => "responseIf", "templateElseIf" => "responseElseIf", "templateElse" => "responseElse", var other => other };
        }
        ResponseProcessor.Run(state, rules, fragment);
    }

    // What rules and responses that do not fit each other come to.
    private static bool IsRefused(Exception e) => e is MarkingException or OverflowException or InvalidCastException or ArgumentException or DivideByZeroException or InvalidOperationException;

    // Some tools call it SCORE0 or ITEMSCORE.
    private static double? OnlyNumber(List<KeyValuePair<string, QtiValue?>> outcomes) =>
        outcomes.Exists(o => o.Key == "SCORE") ? null : outcomes.Where(o => IsScore(o.Key)).Select(o => Number(o.Value)).ToList() is [{ } single] ? single : null;

    private static bool IsScore(string id) => id.TrimEnd([.. "0123456789_"]).EndsWith("SCORE", StringComparison.OrdinalIgnoreCase)
        && !id.StartsWith("MAX", StringComparison.OrdinalIgnoreCase) && !id.StartsWith("MIN", StringComparison.OrdinalIgnoreCase);

    private static double? Number(QtiValue? value) => value is { IsNumeric: true, Items: [var only] } ? QtiValue.Number(only) : null;
}
