using System.Text.Json;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Results;

/// <summary>Declassifies a sitting whose results are published: its questions are never given again, and the package is for everybody.</summary>
internal sealed class PackageExport(CongVuDb db, ProcessLog processes, Council council, SittingPapers papers, ItemSafe safe, ScoringDesk scoring, TimeProvider clock)
{
    public async Task<(byte[]? File, string? Refused)> WriteAsync(Guid id, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return (null, "Nêu căn cứ giải mật (văn bản, ngày).");
        await using var process = await processes.BeginAsync(SittingProcesses.Declassify, "exam-sitting", id, ct, reason);
        var sitting = await db.Set<Sitting>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFoundException("Không có ca thi này.");
        await council.DemandAsync(sitting.ExamId, Council.Planners, ct);
        if (await db.Set<Exam>().Where(e => e.Id == sitting.ExamId).Select(e => e.State).SingleAsync(ct) != ExamState.Published) return (null, "Giải mật sau khi công bố kết quả kỳ thi.");
        if (sitting.DestroyedAt is { } gone) return (null, $"Đề và bài làm đã hủy ngày {VnFormat.Date(VietnamTime.DayOf(gone))}; dùng gói đã xuất trước đó.");
        var open = await db.Set<Sitting>().Where(s => s.ExamId == sitting.ExamId && s.State != SittingState.Scored && s.State != SittingState.Draft).Select(s => s.Name).FirstOrDefaultAsync(ct);
        if (open is not null) return (null, $"{open} dùng chung ngân hàng và chưa chấm xong.");
        var package = await OfAsync(sitting, ct);
        var items = await (from l in db.Set<SittingItem>() join i in db.Set<BankItem>() on l.ItemId equals i.Id where l.SittingId == id && i.State == BankState.Locked select i).ToListAsync(ct);
        foreach (var item in items)
        {
            db.Add(new BankItemStep { ItemId = item.Id, At = clock.UtcNow(), AccountId = council.Me, FromState = item.State, ToState = BankState.Retired, ItemVersion = item.CurrentVersion, Reason = "Đã giải mật cùng đề thi" });
            item.State = BankState.Retired;
            item.Version++;
        }
        await process.CommitAsync(ct, count: items.Count);
        return (JsonSerializer.SerializeToUtf8Bytes(package, SealedRecord.Json), null);
    }

    /// <summary>The package of a scored sitting; nobody's leave is asked here.</summary>
    public async Task<ExamPackage> OfAsync(Sitting sitting, CancellationToken ct)
    {
        var opened = await papers.OpenedAsync(sitting.Id, ct);
        var blueprint = await db.Set<BlueprintRow>().AsNoTracking().SingleAsync(b => b.Id == sitting.BlueprintId, ct);
        var seats = await (from s in db.Set<Seat>()
                           join c in db.Set<Candidate>() on s.CandidateId equals c.Id
                           where s.SittingId == sitting.Id && s.SealedAt != null && s.Receipt != null
                           orderby c.Number
                           select new { s.Id, s.Receipt, s.ScoreHundredths, s.MaxHundredths, c.Number }).ToListAsync(ct);
        var log = (await (from e in db.Set<SeatEntry>().AsNoTracking() join s in db.Set<Seat>() on e.SeatId equals s.Id where s.SittingId == sitting.Id && e.Counts orderby e.Epoch, e.Sequence select e).ToListAsync(ct)).ToLookup(e => e.SeatId);
        return new ExamPackage
        {
            Record = new SealedRecord
            {
                Version = SealedRecord.CurrentVersion, Commitment = sitting.Commitment!, PublicRule = sitting.PublicRule!, PublicValue = sitting.PublicValue!, BoardSecret = Convert.ToHexStringLower(safe.OpenFile(sitting.Secret!)),
                Blueprint = blueprint.Plan(), Bank = [.. opened.Items.Values.Select(i => i.Entry).OrderBy(e => e.Id, StringComparer.Ordinal)], Papers = [.. seats.Select(s => opened.For(s.Number!))],
            },
            Faulty = [.. (await scoring.FaultyAsync(sitting.Id, ct)).Order(StringComparer.Ordinal)],
            Candidates = [.. seats.Select(s => new PackedCandidate(s.Number!, s.Receipt!, s.ScoreHundredths ?? 0, s.MaxHundredths ?? 0, [.. log[s.Id].Select(e => new PackedEntry(e.Epoch, e.Sequence, e.ClockMs, e.Kind, e.Question, e.Body))]))],
        };
    }
}
