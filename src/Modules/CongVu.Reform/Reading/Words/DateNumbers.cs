namespace CongVu.Reform.Reading;

/// <summary>Dates that begin with a number: "30/6/2026", "10/2013", "2021", "6 tháng đầu năm 2026", the "4" of "tháng 3, 4/2026".</summary>
internal static class DateNumbers
{
    public static DateMention? Read(List<DateToken> t, ref int i, DateMention? before) =>
        FullDate(t, ref i) ?? Half(t, ref i) ?? DayInWords(t, ref i)
        // The 3 of "quý 2 - 3/2026" is a quarter; the 3 of "quý IV/2025 - 3/2026" a month.
        ?? (before is { Precision: DatePrecision.Quarter, Year: null } ? Further(t, ref i, before) : null)
        ?? MonthYear(t, ref i) ?? Year(t, ref i) ?? Further(t, ref i, before) ?? DayAfterWord(t, ref i, before);

    /// <summary>"30/6/2026", "30-6-2026", "30.6.2026", "30/6/26", blanks around "/" allowed.</summary>
    private static DateMention? FullDate(List<DateToken> t, ref int i)
    {
        var (a, s1, b, s2, c) = (t[i], At(t, i + 1), At(t, i + 2), At(t, i + 3), At(t, i + 4));
        if (!a.IsWithin(1, 99) || !b.IsWithin(0, 99) || s1.Text != s2.Text || !(c.IsYear || (s1.IsSign('/') && c.IsWithin(10, 99))))
        {
            return null;
        }
        if (!s1.IsSign('/') && !((s1.IsSign('-') || s1.IsSign('.')) && b.Start == s1.End && s1.Start == a.End && c.Start == s2.End))
        {
            return null;
        }
        i += 5;
        return new DateMention(DatePrecision.Day, c.Text.Length == 2 ? 2000 + c.Number : c.Number, b.Number, a.Number, a.Start, c.End);
    }

    /// <summary>"15 tháng 12 năm 2026" without "ngày"; needs its year.</summary>
    private static DateMention? DayInWords(List<DateToken> t, ref int i)
    {
        if (!t[i].IsWithin(1, 31) || !At(t, i + 1).IsWord("thang") || !At(t, i + 2).IsWithin(1, 12) || !At(t, i + 3).IsWord("nam") || !At(t, i + 4).IsYear)
        {
            return null;
        }
        var mention = new DateMention(DatePrecision.Day, t[i + 4].Number, t[i + 2].Number, t[i].Number, t[i].Start, t[i + 4].End);
        i += 5;
        return mention;
    }

    /// <summary>"15/12" with no year.</summary>
    public static DateMention? DayMonth(List<DateToken> t, ref int i)
    {
        if (At(t, i).IsWithin(1, 31) && At(t, i + 1).IsSign('/') && At(t, i + 2).IsWithin(1, 12) && !At(t, i + 3).IsSign('/'))
        {
            i += 3;
            return new DateMention(DatePrecision.Day, null, t[i - 1].Number, t[i - 3].Number, t[i - 3].Start, t[i - 1].End);
        }
        return null;
    }

    /// <summary>"6 tháng đầu năm 2026", "sáu tháng cuối năm".</summary>
    public static DateMention? Half(List<DateToken> t, ref int i)
    {
        var six = t[i].IsWithin(6, 6) || t[i].IsWord("sau");
        if (!six || !At(t, i + 1).IsWord("thang") || !(At(t, i + 2).IsWord("dau") || At(t, i + 2).IsWord("cuoi")))
        {
            return null;
        }
        var (start, half) = (t[i].Start, t[i + 2].IsWord("dau") ? 1 : 2);
        i += 3;
        var mention = WithYear(t, ref i, DatePrecision.Half, half, 0, start);
        if (mention.Year is null && At(t, i).IsWord("nam"))
        {
            i++;
        }
        return mention;
    }

    private static DateMention? MonthYear(List<DateToken> t, ref int i)
    {
        if (!t[i].IsWithin(1, 12) || !At(t, i + 1).IsSign('/') || !At(t, i + 2).IsYear || At(t, i + 3).IsSign('/'))
        {
            return null;
        }
        i += 3;
        return new DateMention(DatePrecision.Month, t[i - 1].Number, t[i - 3].Number, 0, t[i - 3].Start, t[i - 1].End);
    }

    private static DateMention? Year(List<DateToken> t, ref int i)
    {
        if (!t[i].IsYear)
        {
            return null;
        }
        var partOfNumber = (At(t, i + 1).IsSign('/') && At(t, i + 2).Kind == DateToken.Word) || (i > 0 && t[i - 1].IsSign('/') && t[i - 1].End == t[i].Start);
        var amount = At(t, i + 1).IsSign('%') || (At(t, i + 1).Kind == DateToken.Word && At(t, i + 1).Text is "nguoi" or "luot" or "dong" or "trieu");
        if (partOfNumber || amount)
        {
            return null;
        }
        i++;
        return new DateMention(DatePrecision.Year, t[i - 1].Number, 0, 0, t[i - 1].Start, t[i - 1].End);
    }

    /// <summary>The "6" of "tháng 3 - 6/2026" and the "2" of "quý 1, 2".</summary>
    private static DateMention? Further(List<DateToken> t, ref int i, DateMention? before)
    {
        if (before is not { Precision: DatePrecision.Month or DatePrecision.Quarter } || !t[i].IsWithin(1, before.Precision == DatePrecision.Month ? 12 : 4) || !JoinedTo(t, i, before))
        {
            return null;
        }
        if (At(t, i + 1).IsSign('/') && !At(t, i + 2).IsYear)
        {
            return null;
        }
        return Part(t, ref i, before.Precision, t[i].Number, t[i].Start);
    }

    private static DateMention? DayAfterWord(List<DateToken> t, ref int i, DateMention? before)
    {
        var led = i > 0 && t[i - 1].Kind == DateToken.Word && t[i - 1].Text is "truoc" or "den" or "tu" or "nhat" or "han";
        return led || (before is { Precision: DatePrecision.Day } && JoinedTo(t, i, before)) || (i == 0 && t.Count > 3) ? DayMonth(t, ref i) : null;
    }

    /// <summary>True when only a comma, dash, "và", "đến" stands between the mention and the token.</summary>
    public static bool JoinedTo(List<DateToken> t, int i, DateMention before)
    {
        var j = i - 1;
        if (j >= 0 && (t[j].IsSign(',') || t[j].IsSign('-') || t[j].IsSign(';') || t[j].IsWord("va") || t[j].IsWord("den")))
        {
            j--;
        }
        return j >= 0 && j < i - 1 && t[j].End == before.End;
    }

    /// <summary>A month or quarter at the token, with the year after it if there is one.</summary>
    public static DateMention Part(List<DateToken> t, ref int i, DatePrecision precision, int part, int start)
    {
        i++;
        return WithYear(t, ref i, precision, part, 0, start);
    }

    /// <summary>Takes "/2026", "năm 2026", ", năm 2026", "của năm 2026", "-2026" that follows.</summary>
    public static DateMention WithYear(List<DateToken> t, ref int i, DatePrecision precision, int part, int day, int start)
    {
        var end = t[i - 1].End;
        var j = i;
        if (At(t, j).IsSign('/') || At(t, j).IsSign(',') || At(t, j).IsWord("cua") || (At(t, j).IsSign('-') && At(t, j).Start == end && At(t, j + 1).Start == At(t, j).End))
        {
            var loose = At(t, j).IsSign(',');
            j++;
            if (loose && !At(t, j).IsWord("nam"))
            {
                return new DateMention(precision, null, part, day, start, end);
            }
        }
        if (At(t, j).IsWord("nam"))
        {
            j++;
        }
        if (!At(t, j).IsYear)
        {
            return new DateMention(precision, null, part, day, start, end);
        }
        i = j + 1;
        return new DateMention(precision, t[j].Number, part, day, start, t[j].End);
    }

    private static DateToken At(List<DateToken> t, int i) => DateMentions.At(t, i);
}
