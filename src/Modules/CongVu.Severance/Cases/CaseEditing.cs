using System.Globalization;
using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Personnel.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Cases;

/// <summary>What is typed about a case.</summary>
internal sealed record CaseText(ExitPolicy? Policy, ExitReason? Reason, string? Ground, DateOnly? LeaveOn);

/// <summary>Prepares the cases of a list: who, which policy, which facts.</summary>
internal sealed class CaseEditing(CongVuDb db, LawBook law, People people, UnitDirectory units, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public async Task<Outcome> AddAsync(Guid batchId, int version, Guid? personId, CaseText text, CancellationToken ct)
    {
        if (personId is not { } person) return new Outcome.Refused("nguoi", "Chọn người cần giải quyết chính sách.");
        var batch = await OpenAsync(batchId, ct);
        if (Stale(batch, version) is { } stale) return stale;
        if (Wrong(text) is { } wrong) return wrong;
        var row = await people.FindAsync(person, new AsOf(clock.Today()), ct);
        if (row?.UnitId is not { } unit || !gate.May(SeverancePermissions.Prepare, unit)) return new Outcome.Refused("nguoi", "Người này không đang công tác ở đơn vị trong phạm vi của bạn.");
        if (!(await units.TreeAsync(new AsOf(clock.Today()), ct)).Subtree(batch.UnitId).Contains(unit)) return new Outcome.Refused("nguoi", "Người này không thuộc đơn vị lập danh sách.");
        if (gate.IsSelf(person)) return new Outcome.Refused("nguoi", "Không tự đưa mình vào danh sách; đề nghị cán bộ tổ chức khác thực hiện.");
        if (await db.Set<SeveranceCase>().Where(c => c.PersonId == person && c.State == CaseState.Open).Select(c => (Guid?)c.BatchId).FirstOrDefaultAsync(ct) is { } other)
        {
            var name = await db.Set<Batch>().Where(b => b.Id == other).Select(b => b.Name).FirstAsync(ct);
            return new Outcome.Refused("nguoi", $"{row.FullName} đã có trong danh sách “{name}”. Mỗi người chỉ hưởng một chính sách, một lần; đưa ra khỏi danh sách kia trước.");
        }
        var one = new SeveranceCase
        {
            BatchId = batchId, PersonId = person, Policy = text.Policy!.Value, Reason = text.Reason!.Value, Ground = GroundOf(text), LeaveOn = text.LeaveOn!.Value,
            AddedAt = clock.UtcNow(), AddedBy = gate.ActorOrNull?.AccountId, AddedByName = gate.Actor.DisplayName,
        };
        await using var process = await processes.BeginAsync(SeveranceProcesses.AddCase, "severance-case", one.Id, ct);
        db.Add(one);
        batch.Version++;
        Step(one.Id, $"Đưa vào danh sách: {text.Policy.Value.Vietnamese()}, nghỉ từ {VnFormat.Date(one.LeaveOn)}.");
        try
        {
            await process.CommitAsync(ct, batch.UnitId);
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            return new Outcome.Refused("nguoi", $"{row.FullName} vừa được đưa vào một danh sách khác.");
        }
        return new Outcome.Done($"Đã đưa {row.FullName} vào danh sách. Bổ sung dữ kiện hồ sơ chưa có.", one.Id);
    }

    public Task<Outcome> ChangeAsync(Guid caseId, int version, CaseText text, CancellationToken ct) => ActAsync(caseId, version, SeveranceProcesses.ChangeCase, null, one =>
    {
        if (Wrong(text) is { } wrong) return wrong;
        (one.Policy, one.Reason, one.Ground, one.LeaveOn) = (text.Policy!.Value, text.Reason!.Value, GroundOf(text), text.LeaveOn!.Value);
        Step(one.Id, $"Sửa: {one.Policy.Vietnamese()}, lý do {one.Reason.Vietnamese()}{(one.Ground is { } g ? $" ({g})" : "")}, nghỉ từ {VnFormat.Date(one.LeaveOn)}.");
        return new Outcome.Done("Đã lưu; mức hưởng và điều kiện được tính lại.");
    }, ct);

    /// <summary>Name of the field an answer is typed into.</summary>
    public static string FieldOf(string key) => $"tl-{key}";

    /// <summary>Keeps answers that rest on one paper, all or none; those before them stay in the history.</summary>
    public Task<Outcome> AnswerAsync(Guid caseId, int version, IReadOnlyList<(string Key, string Typed)> answers, string? document, Guid? fileId, CancellationToken ct) => ActAsync(caseId, version, SeveranceProcesses.AnswerCase, null, one =>
    {
        if (answers.Count == 0) return new Outcome.Refused("", "Chưa trả lời dữ kiện nào.");
        var read = new List<(Question Question, string Value)>();
        foreach (var (key, typed) in answers)
        {
            if (Questions.Find(key) is not { } question) return new Outcome.Refused("", "Có dữ kiện không dùng cho trường hợp này. Mở lại trang rồi ghi lại.");
            if (Value(question, typed) is not { } value) return new Outcome.Refused(FieldOf(key), $"{question.Label}: {Hint(question)}");
            read.Add((question, value));
        }
        if (string.IsNullOrWhiteSpace(document)) return new Outcome.Refused("Document", $"Ghi văn bản làm căn cứ: số, ngày ({read[0].Question.Paper.ToLowerInvariant()}).");
        var keys = read.Select(r => r.Question.Key).ToArray();
        foreach (var before in db.Set<CaseAnswer>().Where(a => a.CaseId == one.Id && keys.Contains(a.Key) && a.ReplacedAt == null)) before.ReplacedAt = clock.UtcNow();
        db.SaveChanges(); // the earlier answers step back before the new ones take their place
        foreach (var (question, value) in read)
        {
            db.Add(new CaseAnswer { CaseId = one.Id, Key = question.Key, Value = value, Document = document.Trim(), FileId = fileId, EnteredAt = clock.UtcNow(), EnteredByName = gate.Actor.DisplayName });
            Step(one.Id, $"Bổ sung: {question.Label}: {CaseReckoner.Words(question.Kind, value)} ({document.Trim()}).");
        }
        return new Outcome.Done("Đã ghi; điều kiện và mức hưởng được tính lại.");
    }, ct, fileId);

    public Task<Outcome> WithdrawAsync(Guid caseId, int version, string? reason, CancellationToken ct) => string.IsNullOrWhiteSpace(reason) ? Task.FromResult<Outcome>(new Outcome.Refused("LyDo", "Ghi lý do đưa ra khỏi danh sách.")) :
        ActAsync(caseId, version, SeveranceProcesses.WithdrawCase, reason, one =>
        {
            (one.State, one.StateReason) = (CaseState.Withdrawn, reason.Trim());
            Step(one.Id, $"Đưa ra khỏi danh sách: {reason.Trim()}");
            return new Outcome.Done("Đã đưa ra khỏi danh sách.");
        }, ct);

    private async Task<Outcome> ActAsync(Guid caseId, int version, ProcessKind kind, string? reason, Func<SeveranceCase, Outcome> change, CancellationToken ct, Guid? evidence = null)
    {
        var one = await db.Set<SeveranceCase>().SingleOrDefaultAsync(c => c.Id == caseId && c.State == CaseState.Open, ct);
        if (one is null) return new Outcome.Refused("", "Trường hợp này không còn trong danh sách.");
        var batch = await OpenAsync(one.BatchId, ct);
        if (Stale(batch, version) is { } stale) return stale;
        if (gate.IsSelf(one.PersonId)) return new Outcome.Refused("", "Không tự lập hồ sơ của chính mình.");
        await using var process = await processes.BeginAsync(kind, "severance-case", caseId, ct, reason, evidence);
        var outcome = change(one);
        if (outcome is Outcome.Refused) return outcome;
        batch.Version++;
        await process.CommitAsync(ct, batch.UnitId);
        return outcome;
    }

    private async Task<Batch> OpenAsync(Guid batchId, CancellationToken ct)
    {
        var batch = await db.Set<Batch>().SingleOrDefaultAsync(b => b.Id == batchId, ct) ?? throw new NotFoundException("Không có danh sách này.");
        gate.Demand(SeverancePermissions.Prepare, batch.UnitId);
        return batch;
    }

    private static Outcome.Refused? Stale(Batch batch, int version) =>
        batch.State != BatchState.Preparing ? new("", "Danh sách đã trình nên không sửa được; đề nghị trả lại trước khi sửa.")
        : batch.Version != version ? new("", "Người khác vừa sửa danh sách này. Xem lại nội dung mới rồi làm lại.") : null;

    private Outcome.Refused? Wrong(CaseText text)
    {
        if (text.Policy is not { } policy || policy == ExitPolicy.Resignation) return new("Policy", "Chọn chính sách.");
        if (text.Reason is not (ExitReason.Downsizing or ExitReason.Reorganisation)) return new("Reason", "Chọn lý do nghỉ: tinh giản biên chế hoặc sắp xếp tổ chức bộ máy.");
        if (text.LeaveOn is not { } day) return new("LeaveOn", "Nhập ngày nghỉ, ví dụ 01/03/2027.");
        if (day < clock.Today().AddYears(-1) || day > clock.Today().AddYears(5)) return new("LeaveOn", "Ngày nghỉ phải trong khoảng một năm trước đến năm năm tới.");
        if (text.Reason == ExitReason.Reorganisation) return null;
        if (string.IsNullOrEmpty(text.Ground)) return new("Ground", "Chọn trường hợp tinh giản.");
        try
        {
            return law.Severance.GroundsOn(day).Any(g => g.Code == text.Ground) ? null : new("Ground", $"Ngày {VnFormat.Date(day)} không có trường hợp {text.Ground}. Chọn trường hợp khác.");
        }
        catch (OutsideCoverageException e)
        {
            return new("LeaveOn", e.Message);
        }
    }

    private static string? GroundOf(CaseText text) => text.Reason == ExitReason.Reorganisation ? null : text.Ground;

    private static string? Value(Question question, string? typed) => (question.Kind, typed?.Trim()) switch
    {
        (AnswerKind.YesNo, Questions.Yes or Questions.No) => typed!.Trim(),
        (AnswerKind.Rating, { } text) when Enum.TryParse<YearRating>(text, out var rating) && Enum.IsDefined(rating) => rating.ToString(),
        (AnswerKind.Number, { } text) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 720 => $"{number}",
        (AnswerKind.Money, { } text) when long.TryParse(text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var money) && money <= 10_000_000_000 => $"{money}",
        _ => null,
    };

    private static string Hint(Question question) => question.Kind switch
    {
        AnswerKind.YesNo => "Chọn Có hoặc Không.",
        AnswerKind.Rating => "Chọn mức xếp loại.",
        AnswerKind.Number => "Nhập số nguyên từ 0 đến 720.",
        _ => "Nhập số tiền bằng đồng, ví dụ 12.500.000.",
    };

    private void Step(Guid owner, string what) => db.Add(new Step { OwnerId = owner, At = clock.UtcNow(), AccountName = gate.Actor.DisplayName, What = what });
}
