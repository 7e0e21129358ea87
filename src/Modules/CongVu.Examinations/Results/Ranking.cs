using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;

namespace CongVu.Examinations.Results;

/// <summary>A candidate's result in a part marked face to face, on the scale of 100; no points while it waits.</summary>
internal sealed record PartResult(DirectPart Part, int? Hundredths, bool? Passed, string How);

/// <summary>A candidate over all rounds, with the place and why. Chosen: within the number wanted; null where that is not known or the head must decide.</summary>
internal sealed record CandidateResult(Candidate Candidate, IReadOnlyList<PaperResult> Papers, bool? Passed, int? Total, int? Rank, string Why, IReadOnlyList<PartResult> Parts, bool? Chosen);

/// <summary>
/// Ranks within the position: who passed everything, by the last round's score with priority; where parts are marked face to face their weights take their share of it and the last paper
/// has the rest. Equal ones by that score without priority, then by the last paper (employees: the first round), else as the head decided.
/// </summary>
internal static class Ranking
{
    private sealed record Row(Candidate Candidate, IReadOnlyList<PaperResult> Own, IReadOnlyList<PartResult> Parts, bool? Passed, int? Raw, int? Total, int Compared)
    {
        public (int, int, int, int) Key => (Total ?? 0, Raw ?? 0, Compared, -(Candidate.TieOrder ?? int.MaxValue));
    }

    public static IReadOnlyList<CandidateResult> Of(string kind, IReadOnlyList<Candidate> candidates, IReadOnlyList<PaperResult> papers, IReadOnlyList<string> rounds,
        ILookup<Guid, PartResult>? parts = null, IReadOnlyDictionary<string, int>? vacancies = null)
    {
        var (byCandidate, last) = (papers.ToLookup(p => p.Placed.Candidate.Id), rounds.Count == 0 ? "" : rounds[^1]);
        var rows = candidates.Select(c => RowOf(kind, c, [.. byCandidate[c.Id]], [.. parts?[c.Id] ?? []], rounds.Count, last));
        List<CandidateResult> results = [];
        foreach (var position in rows.GroupBy(r => r.Candidate.Position))
        {
            var ranked = position.Where(r => r.Total is not null).OrderByDescending(r => r.Key).ToList();
            int? seats = vacancies?.TryGetValue(position.Key, out var wanted) == true ? wanted : null;
            foreach (var row in position)
            {
                var rank = row.Total is null ? (int?)null : ranked.FindIndex(r => r.Key.Equals(row.Key)) + 1;
                var alike = rank is null ? 0 : ranked.Count(r => r.Key.Equals(row.Key));
                bool? chosen = seats is not { } s || row.Passed is null ? null : rank is not { } at ? false : at + alike - 1 <= s ? true : at > s ? false : null;
                var same = rank is null ? [] : ranked.Where(r => r.Candidate.Id != row.Candidate.Id && r.Total == row.Total).ToList();
                var why = Why(row, same);
                if (rank is not null && seats is { } wantedHere) why += $"; xếp thứ {rank}, vị trí có {wantedHere} chỉ tiêu: {chosen switch { true => "trúng tuyển", false => "ngoài chỉ tiêu", _ => "bằng nhau ở chỉ tiêu cuối, người đứng đầu quyết định" }}";
                results.Add(new CandidateResult(row.Candidate, row.Own, row.Passed, row.Total, rank, why, row.Parts, chosen));
            }
        }
        return [.. results.OrderBy(r => r.Candidate.Position, StringComparer.CurrentCulture).ThenBy(r => r.Rank ?? int.MaxValue).ThenBy(r => r.Candidate.Number, StringComparer.Ordinal)];
    }

    /// <summary>Parts by their weights, the paper by what is left of 100; two decimals, half up.</summary>
    public static int? Weighted(int? paper, IReadOnlyCollection<(int Weight, int? Hundredths)> parts)
    {
        var rest = 100 - parts.Sum(p => p.Weight);
        if ((rest > 0 && paper is null) || parts.Any(p => p.Hundredths is null)) return null;
        return (int)Math.Round(((decimal)rest * (paper ?? 0) + parts.Sum(p => (decimal)p.Weight * p.Hundredths!.Value)) / 100, MidpointRounding.AwayFromZero);
    }

    private static Row RowOf(string kind, Candidate candidate, List<PaperResult> own, List<PartResult> parts, int rounds, string last)
    {
        bool? passed = own.Exists(p => p.Passed == false) || parts.Exists(p => p.Passed == false) ? false
            : own.Count < rounds || own.Exists(p => p.Passed is null) || parts.Exists(p => p.Passed is null) ? null : true;
        var paper = own.Find(p => p.Sitting.Round == last)?.Scaled;
        var raw = Weighted(paper, parts.ConvertAll(p => (p.Part.Weight, p.Hundredths)));
        // Weights that do not make up a hundred, with no paper to have the rest: not yet a result.
        if (passed == true && raw is null) passed = null;
        var compared = kind == ExamLaw.PublicEmployee ? own.Count > 0 ? own[0].Scaled ?? 0 : 0 : parts.Count > 0 ? paper ?? 0 : 0;
        return new Row(candidate, own, parts, passed, raw, passed == true ? raw + candidate.PriorityHundredths : null, compared);
    }

    private static string Why(Row row, List<Row> same)
    {
        var own = row.Own.ToList();
        if (own.Find(p => p.Placed.Seat.State == SeatState.Absent) is { } absent) return $"Vắng mặt ở {absent.Sitting.Name}";
        if (own.Find(p => p.CutHundredths == 10_000) is { } ended) return $"{ExamWords.Penalty(ended.Placed.Seat.Penalty)} ở {ended.Sitting.Name}";
        if (row.Passed is null) return "Chưa có đủ kết quả";
        var penalty = own.Find(p => p.CutHundredths > 0) is { } cut ? $"; {ExamWords.Penalty(cut.Placed.Seat.Penalty).ToLowerInvariant()}, trừ {cut.CutHundredths / 100}% điểm bài thi" : "";
        if (row.Passed == false) return $"Không đạt {string.Join(", ", own.Where(p => p.Passed == false).Select(p => p.Sitting.Name).Concat(row.Parts.Where(p => p.Passed == false).Select(p => p.Part.Name)))}{penalty}";
        var words = $"Điểm thi {ExamWords.Points(row.Raw)}";
        if (row.Parts.Count > 0)
        {
            var rest = 100 - row.Parts.Sum(p => p.Part.Weight);
            var shares = row.Parts.Select(p => $"{p.Part.Weight}% {p.Part.Name} {ExamWords.Points(p.Hundredths)}");
            if (rest > 0) shares = shares.Prepend($"{rest}% {own[^1].Sitting.Name} {ExamWords.Points(own[^1].Scaled)}");
            words += $" ({string.Join(" + ", shares)})";
        }
        if (row.Candidate.PriorityHundredths > 0) words += $" cộng ưu tiên {ExamWords.Points(row.Candidate.PriorityHundredths)} ({row.Candidate.PriorityReason})";
        words += penalty;
        foreach (var others in same.GroupBy(o => Compared(row, o))) words += $"; bằng tổng điểm với số báo danh {string.Join(", ", others.Select(o => o.Candidate.Number))}: {others.Key}";
        return words;
    }

    private static string Compared(Row row, Row other)
    {
        var order = row.Key.CompareTo(other.Key);
        if (order == 0) return "người đứng đầu cơ quan quyết định";
        var place = order > 0 ? "xếp trên" : "xếp dưới";
        if ((row.Raw, row.Compared) == (other.Raw, other.Compared)) return $"{place} theo quyết định của người đứng đầu ({(order > 0 ? row : other).Candidate.TieReason})";
        return $"{place} vì điểm thi chưa cộng ưu tiên hoặc điểm bài viết, điểm vòng trước {(order > 0 ? "cao" : "thấp")} hơn";
    }
}
