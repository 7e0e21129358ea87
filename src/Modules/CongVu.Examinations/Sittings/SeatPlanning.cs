using System.Security.Cryptography;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Room;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;
using RoomRow = CongVu.Examinations.Data.Room;

namespace CongVu.Examinations.Sittings;

/// <summary>Rooms of a sitting, seats dealt by a published seed, and the codes of the seat cards.</summary>
internal sealed class SeatPlanning(CongVuDb db, ProcessLog processes, Council council)
{
    public async Task<StepOutcome> AddRoomAsync(Guid sittingId, string? name, int seats, string? networks, string? browserKey, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(SittingProcesses.PlanRoom, "exam-sitting", sittingId, ct);
        var sitting = await FindAsync(sittingId, ct);
        await council.DemandAsync(sitting.ExamId, Council.Planners, ct);
        if (sitting.State != SittingState.Draft) return new StepOutcome.Refused("Đề đã niêm phong, không thêm phòng được nữa.");
        if (string.IsNullOrWhiteSpace(name)) return new StepOutcome.Refused("Ghi tên phòng thi.");
        if (seats is < 1 or > 500) return new StepOutcome.Refused("Số máy của phòng từ 1 đến 500.");
        var ranges = (networks ?? "").Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (ranges.FirstOrDefault(r => !System.Net.IPNetwork.TryParse(r, out _)) is { } wrong) return new StepOutcome.Refused($"“{wrong}” không phải dải mạng, ghi dạng 10.20.30.0/24.");
        var key = browserKey?.Trim().ToLowerInvariant();
        if (!string.IsNullOrEmpty(key) && (key.Length != 64 || !key.All(char.IsAsciiHexDigit))) return new StepOutcome.Refused("Khóa cấu hình Safe Exam Browser có 64 chữ số hệ 16.");
        if (await db.Set<RoomRow>().AnyAsync(r => r.SittingId == sittingId && r.Name == name.Trim(), ct)) return new StepOutcome.Refused($"Ca thi đã có phòng “{name.Trim()}”.");
        db.Add(new RoomRow { SittingId = sittingId, Name = name.Trim(), Seats = seats, Networks = ranges, BrowserKey = string.IsNullOrEmpty(key) ? null : key });
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    /// <summary>Deals all candidates who have no seat in another sitting of the same round. Repeated while the sitting is a draft, with a new seed.</summary>
    public async Task<StepOutcome> DealAsync(Guid sittingId, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(SittingProcesses.PlanSeats, "exam-sitting", sittingId, ct);
        var sitting = await FindAsync(sittingId, ct);
        await council.DemandAsync(sitting.ExamId, Council.Planners, ct);
        if (sitting.State != SittingState.Draft) return new StepOutcome.Refused("Đề đã niêm phong, không xếp lại chỗ được nữa.");
        if (await db.Set<Exam>().Where(e => e.Id == sitting.ExamId).Select(e => e.ListClosedAt).SingleAsync(ct) is null) return new StepOutcome.Refused("Chốt danh sách thí sinh trước khi xếp chỗ.");
        var rooms = await db.Set<RoomRow>().Where(r => r.SittingId == sittingId).ToListAsync(ct);
        if (rooms.Count == 0) return new StepOutcome.Refused("Ca thi chưa có phòng.");
        var elsewhere = from s in db.Set<Seat>() join t in db.Set<Sitting>() on s.SittingId equals t.Id where t.ExamId == sitting.ExamId && t.Round == sitting.Round && t.Id != sittingId select s.CandidateId;
        var candidates = await db.Set<Candidate>().AsNoTracking().Where(c => c.ExamId == sitting.ExamId && !elsewhere.Contains(c.Id)).ToListAsync(ct);
        var places = rooms.Sum(r => r.Seats);
        if (candidates.Count == 0) return new StepOutcome.Refused("Mọi thí sinh đã có chỗ ở ca khác của vòng thi này.");
        // Shifts: what does not fit is left for the next sitting of the round, in the order of numbers.
        var here = candidates.OrderBy(c => c.Number, StringComparer.Ordinal).Take(places).ToList();
        await db.Set<Seat>().Where(s => s.SittingId == sittingId).ExecuteDeleteAsync(ct);
        var seed = RandomNumberGenerator.GetBytes(16);
        foreach (var (candidate, room, number) in Deal(seed, here, rooms))
            db.Add(new Seat { SittingId = sittingId, CandidateId = candidate.Id, RoomId = room.Id, Number = number, AddedSeconds = sitting.Minutes * 60 * candidate.ExtraPercent / 100 });
        sitting.SeatsSeed = Convert.ToHexStringLower(seed);
        sitting.Version++;
        await process.CommitAsync(ct, count: here.Count);
        return new StepOutcome.Done();
    }

    /// <summary>New codes for the seats of a room; cards printed before no longer open. The codes are in the answer and nowhere else.</summary>
    public async Task<(IReadOnlyDictionary<Guid, string>? Codes, string? Refused)> MakeCodesAsync(Guid roomId, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(SittingProcesses.MakeCodes, "exam-room", roomId, ct);
        var room = await db.Set<RoomRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == roomId, ct) ?? throw new NotFoundException("Không có phòng thi này.");
        var sitting = await FindAsync(room.SittingId, ct);
        await council.DemandAsync(sitting.ExamId, Council.Planners, ct);
        if (room.State != RoomState.Waiting) return (null, "Phòng đã bắt đầu thi, không đổi mã vào phòng nữa.");
        var seats = await db.Set<Seat>().Where(s => s.RoomId == roomId).ToListAsync(ct);
        if (seats.Count == 0) return (null, "Phòng chưa có thí sinh. Xếp chỗ trước.");
        var codes = seats.ToDictionary(s => s.Id, _ => SeatCode.Make());
        foreach (var seat in seats)
        {
            seat.CodeHash = SeatCode.Hash(seat.Id, codes[seat.Id]);
            seat.Version++;
        }
        await process.CommitAsync(ct, count: seats.Count);
        return (codes, null);
    }

    /// <summary>
    /// Candidates in the order of numbers, shuffled with the label "seats"; then room by room in the order of names, each taking its even share (docs/exam-protocol.md).
    /// </summary>
    public static IEnumerable<(Candidate Candidate, RoomRow Room, int Number)> Deal(byte[] seed, IReadOnlyList<Candidate> candidates, IReadOnlyList<RoomRow> rooms)
    {
        var shuffled = new SeededDraw(seed, "seats\t1").Shuffle(candidates.OrderBy(c => c.Number, StringComparer.Ordinal));
        var (at, total) = (0, rooms.Sum(r => r.Seats));
        var before = 0;
        foreach (var room in rooms.OrderBy(r => r.Name, StringComparer.Ordinal))
        {
            before += room.Seats;
            var until = (int)((long)shuffled.Count * before / total);
            for (var number = 1; at < until; number++) yield return (shuffled[at++], room, number);
        }
    }

    private async Task<Sitting> FindAsync(Guid id, CancellationToken ct) => await db.Set<Sitting>().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFoundException("Không có ca thi này.");
}
