using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Authority;

/// <summary>Records what was done about a finding, or opens it again.</summary>
/// <param name="Document">For a confirmation the instrument; for a correction or annulment the number of that decision.</param>
internal sealed record HandleFinding(Guid Id, int Version, HandlingKind Kind, string? Document, string? Reason);

/// <summary>What came of it.</summary>
internal abstract record HandleOutcome
{
    internal sealed record Done(string Said) : HandleOutcome;

    /// <summary>Something is missing or wrong in what was typed.</summary>
    internal sealed record Incomplete(string Field, string Message) : HandleOutcome;

    internal sealed record NotPossible(string Why) : HandleOutcome;
}

internal sealed class HandleFindingHandler(CongVuDb db, DecisionStore store, DecisionAccess access, ProcessLog processes, Gate gate)
{
    /// <exception cref="StaleEditException">Somebody else handled it meanwhile.</exception>
    public async Task<HandleOutcome> HandleAsync(HandleFinding command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Reason)) return new HandleOutcome.Incomplete("ly-do", "Ghi lý do, nội dung đã xem xét.");
        var needsDocument = command.Kind is HandlingKind.Confirmed or HandlingKind.Corrected or HandlingKind.Annulled;
        var document = command.Document?.Trim() ?? "";
        if (needsDocument && document.Length == 0)
            return new HandleOutcome.Incomplete("van-ban", command.Kind == HandlingKind.Confirmed ? "Ghi văn bản xác nhận, ví dụ: Công văn 215/SNV-CCVC ngày 10/03/2026." : "Ghi số, ký hiệu quyết định đã ban hành, ví dụ 130/QĐ-SNV.");

        await using var process = await processes.BeginAsync(DecisionProcesses.HandleAuthority, "authority-finding", command.Id, ct, command.Reason);
        var finding = (await db.Set<WrongAuthority>().FromSql($"select * from decisions.authority_finding where id = {command.Id} for update").ToListAsync(ct)).SingleOrDefault() ?? throw new NotFoundException("Không có phát hiện này, hoặc bạn không được xem.");
        var loaded = await store.ReadAsync(finding.DecisionId, ct);
        access.Demand(DecisionPermissions.HandleAuthority, loaded.Decision);
        if (loaded.Items.Any(i => gate.IsSelf(i.SubjectId)) || loaded.Decision.SignerAccountId == gate.Actor.AccountId)
            return new HandleOutcome.NotPossible("Quyết định này có tên bạn hoặc do bạn ký; người khác xử lý.");
        if (finding.Version != command.Version) throw await StaleAsync(finding, command, ct);
        if (command.Kind == HandlingKind.Reopened ? finding.State != FindingState.Handled : finding.State != FindingState.Open)
            return new HandleOutcome.NotPossible($"Không thực hiện được: phát hiện này đang ở tình trạng “{finding.State.Name()}”.");

        Guid? by = null;
        if (command.Kind is HandlingKind.Corrected or HandlingKind.Annulled)
        {
            by = await SignedAsync(document, loaded.Decision, ct);
            if (by is null) return new HandleOutcome.Incomplete("van-ban", $"Không có quyết định nào số {document} đã ký sau ngày {Platform.Text.VnFormat.Date(loaded.Decision.SignedOn)} trong hệ thống. Ghi đúng số, ký hiệu; nếu chưa có, soạn quyết định đính chính hoặc thu hồi trước.");
        }
        db.Add(new AuthorityHandling
        {
            FindingId = finding.Id, Kind = command.Kind, Document = document.Length == 0 ? null : document, ByDecisionId = by, Reason = command.Reason.Trim(),
            ProcessId = process.Run.Id, AccountId = process.Run.AccountId, AccountName = gate.Actor.DisplayName, At = process.Run.At,
        });
        finding.State = command.Kind == HandlingKind.Reopened ? FindingState.Open : FindingState.Handled;
        finding.Version++;
        await process.CommitAsync(ct, loaded.Decision.UnitId, detail: new { command.Kind, document });
        return new HandleOutcome.Done(command.Kind == HandlingKind.Reopened ? "Đã mở lại để xử lý." : $"Đã ghi kết quả xử lý: {command.Kind.Name().ToLowerInvariant()}.");
    }

    private Task<Guid?> SignedAsync(string number, Decision about, CancellationToken ct) => db.Set<Decision>()
        .Where(d => d.NumberText == number && d.SignedOn >= about.SignedOn && d.Id != about.Id).OrderByDescending(d => d.Id == about.AnnulledBy || d.Id == about.CorrectedBy).ThenByDescending(d => d.SignedOn)
        .Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);

    private async Task<StaleEditException> StaleAsync(WrongAuthority finding, HandleFinding command, CancellationToken ct)
    {
        var last = await db.Set<AuthorityHandling>().AsNoTracking().Where(h => h.FindingId == finding.Id).OrderByDescending(h => h.At).FirstOrDefaultAsync(ct);
        return new StaleEditException("Phát hiện ký sai thẩm quyền",
        [
            new FieldDifference("Kết quả xử lý", command.Kind.Name(), last is null ? finding.State.Name() : $"{last.Kind.Name()} ({last.AccountName}, {Platform.Text.VnFormat.Instant(last.At)})"),
            new FieldDifference("Văn bản", command.Document, last?.Document),
            new FieldDifference("Lý do", command.Reason, last?.Reason),
        ]);
    }
}
