using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Bank;

internal abstract record StepOutcome
{
    public sealed record Done : StepOutcome;
    public sealed record Refused(string Message) : StepOutcome;
}

/// <summary>
/// Moves questions between their states and opens them for those who may read them: the author always, a reviewer while it waits for review, an approver
/// while it waits for approval. Nobody reads an approved question alone but its author. Every opening is written down before the question is shown.
/// </summary>
internal sealed class QuestionDesk(CongVuDb db, ProcessLog processes, Gate gate, ItemSafe safe, LawStanding law, AuditLog audit, TimeProvider clock)
{
    private Guid Me => gate.Actor.AccountId;

    public bool MayRead(BankItem item) => (item.AuthorId == Me && gate.May(ExaminationPermissions.Write)) || MayReview(item) || MayApprove(item);

    public bool MayReview(BankItem item) => item.State == BankState.Submitted && item.AuthorId != Me && gate.May(ExaminationPermissions.Review);

    public bool MayApprove(BankItem item) => item.State == BankState.Reviewed && item.AuthorId != Me && item.ReviewerId != Me && gate.May(ExaminationPermissions.Approve);

    public bool MayRetire(BankItem item) => item.State is not (BankState.Locked or BankState.Retired) && (item.AuthorId == Me && item.State == BankState.Draft || gate.May(ExaminationPermissions.Approve) && item.State is BankState.Approved);

    /// <summary>What the actor may see at all: own questions, and those that wait for the actor.</summary>
    public IQueryable<BankItem> Visible()
    {
        var (review, approve, me) = (gate.May(ExaminationPermissions.Review), gate.May(ExaminationPermissions.Approve), Me);
        return db.Set<BankItem>().AsNoTracking().Where(i => i.AuthorId == me
            || (review && i.State == BankState.Submitted) || (approve && i.State == BankState.Reviewed && i.ReviewerId != me));
    }

    public async Task<BankItem> FindAsync(Guid id, CancellationToken ct) =>
        await db.Set<BankItem>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is { } item && MayRead(item) ? item
            : throw new NotFoundException("Không có câu hỏi này trong phạm vi bạn được xem.");

    /// <summary>Opens the current wording and writes the reading down.</summary>
    public async Task<ExamItem> OpenAsync(BankItem item, CancellationToken ct)
    {
        if (!MayRead(item)) throw new ForbiddenException("Câu hỏi này không thuộc phạm vi bạn được đọc.");
        var body = await db.Set<BankItemVersion>().AsNoTracking().SingleAsync(v => v.ItemId == item.Id && v.Number == item.CurrentVersion, ct);
        await audit.ReadAsync(new AuditLine("examinations.item.read", "exam-item", item.Id, Detail: new { item.Subject, item.Code, version = item.CurrentVersion, state = item.State.ToString() }), ct);
        return safe.Open(body.Sealed);
    }

    /// <summary>What it cites in words; reading them again gives the same.</summary>
    public string CitedWords(BankItem item) => string.Join("; ", item.LawCited.Select(c => LawCitation.Of(c).Words(law.Book)));

    public IReadOnlyList<string> LawChanges(BankItem item) => law.ChangesSince(item, clock.Today());

    public Task<StepOutcome> SubmitAsync(Guid id, int version, CancellationToken ct) =>
        StepAsync(BankProcesses.Submit, id, version, BankState.Submitted, null, item => item.AuthorId != Me || !gate.May(ExaminationPermissions.Write) ? "Chỉ tác giả gửi câu hỏi đi thẩm định."
            : item.State != BankState.Draft ? "Câu hỏi đã được gửi." : null, item => item.LawCheckedAt = clock.UtcNow(), ct);

    /// <summary>Sends all the actor's drafts; they are read and judged one by one all the same.</summary>
    public async Task<int> SubmitAllAsync(CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Write);
        await using var process = await processes.BeginAsync(BankProcesses.Submit, "exam-item", null, ct);
        var drafts = await db.Set<BankItem>().Where(i => i.AuthorId == Me && i.State == BankState.Draft).ToListAsync(ct);
        foreach (var item in drafts)
        {
            db.Add(new BankItemStep { ItemId = item.Id, At = clock.UtcNow(), AccountId = Me, FromState = item.State, ToState = BankState.Submitted, ItemVersion = item.CurrentVersion });
            (item.State, item.LawCheckedAt) = (BankState.Submitted, clock.UtcNow());
            item.Version++;
        }
        await process.CommitAsync(ct, count: drafts.Count);
        return drafts.Count;
    }

    public Task<StepOutcome> ReviewAsync(Guid id, int version, CancellationToken ct) =>
        StepAsync(BankProcesses.Review, id, version, BankState.Reviewed, null, item => !MayReview(item) ? Why(item, "thẩm định") : Frozen(item), item => item.ReviewerId = Me, ct);

    public Task<StepOutcome> ApproveAsync(Guid id, int version, CancellationToken ct) =>
        StepAsync(BankProcesses.Approve, id, version, BankState.Approved, null, item => !MayApprove(item) ? Why(item, "duyệt") : Frozen(item), item => item.ApproverId = Me, ct);

    public Task<StepOutcome> ReturnAsync(Guid id, int version, string reason, CancellationToken ct) =>
        StepAsync(BankProcesses.Return, id, version, BankState.Draft, reason, item => MayReview(item) || MayApprove(item) ? null : Why(item, "trả lại"), Restart, ct);

    /// <summary>The author has compared the question with the changed law and says what it rests on now; it goes through review and approval again.</summary>
    public Task<StepOutcome> RecheckAsync(Guid id, int version, string reason, string? cited, CancellationToken ct)
    {
        var (read, misread) = LawCitation.Read(cited, law.IsKnown);
        return misread is not null ? Task.FromResult<StepOutcome>(new StepOutcome.Refused(misread)) : RecheckAsync(id, version, reason, read, ct);
    }

    /// <summary>Says anew what a question in draft rests on.</summary>
    public async Task<StepOutcome> CiteAsync(Guid id, int version, string? cited, CancellationToken ct)
    {
        var (read, misread) = LawCitation.Read(cited, law.IsKnown);
        if (misread is not null) return new StepOutcome.Refused(misread);
        gate.Demand(ExaminationPermissions.Write);
        await using var process = await processes.BeginAsync(BankProcesses.Cite, "exam-item", id, ct);
        var item = await db.Set<BankItem>().SingleOrDefaultAsync(i => i.Id == id && i.AuthorId == Me, ct) ?? throw new NotFoundException("Không có câu hỏi này.");
        if (item.State != BankState.Draft) return new StepOutcome.Refused("Chỉ sửa căn cứ của câu hỏi còn là bản nháp.");
        if (item.Version != version) throw new StaleEditException("Câu hỏi", []);
        (item.LawCited, item.LawCheckedAt) = ([.. read.Select(c => c.ToString())], clock.UtcNow());
        item.Version++;
        await process.CommitAsync(ct, detail: new { item.LawCited });
        return new StepOutcome.Done();
    }

    private Task<StepOutcome> RecheckAsync(Guid id, int version, string reason, IReadOnlyList<LawCitation> cited, CancellationToken ct) =>
        StepAsync(BankProcesses.Recheck, id, version, BankState.Submitted, reason, item => item.AuthorId != Me ? "Chỉ tác giả xác nhận đã rà lại câu hỏi theo luật mới."
            : item.State is BankState.Locked or BankState.Retired ? "Câu hỏi đã khóa hoặc đã loại, không rà lại được." : LawChanges(item).Count == 0 ? "Văn bản câu hỏi dẫn chiếu không có gì thay đổi." : null,
            item => { Restart(item); (item.LawCited, item.LawCheckedAt) = ([.. cited.Select(c => c.ToString())], clock.UtcNow()); }, ct);

    public Task<StepOutcome> RetireAsync(Guid id, int version, string reason, CancellationToken ct) =>
        StepAsync(BankProcesses.Retire, id, version, BankState.Retired, reason, item => MayRetire(item) ? null : "Bạn không có quyền loại câu hỏi này.", _ => { }, ct);

    private async Task<StepOutcome> StepAsync(ProcessKind kind, Guid id, int version, BankState to, string? reason, Func<BankItem, string?> refuse, Action<BankItem> change, CancellationToken ct)
    {
        if (kind.NeedsReason && string.IsNullOrWhiteSpace(reason)) return new StepOutcome.Refused("Nêu lý do.");
        await using var process = await processes.BeginAsync(kind, "exam-item", id, ct, reason);
        var item = await db.Set<BankItem>().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotFoundException("Không có câu hỏi này.");
        if (refuse(item) is { } message) return new StepOutcome.Refused(message);
        if (item.Version != version) throw new StaleEditException("Câu hỏi", []);
        db.Add(new BankItemStep { ItemId = id, At = clock.UtcNow(), AccountId = Me, FromState = item.State, ToState = to, ItemVersion = item.CurrentVersion, Reason = reason?.Trim() });
        change(item);
        item.State = to;
        item.Version++;
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    private static void Restart(BankItem item) => (item.ReviewerId, item.ApproverId) = (null, null);

    private string? Frozen(BankItem item) => LawChanges(item) is { Count: > 0 } changes ? $"Câu hỏi bị tạm dừng vì luật đã đổi: {string.Join("; ", changes)}. Tác giả phải rà lại." : null;

    private string Why(BankItem item, string act) => item.AuthorId == Me ? $"Bạn là tác giả, không tự {act} câu hỏi của mình."
        : item.ReviewerId == Me ? $"Bạn đã thẩm định câu hỏi này nên không {act} nữa; cần người khác." : $"Câu hỏi đang ở bước khác hoặc bạn không có quyền {act}.";
}
