namespace CongVu.Reform.Reading;

/// <summary>How often a year a text asks for something: "tối thiểu 01 đợt/năm", "6 tháng/lần", "hằng quý".</summary>
internal static class Frequency
{
    private static readonly HashSet<string> Times = ["lan", "dot", "cuoc", "ky", "hoi", "hoi nghi", "lop", "bai", "chuyen", "buoi", "bao"];

    public static int? PerYear(string folded)
    {
        var t = DateTokens.Of(folded);
        for (var i = 0; i < t.Count; i++)
        {
            if (t[i].Kind == DateToken.Digits && t[i].Number is > 0 and <= 366 && CountAt(t, i) is { } count)
            {
                return count;
            }
        }
        return Vietnamese.HasAny(folded, ["hang quy", "moi quy"]) ? 4
            : Vietnamese.HasAny(folded, ["hang thang", "moi thang"]) ? 12
            : Vietnamese.HasAny(folded, ["hang tuan", "moi tuan"]) ? 52
            : null;
    }

    private static int? CountAt(List<DateToken> t, int i)
    {
        // "6 tháng/lần", "6 tháng một lần"
        if (Next(t, i + 1).IsWord("thang") && 12 % t[i].Number == 0)
        {
            var j = i + 2;
            j += Next(t, j).IsSign('/') || Next(t, j).IsWord("mot") || Next(t, j).IsWithin(1, 1) ? 1 : 0;
            if (j > i + 2 && Next(t, j).IsWord("lan"))
            {
                return 12 / t[i].Number;
            }
            return null;
        }
        // "02 lần/năm", "01 đợt kiểm tra/năm", "1 lần một năm", "mỗi năm 02 lần"
        var counted = Next(t, i + 1).Kind == DateToken.Word && Times.Contains(Next(t, i + 1).Text);
        for (var j = i + 1; j < t.Count && j <= i + 8; j++)
        {
            if (t[j].IsSign('/') || t[j].IsWord("mot") || t[j].IsWord("moi") || t[j].IsWord("trong"))
            {
                var per = Next(t, j + 1).Text switch { "nam" => 1, "quy" => 4, "thang" => 12, _ => 0 };
                if (per > 0)
                {
                    return t[i].Number * per;
                }
            }
            if (t[j].IsSign(';') || t[j].IsSign('.'))
            {
                break;
            }
        }
        var led = i >= 2 && (t[i - 2].IsWord("moi") || t[i - 2].IsWord("hang")) && t[i - 1].IsWord("nam");
        var atLeast = i >= 4 && t[i - 4].IsWord("moi") && t[i - 3].IsWord("nam");
        return counted && (led || atLeast) ? t[i].Number : null;
    }

    private static DateToken Next(List<DateToken> t, int i) => DateMentions.At(t, i);
}
