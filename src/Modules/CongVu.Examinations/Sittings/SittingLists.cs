using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
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
internal sealed class SittingLists(CongVuDb db, Settings settings, FileStore files, TimeProvider clock)
{
    public async Task<IReadOnlyList<Placed>> SeatsAsync(Guid sitting, CancellationToken ct)
    {
        var rows = await (from s in db.Set<Seat>().AsNoTracking()
                          join c in db.Set<Candidate>().AsNoTracking() on s.CandidateId equals c.Id
                          join r in db.Set<RoomRow>().AsNoTracking() on s.RoomId equals r.Id
                          where s.SittingId == sitting
                          select new { s, c, r }).ToListAsync(ct);
        return [.. rows.Select(x => new Placed(x.s, x.c, x.r)).OrderBy(p => p.Room.Name, StringComparer.Ordinal).ThenBy(p => p.Seat.Number)];
    }

    public async Task<byte[]> DoorAsync(Exam exam, Sitting sitting, RoomRow room, IReadOnlyList<Placed> seats, CancellationToken ct) => await WriteAsync(exam, sitting, new("DANH SÁCH", "DS"),
        $"Thí sinh {room.Name}, {sitting.Name}",
        [
            new BodyBlock.Paragraph($"Kỳ thi: {exam.Name}. Bắt đầu lúc {VnFormat.Instant(sitting.StartsAt)}, thời gian làm bài {sitting.Minutes} phút. Số máy xếp ngẫu nhiên theo số gieo {sitting.SeatsSeed}."),
            new BodyBlock.Table(new PrintTable
            {
                Columns = [new("Số máy", 0.7, CellAlignment.Center), new("Số báo danh", 0.9, CellAlignment.Center), new("Họ và tên", 2.2), new("Ngày sinh", 1.1, CellAlignment.Center), new("Đơn vị", 2.2), new("Ký tên", 1.1), .. Photos(seats)],
                Rows = await WithPhotosAsync(seats, 6, p => [$"{p.Seat.Number}", p.Candidate.Number ?? "", p.Candidate.FullName, VnFormat.Date(p.Candidate.Birth), p.Candidate.UnitName, ""], ct),
            }),
        ], ct);

    public async Task<byte[]> CardsAsync(Exam exam, Sitting sitting, RoomRow room, IReadOnlyList<Placed> seats, IReadOnlyDictionary<Guid, string> codes, CancellationToken ct) => await WriteAsync(exam, sitting, new("THẺ DỰ THI", "DS"),
        $"Mã vào phòng của thí sinh {room.Name}, {sitting.Name}",
        [
            new BodyBlock.Paragraph("Cắt từng thẻ, phát tại phòng thi sau khi kiểm tra giấy tờ. Mã chỉ in một lần; in lại thì thẻ cũ không dùng được."),
            new BodyBlock.Table(new PrintTable
            {
                FontSize = 13,
                Columns = [new("Số báo danh", 0.9, CellAlignment.Center), new("Họ và tên, ngày sinh", 2.4), new("Phòng, máy", 1.4, CellAlignment.Center), new("Mã vào phòng", 1.4, CellAlignment.Center), .. Photos(seats)],
                Rows = await WithPhotosAsync(seats, 4, p => [p.Candidate.Number ?? "", $"{p.Candidate.FullName}, {VnFormat.Date(p.Candidate.Birth)}", $"{room.Name}, máy {p.Seat.Number}", codes[p.Seat.Id]], ct),
            }),
        ], ct);

    // A column of photographs, where anybody has one.
    private static PrintColumn[] Photos(IReadOnlyList<Placed> seats) => seats.Any(s => s.Candidate.PhotoId is not null) ? [new("Ảnh", 1.1, CellAlignment.Center)] : [];

    private async Task<IReadOnlyList<PrintRow>> WithPhotosAsync(IReadOnlyList<Placed> seats, int column, Func<Placed, RichText[]> cells, CancellationToken ct)
    {
        List<PrintRow> rows = [];
        foreach (var placed in seats)
        {
            var file = placed.Candidate.PhotoId is { } id ? await files.FindAsync(id, ct) : null;
            rows.Add(new PrintRow.Cells(cells(placed)) { Picture = file is null ? null : (column, new PrintPicture(await files.ReadAsync(file.Id, ct), file.MediaType, $"Ảnh của {placed.Candidate.FullName}", 18, 24)) });
        }
        return rows;
    }

    /// <summary>A paper in the name of the council of an examination; with its number and day where a register gives them.</summary>
    public async Task<byte[]> WriteAsync(Exam exam, Sitting? sitting, DocumentType type, string subject, IReadOnlyList<BodyBlock> body, CancellationToken ct, (int Number, DateOnly On)? register = null)
    {
        var province = await settings.GetAsync(Settings.Province, ct) ?? "";
        var chair = await (from m in db.Set<ExamMember>() join a in db.Set<Platform.Security.Account>() on m.AccountId equals a.Id where m.ExamId == exam.Id && m.Role == CouncilRole.Chair select a.DisplayName).FirstOrDefaultAsync(ct);
        return AdministrativeDocx.Write(new AdministrativeDocument
        {
            Type = type, ParentAgency = $"Ủy ban nhân dân {province}".Trim(), Agency = $"Hội đồng thi: {exam.Name}", Number = DocumentNumber.Of(register?.Number, type, "HĐT"),
            Place = province.Replace("Tỉnh ", "", StringComparison.OrdinalIgnoreCase), Date = register is { On: var on } ? IssueDate.On(on) : IssueDate.Open(clock.Today().Year), Subject = subject, Body = body,
            Recipients = ["Ban giám sát", "Lưu: HĐT"], Signature = Signature.ForCollective("HỘI ĐỒNG", "CHỦ TỊCH", chair ?? ""), IsDraft = sitting is { State: SittingState.Draft },
        });
    }
}
