namespace CongVu.Examinations.Room;

/// <summary>What somebody answered wrong: the question, and the answer in one form whatever order it was given in.</summary>
internal sealed record WrongPaper(Guid Seat, int Number, IReadOnlyDictionary<string, string> Wrong);

/// <param name="BothWrong">Questions that both answered wrong.</param>
/// <param name="Same">Of these, with the same answer.</param>
/// <param name="Expected">How many would be the same on average, were both to err as the room does.</param>
/// <param name="Chance">How likely it then is that so many or more are the same.</param>
internal sealed record AlikePair(WrongPaper First, WrongPaper Second, int BothWrong, int Same, double Expected, double Chance);

/// <summary>
/// Wrong answers that neighbours have in common, held against how the whole room errs: a wrong answer that everybody gives says nothing, one that nobody else gives says
/// more. A figure about answers, not about people.
/// </summary>
internal static class Alikeness
{
    /// <summary>Pairs in seats that follow on one another, the most unusual first.</summary>
    public static IReadOnlyList<AlikePair> Neighbours(IReadOnlyList<WrongPaper> papers)
    {
        var alike = papers.SelectMany(p => p.Wrong).GroupBy(w => w.Key).ToDictionary(q => q.Key, q =>
        {
            // The pair itself is among those counted, which makes the same answer look more usual than it is, never less.
            double all = q.Count();
            return q.GroupBy(w => w.Value).Sum(same => same.Count() / all * (same.Count() / all));
        });
        var ordered = papers.OrderBy(p => p.Number).ToList();
        return [.. ordered.Zip(ordered.Skip(1)).Where(p => p.Second.Number == p.First.Number + 1).Select(p => Compare(p.First, p.Second, alike)).OrderBy(p => p.Chance).ThenBy(p => p.First.Number)];
    }

    private static AlikePair Compare(WrongPaper first, WrongPaper second, Dictionary<string, double> alike)
    {
        var both = first.Wrong.Keys.Where(second.Wrong.ContainsKey).ToList();
        var same = both.Count(q => first.Wrong[q] == second.Wrong[q]);
        return new AlikePair(first, second, both.Count, same, both.Sum(q => alike[q]), AtLeast(same, [.. both.Select(q => alike[q])]));
    }

    /// <summary>How likely at least so many of independent events are, each with its own probability.</summary>
    public static double AtLeast(int count, IReadOnlyList<double> probabilities)
    {
        var exactly = new double[probabilities.Count + 1];
        exactly[0] = 1;
        for (var i = 0; i < probabilities.Count; i++)
            for (var k = i + 1; k >= 0; k--) exactly[k] = exactly[k] * (1 - probabilities[i]) + (k > 0 ? exactly[k - 1] * probabilities[i] : 0);
        return Math.Clamp(exactly.Skip(count).Sum(), 0, 1);
    }

    /// <summary>In words: how often that happens by itself, of so many pairs looked at.</summary>
    public static (string Badge, string Words) Say(AlikePair pair, int pairs)
    {
        if (pair.Same == 0 || pair.Chance > 0.05) return ("quiet", "Không khác thường.");
        var once = Math.Round(1 / pair.Chance);
        var rarity = once > 1_000_000 ? "chưa tới một trong một triệu cặp" : $"khoảng một trong {Platform.Text.VnFormat.Count((long)once)} cặp";
        return pair.Chance * pairs > 0.05
            ? ("info", $"Nếu làm độc lập thì {rarity} trùng nhiều như vậy; trong {pairs} cặp của phòng, gặp một cặp như thế là bình thường.")
            : ("warn", $"Hiếm: nếu làm độc lập thì {rarity} trùng nhiều như vậy. Nên đối chiếu diễn biến phòng thi và sơ đồ chỗ ngồi; con số này không nói vì sao trùng.");
    }
}
