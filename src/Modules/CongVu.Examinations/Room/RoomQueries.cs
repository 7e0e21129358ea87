using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Room;

/// <summary>What two hundred candidates ask at the same second, compiled once: translating a query costs more than answering it.</summary>
internal static class RoomQueries
{
    /// <summary>Whom and what a seat is for, for the welcome.</summary>
    public static readonly Func<CongVuDb, Guid, CancellationToken, Task<SeatAbout>> About = EF.CompileAsyncQuery((CongVuDb db, Guid seat, CancellationToken _) =>
        (from s in db.Set<Seat>()
         join c in db.Set<Candidate>() on s.CandidateId equals c.Id
         join e in db.Set<Exam>() on c.ExamId equals e.Id
         join t in db.Set<Sitting>() on s.SittingId equals t.Id
         join r in db.Set<Data.Room>() on s.RoomId equals r.Id
         where s.Id == seat
         select new SeatAbout(c.FullName, c.Number, c.Birth, c.Profile, e.Name, t.Name, t.Minutes, r.Name)).Single());

    /// <summary>A seat with its room and its candidate's number.</summary>
    public static readonly Func<CongVuDb, Guid, CancellationToken, Task<SeatPlace>> Place = EF.CompileAsyncQuery((CongVuDb db, Guid seat, CancellationToken _) =>
        (from s in db.Set<Seat>().AsNoTracking()
         join c in db.Set<Candidate>() on s.CandidateId equals c.Id
         join r in db.Set<Data.Room>() on s.RoomId equals r.Id
         where s.Id == seat
         select new SeatPlace(s, r, c.Number!)).Single());

    /// <summary>Answers and marks of a seat, in no order.</summary>
    public static readonly Func<CongVuDb, Guid, IAsyncEnumerable<SeatEntry>> Typed = EF.CompileAsyncQuery((CongVuDb db, Guid seat) =>
        db.Set<SeatEntry>().AsNoTracking().Where(e => e.SeatId == seat && (e.Kind == EntryKinds.Answer || e.Kind == EntryKinds.Flag)));
}

internal sealed record SeatAbout(string FullName, string? Number, DateOnly Birth, string Profile, string Exam, string Sitting, int Minutes, string Room);

internal sealed record SeatPlace(Seat Seat, Data.Room Room, string Number);
