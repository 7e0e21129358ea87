using CongVu.Examinations.Contracts;
using CongVu.Examinations.Prints;
using CongVu.Examinations.Room;
using CongVu.Platform.Audit;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Room;

/// <summary>The invigilator's desk: the room as it is now, and what may be done with it.</summary>
[Requires(ExaminationPermissions.ServeCode)]
internal sealed class RoomModel(RoomBoard board, RoomDesk desk, RoomMinutes minutes, RoomScores scores, LateRule late, PdfPrints prints, AuditLog audit, AsOfContext asOf) : PageModel
{
    private const int LastLines = 15;

    public RoomSight Sight { get; private set; } = null!;
    public IReadOnlyList<RoomMinutes.Line> Lines { get; private set; } = [];
    public int LateMinutes { get; private set; }
    /// <summary>Candidates sign a list of their scores.</summary>
    public bool HasScores { get; private set; }
    public bool MayAct => Sight.Rights.Invigilate && asOf.IsNow;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Sight = await board.ReadAsync(id, ct);
        Lines = [.. (await minutes.LinesAsync(Sight, ct)).Reverse().Take(LastLines)];
        HasScores = MayAct && await scores.HasAsync(Sight, ct);
        LateMinutes = late.LateMinutes(Sight.Sitting.Minutes, asOf.Today);
    }

    /// <summary>The board alone; asked for every few seconds.</summary>
    public async Task<IActionResult> OnGetBoardAsync(Guid id, CancellationToken ct) => Partial("_Board", await board.ReadAsync(id, ct));

    public async Task<IActionResult> OnGetMinutesAsync(Guid id, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        var sight = await board.ReadAsync(id, ct);
        await audit.ReadAsync(new AuditLine("examinations.room.minutes", "exam-room", id), ct);
        return await prints.SendAsync(this, sight.Sitting.ExamId, await minutes.WriteAsync(sight, ct), "bien-ban-phong-thi", format, ExaminationLinks.Room(id), ct);
    }

    public async Task<IActionResult> OnGetScoresAsync(Guid id, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        var sight = await board.ReadAsync(id, ct);
        if (!sight.Rights.Invigilate || !await scores.HasAsync(sight, ct)) throw new NotFoundException("Danh sách điểm ký xác nhận in tại phòng sau khi phòng kết thúc, ở vòng thi mà luật buộc báo điểm ngay.");
        await audit.ReadAsync(new AuditLine("examinations.room.scores", "exam-room", id, Count: sight.Seats.Count), ct);
        return await prints.SendAsync(this, sight.Sitting.ExamId, await scores.WriteAsync(sight, ct), "danh-sach-diem-ky-xac-nhan", format, ExaminationLinks.Room(id), ct);
    }

    public Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken ct) => ActAsync(id, desk.StartAsync(id, ct));

    public Task<IActionResult> OnPostPauseAsync(Guid id, string? reason, CancellationToken ct) => ActAsync(id, desk.PauseAsync(id, reason, ct));

    public Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken ct) => ActAsync(id, desk.ResumeAsync(id, ct));

    public Task<IActionResult> OnPostExtendAsync(Guid id, int minutes, string? reason, CancellationToken ct) => ActAsync(id, desk.ExtendAsync(id, minutes, reason, ct));

    public Task<IActionResult> OnPostNoteAsync(Guid id, string? reason, CancellationToken ct) => ActAsync(id, desk.NoteAsync(id, reason, ct));

    public Task<IActionResult> OnPostCloseAsync(Guid id, bool rest, string? reason, CancellationToken ct) => ActAsync(id, desk.CloseAsync(id, rest, reason, ct));

    private async Task<IActionResult> ActAsync(Guid id, Task<Outcome> act) => this.Tell(await act, ExaminationLinks.Room(id));
}
