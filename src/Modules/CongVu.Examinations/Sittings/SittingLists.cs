using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using RoomRow = CongVu.Examinations.Data.Room;

namespace CongVu.Examinations.Sittings;

/// <summary>A seat with who sits there.</summary>
internal sealed record Placed(Seat Seat, Candidate Candidate, RoomRow Room);

/// <summary>What is printed for the rooms: the list on the door and the seat cards.</summary>
internal sealed class SittingLists(CongVuDb db, Settings settings, TimeProvider clock)
{
    public async Task<IReadOnlyList<Placed>> SeatsAsync(Guid sitting, CancellationToken ct)
    {
        var rows = await (from s in db.Set<Seat>().AsNoTracking() join c in db.Set<Candidate>().AsNoTracking() on s.CandidateId equals c.Id join r in db.Set<RoomRow>().AsNoTracking() on s.RoomId equals r.Id
                          where s.SittingId == sitting select new { s, c, r }).ToListAsync(ct);
        return [.. rows.Select(x => new Placed(x.s, x.c, x.r)).OrderBy(p => p.Room.Name, StringComparer.Ordinal).ThenBy(p => p.Seat.Number)];
    }

    public Task<byte[]> DoorAsync(Exam exam, Sitting sitting, RoomRow room, IReadOnlyList<Placed> seats, CancellationToken ct) => WriteAsync(exam, sitting, new("DANH SÁCH", "DS"),
        $"Thí sinh {room.Name}, {sitting.Name}",
        [
            new BodyBlock.Paragraph($"Kỳ thi: {exam.Name}. Bắt đầu lúc {VnFormat.Instant(sitting.StartsAt)}, thời gian làm bài {sitting.Minutes} phút. Số máy xếp ngẫu nhiên theo số gieo {sitting.SeatsSeed}."),
            new BodyBlock.Table(new PrintTable
            {
                Columns = [new("Số máy", 0.7, CellAlignment.Center), new("Số báo danh", 0.9, CellAlignment.Center), new("Họ và tên", 2.2), new("Ngày sinh", 1.1, CellAlignment.Center), new("Đơn vị", 2.2), new("Ký tên", 1.1)],
                Rows = [.. seats.Select(p => PrintRow.Of($"{p.Seat.Number}", p.Candidate.Number ?? "", p.Candidate.FullName, VnFormat.Date(p.Candidate.Birth), p.Candidate.UnitName, ""))],
            }),
        ], ct);

    public Task<byte[]> CardsAsync(Exam exam, Sitting sitting, RoomRow room, IReadOnlyList<Placed> seats, IReadOnlyDictionary<Guid, string> codes, CancellationToken ct) => WriteAsync(exam, sitting, new("THẺ DỰ THI", "DS"),
        $"Mã vào phòng của thí sinh {room.Name}, {sitting.Name}",
        [
            new BodyBlock.Paragraph("Cắt từng thẻ, phát tại phòng thi sau khi kiểm tra giấy tờ. Mã chỉ in một lần; in lại thì thẻ cũ không dùng được."),
            new BodyBlock.Table(new PrintTable
            {
                FontSize = 13,
                Columns = [new("Số báo danh", 0.9, CellAlignment.Center), new("Họ và tên, ngày sinh", 2.4), new("Phòng, máy", 1.4, CellAlignment.Center), new("Mã vào phòng", 1.4, CellAlignment.Center)],
                Rows = [.. seats.Select(p => PrintRow.Of(p.Candidate.Number ?? "", $"{p.Candidate.FullName}, {VnFormat.Date(p.Candidate.Birth)}", $"{room.Name}, máy {p.Seat.Number}", codes[p.Seat.Id]))],
            }),
        ], ct);

    /// <summary>A paper in the name of the council of an examination.</summary>
    public async Task<byte[]> WriteAsync(Exam exam, Sitting? sitting, DocumentType type, string subject, IReadOnlyList<BodyBlock> body, CancellationToken ct)
    {
        var province = await settings.GetAsync(Settings.Province, ct) ?? "";
        var chair = await (from m in db.Set<ExamMember>() join a in db.Set<Platform.Security.Account>() on m.AccountId equals a.Id where m.ExamId == exam.Id && m.Role == CouncilRole.Chair select a.DisplayName).FirstOrDefaultAsync(ct);
        return AdministrativeDocx.Write(new AdministrativeDocument
        {
            Type = type, ParentAgency = $"Ủy ban nhân dân {province}".Trim(), Agency = $"Hội đồng thi: {exam.Name}", Number = DocumentNumber.Of(null, type, "HĐT"),
            Place = province.Replace("Tỉnh ", "", StringComparison.OrdinalIgnoreCase), Date = IssueDate.Open(clock.Today().Year), Subject = subject, Body = body,
            Recipients = ["Ban giám sát", "Lưu: HĐT"], Signature = Signature.ForCollective("HỘI ĐỒNG", "CHỦ TỊCH", chair ?? ""), IsDraft = sitting is { State: SittingState.Draft },
        });
    }
}
