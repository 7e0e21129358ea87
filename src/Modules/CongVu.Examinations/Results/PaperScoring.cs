using System.Collections.Concurrent;
using System.Text.Json;
using System.Xml.Linq;
using CongVu.Examinations.Formats.Qti;
using CongVu.Examinations.Items;
using CongVu.Examinations.Marking;
using CongVu.Examinations.Sittings;

namespace CongVu.Examinations.Results;

/// <summary>One question of a paper as marked; no points yet for an essay.</summary>
internal sealed record QuestionScore(int Place, string Code, int? Hundredths, int MaxHundredths, string? Answer)
{
    public double Share => Hundredths is { } h && MaxHundredths > 0 ? (double)h / MaxHundredths : 0;
}

/// <summary>What a paper earned by machine, before penalty.</summary>
internal sealed record PaperScore(IReadOnlyList<QuestionScore> Questions)
{
    public int Hundredths => Questions.Sum(q => q.Hundredths ?? 0);
    public int MaxHundredths => Questions.Sum(q => q.MaxHundredths);
    public IEnumerable<QuestionScore> Essays => Questions.Where(q => q.Hundredths is null);
}

/// <summary>Marks papers by the rules of their questions. A pure function of paper, answers and the questions found faulty, so that anyone can mark again.</summary>
internal sealed class PaperScoring
{
    private readonly ConcurrentDictionary<string, (XElement Item, double Max)> _rules = new(StringComparer.Ordinal);

    public static bool IsEssay(ExamItem item) => item.Parts.Any(p => p.Kind == PartKind.ExtendedText);

    /// <param name="answers">Body of the last answer by place: JSON of part to value.</param>
    /// <param name="faulty">Codes of questions whose points everybody gets.</param>
    public PaperScore Score(IReadOnlyList<MarkedItem> paper, IReadOnlyDictionary<int, string> answers, IReadOnlySet<string> faulty) =>
        new([.. paper.Select(q => new QuestionScore(q.Place, q.Question.Entry.Id, Points(q, answers.GetValueOrDefault(q.Place), faulty), q.PointsHundredths, answers.GetValueOrDefault(q.Place)))]);

    private int? Points(MarkedItem question, string? body, IReadOnlySet<string> faulty)
    {
        if (faulty.Contains(question.Question.Entry.Id)) return question.PointsHundredths;
        if (IsEssay(question.Question.Item)) return null;
        var rules = _rules.GetOrAdd(question.Question.Entry.Id, _ => (QtiWriter.Plain(question.Question.Item), (double)question.Question.Item.Points));
        if (rules.Max <= 0) return 0;
        var score = ItemScorer.Score(rules.Item, question.Question.Entry.Id, Responses(body), _ => null).Score ?? 0;
        return (int)Math.Round(Math.Clamp(score / rules.Max, 0, 1) * question.PointsHundredths, MidpointRounding.AwayFromZero);
    }

    /// <summary>An answer that is no JSON of parts counts as none.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Responses(string? body)
    {
        if (body is null) return new Dictionary<string, JsonElement>();
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind != JsonValueKind.Object ? new Dictionary<string, JsonElement>()
                : json.RootElement.EnumerateObject().DistinctBy(p => p.Name).Where(p => !IsEmpty(p.Value)).ToDictionary(p => p.Name, p => p.Value.Clone());
        }
        // Half a character ("\ud800") is JSON and no text.
        catch (Exception e) when (e is JsonException or InvalidOperationException) { return new Dictionary<string, JsonElement>(); }
    }

    // A field that was emptied again is unanswered, also where a number is expected.
    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        // Each is read, so that half a character shows here and not when somebody counts or prints it.
        JsonValueKind.Array => value.EnumerateArray().Count(v => v.ValueKind != JsonValueKind.String || v.GetString() is not null) == 0,
        _ => false,
    };
}
