using System.Globalization;
using System.Xml.Linq;

namespace CongVu.Examinations.Marking;

/// <summary>Runs the response processing of one item.</summary>
internal sealed class ResponseProcessor
{
    private readonly ItemState _state;
    private readonly Expressions _expressions;
    private readonly Func<string, XElement?> _fragment;
    private int _steps;

    private ResponseProcessor(ItemState state, Func<string, XElement?> fragment) => (_state, _expressions, _fragment) = (state, new Expressions(state), fragment);

    /// <param name="state">Variables with the responses bound.</param>
    /// <param name="rules">The responseProcessing element.</param>
    /// <param name="fragment">Finds another file of the package by its address.</param>
    public static void Run(ItemState state, XElement rules, Func<string, XElement?> fragment)
    {
        var processor = new ResponseProcessor(state, fragment);
        try
        {
            if (rules.Elements().Any()) processor.Rules(rules.Elements(), 0);
            else if (RuleTemplates.Find(rules, state, fragment) is { } template) processor.Rules(template.Elements(), 0);
        }
        catch (ExitException)
        {
            // exitResponse ends the rules; what was set stays.
        }
    }

    private void Rules(IEnumerable<XElement> rules, int depth)
    {
        if (depth > 100) throw new MarkingException("Quy tắc chấm lồng nhau quá sâu.");
        foreach (var rule in rules)
        {
            if (++_steps > 100_000) throw new MarkingException("Quy tắc chấm quá dài.");
            switch (rule.Name.LocalName)
            {
                case "responseCondition" or "templateCondition":
                    Condition(rule, depth);
                    break;
                case "setOutcomeValue" or "setTemplateValue":
                    Set(rule, value => _state.Assign(Id(rule), value));
                    break;
                case "setCorrectResponse":
                    Set(rule, value => _state.SetCorrect(Id(rule), value));
                    break;
                case "setDefaultValue":
                    Set(rule, value => _state.SetDefault(Id(rule), value));
                    break;
                case "lookupOutcomeValue":
                    Set(rule, value => Lookup(rule, value));
                    break;
                case "exitResponse" or "exitTemplate":
                    throw new ExitException();
                case "responseProcessingFragment":
                    Rules(rule.Elements(), depth + 1);
                    break;
                case "include":
                    Rules((_fragment(rule.Attribute("href")?.Value ?? "") ?? throw new MarkingException($"Không có đoạn quy tắc “{rule.Attribute("href")?.Value}” trong gói.")).Elements(), depth + 1);
                    break;
                default:
                    throw new MarkingException($"Không biết quy tắc <{rule.Name.LocalName}>.");
            }
        }
    }

    private void Set(XElement rule, Action<QtiValue?> set)
    {
        QtiValue? value;
        try { value = rule.Elements().FirstOrDefault() is { } expression ? _expressions.Evaluate(expression) : null; }
        catch (UndeterminedException unknown)
        {
            LeaveOpen(rule, unknown.Message);
            return;
        }
        set(value);
    }

    private void LeaveOpen(XElement rule, string why) => _state.LeaveOpen(Id(rule), rule.Name.LocalName == "setCorrectResponse", why);

    // Nobody knows which branch is taken, so whatever one of them sets is open.
    private void LeaveOpen(IEnumerable<XElement> branches, UndeterminedException unknown)
    {
        foreach (var rule in branches.SelectMany(b => b.Descendants()))
        {
            if (rule.Name.LocalName is "exitResponse" or "exitTemplate" or "include") throw unknown;
            if (rule.Name.LocalName is "lookupOutcomeValue" || rule.Name.LocalName.StartsWith("set", StringComparison.Ordinal)) LeaveOpen(rule, unknown.Message);
        }
    }

    private void Condition(XElement condition, int depth)
    {
        foreach (var branch in condition.Elements())
        {
            var name = branch.Name.LocalName;
            if (name.EndsWith("Else", StringComparison.Ordinal))
            {
                Rules(branch.Elements(), depth + 1);
                return;
            }
            var test = branch.Elements().FirstOrDefault() ?? throw new MarkingException($"<{name}> không có điều kiện.");
            bool isMet;
            // NULL counts as not met.
            try { isMet = _expressions.Evaluate(test) is { } met && Expressions.Truth(met); }
            catch (UndeterminedException unknown)
            {
                LeaveOpen(branch.ElementsAfterSelf().Prepend(branch), unknown);
                return;
            }
            if (isMet)
            {
                Rules(branch.Elements().Skip(1), depth + 1);
                return;
            }
        }
    }

    private void Lookup(XElement rule, QtiValue? value)
    {
        var outcome = _state.Declared(Id(rule));
        var table = outcome.LookupTable ?? throw new MarkingException($"Biến “{outcome.Id}” không có bảng tra.");
        if (Expressions.IsNull(value))
        {
            _state.Assign(outcome.Id, Value(outcome, table.Attribute("defaultValue")?.Value));
            return;
        }
        var number = QtiValue.Number(value!.Single);
        var entry = table.Elements().FirstOrDefault(e => double.TryParse(e.Attribute("sourceValue")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var source)
            && (table.Name.LocalName == "matchTable" ? number == source : number > source || (number == source && e.Attribute("includeBoundary")?.Value is not ("false" or "0"))));
        _state.Assign(outcome.Id, Value(outcome, (entry?.Attribute("targetValue") ?? table.Attribute("defaultValue"))?.Value));
    }

    private static QtiValue? Value(Declaration outcome, string? text) => text is null ? null : new QtiValue(outcome.Type, Cardinality.Single, [QtiValue.Parse(outcome.Type, text)]);

    private static string Id(XElement rule) => rule.Attribute("identifier")?.Value.Trim() ?? "";

    private sealed class ExitException : Exception;
}
