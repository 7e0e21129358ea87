using CongVu.Decisions.Contracts;
using CongVu.Pay.Actions;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Early;

/// <summary>What is recorded of the meeting that approved a list.</summary>
internal sealed record ApprovalText(DateOnly? On, string? Document, int? Present, int? InFavour, Guid? FileId, IReadOnlyCollection<Guid> Chosen);

/// <summary>Moves a round on: published, approved, decided; or back, or cancelled.</summary>
internal sealed class RoundDeciding(CongVuDb db, RoundReading reading, DraftStart drafts, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public async Task<Outcome> PublishAsync(Guid id, int version, DateOnly? objectionsUntil, CancellationToken ct)
    {
        var view = await reading.OfAsync(id, ct);
        var today = clock.Today();
        if (Lapsed(view.Round, today) is { } lapsed) return lapsed;
        if (objectionsUntil is null || objectionsUntil < today) return new Outcome.Refused("ObjectionsUntil", "Nhập ngày hết hạn nhận ý kiến, từ hôm nay trở đi.");
        if (view.Ranking.Count == 0) return new Outcome.Refused("", "Chưa có ai đủ mọi điều kiện để công khai. Nhập thành tích, số tháng và kết quả đối chiếu của từng người trước.");
        return await MoveAsync(id, version, RoundState.Preparing, PayProcesses.Publish, null, round =>
        {
            (round.State, round.PublishedOn, round.ObjectionsUntil) = (RoundState.Published, today, objectionsUntil);
            return $"Công khai danh sách {view.Ranking.Count} người đủ điều kiện, nhận ý kiến đến {VnFormat.Date(objectionsUntil)}.";
        }, ct);
    }

    public Task<Outcome> ReopenAsync(Guid id, int version, string? reason, CancellationToken ct) => string.IsNullOrWhiteSpace(reason) ? Task.FromResult<Outcome>(new Outcome.Refused("LyDo", "Ghi lý do mở lại.")) :
        MoveAsync(id, version, RoundState.Published, PayProcesses.Reopen, reason, round =>
        {
            (round.State, round.PublishedOn, round.ObjectionsUntil) = (RoundState.Preparing, null, null);
            return $"Mở lại kỳ xét: {reason.Trim()}";
        }, ct);

    public async Task<Outcome> CancelAsync(Guid id, int version, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("LyDo", "Ghi lý do hủy kỳ xét.");
        return await MoveAsync(id, version, null, PayProcesses.CancelRound, reason, round =>
        {
            round.State = RoundState.Cancelled;
            return $"Hủy kỳ xét: {reason.Trim()}";
        }, ct);
    }

    /// <summary>Records vote and minutes: who is chosen, within the quota and in the order of the ranking.</summary>
    public async Task<Outcome> ApproveAsync(Guid id, int version, ApprovalText text, CancellationToken ct)
    {
        var view = await reading.OfAsync(id, ct);
        if (Wrong(view, text) is { } wrong) return wrong;
        return await MoveAsync(id, version, RoundState.Published, PayProcesses.Approve, null, async round =>
        {
            foreach (var candidate in await db.Set<EarlyCandidate>().Where(c => c.RoundId == id && c.Result != CandidateResult.Withdrawn).ToListAsync(ct))
                (candidate.Result, candidate.ResultReason) = text.Chosen.Contains(candidate.Id) ? (CandidateResult.Chosen, null)
                    : (CandidateResult.NotChosen, view.Ranking.Any(r => r.View.Candidate.Id == candidate.Id) ? "Ngoài chỉ tiêu hoặc không được tập thể thông qua." : "Chưa đủ điều kiện.");
            (round.State, round.ApprovedOn, round.ApprovalDocument, round.Present, round.InFavour, round.ApprovalFileId) = (RoundState.Approved, text.On, text.Document!.Trim(), text.Present, text.InFavour, text.FileId);
            return $"Thông qua {text.Chosen.Count} người ({text.Document!.Trim()}, {text.InFavour}/{text.Present} phiếu đồng ý).";
        }, ct, text.FileId);
    }

    public async Task<Outcome> AllotAsync(Guid id, int version, int? extra, string? document, CancellationToken ct)
    {
        var round = await db.Set<EarlyRound>().AsNoTracking().SingleAsync(r => r.Id == id, ct);
        gate.Demand(PayPermissions.Allot, round.UnitId);
        if (extra is not >= 0) return new Outcome.Refused("extra", "Nhập số chỉ tiêu giao thêm, 0 nếu thu lại.");
        if (extra > 0 && string.IsNullOrWhiteSpace(document)) return new Outcome.Refused("document", "Ghi văn bản giao thêm chỉ tiêu.");
        var pool = (await reading.QuotasAsync(round.Year, ct)).FirstOrDefault(p => p.Units.Any(u => u.Unit.Id == round.UnitId));
        var left = (pool?.Pooled ?? 0) - (pool?.Allotted ?? 0) + round.ExtraQuota;
        if (extra > left) return new Outcome.Refused("extra", $"Số dư tổng hợp chỉ còn giao được {left}.");
        return await MoveAsync(id, version, null, PayProcesses.Allot, null, r =>
        {
            (r.ExtraQuota, r.ExtraDocument) = (extra!.Value, extra == 0 ? null : document!.Trim());
            return extra == 0 ? "Thu lại chỉ tiêu giao thêm." : $"Được giao thêm {extra} chỉ tiêu ({document!.Trim()}).";
        }, ct);
    }

    /// <summary>One draft for everybody chosen and not yet decided, each with months, day and achievement.</summary>
    public async Task<(Outcome Outcome, Guid? DecisionId)> DecideAsync(Guid id, CancellationToken ct)
    {
        var view = await reading.OfAsync(id, ct);
        gate.Demand(PayPermissions.Prepare, view.Round.UnitId);
        if (view.Round.State != RoundState.Approved) return (new Outcome.Refused("", "Thông qua danh sách trước khi lập quyết định."), null);
        if (Lapsed(view.Round, clock.Today()) is { } lapsed) return (lapsed, null);
        var ready = view.Undecided.Where(c => c.Outcome?.From is not null).ToList();
        if (ready.Count == 0) return (new Outcome.Refused("", "Mọi người được thông qua đều đã có quyết định."), null);
        var shared = new Dictionary<string, string> { [EarlyRaiseAction.Ground] = EarlyRaiseAction.ByAchievement, [EarlyRaiseAction.Year] = $"{view.Round.Year}" };
        var own = ready.ToDictionary(c => c.Person.PersonId, c => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>
        {
            [EarlyRaiseAction.Months] = $"{c.Candidate.Months}", [ActionInput.FromKey] = VnFormat.Date(c.Outcome!.Value.From), [EarlyRaiseAction.Because] = EarlyRaiseRecords.Words(c.Counting),
        });
        switch (await drafts.BeginAsync(PayActions.EarlyRaise, view.Round.UnitId, [.. ready.Select(c => c.Person.PersonId)], shared, own, ct))
        {
            case DraftStarted.NotPossible no:
                return (new Outcome.Refused("", no.Why), null);
            case DraftStarted.Done done:
                var ids = ready.Select(c => c.Candidate.Id).ToArray();
                await using (var process = await processes.BeginAsync(PayProcesses.StartDecision, "early-round", id, ct))
                {
                    foreach (var candidate in await db.Set<EarlyCandidate>().Where(c => ids.Contains(c.Id)).ToListAsync(ct)) candidate.DecisionId = done.DecisionId;
                    Step(id, $"Lập quyết định cho {ready.Count} người.");
                    await process.CommitAsync(ct, view.Round.UnitId, ready.Count);
                }
                return (new Outcome.Done(done.LeftOut.Count == 0 ? "Đã lập bản soạn quyết định." : "Không đưa vào được: " + string.Join("; ", done.LeftOut)), done.DecisionId);
            default:
                return (new Outcome.Refused("", "Không lập được bản soạn."), null);
        }
    }

    private static Outcome.Refused? Lapsed(EarlyRound round, DateOnly today) => today <= round.UsableUntil ? null : new("", $"Chỉ tiêu năm {round.Year} đã hết hạn sử dụng từ sau ngày {VnFormat.Date(round.UsableUntil)}.");

    private Outcome.Refused? Wrong(RoundView view, ApprovalText text)
    {
        var round = view.Round;
        if (Lapsed(round, clock.Today()) is { } lapsed) return lapsed;
        if (text.On is not { } on || on > clock.Today() || on < round.PublishedOn) return new("ApprovedOn", $"Ngày họp từ {VnFormat.Date(round.PublishedOn)} (ngày công khai) đến hôm nay.");
        if (string.IsNullOrWhiteSpace(text.Document)) return new("ApprovalDocument", "Ghi số, ngày của biên bản họp.");
        if (text.Present is not > 0) return new("Present", "Nhập số người dự họp có quyền biểu quyết.");
        if (text.InFavour is not >= 0 || text.InFavour > text.Present) return new("InFavour", "Số phiếu đồng ý không vượt quá số người dự.");
        if (text.InFavour * 2 <= text.Present) return new("InFavour", "Chưa quá nửa số người dự đồng ý nên danh sách chưa được thông qua; mở lại kỳ xét để sửa danh sách.");
        if (text.Chosen.Count == 0) return new("chon", "Chọn ít nhất một người, hoặc hủy kỳ xét.");
        if (text.Chosen.Count > round.WholeQuota) return new("chon", $"Chọn {text.Chosen.Count} người, vượt chỉ tiêu {round.WholeQuota}.");
        var ranked = view.Ranking.ToDictionary(r => r.View.Candidate.Id);
        if (text.Chosen.Any(c => !ranked.ContainsKey(c))) return new("chon", "Chỉ chọn người đủ mọi điều kiện.");
        var worst = text.Chosen.Max(c => ranked[c].Place);
        var passed = view.Ranking.FirstOrDefault(r => r.Place < worst && !text.Chosen.Contains(r.View.Candidate.Id));
        return passed is null ? null : new("chon", $"{passed.View.Person.FullName} xếp thứ {passed.Place} mà không được chọn, trong khi người xếp sau được chọn. Chọn theo thứ tự, hoặc mở lại kỳ xét để sửa ưu tiên.");
    }

    private Task<Outcome> MoveAsync(Guid id, int version, RoundState? from, ProcessKind kind, string? reason, Func<EarlyRound, string> move, CancellationToken ct) => MoveAsync(id, version, from, kind, reason, r => Task.FromResult(move(r)), ct);

    private async Task<Outcome> MoveAsync(Guid id, int version, RoundState? from, ProcessKind kind, string? reason, Func<EarlyRound, Task<string>> move, CancellationToken ct, Guid? evidence = null)
    {
        var round = await db.Set<EarlyRound>().SingleAsync(r => r.Id == id, ct);
        gate.Demand(kind == PayProcesses.Allot ? PayPermissions.Allot : PayPermissions.Prepare, round.UnitId);
        if (from is not null && round.State != from) return new Outcome.Refused("", "Kỳ xét không còn ở bước này; xem lại trạng thái mới.");
        if (from is null && round.State is RoundState.Cancelled) return new Outcome.Refused("", "Kỳ xét đã hủy.");
        if (kind == PayProcesses.CancelRound && await db.Set<EarlyCandidate>().AnyAsync(c => c.RoundId == id && c.DecisionId != null, ct)) return new Outcome.Refused("", "Đã lập quyết định từ kỳ xét này nên không hủy được; bỏ hoặc thu hồi quyết định trước.");
        if (round.Version != version) return new Outcome.Refused("", "Người khác vừa sửa kỳ xét này. Xem lại nội dung mới rồi làm lại.");
        await using var process = await processes.BeginAsync(kind, "early-round", id, ct, reason, evidence);
        var said = await move(round);
        round.Version++;
        Step(id, said);
        await process.CommitAsync(ct, round.UnitId);
        return new Outcome.Done(said);
    }

    private void Step(Guid roundId, string what) => db.Add(new EarlyStep { RoundId = roundId, At = clock.UtcNow(), AccountName = gate.Actor.DisplayName, What = what });
}
