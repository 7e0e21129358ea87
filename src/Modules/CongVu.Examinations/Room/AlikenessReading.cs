using CongVu.Examinations.Data;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Room;

/// <summary>Reads the sealed papers of a closed room for <see cref="Alikeness"/>. For those who decide about results; each reading is in the audit log.</summary>
internal sealed class AlikenessReading(CongVuDb db, Council council, SittingPapers papers, AuditLog audit)
{
    public async Task<IReadOnlyList<AlikePair>> RoomAsync(RoomSight sight, CancellationToken ct)
    {
        await council.DemandAsync(sight.Sitting.ExamId, Council.Board, ct);
        await audit.ReadAsync(new AuditLine("examinations.room.alikeness", "exam-room", sight.Room.Id), ct);
        var seats = await db.Set<Seat>().AsNoTracking().Where(s => s.RoomId == sight.Room.Id && s.SealedAt != null).ToListAsync(ct);
        var entries = (await db.Set<SeatEntry>().AsNoTracking().Where(e => e.Kind == EntryKinds.Answer && db.Set<Seat>().Any(s => s.Id == e.SeatId && s.RoomId == sight.Room.Id && s.SealedAt != null)).ToListAsync(ct)).ToLookup(e => e.SeatId);
        var (scoring, wrong) = (new PaperScoring(), new List<WrongPaper>());
        foreach (var seat in seats)
        {
            var score = scoring.Score(await papers.KeysForAsync(seat, ct), Answers.Final(entries[seat.Id]), new HashSet<string>());
            wrong.Add(new WrongPaper(seat.Id, seat.Number, score.Questions.Where(q => q.Hundredths < q.MaxHundredths && Form(q.Answer).Length > 0).ToDictionary(q => q.Code, q => Form(q.Answer), StringComparer.Ordinal)));
        }
        return Alikeness.Neighbours(wrong);
    }

    // Word for word: ticks made in another order look different here, which finds less in common, never more.
    private static string Form(string? body) => string.Join('\n', PaperScoring.Responses(body).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}\t{p.Value.GetRawText()}"));
}
