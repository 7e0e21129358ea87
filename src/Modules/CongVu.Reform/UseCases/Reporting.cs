using CongVu.Platform.Data;
using CongVu.Platform.Notices;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.UseCases;

/// <summary>What a unit says about an obligation.</summary>
/// <param name="Percent">Done so far; not asked where rounds are counted.</param>
/// <param name="Rounds">Rounds held since the last report, where the plan asks for a number a year.</param>
internal sealed record ReportText(int Percent, int Rounds, string Words, Guid? FileId, Guid? DecisionId, string? Reference)
{
    public bool HasEvidence => FileId is not null || DecisionId is not null || !string.IsNullOrWhiteSpace(Reference);
}

internal abstract record ReportOutcome
{
    public sealed record Saved(Guid Id) : ReportOutcome;
    public sealed record Refused(string Field, string Message) : ReportOutcome;
}

/// <summary>Units report with evidence; Sở Nội vụ accepts or returns with a reason; difficulties are raised and answered.</summary>
internal sealed class Reporting(CongVuDb db, ProcessLog processes, Gate gate, NoticeBoard notices, TimeProvider clock)
{
    public async Task<ReportOutcome> SubmitAsync(Guid obligationId, ReportText text, CancellationToken ct)
    {
        var obligation = await db.Set<Obligation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == obligationId, ct) ?? throw new NotFoundException("Không có kỳ thực hiện này.");
        gate.Demand(ReformPermissions.Report, obligation.UnitId);
        var rounds = obligation.MinCount > 1;
        if (!await db.Set<Plan>().AnyAsync(p => p.Id == obligation.PlanId && p.Status == PlanStatus.Active, ct)) return new ReportOutcome.Refused("Words", "Kế hoạch này không còn theo dõi, không nhận báo cáo mới.");
        if (string.IsNullOrWhiteSpace(text.Words)) return new ReportOutcome.Refused("Words", "Ghi kết quả đã làm được, vài dòng là đủ.");
        if (!rounds && text.Percent is < 0 or > 100) return new ReportOutcome.Refused("Percent", "Tỷ lệ hoàn thành từ 0 đến 100.");
        if (rounds && text.Rounds is < 1 or > 100) return new ReportOutcome.Refused("Rounds", "Ghi số đợt đã thực hiện trong báo cáo này, ít nhất 1.");
        if ((rounds || text.Percent == 100) && !text.HasEvidence) return new ReportOutcome.Refused("File", "Báo cáo hoàn thành phải kèm minh chứng: một tệp, một quyết định trong hệ thống hoặc số văn bản.");
        await using var process = await processes.BeginAsync(ReformProcesses.Report, "task", obligation.TaskId, ct, evidenceFileId: text.FileId);
        var report = new ProgressReport
        {
            PlanId = obligation.PlanId, TaskId = obligation.TaskId, ObligationId = obligation.Id, UnitId = obligation.UnitId,
            Percent = rounds ? 0 : text.Percent, Rounds = rounds ? text.Rounds : 0, Words = text.Words.Trim(),
            EvidenceFileId = text.FileId, EvidenceDecisionId = text.DecisionId, EvidenceReference = string.IsNullOrWhiteSpace(text.Reference) ? null : text.Reference.Trim(),
            ReportedBy = gate.Actor.AccountId, ReportedByName = gate.Actor.DisplayName, ReportedAt = clock.UtcNow(),
        };
        db.Add(report);
        await process.CommitAsync(ct, obligation.UnitId);
        return new ReportOutcome.Saved(report.Id);
    }

    public async Task AcceptAsync(Guid reportId, int version, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Accept, "report", reportId, ct);
        var report = await JudgeAsync(reportId, version, ReportState.Accepted, null, ct);
        await TellAsync(report, "Báo cáo tiến độ đã được công nhận", report.Words, "Info", ct);
        await process.CommitAsync(ct, report.UnitId);
    }

    public async Task ReturnAsync(Guid reportId, int version, string reason, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Return, "report", reportId, ct, reason);
        var report = await JudgeAsync(reportId, version, ReportState.Returned, reason.Trim(), ct);
        await TellAsync(report, "Báo cáo tiến độ bị trả lại", reason.Trim(), "Warning", ct);
        await process.CommitAsync(ct, report.UnitId);
    }

    public async Task<Guid> RaiseAsync(Guid taskId, Guid unitId, string words, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Report, unitId);
        var task = await db.Set<PlanTask>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == taskId, ct) ?? throw new NotFoundException("Không có nhiệm vụ này.");
        await using var process = await processes.BeginAsync(ReformProcesses.Raise, "task", taskId, ct);
        var difficulty = new Difficulty { PlanId = task.PlanId, TaskId = taskId, UnitId = unitId, Words = words.Trim(), RaisedBy = gate.Actor.AccountId, RaisedByName = gate.Actor.DisplayName, RaisedAt = clock.UtcNow() };
        db.Add(difficulty);
        await process.CommitAsync(ct, unitId);
        return difficulty.Id;
    }

    public async Task AnswerAsync(Guid difficultyId, string answer, int version, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Accept);
        await using var process = await processes.BeginAsync(ReformProcesses.Answer, "difficulty", difficultyId, ct);
        var difficulty = await db.Set<Difficulty>().SingleOrDefaultAsync(d => d.Id == difficultyId, ct) ?? throw new NotFoundException("Không có vướng mắc này.");
        if (difficulty.Version != version) throw new StaleEditException("Trả lời vướng mắc", [new("Trả lời", answer, difficulty.Answer)]);
        (difficulty.Answer, difficulty.AnsweredBy, difficulty.AnsweredByName, difficulty.AnsweredAt) = (answer.Trim(), gate.Actor.AccountId, gate.Actor.DisplayName, clock.UtcNow());
        difficulty.Version++;
        if (difficulty.RaisedBy is { } raiser) await notices.SendAsync([raiser], "Sở Nội vụ đã trả lời vướng mắc", difficulty.Answer, ReformLinks.Task(difficulty.TaskId), ct);
        await process.CommitAsync(ct, difficulty.UnitId);
    }

    private async Task<ProgressReport> JudgeAsync(Guid reportId, int version, ReportState state, string? reason, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Accept);
        var report = await db.Set<ProgressReport>().SingleOrDefaultAsync(r => r.Id == reportId, ct) ?? throw new NotFoundException("Không có báo cáo này.");
        if (report.ReportedBy == gate.Actor.AccountId) throw new ForbiddenException("Người báo cáo không tự công nhận báo cáo của mình.");
        if (report.Version != version || report.State != ReportState.Submitted)
            throw new StaleEditException("Báo cáo tiến độ", [new("Kết luận", state == ReportState.Accepted ? "công nhận" : $"trả lại: {reason}", report.State switch { ReportState.Accepted => $"{report.JudgedByName} đã công nhận", ReportState.Returned => $"{report.JudgedByName} đã trả lại: {report.ReturnReason}", _ => "đã đổi" })]);
        (report.State, report.ReturnReason, report.JudgedBy, report.JudgedByName, report.JudgedAt) = (state, reason, gate.Actor.AccountId, gate.Actor.DisplayName, clock.UtcNow());
        report.Version++;
        return report;
    }

    private async Task TellAsync(ProgressReport report, string title, string body, string severity, CancellationToken ct)
    {
        if (report.ReportedBy is { } reporter) await notices.SendAsync([reporter], title, body, ReformLinks.Task(report.TaskId), ct, severity: severity);
    }
}
