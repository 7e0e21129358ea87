namespace CongVu.Reform.Reading;

/// <summary>Numeric targets in the sections on goals, with the deadline of the sentence or of the heading above it.</summary>
internal static class TargetReader
{
    private static readonly string[] Goals = ["muc tieu", "chi tieu", "muc dich", "chi so", "ket qua can dat"];

    private static readonly string[] Others =
    [
        "yeu cau", "quan diem", "nhiem vu", "giai phap", "noi dung", "to chuc thuc hien", "kinh phi", "pham vi", "doi tuong", "thoi gian", "phan cong", "danh gia", "tinh hinh",
        "ket qua dat duoc", "ket qua thuc hien", "ton tai", "han che", "nguyen nhan", "su can thiet", "can cu", "co so", "thuc trang", "che do", "trach nhiem",
    ];

    public static IEnumerable<PlanReadTarget> Read(Outline outline, int? year)
    {
        foreach (var node in outline.Root.SelfAndBelow().Where(IsOfGoals))
        {
            var by = DeadlineAbove(node);
            var own = node.Block is null || node.IsHeading && node.Children.Count > 0 && !HasPercent(node.Title) ? [] : (List<(string, PlanSource)>)[(node.Title, node.Block.Source)];
            foreach (var (text, source) in own.Concat(node.Body.Select(b => (Vietnamese.OneLine(b.Text), b.Source))))
            {
                foreach (var target in InText(text, source, by, year, false))
                {
                    yield return target;
                }
            }
        }
    }

    /// <summary>Percentages with a word of comparison that a product or task of a table promises, due with it.</summary>
    public static IEnumerable<PlanReadTarget> OfTask(PlanReadTask task)
    {
        foreach (var product in task.Products)
        {
            foreach (var target in InText(product.Text, product.Source, product.Schedule.To, null, true))
            {
                yield return target;
            }
        }
    }

    internal static IEnumerable<PlanReadTarget> InText(string text, PlanSource source, DateOnly? by, int? year, bool onlyStated)
    {
        foreach (var sentence in Sentences.Split(Vietnamese.OneLine(text)))
        {
            var dates = DateMentions.Find(sentence, year).Where(d => d.Last is not null && !IsBaseline(sentence, d)).ToList();
            foreach (var number in TargetNumbers.In(sentence))
            {
                if (onlyStated && (!number.Stated || number.Unit != PlanTargetUnit.Percent))
                {
                    continue;
                }
                // Goals in a row are parted by semicolons; a deadline named before holds on, one named after belongs to its own clause.
                var start = sentence.LastIndexOf(';', number.At) + 1;
                var end = sentence.IndexOf(';', number.At) is >= 0 and var next ? next : sentence.Length;
                var words = sentence[start..end].Trim(' ', ',');
                var date = dates.LastOrDefault(d => d.Start < number.At) ?? dates.FirstOrDefault(d => d.Start < end);
                yield return new PlanReadTarget(Ids.Of("target", words, $"{number.Value}", $"{number.At - start}"), words, number.Value, number.Comparison, number.Unit, date?.Last ?? by, source);
            }
        }
    }

    /// <summary>"So với năm 2025" tells what is compared with, not by when.</summary>
    private static bool IsBaseline(string sentence, DateMention date)
    {
        var before = Vietnamese.Fold(sentence[Math.Max(0, date.Start - 16)..date.Start]);
        return Vietnamese.HasAny(before, ["so voi", "tinh den", "hien nay", "tai thoi diem"]);
    }

    /// <summary>The date of the nearest heading that is about goals and names one.</summary>
    private static DateOnly? DeadlineAbove(OutlineNode node)
    {
        foreach (var above in node.SelfAndAbove().Where(n => n.Block is not null && n.IsHeading))
        {
            if (Kind(above) == false)
            {
                return null;
            }
            if (above != node && !HasPercent(above.Title) && DateMentions.Find(above.Title).LastOrDefault(d => d.Last is not null) is { } date)
            {
                return date.Last;
            }
        }
        return null;
    }

    private static bool IsOfGoals(OutlineNode node)
    {
        foreach (var above in node.SelfAndAbove())
        {
            if (above.Block is not null && Kind(above) is { } goal)
            {
                return goal;
            }
        }
        return false;
    }

    /// <summary>True for a heading about goals, false for one about something else, null for one that does not say.</summary>
    private static bool? Kind(OutlineNode node)
    {
        if (!node.IsHeading || node.Title.Length > 180)
        {
            return null;
        }
        var folded = Vietnamese.Fold(node.Title);
        var high = node.Rank < 13;
        var goal = FirstAt(folded, Goals, high);
        var other = FirstAt(folded, Others, high);
        return goal < 0 && other < 0 ? null : goal >= 0 && (other < 0 || goal <= other || high);
    }

    private static int FirstAt(string folded, string[] words, bool anywhere) =>
        words.Select(w => Vietnamese.IndexOfPhrase(folded, w)).Where(at => at >= 0 && (anywhere || at <= 12)).DefaultIfEmpty(-1).Min();

    private static bool HasPercent(string text) => text.Contains('%', StringComparison.Ordinal);
}
