using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Pages.Shared;
using CongVu.Examinations.Prints;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RoomRow = CongVu.Examinations.Data.Room;

namespace CongVu.Examinations.Pages.Sittings;

/// <summary>A sitting until its papers are open: rooms, seats, lists and cards, sealing, release by two.</summary>
[Requires(ExaminationPermissions.ExamsCode)]
internal sealed class OneModel(CongVuDb db, ExamDesk exams, SeatPlanning planning, SittingSealing sealing, SittingLists lists, PdfPrints prints, Council council, AuditLog audit, AsOfContext asOf) : PageModel
{
    public Sitting Sitting { get; private set; } = null!;
    public Exam Exam { get; private set; } = null!;
    public BlueprintRow Blueprint { get; private set; } = null!;
    public IReadOnlyList<(RoomRow Room, int Seated)> Rooms { get; private set; } = [];
    public bool MayPlan { get; private set; }
    public bool MayRelease { get; private set; }
    public bool IsFirst { get; private set; }
    public string? FirstName { get; private set; }
    public bool IsDraft => Sitting.State == SittingState.Draft;

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public int Seats { get; set; } = 24;
    [BindProperty] public string? Networks { get; set; }
    [BindProperty] public string? BrowserKey { get; set; }
    [BindProperty] public string? PublicRule { get; set; }
    [BindProperty] public string? PublicValue { get; set; }

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    public async Task<IActionResult> OnPostRoomAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await planning.AddRoomAsync(id, Name, Seats, Networks, BrowserKey, ct), "Đã lập phòng thi.", ct);

    public async Task<IActionResult> OnPostSeatsAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await planning.DealAsync(id, ct), "Đã xếp chỗ ngẫu nhiên.", ct);

    public async Task<IActionResult> OnPostSealAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await sealing.SealAsync(id, PublicRule, ct), "Đề đã niêm phong. Công bố mã cam kết và quy tắc lấy giá trị công khai.", ct);

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken ct)
    {
        var (outcome, isOpen) = await sealing.ReleaseAsync(id, PublicValue, ct);
        return await SaidAsync(id, outcome, isOpen ? "Đề đã mở. Phòng thi có thể bắt đầu." : "Đã ghi xác nhận thứ nhất. Cần một thành viên khác nhập cùng giá trị.", ct);
    }

    public async Task<IActionResult> OnGetDoorAsync(Guid id, Guid room, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        await council.DemandAsync(Exam.Id, [.. Council.Planners, CouncilRole.Invigilator], ct);
        var found = Rooms.Select(r => r.Room).FirstOrDefault(r => r.Id == room) ?? throw new NotFoundException("Không có phòng thi này.");
        var seats = (await lists.SeatsAsync(id, ct)).Where(s => s.Room.Id == room).ToList();
        await audit.ReadAsync(new AuditLine("examinations.room.listed", "exam-room", room, Count: seats.Count), ct);
        return await prints.SendAsync(this, Exam.Id, await lists.DoorAsync(Exam, Sitting, found, seats, ct), $"danh-sach-{found.Name}", format, ExaminationLinks.Sitting(id), ct);
    }

    public async Task<IActionResult> OnPostCardsAsync(Guid id, Guid room, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var found = Rooms.Select(r => r.Room).FirstOrDefault(r => r.Id == room) ?? throw new NotFoundException("Không có phòng thi này.");
        // New codes make the cards before void: not for a PDF that cannot be made.
        if (prints.WhyNot(format) is { } why) return await SaidAsync(id, new StepOutcome.Refused(why), "", ct);
        var (codes, refused) = await planning.MakeCodesAsync(room, ct);
        if (codes is null) return await SaidAsync(id, new StepOutcome.Refused(refused!), "", ct);
        var seats = (await lists.SeatsAsync(id, ct)).Where(s => s.Room.Id == room).ToList();
        return await prints.SendAsync(this, Exam.Id, await lists.CardsAsync(Exam, Sitting, found, seats, codes, ct), $"the-du-thi-{found.Name}", format, ExaminationLinks.Sitting(id), ct, PdfPrints.CardsKept);
    }

    private Task<IActionResult> SaidAsync(Guid id, StepOutcome? outcome, string done, CancellationToken ct) => this.SaidAsync(outcome, done, ExaminationLinks.Sitting(id), () => LoadAsync(id, ct));

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (Sitting, Exam) = await exams.SittingAsync(id, ct);
        Blueprint = await db.Set<BlueprintRow>().AsNoTracking().SingleAsync(b => b.Id == Sitting.BlueprintId, ct);
        var rooms = await db.Set<RoomRow>().AsNoTracking().Where(r => r.SittingId == id).OrderBy(r => r.Name).Select(r => new { r, Seated = db.Set<Seat>().Count(s => s.RoomId == r.Id) }).ToListAsync(ct);
        Rooms = rooms.ConvertAll(r => (r.r, r.Seated));
        MayPlan = asOf.IsNow && await council.IsAnyAsync(Exam.Id, Council.Planners, ct);
        MayRelease = asOf.IsNow && Sitting.State == SittingState.Sealed && await council.IsAnyAsync(Exam.Id, Council.Board, ct);
        IsFirst = Sitting.ReleasedBy == council.Me;
        FirstName = Sitting.ReleasedBy is { } first ? await db.Set<Account>().Where(a => a.Id == first).Select(a => a.DisplayName).SingleAsync(ct) : null;
    }
}
