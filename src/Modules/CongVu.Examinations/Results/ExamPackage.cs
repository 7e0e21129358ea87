using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;

namespace CongVu.Examinations.Results;

/// <summary>Everything a sitting rests on, without names: anyone can draw the papers, mark them and compare the receipts again (docs/exam-protocol.md).</summary>
internal sealed record ExamPackage
{
    [JsonRequired] public required SealedRecord Record { get; init; }
    /// <summary>Ids of questions whose points everybody got.</summary>
    [JsonRequired] public required IReadOnlyList<string> Faulty { get; init; }
    [JsonRequired] public required IReadOnlyList<PackedCandidate> Candidates { get; init; }
}

/// <param name="Score">By machine, before penalty and without essays; hundredths.</param>
internal sealed record PackedCandidate(string Number, string Receipt, int Score, int Max, IReadOnlyList<PackedEntry> Log);

internal sealed record PackedEntry(int Epoch, int Sequence, long ClockMs, string Kind, int? Question, string? Body);

/// <summary>Computes a package again: record, receipts, scores. What differs is named.</summary>
internal static class PackageVerification
{
    public static IReadOnlyList<RecordCheck> Check(ExamPackage package)
    {
        List<RecordCheck> checks = [.. RecordVerification.Check(package.Record)];
        if (package.Record.Bank.FirstOrDefault(e => e.Body is null) is { } secret) return [.. checks, new("bodies", false, $"Câu {secret.Id} chưa giải mật nên không chấm lại được.")];
        var missing = package.Candidates.Select(c => c.Number).Except(package.Record.Papers.Select(p => p.Candidate)).ToList();
        if (missing.Count > 0) return [.. checks, new("candidates", false, $"Không có đề của số báo danh {string.Join(", ", missing)}.")];
        var wrong = package.Candidates.Where(c => Room.Receipt.Of(package.Record.Commitment, c.Number, c.Log.Select(Entry)) != c.Receipt).Select(c => c.Number).ToList();
        checks.Add(new("receipts", wrong.Count == 0, wrong.Count == 0 ? $"{package.Candidates.Count} biên nhận" : $"Nhật ký bài làm không khớp biên nhận của số báo danh {string.Join(", ", wrong)}."));
        checks.Add(Scores(package));
        return checks;
    }

    private static RecordCheck Scores(ExamPackage package)
    {
        Dictionary<string, SealedQuestion> bank;
        try { bank = package.Record.Bank.ToDictionary(e => e.Id, e => new SealedQuestion(e, Item(e.Body!)), StringComparer.Ordinal); }
        catch (Exception broken) when (broken is JsonException or ArgumentException) { return new("scores", false, $"Nội dung câu hỏi không đọc được: {broken.Message}"); }
        var papers = package.Record.Papers.ToDictionary(p => p.Candidate, StringComparer.Ordinal);
        var (scoring, faulty) = (new PaperScoring(), package.Faulty.ToHashSet(StringComparer.Ordinal));
        foreach (var candidate in package.Candidates)
        {
            var paper = papers[candidate.Number].Questions.Select((q, at) => new MarkedItem(at + 1, bank[q.Item], q.PointsHundredths)).ToList();
            var score = scoring.Score(paper, Answers.Final(candidate.Log.Select(Entry)), faulty);
            if (score.Hundredths != candidate.Score || score.MaxHundredths != candidate.Max)
                return new("scores", false, $"Số báo danh {candidate.Number}: công bố {candidate.Score}/{candidate.Max}, chấm lại được {score.Hundredths}/{score.MaxHundredths} (phần trăm điểm).");
        }
        return new("scores", true, $"{package.Candidates.Count} bài chấm lại bằng điểm công bố");
    }

    private static SeatEntry Entry(PackedEntry e) => new() { Epoch = e.Epoch, Sequence = e.Sequence, ClockMs = e.ClockMs, Kind = e.Kind, Question = e.Question, Body = e.Body };

    // The JSON of the item comes first; lines for its pictures follow.
    private static ExamItem Item(string body)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body), isFinalBlock: false, state: default);
        return JsonSerializer.Deserialize<ExamItem>(ref reader, SealedRecord.Json) ?? throw new JsonException("null");
    }
}
