using System.Text;

namespace CongVu.Reform.Reading;

/// <summary>Who, with whom, by when and with what result, read out of a sentence of running text.</summary>
/// <param name="Title">What is left as the task itself.</param>
/// <param name="Lead">Names of the lead units as written.</param>
/// <param name="Support">Names of the supporting units as written.</param>
/// <param name="Time">Words that say when.</param>
/// <param name="Product">Words after "Sản phẩm:".</param>
internal sealed record Assignment(string Title, string Lead, string Support, string Time, string Product)
{
    // A small-lettered verb after the names of the supporting units says what they do: the names end there.
    private static readonly string[] Verbs =
    [
        "xây dựng", "tham mưu", "thực hiện", "triển khai", "tổ chức", "hoàn thành", "rà soát", "hướng dẫn", "kiểm tra", "trình", "ban hành", "đôn đốc", "theo dõi", "tổng hợp", "báo cáo",
        "nghiên cứu", "đề xuất", "cập nhật", "đánh giá", "để", "hoàn thiện", "tuyên truyền", "bố trí", "đẩy mạnh", "xác định", "giám sát", "tăng cường", "đổi mới", "nâng cao", "phổ biến", "sơ kết",
        "tổng kết", "tiếp tục", "quản lý", "ứng dụng", "lập", "soạn thảo", "thẩm định", "công bố", "vận hành", "tiến hành", "trong việc", "chậm nhất", "trước ngày", "trong quý", "trong tháng", "trong năm",
        "thời gian", "chỉ đạo", "đảm bảo", "bảo đảm", "sửa đổi", "chuẩn bị", "tập huấn", "khảo sát", "thống kê", "số hóa", "kết nối", "mở", "duy trì",
    ];

    /// <summary>Reads one item of the text.</summary>
    public static Assignment Of(string text)
    {
        var line = Vietnamese.OneLine(text);
        var labelled = Labels.TakeFrom(ref line);
        var title = new StringBuilder();
        var (lead, support, time) = (labelled.Lead, labelled.Support, labelled.Time);
        foreach (var sentence in Sentences.Split(line))
        {
            var (who, with, rest) = lead.Length == 0 ? Units(sentence) : ("", "", sentence);
            lead = lead.Length > 0 ? lead : who;
            support = support.Length > 0 ? support : with;
            var (when, only) = time.Length == 0 ? TimePhrase.In(rest) : ("", false);
            time = time.Length > 0 ? time : when;
            var said = only ? TimePhrase.Without(rest, when) : rest;
            if (said.Length > 0)
            {
                title.Append(title.Length > 0 ? " " : "").Append(said);
            }
        }
        var left = title.ToString().Trim().TrimStart(';', ',', ' ').TrimEnd(';', ',', ' ', '(');
        if (left.Length > 0 && char.IsLower(left[0]) && line.Length > 0 && char.IsUpper(line[0]))
        {
            // What is left began in the middle of the sentence.
            left = char.ToUpper(left[0], System.Globalization.CultureInfo.InvariantCulture) + left[1..];
        }
        return new Assignment(left.Length > 0 ? left : Vietnamese.OneLine(text), lead, support, time, labelled.Product);
    }

    /// <summary>Lead and support of a cell that names both: "Sở Nội vụ chủ trì, phối hợp với …", "Chủ trì: …; phối hợp: …", else the first unit leads.</summary>
    public static (string Lead, string Support) OfCell(string cell)
    {
        var line = Vietnamese.OneLine(cell);
        var labelled = Labels.TakeFrom(ref line);
        if (labelled.Lead.Length > 0 || labelled.Support.Length > 0)
        {
            return (labelled.Lead.Length > 0 ? labelled.Lead : line, labelled.Support);
        }
        var (lead, support, _) = Units(line);
        if (lead.Length > 0)
        {
            return (lead, support);
        }
        var units = UnitList.Split(cell);
        return units.Count == 0 ? ("", "") : (units[0], string.Join("; ", units.Skip(1)));
    }

    private static (string Lead, string Support, string Remainder) Units(string sentence)
    {
        var folded = Vietnamese.Fold(sentence);
        var at = Vietnamese.IndexOfPhrase(folded, "chu tri");
        if (at <= 0)
        {
            return ("", "", sentence);
        }
        var start = ClauseStart(folded, at);
        var lead = WithoutVerbBefore(sentence[start..at].Trim(' ', ',', '(', '-', '–'));
        if (!UnitWords.Begins(lead) || lead.Length > 240)
        {
            return ("", "", sentence);
        }
        var end = at + "chu tri".Length;
        var support = "";
        var with = Vietnamese.IndexOfPhrase(folded, "phoi hop", end);
        if (with >= 0 && with - end < 40)
        {
            (support, end) = Supporters(sentence, folded, with + "phoi hop".Length);
        }
        return (lead, support, RestOf(sentence, start, end));
    }

    private static (string Support, int End) Supporters(string sentence, string folded, int from)
    {
        foreach (var word in (string[])["chat che ", "voi ", "cung voi ", "cung "])
        {
            var skip = from + (folded.Length > from && folded[from] == ' ' ? 1 : 0);
            if (string.CompareOrdinal(folded, skip, word, 0, word.Length) == 0)
            {
                from = skip + word.Length - 1;
            }
        }
        var end = from;
        var depth = 0;
        for (; end < sentence.Length; end++)
        {
            depth += sentence[end] == '(' ? 1 : sentence[end] == ')' ? -1 : 0;
            if (depth < 0 || sentence[end] is ';' or '.' or ':')
            {
                break;
            }
            if (sentence[end] == ' ' && BeginsVerb(sentence, end + 1))
            {
                break;
            }
        }
        return (sentence[from..end].Trim(' ', ','), end);
    }

    private static bool BeginsVerb(string sentence, int at) => Array.Exists(Verbs, v =>
        string.CompareOrdinal(sentence, at, v, 0, v.Length) == 0 && (at + v.Length == sentence.Length || !char.IsLetter(sentence[at + v.Length])));

    /// <summary>The sentence without the naming of units when that stands by itself; the whole sentence when it also says the task.</summary>
    private static string RestOf(string sentence, int start, int end)
    {
        var before = sentence[..start].TrimEnd(' ', ',', ';', ':', '(', '-', '–');
        var after = sentence[end..].TrimStart(' ', ',', ';', ')', '.');
        if (before.Length == 0 && after.Length > 0 && TimePhrase.In(after) is not (_, true))
        {
            return sentence;
        }
        return (before + (before.Length > 0 && after.Length > 0 ? "; " : "") + after).Trim();
    }

    private static int ClauseStart(string folded, int at)
    {
        var start = 0;
        for (var i = at - 1; i >= 0; i--)
        {
            if (folded[i] is ';' or ':' or '(' || (folded[i] == '.' && i + 1 < folded.Length && folded[i + 1] == ' '))
            {
                start = i + 1;
                break;
            }
        }
        foreach (var word in (string[])["giao cho ", "giao ", " do ", "phan cong "])
        {
            var found = folded.LastIndexOf(word, at, at - start, StringComparison.Ordinal);
            if (found >= start)
            {
                return found + word.Length;
            }
        }
        return start;
    }

    private static string WithoutVerbBefore(string lead)
    {
        foreach (var word in (string[])["Giao cho ", "Giao ", "Do ", "Phân công ", "do ", "giao "])
        {
            lead = lead.StartsWith(word, StringComparison.Ordinal) ? lead[word.Length..] : lead;
        }
        return lead.Trim();
    }
}
