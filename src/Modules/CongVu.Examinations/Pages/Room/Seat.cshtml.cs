using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Room;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Room;

/// <summary>One candidate in the room: who it is, how the work stands, what may be done.</summary>
[Requires(ExaminationPermissions.ServeCode)]
internal sealed class SeatModel(CongVuDb db, RoomBoard board, SeatDesk desk, RoomMinutes minutes, CodeTries tries, PhotoDesk photos, AuditLog audit, Gate gate, AsOfContext asOf) : PageModel
{
    public static readonly IReadOnlyList<Choice> Penalties = [.. new[] { SeatPenalty.Reprimand, SeatPenalty.Warning, SeatPenalty.Suspension }.Select(p => new Choice(p.ToString(), RoomWords.Penalty(p)))];

    public RoomSight Sight { get; private set; } = null!;
    public SeatLine Line { get; private set; } = null!;
    public Seat Seat { get; private set; } = null!;
    public Candidate Candidate { get; private set; } = null!;
    public IReadOnlyList<RoomMinutes.Line> Lines { get; private set; } = [];

    /// <summary>A code just made; it is in this answer alone.</summary>
    public string? Code { get; private set; }

    /// <summary>Codes tried in vain for this candidate in the last minutes, and from how many places.</summary>
    public (int Tries, int Places) Wrong { get; private set; }

    public bool HasPhoto => Candidate.PhotoId is not null;
    public bool MayAct => Sight.Rights.Invigilate && IsOthers;
    public bool MayMove => Sight.Rights.Technical && IsOthers;

    private bool IsOthers => asOf.IsNow && !(Candidate.PersonId is { } person && gate.IsSelf(person));

    public async Task OnGetAsync(Guid room, Guid id, CancellationToken ct)
    {
        await LoadAsync(room, id, ct);
        await audit.ReadAsync(new AuditLine("examinations.candidate.read", "exam-seat", id), ct);
    }

    public async Task<IActionResult> OnGetPhotoAsync(Guid room, Guid id, CancellationToken ct)
    {
        await LoadAsync(room, id, ct);
        return await photos.LookAsync(Candidate, ct) is { } photo ? File(photo.Content, photo.MediaType) : NotFound();
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid room, Guid id, string? reason, CancellationToken ct)
    {
        await LoadAsync(room, id, ct);
        var (outcome, code) = await desk.AllowMoveAsync(id, reason, ct);
        if (code is null) return Tell(room, id, outcome);
        await LoadAsync(room, id, ct);
        Code = code;
        return Page();
    }

    public Task<IActionResult> OnPostReopenAsync(Guid room, Guid id, string? reason, CancellationToken ct) => ActAsync(room, id, () => desk.ReopenDoorAsync(id, reason, ct), ct);

    public Task<IActionResult> OnPostIdentifyAsync(Guid room, Guid id, CancellationToken ct) => ActAsync(room, id, () => desk.IdentifyAsync(id, ct), ct);

    public Task<IActionResult> OnPostAbsentAsync(Guid room, Guid id, CancellationToken ct) => ActAsync(room, id, () => desk.AbsentAsync(id, ct), ct);

    public Task<IActionResult> OnPostExtendAsync(Guid room, Guid id, int minutes, string? reason, CancellationToken ct) =>
        ActAsync(room, id, () => desk.ExtendAsync(id, minutes is > 0 and <= RoomDesk.MostMinutes ? minutes * 60 : 0, reason, ct), ct);

    public Task<IActionResult> OnPostPenaliseAsync(Guid room, Guid id, SeatPenalty penalty, string? reason, CancellationToken ct) => ActAsync(room, id, () => desk.PenaliseAsync(id, penalty, reason, ct), ct);

    public Task<IActionResult> OnPostLeaveAsync(Guid room, Guid id, string? reason, CancellationToken ct) => ActAsync(room, id, () => desk.LeaveAsync(id, reason, ct), ct);

    public Task<IActionResult> OnPostNoteAsync(Guid room, Guid id, string? reason, CancellationToken ct) => ActAsync(room, id, () => desk.NoteAsync(id, reason, ct), ct);

    private async Task<IActionResult> ActAsync(Guid room, Guid id, Func<Task<Outcome>> act, CancellationToken ct)
    {
        await LoadAsync(room, id, ct);
        return Tell(room, id, await act());
    }

    private IActionResult Tell(Guid room, Guid id, Outcome outcome) => this.Tell(outcome, ExaminationLinks.Seat(room, id));

    private async Task LoadAsync(Guid room, Guid id, CancellationToken ct)
    {
        Sight = await board.ReadAsync(room, ct);
        Line = Sight.Seats.SingleOrDefault(s => s.Id == id) ?? throw new NotFoundException("Phòng này không có chỗ ngồi đó.");
        Seat = await db.Set<Seat>().AsNoTracking().SingleAsync(s => s.Id == id, ct);
        Candidate = await db.Set<Candidate>().AsNoTracking().SingleAsync(c => c.Id == Seat.CandidateId, ct);
        if (Candidate.Number is { } number) Wrong = await tries.OfAsync(number, ct);
        Lines = [.. (await minutes.LinesAsync(Sight with { Seats = [Line] }, ct)).Where(l => l.Seat == id)];
    }
}
