using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Domain;
using CongVu.Pay.Due;
using CongVu.Pay.Early;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;

namespace CongVu.Pay.Contracts;

/// <summary>Gives the practice province a round of early raises under way, so that a newcomer finds each of its steps: conditions met, open and not met.</summary>
public sealed class PayPractice
{
    private const string Clerk = "Dữ liệu luyện tập";

    private readonly CongVuDb _db;
    private readonly LawBook _law;
    private readonly UnitDirectory _units;
    private readonly RaiseReckoning _reckoning;
    private readonly RoundReading _reading;
    private readonly ProcessLog _processes;
    private readonly TimeProvider _clock;

    internal PayPractice(CongVuDb db, LawBook law, UnitDirectory units, RaiseReckoning reckoning, RoundReading reading, ProcessLog processes, TimeProvider clock) =>
        (_db, _law, _units, _reckoning, _reading, _processes, _clock) = (db, law, units, reckoning, reading, processes, clock);

    /// <summary>Opens this year's round of an agency, with achievements for some of its candidates.</summary>
    /// <param name="unitCode">Code of the agency; nothing happens where there is none.</param>
    public async Task OpenRoundAsync(string unitCode, CancellationToken ct)
    {
        var today = _clock.Today();
        var asOf = new AsOf(today);
        var tree = await _units.TreeAsync(asOf, ct);
        if (tree.All.FirstOrDefault(u => u.Code == unitCode) is not { } unit) return;
        var head = (await _reading.HeadcountsAsync(today, ct)).GetValueOrDefault(unit.Id);
        var due = (await _reckoning.ListAsync(RaiseKind.Regular, unit.Id, LawDay.LastOfYear(today.Year).AddDays(1), LawDay.LastOfYear(today.Year + 1), asOf, ct)).Rows.Where(r => tree.Agency(r.UnitId)?.Id == unit.Id).ToList();
        var at = _clock.UtcNow();
        var round = new EarlyRound
        {
            UnitId = unit.Id, Year = today.Year, Headcount = head, HeadcountOn = today, Quota = new EarlyRaiseQuota(_law, today).Assess(head).Quota, CreatedAt = at, CreatedByName = Clerk,
            UnitRule = "Thành tích bằng nhau thì ưu tiên người chưa từng được nâng bậc trước thời hạn, rồi người có thời gian công tác dài hơn.",
        };
        await using var process = await _processes.BeginAsync(PayProcesses.OpenRound, "early-round", round.Id, ct);
        _db.Add(round);
        foreach (var (row, i) in due.Select((r, i) => (r, i))) Candidate(round, row.PersonId, i, today, at);
        _db.Add(new EarlyStep { RoundId = round.Id, At = at, AccountName = Clerk, What = $"Mở kỳ xét: {head} người trong danh sách trả lương, chỉ tiêu {round.Quota}, {due.Count} người còn thiếu từ 12 tháng trở xuống." });
        await process.CommitAsync(ct, unit.Id, due.Count);
    }

    // Of every four: one ready, one without the check of classification, one whose award is too old, one without any.
    private void Candidate(EarlyRound round, Guid person, int place, DateOnly today, DateTime at)
    {
        var kind = place % 4;
        _db.Add(new EarlyCandidate { RoundId = round.Id, PersonId = person, AddedAt = at, AddedByName = Clerk, Months = kind == 3 ? null : 9, StandingConfirmed = kind == 0 ? "Hoàn thành tốt nhiệm vụ các năm giữ bậc; không bị kỷ luật (hồ sơ đánh giá của cơ quan)." : null });
        if (kind == 3) return;
        var level = AchievementLevels.All[kind == 0 ? 4 : 5];
        _db.Add(new Achievement { PersonId = person, Level = level.Value, Title = level.Text, RecognisedOn = new DateOnly(kind == 2 ? today.Year - 8 : today.Year - 1, 12, 20), Document = $"Quyết định {100 + place}/QĐ-UBND", EnteredAt = at, EnteredByName = Clerk });
    }
}
