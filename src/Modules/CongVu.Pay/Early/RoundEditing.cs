using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Domain;
using CongVu.Pay.Due;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Early;

/// <summary>Opens a round and prepares it: headcount, quota, rule, candidates and their achievements.</summary>
internal sealed class RoundEditing(CongVuDb db, LawBook law, RoundReading reading, RaiseReckoning reckoning, People people, UnitDirectory units, ProcessLog processes, Gate gate, TimeProvider clock)
{
    /// <summary>Opens the round of an agency and year with everybody whose regular raise is at most a year away at its end.</summary>
    public async Task<Outcome> OpenAsync(Guid? unitId, int? year, string? rule, CancellationToken ct)
    {
        var today = clock.Today();
        if (unitId is not { } unit) return new Outcome.Refused("UnitId", "Chọn cơ quan, đơn vị xét.");
        gate.Demand(PayPermissions.Prepare, unit);
        var tree = await units.TreeAsync(new AsOf(today), ct);
        if (tree.Find(unit) is not { } view || tree.Agency(unit)?.Id != unit) return new Outcome.Refused("UnitId", "Kỳ xét mở cho cơ quan có danh sách trả lương, không mở cho phòng bên trong.");
        if (year is not { } y || y < today.Year - 1 || y > today.Year) return new Outcome.Refused("Year", $"Năm xét là {today.Year - 1} hoặc {today.Year}.");
        if (new DateOnly(y + 1, 3, 31) < today) return new Outcome.Refused("Year", $"Chỉ tiêu năm {y} chỉ dùng đến hết ngày 31/03/{y + 1}.");
        if (await db.Set<EarlyRound>().AnyAsync(r => r.UnitId == unit && r.Year == y && r.State != RoundState.Cancelled, ct)) return new Outcome.Refused("Year", $"{view.Name} đã có kỳ xét năm {y}.");

        var head = (await reading.HeadcountsAsync(today, ct)).GetValueOrDefault(unit);
        if (head == 0) return new Outcome.Refused("UnitId", $"{view.Name} không có ai hưởng lương theo bảng lương vào hôm nay.");
        var round = new EarlyRound
        {
            UnitId = unit, Year = y, Headcount = head, HeadcountOn = today, Quota = new EarlyRaiseQuota(law, today).Assess(head).Quota, UnitRule = rule?.Trim() ?? "", CreatedAt = clock.UtcNow(), CreatedByName = gate.Actor.DisplayName,
        };
        var due = (await reckoning.ListAsync(RaiseKind.Regular, unit, LawDay.LastOfYear(y).AddDays(1), LawDay.LastOfYear(y + 1), new AsOf(today), ct)).Rows.Where(r => tree.Agency(r.UnitId)?.Id == unit).ToList();
        await using var process = await processes.BeginAsync(PayProcesses.OpenRound, "early-round", round.Id, ct);
        db.Add(round);
        db.AddRange(due.Select(r => New(round.Id, r.PersonId)));
        Step(round.Id, $"Mở kỳ xét: {head} người trong danh sách trả lương, chỉ tiêu {round.Quota}, {due.Count} người còn thiếu từ 12 tháng trở xuống.");
        await process.CommitAsync(ct, unit, due.Count);
        return new Outcome.Done($"Đã mở kỳ xét với {due.Count} người còn thiếu từ 12 tháng trở xuống.", round.Id);
    }

    /// <summary>Counts the payroll anew and writes the unit's rule.</summary>
    public Task<Outcome> ChangeAsync(Guid id, int version, string? rule, CancellationToken ct) => InPreparationAsync(id, version, PayProcesses.ChangeRound, null, async round =>
    {
        var today = clock.Today();
        var head = (await reading.HeadcountsAsync(today, ct)).GetValueOrDefault(round.UnitId);
        (round.Headcount, round.HeadcountOn, round.Quota, round.UnitRule) = (head, today, new EarlyRaiseQuota(law, today).Assess(head).Quota, rule?.Trim() ?? "");
        return new Outcome.Done($"Đã cập nhật: {head} người, chỉ tiêu {round.Quota}.");
    }, ct);

    /// <summary>Takes somebody of the agency in.</summary>
    public Task<Outcome> AddAsync(Guid id, int version, Guid? personId, CancellationToken ct) => InPreparationAsync(id, version, PayProcesses.ChangeRound, null, async round =>
    {
        if (personId is not { } person || await people.FindAsync(person, new AsOf(clock.Today()), ct) is not { UnitId: { } unit } row) return new Outcome.Refused("nguoi", "Chọn người trong danh sách hiện ra khi gõ tên.");
        if ((await units.TreeAsync(new AsOf(clock.Today()), ct)).Agency(unit)?.Id != round.UnitId) return new Outcome.Refused("nguoi", $"{row.FullName} không thuộc danh sách trả lương của cơ quan này.");
        if (gate.IsSelf(person)) return new Outcome.Refused("nguoi", "Không tự đưa mình vào danh sách; đề nghị cán bộ tổ chức khác thực hiện.");
        var existing = await db.Set<EarlyCandidate>().SingleOrDefaultAsync(c => c.RoundId == id && c.PersonId == person, ct);
        if (existing is { Result: not CandidateResult.Withdrawn }) return new Outcome.Refused("nguoi", $"{row.FullName} đã có trong danh sách.");
        if (existing is null) db.Add(New(id, person));
        else (existing.Result, existing.ResultReason) = (CandidateResult.Proposed, null);
        return new Outcome.Done($"Đã đưa {row.FullName} vào danh sách xét.");
    }, ct);

    /// <summary>What the unit says about a candidate.</summary>
    public Task<Outcome> SaveAsync(Guid id, int version, Guid candidateId, int? months, int? priority, string? priorityReason, string? standing, CancellationToken ct) => InPreparationAsync(id, version, PayProcesses.ChangeRound, null, async round =>
    {
        var candidate = await FindAsync(id, candidateId, ct);
        if (gate.IsSelf(candidate.PersonId)) return new Outcome.Refused("Months", "Không tự sửa nội dung xét của mình; đề nghị cán bộ tổ chức khác thực hiện.");
        var most = new EarlyStepRaise(law, clock.Today()).MostMonths;
        if (months is < 1 || months > most) return new Outcome.Refused("Months", $"Số tháng nâng trước từ 1 đến {most}.");
        if (priority is < 1 or > 999) return new Outcome.Refused("Priority", "Thứ tự ưu tiên từ 1 đến 999; 1 là trước nhất.");
        if (priority is not null && string.IsNullOrWhiteSpace(priorityReason)) return new Outcome.Refused("PriorityReason", "Ghi điều khoản của quy chế đơn vị làm căn cứ ưu tiên.");
        (candidate.Months, candidate.UnitPriority, candidate.PriorityReason, candidate.StandingConfirmed) = (months, priority, Blank(priorityReason), Blank(standing));
        return new Outcome.Done("Đã lưu.");
    }, ct);

    /// <summary>Takes a candidate out.</summary>
    public Task<Outcome> WithdrawAsync(Guid id, int version, Guid candidateId, string? reason, CancellationToken ct) => InPreparationAsync(id, version, PayProcesses.ChangeRound, reason, async round =>
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("LyDo", "Ghi lý do đưa ra khỏi danh sách.");
        var candidate = await FindAsync(id, candidateId, ct);
        (candidate.Result, candidate.ResultReason) = (CandidateResult.Withdrawn, reason.Trim());
        Step(id, $"Đưa một người ra khỏi danh sách: {reason.Trim()}");
        return new Outcome.Done("Đã đưa ra khỏi danh sách.");
    }, ct);

    /// <summary>An achievement that no record holds yet.</summary>
    public Task<Outcome> EnterAsync(Guid id, int version, Guid candidateId, string? level, string? title, DateOnly? on, string? document, Guid? fileId, CancellationToken ct) => InPreparationAsync(id, version, PayProcesses.EnterAchievement, null, async round =>
    {
        var candidate = await FindAsync(id, candidateId, ct);
        if (gate.IsSelf(candidate.PersonId)) return new Outcome.Refused("Level", "Không tự nhập thành tích của mình; đề nghị cán bộ tổ chức khác thực hiện.");
        if (AchievementLevels.All.All(l => l.Value != level)) return new Outcome.Refused("Level", "Chọn danh hiệu, hình thức khen thưởng.");
        if (on is not { } day || day > clock.Today()) return new Outcome.Refused("RecognisedOn", "Nhập ngày của quyết định công nhận, không ở tương lai.");
        if (string.IsNullOrWhiteSpace(document)) return new Outcome.Refused("Document", "Ghi số, ký hiệu quyết định công nhận và cơ quan ban hành.");
        if (await db.Set<Achievement>().AnyAsync(a => a.PersonId == candidate.PersonId && a.RemovedAt == null && a.Level == level && a.RecognisedOn == day, ct)) return new Outcome.Refused("Level", "Thành tích này đã được nhập.");
        db.Add(new Achievement
        {
            PersonId = candidate.PersonId, Level = level!, Title = string.IsNullOrWhiteSpace(title) ? AchievementLevels.Name(level!) : title.Trim(), RecognisedOn = day, Document = document.Trim(), FileId = fileId, EnteredAt = clock.UtcNow(), EnteredByName = gate.Actor.DisplayName,
        });
        return new Outcome.Done("Đã nhập thành tích.");
    }, ct, fileId);

    /// <summary>Takes a wrong entry out.</summary>
    public Task<Outcome> RemoveAsync(Guid id, int version, Guid candidateId, Guid achievementId, string? reason, CancellationToken ct) => InPreparationAsync(id, version, PayProcesses.RemoveAchievement, reason, async round =>
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("LyDo", "Ghi lý do bỏ thành tích đã nhập.");
        var candidate = await FindAsync(id, candidateId, ct);
        if (await db.Set<Achievement>().SingleOrDefaultAsync(a => a.Id == achievementId && a.PersonId == candidate.PersonId && a.RemovedAt == null, ct) is not { } achievement) return new Outcome.Refused("LyDo", "Thành tích này không còn.");
        (achievement.RemovedAt, achievement.RemovedByName, achievement.RemovedReason) = (clock.UtcNow(), gate.Actor.DisplayName, reason.Trim());
        return new Outcome.Done("Đã bỏ thành tích.");
    }, ct);

    private async Task<Outcome> InPreparationAsync(Guid id, int version, ProcessKind kind, string? reason, Func<EarlyRound, Task<Outcome>> change, CancellationToken ct, Guid? evidence = null)
    {
        var round = await db.Set<EarlyRound>().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException("Không có kỳ xét này.");
        gate.Demand(PayPermissions.Prepare, round.UnitId);
        if (round.State != RoundState.Preparing) return new Outcome.Refused("", "Danh sách đã công khai nên không sửa được; mở lại kỳ xét trước khi sửa.");
        if (round.Version != version) return new Outcome.Refused("", "Người khác vừa sửa kỳ xét này. Xem lại nội dung mới rồi làm lại.");
        if (kind.NeedsReason && string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("LyDo", "Ghi lý do.");
        await using var process = await processes.BeginAsync(kind, "early-round", id, ct, reason, evidence);
        var outcome = await change(round);
        if (outcome is Outcome.Refused) return outcome;
        round.Version++;
        await process.CommitAsync(ct, round.UnitId);
        return outcome;
    }

    private async Task<EarlyCandidate> FindAsync(Guid roundId, Guid candidateId, CancellationToken ct) =>
        await db.Set<EarlyCandidate>().SingleOrDefaultAsync(c => c.Id == candidateId && c.RoundId == roundId, ct) ?? throw new NotFoundException("Không có người này trong kỳ xét.");

    private EarlyCandidate New(Guid roundId, Guid personId) => new() { RoundId = roundId, PersonId = personId, AddedAt = clock.UtcNow(), AddedByName = gate.Actor.DisplayName };

    private void Step(Guid roundId, string what) => db.Add(new EarlyStep { RoundId = roundId, At = clock.UtcNow(), AccountName = gate.Actor.DisplayName, What = what });

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
