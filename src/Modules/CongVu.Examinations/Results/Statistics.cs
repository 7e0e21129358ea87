using CongVu.Examinations.Items;
using CongVu.Examinations.Sittings;

namespace CongVu.Examinations.Results;

/// <summary>What a question showed. Thousandths; null where too few answered it or all did alike.</summary>
internal sealed record QuestionFigures(string Code, int Answered, int FacilityPermille, int? DiscriminationPermille, int? PointBiserialPermille, IReadOnlyDictionary<string, int> Options);

/// <summary>The papers as a whole: Cronbach's alpha over the strata of the blueprint (KR-20 where all is right or wrong).</summary>
internal sealed record PaperFigures(int Papers, double MeanPercent, double DeviationPercent, double? Alpha);

/// <summary>The usual figures of classical test theory, over papers of one sitting.</summary>
internal static class Statistics
{
    /// <summary>Share of the best and of the weakest papers that are compared.</summary>
    private const double Group = 0.27;
    private const int Fewest = 10;

    public static IReadOnlyList<QuestionFigures> Questions(IReadOnlyList<PaperScore> papers, IReadOnlyDictionary<string, SealedQuestion> bank)
    {
        List<QuestionFigures> figures = [];
        foreach (var group in papers.SelectMany(p => p.Questions.Where(q => q.Hundredths is not null).Select(q => (Paper: p, Question: q))).GroupBy(x => x.Question.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var answered = group.Select(x => (x.Question, Others: Percent(x.Paper.Hundredths - x.Question.Hundredths!.Value, x.Paper.MaxHundredths - x.Question.MaxHundredths), Total: Percent(x.Paper.Hundredths, x.Paper.MaxHundredths))).ToList();
            var isEnough = answered.Count >= Fewest;
            var discrimination = isEnough ? UpperLower(answered.ConvertAll(a => (a.Total, a.Question.Share))) : (double?)null;
            var correlation = isEnough ? Correlation(answered.ConvertAll(a => a.Others), answered.ConvertAll(a => a.Question.Share)) : null;
            figures.Add(new QuestionFigures(group.Key, answered.Count, Permille(answered.Average(a => a.Question.Share)), discrimination is { } d ? Permille(d) : null, correlation is { } r ? Permille(r) : null, Options(answered.ConvertAll(a => a.Question), bank[group.Key])));
        }
        return figures;
    }

    public static PaperFigures Papers(IReadOnlyList<PaperScore> papers, IReadOnlyDictionary<string, int> strata)
    {
        var totals = papers.Select(p => Percent(p.Hundredths, p.MaxHundredths)).ToList();
        if (totals.Count == 0) return new PaperFigures(0, 0, 0, null);
        return new PaperFigures(totals.Count, totals.Average(), Math.Sqrt(Variance(totals)), Alpha([.. papers.Select(p => p.Questions.Where(q => q.Hundredths is not null).OrderBy(q => strata[q.Code]).Select(q => (double)q.Hundredths!.Value).ToArray())]));
    }

    /// <summary>k/(k−1) · (1 − Σ variances of the places / variance of the sums).</summary>
    public static double? Alpha(IReadOnlyList<double[]> rows)
    {
        if (rows.Count < 2 || rows[0].Length < 2 || rows.Any(r => r.Length != rows[0].Length)) return null;
        var (k, whole) = (rows[0].Length, Variance([.. rows.Select(r => r.Sum())]));
        return whole <= 0 ? null : k / (k - 1.0) * (1 - Enumerable.Range(0, k).Sum(j => Variance([.. rows.Select(r => r[j])])) / whole);
    }

    /// <summary>Mean share of the best 27 % less that of the weakest.</summary>
    public static double UpperLower(IReadOnlyList<(double Total, double Share)> answered)
    {
        var size = Math.Max(1, (int)Math.Round(answered.Count * Group, MidpointRounding.AwayFromZero));
        var sorted = answered.OrderBy(a => a.Total).ToList();
        return sorted.TakeLast(size).Average(a => a.Share) - sorted.Take(size).Average(a => a.Share);
    }

    public static double? Correlation(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var (sx, sy) = (Math.Sqrt(Variance(x)), Math.Sqrt(Variance(y)));
        return sx <= 0 || sy <= 0 ? null : x.Zip(y).Average(p => (p.First - mx) * (p.Second - my)) / (sx * sy);
    }

    private static double Variance(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Average(v => (v - mean) * (v - mean));
    }

    // Under the names the bank uses; "" is unanswered.
    private static Dictionary<string, int> Options(List<QuestionScore> answers, SealedQuestion question)
    {
        if (question.Item.Parts is not [{ Kind: PartKind.SingleChoice or PartKind.MultipleResponse or PartKind.TrueFalse or PartKind.InlineChoice } part]) return [];
        Dictionary<string, int> used = part.Choices.ToDictionary(c => Named(c.Id), _ => 0);
        used[""] = 0;
        foreach (var answer in answers)
        {
            var given = PaperScoring.Responses(answer.Answer).TryGetValue(part.Id, out var value) ? value.ValueKind == System.Text.Json.JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.ToString())] : new[] { value.ToString() } : [""];
            foreach (var one in given.Select(Named).Where(used.ContainsKey)) used[one]++;
        }
        return used;

        string Named(string label) => question.Labels?.GetValueOrDefault(part.Id)?.GetValueOrDefault(label) ?? label;
    }

    private static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private static int Permille(double share) => (int)Math.Round(share * 1000, MidpointRounding.AwayFromZero);
}
