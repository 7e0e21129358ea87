using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Room;

/// <summary>The list of scores that candidates of a closed room sign before they leave, where the law wants them told at once.</summary>
internal sealed class RoomScores(CongVuDb db, ScoreAtOnce scores, SittingLists lists)
{
    public async Task<bool> HasAsync(RoomSight sight, CancellationToken ct) => sight.Room.State == RoomState.Closed && sight.Sitting.DestroyedAt is null && scores.IsTold(await ExamAsync(sight, ct), sight.Sitting);

    public async Task<byte[]> WriteAsync(RoomSight sight, CancellationToken ct)
    {
        var exam = await ExamAsync(sight, ct);
        List<PrintRow> rows = [];
        foreach (var placed in (await lists.SeatsAsync(sight.Sitting.Id, ct)).Where(p => p.Room.Id == sight.Room.Id))
        {
            var (seat, candidate) = (placed.Seat, placed.Candidate);
            var (score, _) = seat.SealedAt is null ? (null, null) : await scores.OfAsync(seat.Id, ct);
            var result = seat.State == SeatState.Absent ? "Vắng" : seat.Penalty is SeatPenalty.Suspension or SeatPenalty.Cancelled ? ExamWords.Penalty(seat.Penalty) : score is null ? "Hội đồng công bố" : score.Passed ? "Đạt" : "Không đạt";
            rows.Add(PrintRow.Of($"{seat.Number}", candidate.Number ?? "", candidate.FullName, VnFormat.Date(candidate.Birth), score is null ? "" : $"{ExamWords.Points(score.Points)}/{ExamWords.Points(score.Max)}", result, seat.Receipt is { } receipt ? Receipt.Code(receipt) : "", ""));
        }
        return await lists.WriteAsync(exam, sight.Sitting, new("DANH SÁCH", "DS"), $"Điểm bài thi {sight.Room.Name}, {sight.Sitting.Name}",
        [
            new BodyBlock.Paragraph($"Kỳ thi: {exam.Name}. Điểm máy chấm ngay khi niêm phong bài, chưa trừ do xử lý vi phạm. Thí sinh xem điểm, đối chiếu mã biên nhận rồi ký trước khi rời phòng."),
            new BodyBlock.Table(new PrintTable
            {
                FontSize = 11,
                Columns = [new("Số máy", 0.6, CellAlignment.Center), new("Số báo danh", 0.8, CellAlignment.Center), new("Họ và tên", 1.9), new("Ngày sinh", 1, CellAlignment.Center), new("Điểm", 0.9, CellAlignment.Right), new("Kết quả", 0.9, CellAlignment.Center), new("Mã biên nhận", 1.5, CellAlignment.Center), new("Thí sinh ký", 1.1)],
                Rows = rows,
            }),
            new BodyBlock.Table(new PrintTable { Columns = [new("Giám thị thứ nhất (ký, ghi họ tên)", 1, CellAlignment.Center), new("Giám thị thứ hai (ký, ghi họ tên)", 1, CellAlignment.Center), new("Kỹ thuật viên (ký, ghi họ tên)", 1, CellAlignment.Center)], Rows = [PrintRow.Of("\n\n\n", "", "")] }),
        ], ct);
    }

    private Task<Exam> ExamAsync(RoomSight sight, CancellationToken ct) => db.Set<Exam>().AsNoTracking().SingleAsync(e => e.Id == sight.Sitting.ExamId, ct);
}
