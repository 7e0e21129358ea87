using System.Text.Json;
using System.Xml.Linq;
using CongVu.Examinations.Items;
using CongVu.Examinations.Marking;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>Answers a question in many ways, by the rules of its file and by those the bank will use, and sees whether they give the same points.</summary>
internal static class QtiProbe
{
    private const int Most = 200;

    // No author expects it.
    private const string Nonsense = "zzqx";

    public static bool IsAlike(XElement original, Func<string, XElement?> fragment, ExamItem made)
    {
        var ours = QtiWriter.Plain(made);
        return Answers(made.Parts).Take(Most).All(answer =>
            ItemScorer.ScoreOf(original, answer, fragment) is not { } theirs || (ItemScorer.ScoreOf(ours, answer, _ => null) is { } own && Math.Abs(theirs - own) < 0.0001));
    }

    private static IEnumerable<Dictionary<string, JsonElement>> Answers(IReadOnlyList<Part> parts)
    {
        var right = parts.ToDictionary(p => p.Id, Right);
        yield return [];
        yield return right.ToDictionary(r => r.Key, r => Json(r.Value));
        foreach (var part in parts)
        {
            foreach (var answer in Tries(part, right[part.Id]))
            {
                yield return new Dictionary<string, JsonElement> { [part.Id] = Json(answer) };
            }
        }
    }

    private static string[] Right(Part part) => part.Kind switch
    {
        PartKind.ExtendedText => [],
        PartKind.GapNumeric => [.. part.Numbers.Take(1).Select(n => QtiDeclarations.Number(n.Value))],
        PartKind.GapText => [.. part.Key.Take(1)],
        _ => [.. part.Key],
    };

    private static IEnumerable<string[]> Tries(Part part, string[] right)
    {
        if (part.Kind == PartKind.ExtendedText) yield break;
        yield return right;
        if (part.Kind == PartKind.GapNumeric)
        {
            foreach (var number in part.Numbers)
            {
                yield return [QtiDeclarations.Number(number.Value)];
                yield return [QtiDeclarations.Number(number.Value + number.Tolerance)];
                yield return [QtiDeclarations.Number(number.Value + number.Tolerance + 1)];
            }
            yield break;
        }
        if (part.Kind == PartKind.GapText)
        {
            foreach (var text in part.Key.Concat(part.Scores.Select(s => s.Answer)).Append(Nonsense)) yield return [text];
            foreach (var text in part.Key) yield return [text.ToUpperInvariant()];
            yield break;
        }
        if (part.Kind == PartKind.Ordering)
        {
            yield return [.. right.Reverse()];
            yield return [.. right.Take(right.Length - 2), .. right.TakeLast(2).Reverse()];
            yield break;
        }
        if (part.Kind == PartKind.Matching)
        {
            foreach (var pair in right.Concat(part.Scores.Select(s => s.Answer))) yield return [pair];
            yield return [.. right.Skip(1)];
            yield break;
        }
        foreach (var choice in part.Choices) yield return [choice.Id];
        if (part.Kind != PartKind.MultipleResponse) yield break;
        yield return [.. right.Skip(1)];
        foreach (var wrong in part.Choices.Where(c => !right.Contains(c.Id))) yield return [.. right, wrong.Id];
        yield return [.. part.Choices.Select(c => c.Id)];
    }

    private static JsonElement Json(string[] answer) => JsonSerializer.SerializeToElement(answer);
}
