namespace CongVu.Reform.Reading;

/// <summary>The words of a sentence that say when its task is due.</summary>
internal static class TimePhrase
{
    private static readonly string[] Leads =
        ["chậm nhất", "muộn nhất", "trước", "trong", "vào", "đến hết", "đến", "từ", "hoàn thành", "xong", "thời gian", "thời hạn"];

    private static readonly string[] Announcing = ["hoan thanh", "thoi gian", "thoi han", "xong", "truoc ngay", "truoc", "cham nhat", "muon nhat", "thuc hien trong", "trien khai trong", "trong quy", "trong thang", "trong nam", "ban hanh trong", "trinh", "bao cao"];

    // Words that may stand before a time in a clause that says nothing else.
    private static readonly HashSet<string> OnlyAnnounces =
        ["", "hoan thanh", "va hoan thanh", "thuc hien", "xong", "thoi gian", "thoi gian thuc hien", "thoi gian hoan thanh", "thoi han", "thoi han hoan thanh", "phai hoan thanh", "hoan thanh xong", "hoan thanh viec nay"];

    private static readonly string[] Ongoing = ["thực hiện thường xuyên", "(thường xuyên", "thường xuyên hằng năm", "thường xuyên hàng năm", "thực hiện hằng năm", "thực hiện hàng năm"];

    /// <summary>The phrase, and whether it closes the sentence as a clause of its own.</summary>
    public static (string Phrase, bool Only) In(string sentence)
    {
        foreach (var ongoing in Ongoing)
        {
            var at = sentence.IndexOf(ongoing, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                var phrase = sentence[at..].Trim(' ', '(', ')', '.', ';', ',');
                return (phrase.Length <= 120 ? phrase : ongoing.Trim('('), at > 0 && sentence[at - 1] is not (>= 'a' and <= 'z'));
            }
        }
        var mentions = DateMentions.Find(sentence);
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            var start = PhraseStart(sentence, mentions, i);
            if (start >= 0)
            {
                var end = mentions[i].End;
                var tail = sentence[end..].Trim(' ', '.', ')', ';', ',');
                return (sentence[start..end].Trim(), tail.Length == 0);
            }
        }
        return ("", false);
    }

    /// <summary>The sentence without its closing time clause, when that clause is cut off by a comma, semicolon or bracket.</summary>
    public static string Without(string sentence, string phrase)
    {
        var at = sentence.LastIndexOf(phrase, StringComparison.Ordinal);
        if (at < 0)
        {
            return sentence;
        }
        var cut = at;
        while (cut > 0 && sentence[cut - 1] is not (',' or ';' or '('))
        {
            cut--;
        }
        return OnlyAnnounces.Contains(Vietnamese.Fold(sentence[cut..at]).Trim()) ? sentence[..Math.Max(0, cut - 1)].TrimEnd(' ', ',', ';', '(') : sentence;
    }

    private static int PhraseStart(string sentence, IReadOnlyList<DateMention> mentions, int last)
    {
        var first = last;
        while (first > 0 && mentions[first].Start - mentions[first - 1].End <= 12)
        {
            first--;
        }
        var from = Math.Max(0, mentions[first].Start - 40);
        var before = sentence[from..mentions[first].Start];
        var folded = Vietnamese.Fold(before);
        if (!Vietnamese.HasAny(folded, Announcing))
        {
            return -1;
        }
        var best = -1;
        foreach (var lead in Leads.Take(8))
        {
            var at = before.LastIndexOf(lead, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (best < 0 || at < best) && before.Length - at - lead.Length <= 14)
            {
                best = at;
            }
        }
        return best >= 0 ? from + best : mentions[first].Start;
    }
}
