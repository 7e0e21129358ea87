using System.Globalization;

namespace CongVu.Reform.Reading;

/// <summary>A number of a sentence that something is to reach.</summary>
internal sealed record TargetNumber(decimal Value, PlanComparison Comparison, PlanTargetUnit Unit, int At, bool Stated);

/// <summary>Finds percentages, and counts with a word of comparison, in a sentence; numbers of laws and dates are not looked at.</summary>
internal static class TargetNumbers
{
    private static readonly (string Words, PlanComparison Comparison)[] Before =
    [
        ("khong thap hon", PlanComparison.AtLeast), ("khong duoi", PlanComparison.AtLeast), ("khong it hon", PlanComparison.AtLeast), ("khong nho hon", PlanComparison.AtLeast),
        ("khong qua", PlanComparison.AtMost), ("khong vuot qua", PlanComparison.AtMost), ("khong vuot", PlanComparison.AtMost), ("khong lon hon", PlanComparison.AtMost), ("khong cao hon", PlanComparison.AtMost),
        ("it nhat", PlanComparison.AtLeast), ("toi thieu", PlanComparison.AtLeast), ("toi da", PlanComparison.AtMost), ("nhieu nhat", PlanComparison.AtMost),
        ("tren", PlanComparison.MoreThan), ("hon", PlanComparison.MoreThan), ("vuot", PlanComparison.MoreThan), ("duoi", PlanComparison.LessThan), ("thap hon", PlanComparison.LessThan),
        (">=", PlanComparison.AtLeast), ("≥", PlanComparison.AtLeast), ("<=", PlanComparison.AtMost), ("≤", PlanComparison.AtMost), (">", PlanComparison.MoreThan), ("<", PlanComparison.LessThan),
        ("dat muc", PlanComparison.AtLeast),
    ];

    private static readonly HashSet<string> NotCounted = ["nam", "thang", "ngay", "gio", "tuoi", "quy", "tuan", "dong", "trieu", "ty", "dieu", "khoan", "phut", "lan"];

    public static IReadOnlyList<TargetNumber> In(string sentence)
    {
        var masked = LegalReference.Mask(sentence);
        var folded = Vietnamese.Fold(masked);
        var dates = DateMentions.Find(sentence);
        List<TargetNumber> found = [];
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiDigit(folded[i]) || (i > 0 && (char.IsLetterOrDigit(folded[i - 1]) || folded[i - 1] is '/' or '§')))
            {
                continue;
            }
            var start = i;
            var value = Number(folded, ref i);
            if (value is null || dates.Any(d => start >= d.Start && start < d.End))
            {
                continue;
            }
            var after = folded[i..].TrimStart();
            var percent = after.StartsWith('%') || Vietnamese.StartsWithPhrase(after, "phan tram") || IsLowEndOfRange(folded, i);
            var stated = Comparison(folded, start, after);
            if (percent ? !IsBaseline(folded, start, i) : stated is not null && IsCounted(after) && value == decimal.Truncate(value.Value))
            {
                found.Add(new TargetNumber(value.Value, stated ?? (value == 100 ? PlanComparison.Equal : PlanComparison.AtLeast), percent ? PlanTargetUnit.Percent : PlanTargetUnit.Count, start, stated is not null));
            }
        }
        return Ranges(folded, found);
    }

    private static decimal? Number(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] is ',' or '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
        {
            i++;
        }
        var raw = text[start..i];
        var separator = raw.LastIndexOfAny([',', '.']);
        var thousands = separator > 0 && raw.Length - separator == 4;
        var plain = thousands ? raw.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) : raw.Replace(',', '.');
        return plain.Length <= 12 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static PlanComparison? Comparison(string folded, int start, string after)
    {
        var head = folded[Math.Max(0, start - 26)..start];
        head = head[(head.LastIndexOfAny([';', ',', '.', '%']) + 1)..];
        var tail = after.TrimStart('%', ' ');
        if (tail.StartsWith("tro len", StringComparison.Ordinal) || tail.StartsWith("tro xuong", StringComparison.Ordinal))
        {
            return tail.StartsWith("tro len", StringComparison.Ordinal) ? PlanComparison.AtLeast : PlanComparison.AtMost;
        }
        var best = (At: -1, Comparison: (PlanComparison?)null);
        foreach (var (words, comparison) in Before)
        {
            var at = char.IsLetter(words[0]) ? LastPhrase(head, words) : head.LastIndexOf(words, StringComparison.Ordinal);
            // The first listed wins where one phrase holds another ("không thấp hơn" and "hơn").
            if (at >= 0 && at + words.Length > best.At && !(best.Comparison is not null && at + words.Length <= best.At))
            {
                best = (at + words.Length, comparison);
            }
        }
        if (best.Comparison is not null)
        {
            return best.Comparison;
        }
        var next = Vietnamese.IndexOfPhrase(folded, "tro len", start);
        return next >= 0 && next - start < 30 && folded.IndexOfAny([';', ',', '.'], start, next - start) < 0 ? PlanComparison.AtLeast : null;
    }

    private static int LastPhrase(string text, string phrase)
    {
        var last = -1;
        for (var at = Vietnamese.IndexOfPhrase(text, phrase); at >= 0; at = Vietnamese.IndexOfPhrase(text, phrase, at + 1))
        {
            last = at;
        }
        return last;
    }

    /// <summary>The 80 of "80 - 85%".</summary>
    private static bool IsLowEndOfRange(string folded, int end)
    {
        var tail = folded[end..].TrimStart();
        if (tail.StartsWith('-') || tail.StartsWith("den ", StringComparison.Ordinal))
        {
            var next = tail.TrimStart('-', ' ');
            next = next.StartsWith("den ", StringComparison.Ordinal) ? next[4..] : next;
            var digits = next.TakeWhile(c => char.IsAsciiDigit(c) || c == ',').Count();
            return digits > 0 && next[digits..].TrimStart().StartsWith('%');
        }
        return false;
    }

    /// <summary>The 60 of "tăng từ 60% lên 80%": where things stand, not what is wanted.</summary>
    private static bool IsBaseline(string folded, int start, int end)
    {
        var head = folded[Math.Max(0, start - 6)..start].TrimEnd();
        if (!head.EndsWith("tu", StringComparison.Ordinal))
        {
            return false;
        }
        var tail = folded[end..Math.Min(folded.Length, end + 50)];
        var up = Vietnamese.IndexOfPhrase(tail, "len");
        var down = Vietnamese.IndexOfPhrase(tail, "xuong");
        return (up >= 0 && Vietnamese.IndexOfPhrase(tail, "tro len") != up - 4) || (down >= 0 && Vietnamese.IndexOfPhrase(tail, "tro xuong") != down - 4);
    }

    private static bool IsCounted(string after)
    {
        var word = new string([.. after.TakeWhile(c => char.IsLetter(c))]);
        return word.Length > 0 && !NotCounted.Contains(word);
    }

    /// <summary>"từ 15% đến 20%", "80 - 85%": at least the one, at most the other.</summary>
    private static List<TargetNumber> Ranges(string folded, List<TargetNumber> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var between = folded[found[i].At..found[i + 1].At].TrimStart("0123456789,.".ToCharArray()).Trim(' ', '%');
            if (between is "-" or "den" && !found[i].Stated && !found[i + 1].Stated)
            {
                found[i] = found[i] with { Comparison = PlanComparison.AtLeast, Stated = true };
                found[i + 1] = found[i + 1] with { Comparison = PlanComparison.AtMost, Stated = true };
            }
        }
        return found;
    }
}
