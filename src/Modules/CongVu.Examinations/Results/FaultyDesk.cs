using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Results;

/// <summary>A candidate whose result a re-marking changes.</summary>
internal sealed record Effect(Candidate Candidate, CandidateResult Before, CandidateResult After);

/// <summary>A question that proves wrong after the sitting: one proposes, sees with everybody else whose result changes, another approves; then everybody who had it gets its points.</summary>
internal sealed class FaultyDesk(CongVuDb db, ProcessLog processes, Council council, ScoringDesk scoring, ResultReading results, TimeProvider clock)
{
    public async Task<IReadOnlyList<(FaultyQuestion Question, string Code)>> ListAsync(Guid sitting, CancellationToken ct)
    {
        var rows = await (from f in db.Set<FaultyQuestion>().AsNoTracking() join i in db.Set<BankItem>() on f.ItemId equals i.Id where f.SittingId == sitting orderby f.ProposedAt select new { f, i.Code }).ToListAsync(ct);
        return rows.ConvertAll(r => (r.f, r.Code));
    }

    public async Task<StepOutcome> ProposeAsync(Guid sittingId, string? code, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new StepOutcome.Refused("Nêu câu hỏi sai ở đâu.");
        await using var process = await processes.BeginAsync(SittingProcesses.ProposeFaulty, "exam-sitting", sittingId, ct, reason);
        var sitting = await FindAsync(sittingId, ct);
        await council.DemandAsync(sitting.ExamId, [.. Council.Board, CouncilRole.Marker], ct);
        if (sitting.State != SittingState.Scored) return new StepOutcome.Refused("Xử lý câu hỏi sai sót sau khi ca thi đã chấm.");
        var item = await (from l in db.Set<SittingItem>() join i in db.Set<BankItem>() on l.ItemId equals i.Id where l.SittingId == sittingId && i.Code == (code ?? "").Trim() select (Guid?)i.Id).SingleOrDefaultAsync(ct);
        if (item is not { } found) return new StepOutcome.Refused($"Đề của ca thi không có câu mã “{code?.Trim()}”.");
        if (await db.Set<FaultyQuestion>().AnyAsync(f => f.SittingId == sittingId && f.ItemId == found, ct)) return new StepOutcome.Refused("Câu này đã được đề nghị.");
        db.Add(new FaultyQuestion { SittingId = sittingId, ItemId = found, Reason = reason.Trim(), ProposedBy = council.Me, ProposedAt = clock.UtcNow() });
        await process.CommitAsync(ct, detail: new { item = found });
        return new StepOutcome.Done();
    }

    /// <summary>Whose score, pass or place changes when the question counts as faulty.</summary>
    public async Task<IReadOnlyList<Effect>> EffectAsync(Exam exam, Guid sitting, string code, CancellationToken ct)
    {
        var faulty = (await scoring.FaultyAsync(sitting, ct)).ToHashSet(StringComparer.Ordinal);
        faulty.Add(code);
        var before = await results.ExamAsync(exam, ct);
        var after = (await results.ExamAsync(exam, ct, sitting, await scoring.ComputeAsync(sitting, faulty, ct))).ToDictionary(r => r.Candidate.Id);
        return [.. before.Select(b => new Effect(b.Candidate, b, after[b.Candidate.Id])).Where(e => e.Before.Rank != e.After.Rank || e.Before.Passed != e.After.Passed || Points(e.Before, sitting) != Points(e.After, sitting))];
    }

    public async Task<StepOutcome> ApproveAsync(Guid sittingId, Guid item, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(SittingProcesses.ApproveFaulty, "exam-sitting", sittingId, ct);
        var sitting = await FindAsync(sittingId, ct);
        await council.DemandAsync(sitting.ExamId, Council.Board, ct);
        var faulty = await db.Set<FaultyQuestion>().SingleOrDefaultAsync(f => f.SittingId == sittingId && f.ItemId == item, ct) ?? throw new NotFoundException("Không có đề nghị này.");
        if (faulty.ApprovedBy is not null) return new StepOutcome.Refused("Đã chấm lại theo đề nghị này.");
        if (faulty.ProposedBy == council.Me) return new StepOutcome.Refused("Bạn là người đề nghị; cần thành viên khác của hội đồng duyệt.");
        (faulty.ApprovedBy, faulty.ApprovedAt) = (council.Me, clock.UtcNow());
        await db.SaveChangesAsync(ct);
        await scoring.ApplyAsync(sitting, ct);
        sitting.Version++;
        await process.CommitAsync(ct, detail: new { item });
        return new StepOutcome.Done();
    }

    public static int? Points(CandidateResult result, Guid sitting) => result.Papers.FirstOrDefault(p => p.Sitting.Id == sitting)?.Final;

    private async Task<Sitting> FindAsync(Guid id, CancellationToken ct) => await db.Set<Sitting>().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFoundException("Không có ca thi này.");
}
