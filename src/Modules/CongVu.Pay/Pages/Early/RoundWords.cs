using CongVu.Pay.Data;

namespace CongVu.Pay.Pages.Early;

/// <summary>States of rounds and candidates on screen.</summary>
internal static class RoundWords
{
    public static (string State, string Word) Of(EarlyRound round, DateOnly today) => round.State switch
    {
        RoundState.Preparing when today > round.UsableUntil => ("ended", "Chỉ tiêu hết hạn"),
        RoundState.Preparing => ("draft", "Đang chuẩn bị"),
        RoundState.Published => ("waiting", "Đang công khai"),
        RoundState.Approved => ("done", "Đã thông qua"),
        _ => ("ended", "Đã hủy"),
    };

    public static (string State, string Word) Of(Pay.Early.CandidateView view) => view.Candidate.Result switch
    {
        CandidateResult.Withdrawn => ("ended", "Đã đưa ra"),
        CandidateResult.Chosen => ("done", "Được thông qua"),
        CandidateResult.NotChosen => ("quiet", "Không được chọn"),
        _ => view.Verdict switch { Pay.Early.Verdict.Met => ("good", "Đủ điều kiện"), Pay.Early.Verdict.Unknown => ("warn", "Chưa xác định được"), _ => ("bad", "Không đủ") },
    };
}
