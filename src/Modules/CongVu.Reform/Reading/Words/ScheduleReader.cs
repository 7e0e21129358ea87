namespace CongVu.Reform.Reading;

/// <summary>What the reader of a schedule knows besides its words.</summary>
/// <param name="Plan">Period of the plan; closes what is left open ("các năm tiếp theo").</param>
/// <param name="Issued">Day of issue; start of "từ nay đến …" and of relative deadlines.</param>
/// <param name="Year">Year that holds where the words give none: of the year section, or of a plan for one year.</param>
internal sealed record ScheduleContext(PlanReadPeriod Plan, DateOnly? Issued, int? Year)
{
    public static ScheduleContext Empty { get; } = new(default, null, null);
}

/// <summary>Reads "Quý II/2026", "Thường xuyên (tối thiểu 01 đợt/năm)", "Sau khi …" into a schedule. The words are always kept.</summary>
internal static class ScheduleReader
{
    private static readonly string[] OngoingWords =
    [
        "thuong xuyen", "hang nam", "hang quy", "hang thang", "hang tuan", "hang ngay", "moi nam", "moi quy", "moi thang", "lien tuc", "dinh ky",
        "ca nam", "trong suot", "xuyen suot", "cac nam trong giai doan", "tung nam",
    ];

    private static readonly string[] LegalWords =
    [
        "van ban", "huong dan", "quy dinh", "nghi dinh", "thong tu", "luat", "nghi quyet", "quyet dinh", "chi thi", "chu truong", "ket luan",
        "chi dao", "ke hoach", "de an", "ban hanh", "phe duyet", "trung uong", "chinh phu", "hieu luc",
    ];

    private static readonly string[] DeadlineWords = ["truoc", "cham nhat", "muon nhat", "han cuoi", "han chot", "khong qua", "xong truoc", "thoi han"];

    /// <summary>The schedule, and whether its words were understood.</summary>
    public static (PlanReadSchedule Schedule, bool Understood) Read(string words, ScheduleContext context)
    {
        var text = Vietnamese.OneLine(Vietnamese.Normalise(words)).Trim(' ', ';', ',');
        if (!text.Any(char.IsLetterOrDigit))
        {
            return (PlanReadSchedule.None, true);
        }
        var folded = Vietnamese.Fold(text);
        var mentions = DateMentions.Find(text, context.Year);
        if (mentions.Any(m => m.Impossible))
        {
            return (PlanReadSchedule.None with { Text = text }, false);
        }
        var schedule = Yearly(folded, mentions)
            ?? Conditional(folded, mentions)
            ?? Ongoing(folded, mentions, context)
            ?? RelativeDeadline(folded, mentions, context)
            ?? Dated(folded, mentions, context)
            ?? Undated(folded, context);
        return schedule is null
            ? (PlanReadSchedule.None with { Text = text }, false)
            : (schedule with { Text = text }, true);
    }

    private static PlanReadSchedule Of(PlanScheduleKind kind, DateOnly? from = null, DateOnly? to = null, int? min = null, PlanYearDay? yearly = null) =>
        new(kind, from, to, min, "", yearly);

    /// <summary>"Trước ngày 15/12 hằng năm": due once a year by a day.</summary>
    private static PlanReadSchedule? Yearly(string folded, IReadOnlyList<DateMention> mentions)
    {
        var everyYear = Vietnamese.HasAny(folded, ["hang nam", "moi nam", "cac nam", "tung nam"]);
        var day = mentions.LastOrDefault(m => m.Precision != DatePrecision.Year);
        if (!everyYear || day is null || HasOwnYear(folded, day))
        {
            return null;
        }
        var last = (day with { Year = 2023 }).Last;
        return last is null ? null : Of(PlanScheduleKind.Deadline, min: 1, yearly: new PlanYearDay(last.Value.Month, last.Value.Day));
    }

    private static bool HasOwnYear(string folded, DateMention m) =>
        m.Year is not null && folded[m.Start..m.End].Contains(m.Year.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static PlanReadSchedule? Conditional(string folded, IReadOnlyList<DateMention> mentions)
    {
        var at = FirstOf(folded, ["sau khi", "ngay khi", "khi", "theo", "trong truong hop", "truong hop", "dot xuat", "tuy theo", "tuy thuoc", "phu thuoc", "can cu"]);
        if (at < 0 || (mentions.Count > 0 && mentions[0].Start < at))
        {
            return null;
        }
        var clause = folded[at..];
        if (!clause.StartsWith("sau khi", StringComparison.Ordinal) && Vietnamese.HasAny(folded[..at], OngoingWords))
        {
            return null;
        }
        var due = mentions.FirstOrDefault(m => Vietnamese.HasAny(folded[..m.Start], DeadlineWords))?.Last;
        if (Vietnamese.StartsWithPhrase(clause, "sau khi") || Vietnamese.StartsWithPhrase(clause, "ngay khi"))
        {
            return Of(PlanScheduleKind.Conditional, to: due);
        }
        if (Vietnamese.StartsWithPhrase(clause, "dot xuat") || Vietnamese.HasAny(clause, ["nhu cau", "yeu cau", "phat sinh", "can thiet", "vu viec", "de nghi"]))
        {
            return Of(PlanScheduleKind.OnDemand, to: due);
        }
        if (Vietnamese.StartsWithPhrase(clause, "khi co"))
        {
            // What follows "khi có" at once tells: an instrument to wait for, or an event in the records.
            var awaited = clause["khi co".Length..].TrimStart();
            var instrument = LegalWords.Take(14).Any(w => awaited.StartsWith(w, StringComparison.Ordinal)) || awaited.StartsWith("cac van ban", StringComparison.Ordinal);
            return Of(instrument ? PlanScheduleKind.Conditional : PlanScheduleKind.OnDemand, to: due);
        }
        if (clause.StartsWith("khi", StringComparison.Ordinal) || clause.StartsWith("theo", StringComparison.Ordinal) || clause.StartsWith("can cu", StringComparison.Ordinal))
        {
            return Of(Vietnamese.HasAny(clause, LegalWords) || clause.StartsWith("theo", StringComparison.Ordinal) ? PlanScheduleKind.Conditional : PlanScheduleKind.OnDemand, to: due);
        }
        return Of(PlanScheduleKind.OnDemand, to: due);
    }

    private static PlanReadSchedule? Ongoing(string folded, IReadOnlyList<DateMention> mentions, ScheduleContext context)
    {
        var min = Frequency.PerYear(folded);
        var stated = Vietnamese.HasAny(folded, OngoingWords);
        if (!stated && min is null)
        {
            return null;
        }
        var own = mentions.Where(m => m.First is not null).ToList();
        if (own.Count == 0)
        {
            return Of(PlanScheduleKind.Ongoing, min: min);
        }
        var open = own.Count == 1 && (OpensAt(folded, own[0]) || folded.Contains(" va ", StringComparison.Ordinal));
        return Of(PlanScheduleKind.Ongoing, own.Min(m => m.First), open ? context.Plan.To : own.Max(m => m.Last), min);
    }

    /// <summary>"Trong 15 ngày kể từ ngày ban hành Kế hoạch".</summary>
    private static PlanReadSchedule? RelativeDeadline(string folded, IReadOnlyList<DateMention> mentions, ScheduleContext context)
    {
        var from = FirstOf(folded, ["ke tu ngay", "tinh tu ngay", "sau ngay", "ke tu khi"]);
        if (from < 0 || mentions.Count > 0)
        {
            return null;
        }
        var tokens = DateTokens.Of(folded[..from]);
        var at = tokens.FindIndex(t => t.Kind == DateToken.Digits && t.Number is > 0 and <= 400);
        var ownIssue = Vietnamese.HasAny(folded[from..], ["ban hanh", "phe duyet", "ky", "co hieu luc"]) && !Vietnamese.HasAny(folded[from..], ["nghi dinh", "luat", "thong tu", "chinh phu"]);
        if (at < 0 || !ownIssue || context.Issued is not { } issued || Vietnamese.HasPhrase(folded, "lam viec"))
        {
            return Of(PlanScheduleKind.Conditional);
        }
        var unit = DateMentions.At(tokens, at + 1);
        var due = unit.IsWord("thang") ? issued.AddMonths(tokens[at].Number) : issued.AddDays(tokens[at].Number);
        return Of(PlanScheduleKind.Deadline, to: due);
    }

    private static PlanReadSchedule? Dated(string folded, IReadOnlyList<DateMention> mentions, ScheduleContext context)
    {
        if (mentions.Count == 0)
        {
            return null;
        }
        var (first, last) = (mentions[0], mentions[^1]);
        if (mentions.Any(m => m.First is null))
        {
            // A quarter or month without any year: a period whose days the plan does not tell.
            return mentions.All(m => m.First is null) ? Of(PlanScheduleKind.Period) : null;
        }
        var before = folded[..first.Start];
        var fromNow = Vietnamese.HasAny(folded, ["tu nay", "tu khi", "ke tu khi", "tu thoi diem"]);
        if (fromNow)
        {
            return Of(PlanScheduleKind.Period, context.Issued, last.Last);
        }
        if (mentions.Count == 1)
        {
            if (FirstOf(before, ["truoc", "xong truoc"]) >= 0 && first.Precision != DatePrecision.Day && !Vietnamese.HasPhrase(before, "cham nhat"))
            {
                return Of(PlanScheduleKind.Deadline, to: first.First!.Value.AddDays(-1));
            }
            if (OpensAt(folded, first))
            {
                return Of(PlanScheduleKind.Period, first.First, context.Plan.To);
            }
            if (Vietnamese.HasAny(before, DeadlineWords) || Vietnamese.HasAny(before, ["den", "den het", "toi"]) || first.Precision == DatePrecision.Day)
            {
                return Of(PlanScheduleKind.Deadline, to: first.Last);
            }
            return Of(PlanScheduleKind.Period, first.First, first.Last);
        }
        if (OpensAt(folded, last))
        {
            return Of(PlanScheduleKind.Period, mentions.Min(m => m.First), context.Plan.To);
        }
        if (Vietnamese.HasAny(before, DeadlineWords))
        {
            return Of(PlanScheduleKind.Deadline, to: mentions.Max(m => m.Last));
        }
        return Of(PlanScheduleKind.Period, mentions.Min(m => m.First), mentions.Max(m => m.Last));
    }

    /// <summary>"Từ năm 2022", "năm 2022 trở đi", "năm 2022 và các năm tiếp theo".</summary>
    private static bool OpensAt(string folded, DateMention m)
    {
        var before = folded[..m.Start].TrimEnd();
        var after = folded[m.End..];
        return before.EndsWith("tu", StringComparison.Ordinal) || before.EndsWith("bat dau", StringComparison.Ordinal)
            || Vietnamese.HasAny(after, ["tro di", "nam tiep theo", "nhung nam tiep theo", "cac nam sau", "nhung nam sau", "tiep theo"]);
    }

    private static PlanReadSchedule? Undated(string folded, ScheduleContext context)
    {
        if (Vietnamese.HasAny(folded, ["trong nam", "cuoi nam", "trong ky", "nam ke hoach"]))
        {
            return context.Year is { } year
                ? Of(PlanScheduleKind.Period, new DateOnly(year, Vietnamese.HasPhrase(folded, "cuoi nam") ? 10 : 1, 1), new DateOnly(year, 12, 31))
                : Of(PlanScheduleKind.Ongoing);
        }
        return Vietnamese.HasAny(folded, ["ca giai doan", "trong giai doan", "toan giai doan"])
            ? Of(PlanScheduleKind.Period, context.Plan.From, context.Plan.To)
            : null;
    }

    private static int FirstOf(string folded, IEnumerable<string> phrases) =>
        phrases.Select(p => Vietnamese.IndexOfPhrase(folded, p)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
}
