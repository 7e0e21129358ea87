using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Law;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Titles;

/// <summary>A line of the form: a title and its coefficient as typed.</summary>
internal sealed record TitleText(TitleLevel Level, string? Name, decimal? Coefficient);

/// <summary>What is typed about a resolution; shares in percent.</summary>
internal sealed record ResolutionText(string? Number, string? About, DateOnly? IssuedOn, DateOnly? From, decimal? SecondShare, decimal? Insurance, IReadOnlyList<TitleText> Titles);

/// <summary>Enters resolutions of the provincial council; a second person approves before they count.</summary>
internal sealed class ResolutionKeeping(CongVuDb db, LawBook law, ProcessLog processes, Gate gate, TimeProvider clock)
{
    /// <summary>A new draft.</summary>
    /// <param name="token">Made with the form, so that a form sent twice enters one resolution.</param>
    public async Task<Outcome> AddAsync(Guid token, ResolutionText text, CancellationToken ct)
    {
        gate.Demand(CommunePermissions.Propose);
        if (await db.Set<Resolution>().AnyAsync(r => r.Id == token, ct)) return new Outcome.Done("Đã lưu bản nhập.", token);
        if (Wrong(text) is { } wrong) return wrong;
        var resolution = new Resolution { Id = token, Number = text.Number!.Trim(), IssuedOn = text.IssuedOn!.Value, FromDay = text.From!.Value, CreatedByName = gate.Actor.DisplayName, CreatedAt = clock.UtcNow() };
        await using var process = await processes.BeginAsync(CommuneProcesses.DraftResolution, "resolution", token, ct);
        Fill(resolution, text);
        db.Add(resolution);
        db.AddRange(Lines(token, text));
        await process.CommitAsync(ct);
        return new Outcome.Done("Đã lưu bản nhập. Gửi duyệt để người thứ hai đối chiếu với văn bản.", token);
    }

    /// <summary>Writes a draft anew. Whoever changes it counts as the one who entered it.</summary>
    public Task<Outcome> ChangeAsync(Guid id, int version, ResolutionText text, CancellationToken ct) => MoveAsync(id, version, CommuneProcesses.DraftResolution, CommunePermissions.Propose, ResolutionState.Draft, null, async resolution =>
    {
        if (Wrong(text) is { } wrong) return wrong;
        Fill(resolution, text);
        await db.Set<Title>().Where(t => t.ResolutionId == id).ExecuteDeleteAsync(ct);
        db.AddRange(Lines(id, text));
        return new Outcome.Done("Đã lưu bản nhập.", id);
    }, ct);

    /// <summary>Hands it to a second person.</summary>
    public Task<Outcome> SubmitAsync(Guid id, int version, CancellationToken ct) => MoveAsync(id, version, CommuneProcesses.DraftResolution, CommunePermissions.Propose, ResolutionState.Draft, null, async resolution =>
    {
        if (!await db.Set<Title>().AnyAsync(t => t.ResolutionId == id, ct)) return new Outcome.Refused("", "Chưa có chức danh nào; nhập ít nhất một chức danh trước khi gửi duyệt.");
        resolution.State = ResolutionState.Submitted;
        return new Outcome.Done("Đã gửi duyệt.", id);
    }, ct);

    /// <summary>Gives it back to whoever entered it.</summary>
    public Task<Outcome> ReturnAsync(Guid id, int version, CancellationToken ct) => MoveAsync(id, version, CommuneProcesses.DraftResolution, CommunePermissions.Approve, ResolutionState.Submitted, null, resolution =>
    {
        resolution.State = ResolutionState.Draft;
        return Task.FromResult<Outcome>(new Outcome.Done("Đã trả lại để sửa.", id));
    }, ct);

    /// <summary>A second person has compared it with the paper: it counts.</summary>
    public Task<Outcome> ApproveAsync(Guid id, int version, CancellationToken ct) => MoveAsync(id, version, CommuneProcesses.ApproveResolution, CommunePermissions.Approve, ResolutionState.Submitted, null, async resolution =>
    {
        if (resolution.CreatedBy == gate.Actor.AccountId) return new Outcome.Refused("", "Người nhập không tự duyệt; đề nghị người khác đối chiếu với văn bản và duyệt.");
        if (await db.Set<Resolution>().AnyAsync(r => r.State == ResolutionState.Approved && r.FromDay == resolution.FromDay, ct)) return new Outcome.Refused("", $"Đã có nghị quyết khác áp dụng từ {VnFormat.Date(resolution.FromDay)}; rút nghị quyết đó trước.");
        if (SecondShareWrong(resolution.SecondShare, resolution.FromDay) is { } wrong) return wrong;
        (resolution.State, resolution.ApprovedBy, resolution.ApprovedByName, resolution.ApprovedAt) = (ResolutionState.Approved, gate.Actor.AccountId, gate.Actor.DisplayName, clock.UtcNow());
        return new Outcome.Done($"Đã duyệt. Mức phụ cấp được tính theo nghị quyết này từ {VnFormat.Date(resolution.FromDay)}.", id);
    }, ct);

    /// <summary>Takes it out of use; what was reckoned with it stays to be seen by the date of knowledge.</summary>
    public Task<Outcome> WithdrawAsync(Guid id, int version, string? reason, CancellationToken ct) => MoveAsync(id, version, CommuneProcesses.WithdrawResolution, CommunePermissions.Approve, null, reason, resolution =>
    {
        (resolution.State, resolution.WithdrawnAt, resolution.WithdrawnByName, resolution.WithdrawnReason) = (ResolutionState.Withdrawn, clock.UtcNow(), gate.Actor.DisplayName, reason!.Trim());
        return Task.FromResult<Outcome>(new Outcome.Done("Đã rút nghị quyết.", id));
    }, ct);

    /// <summary>The most a second title may be paid by the decree of a day, in percent; null where the data do not reach.</summary>
    public Dated<Percent>? MostForSecond(DateOnly day) => law.Ratio("communes.part-time-concurrent-max") is var most && most.Covers(day) ? most.At(day) : null;

    private async Task<Outcome> MoveAsync(Guid id, int version, ProcessKind kind, Permission permission, ResolutionState? from, string? reason, Func<Resolution, Task<Outcome>> change, CancellationToken ct)
    {
        gate.Demand(permission);
        var resolution = await db.Set<Resolution>().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException("Không có nghị quyết này.");
        if (resolution.Version != version) return new Outcome.Refused("", "Người khác vừa sửa nghị quyết này. Mở lại trang để xem nội dung mới.");
        if (resolution.State == ResolutionState.Withdrawn || from is { } state && resolution.State != state) return new Outcome.Refused("", "Nghị quyết không còn ở bước này. Mở lại trang để xem.");
        if (kind.NeedsReason && string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("Reason", "Ghi lý do.");
        await using var process = await processes.BeginAsync(kind, "resolution", id, ct, reason);
        var outcome = await change(resolution);
        if (outcome is Outcome.Refused) return outcome;
        resolution.Version++;
        await process.CommitAsync(ct);
        return outcome;
    }

    private Outcome.Refused? Wrong(ResolutionText text)
    {
        if (string.IsNullOrWhiteSpace(text.Number)) return new("Number", "Nhập số, ký hiệu nghị quyết, ví dụ 12/2023/NQ-HĐND.");
        if (text.IssuedOn is not { } issued || issued > clock.Today()) return new("IssuedOn", "Nhập ngày ban hành, không ở tương lai.");
        if (text.From is not { } from) return new("From", "Nhập ngày bắt đầu áp dụng mức phụ cấp.");
        if (text.SecondShare is < 0 or > 100) return new("SecondShare", "Mức phụ cấp chức danh thứ hai từ 0% đến 100%.");
        if (text.Insurance is < 0 or > 100) return new("Insurance", "Tỷ lệ đóng bảo hiểm từ 0% đến 100%.");
        if (SecondShareWrong((int)((text.SecondShare ?? 0) * 100), from) is { } tooMuch) return tooMuch;
        var lines = text.Titles.Where(t => !string.IsNullOrWhiteSpace(t.Name)).ToList();
        if (lines.Count == 0) return new("", "Nhập ít nhất một chức danh.");
        if (lines.FirstOrDefault(t => t.Coefficient is null or <= 0 or > 20) is { } bare) return new("", $"{bare.Name!.Trim()}: hệ số phải lớn hơn 0 và không quá 20, ví dụ 1,50.");
        if (text.Titles.Any(t => string.IsNullOrWhiteSpace(t.Name) && t.Coefficient is not null)) return new("", "Có dòng ghi hệ số mà chưa ghi tên chức danh.");
        return lines.GroupBy(t => (t.Level, Code(t.Name!))).FirstOrDefault(g => g.Count() > 1) is { } twice ? new("", $"Chức danh “{twice.First().Name!.Trim()}” ghi hai lần.") : null;
    }

    private Outcome.Refused? SecondShareWrong(int hundredths, DateOnly from) => MostForSecond(from) is { } most && new Percent(hundredths).CompareTo(most.Value) > 0
        ? new("SecondShare", $"Mức phụ cấp chức danh thứ hai không được vượt {most.Value} ({most.Source.Text}).") : null;

    private void Fill(Resolution resolution, ResolutionText text)
    {
        (resolution.Number, resolution.About, resolution.IssuedOn, resolution.FromDay) = (text.Number!.Trim(), text.About?.Trim() ?? "", text.IssuedOn!.Value, text.From!.Value);
        (resolution.SecondShare, resolution.Insurance) = ((int)((text.SecondShare ?? 0) * 100), (int)((text.Insurance ?? 0) * 100));
        (resolution.CreatedBy, resolution.CreatedByName) = (gate.Actor.AccountId, gate.Actor.DisplayName);
    }

    private static IEnumerable<Title> Lines(Guid id, ResolutionText text) => text.Titles.Where(t => !string.IsNullOrWhiteSpace(t.Name))
        .Select((t, i) => new Title { ResolutionId = id, Level = t.Level, Code = Code(t.Name!), Name = t.Name!.Trim(), Coefficient = (int)(t.Coefficient!.Value * 100), Place = i });

    /// <summary>The same words make the same title in every resolution.</summary>
    internal static string Code(string name) => VietnameseText.Fold(name).Replace(' ', '-');
}
