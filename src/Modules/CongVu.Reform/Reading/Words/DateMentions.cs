namespace CongVu.Reform.Reading;

/// <summary>Finds the dates, months, quarters, half-years and years a text names.</summary>
internal static class DateMentions
{
    /// <summary>All mentions in order; a missing year is taken from the next mention, else the one before, else <paramref name="yearOtherwise"/>.</summary>
    public static IReadOnlyList<DateMention> Find(string text, int? yearOtherwise = null)
    {
        var folded = Vietnamese.Fold(LegalReference.Mask(text));
        var tokens = DateTokens.Of(folded);
        var found = new List<DateMention>();
        for (var i = 0; i < tokens.Count;)
        {
            var next = i;
            var mention = Read(tokens, ref next, found.Count > 0 ? found[^1] : null);
            if (mention is not null)
            {
                found.Add(mention);
            }
            i = Math.Max(next, i + 1);
        }
        return found.Count == 0 ? found : WithYears(found, yearOtherwise);
    }

    private static DateMention? Read(List<DateToken> t, ref int i, DateMention? before)
    {
        var token = t[i];
        if (token.Kind == DateToken.Digits)
        {
            return DateNumbers.Read(t, ref i, before);
        }
        if (token.Kind != DateToken.Word)
        {
            return null;
        }
        switch (token.Text)
        {
            case "ngay" when At(t, i + 1).IsWithin(1, 99):
                return DayInWords(t, ref i) ?? DayAfterNgay(t, ref i);
            case "sau" when At(t, i + 1).IsWord("thang"):
                return DateNumbers.Half(t, ref i);
            case "thang" when At(t, i + 1).IsWithin(1, 12):
                i++;
                return DateNumbers.Part(t, ref i, DatePrecision.Month, t[i].Number, token.Start);
            case "quy" when Quarter(At(t, i + 1)) is > 0 and var q:
                i++;
                return DateNumbers.Part(t, ref i, DatePrecision.Quarter, q, token.Start);
            case "nam" when At(t, i + 1).IsYear:
                i += 2;
                return new DateMention(DatePrecision.Year, t[i - 1].Number, 0, 0, token.Start, t[i - 1].End);
            case "cuoi" or "dau" or "giua" when At(t, i + 1).IsWord("nam") && At(t, i + 2).IsYear:
                i += 3;
                return YearEdge(token.Text, t[i - 1].Number, token.Start, t[i - 1].End);
        }
        if (Quarter(token) is > 0 and var quarter && before is { Precision: DatePrecision.Quarter } && DateNumbers.JoinedTo(t, i, before))
        {
            return DateNumbers.Part(t, ref i, DatePrecision.Quarter, quarter, token.Start);
        }
        return Abbreviated(t, ref i);
    }

    /// <summary>"T6/2026", "Q1/2026".</summary>
    private static DateMention? Abbreviated(List<DateToken> t, ref int i)
    {
        var word = t[i].Text;
        if (word.Length is < 2 or > 3 || !At(t, i + 1).IsSign('/') || !At(t, i + 2).IsYear)
        {
            return null;
        }
        if (word[0] == 't' && int.TryParse(word.AsSpan(1), out var month) && month is >= 1 and <= 12)
        {
            return DateNumbers.Part(t, ref i, DatePrecision.Month, month, t[i].Start);
        }
        if (word[0] == 'q' && word.Length == 2 && word[1] is >= '1' and <= '4')
        {
            return DateNumbers.Part(t, ref i, DatePrecision.Quarter, word[1] - '0', t[i].Start);
        }
        return null;
    }

    /// <summary>"ngày 31 tháng 12 năm 2025"; the year may be missing.</summary>
    private static DateMention? DayInWords(List<DateToken> t, ref int i)
    {
        if (!At(t, i + 2).IsWord("thang") || !At(t, i + 3).IsWithin(0, 99))
        {
            return null;
        }
        var start = t[i].Start;
        var (day, month) = (t[i + 1].Number, t[i + 3].Number);
        i += 4;
        return DateNumbers.WithYear(t, ref i, DatePrecision.Day, month, day, start);
    }

    /// <summary>"ngày 15/12" without a year; one with a year is read as a plain date.</summary>
    private static DateMention? DayAfterNgay(List<DateToken> t, ref int i)
    {
        var start = t[i].Start;
        i++;
        var next = i;
        var date = DateNumbers.DayMonth(t, ref next);
        i = date is null ? i : next;
        return date is null ? null : date with { Start = start };
    }

    private static DateMention YearEdge(string edge, int year, int start, int end) => edge switch
    {
        "dau" => new DateMention(DatePrecision.Quarter, year, 1, 0, start, end),
        "cuoi" => new DateMention(DatePrecision.Quarter, year, 4, 0, start, end),
        _ => new DateMention(DatePrecision.Year, year, 0, 0, start, end),
    };

    internal static DateToken At(List<DateToken> t, int i) => i < t.Count ? t[i] : new DateToken('-', "-", 0, 0, 0);

    internal static int Quarter(DateToken token) => token.Text switch
    {
        "i" or "1" or "01" => 1,
        "ii" or "2" or "02" => 2,
        "iii" or "3" or "03" => 3,
        "iv" or "4" or "04" => 4,
        _ => 0,
    };

    private static List<DateMention> WithYears(List<DateMention> found, int? otherwise)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (found[i].Year is null && found[i + 1] is { Year: { } year, First: not null } next)
            {
                // "tháng 10 đến tháng 3/2014" begins in the year before.
                var wraps = found[i].Precision == next.Precision && next.Precision is DatePrecision.Month or DatePrecision.Quarter && found[i].Part > next.Part;
                found[i] = found[i] with { Year = wraps ? year - 1 : year };
            }
        }
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Year is null && (i > 0 ? found[i - 1].Year : otherwise) is { } year)
            {
                found[i] = found[i] with { Year = year };
            }
        }
        return found;
    }
}
