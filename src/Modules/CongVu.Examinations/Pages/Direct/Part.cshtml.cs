using CongVu.Examinations.Bank;
using CongVu.Examinations.Competitions;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Pages.Shared;
using CongVu.Examinations.Prints;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Choice = CongVu.Platform.Web.Choice;

namespace CongVu.Examinations.Pages.Direct;

/// <summary>A part marked face to face: each examiner enters marks of their own, the board sees what they come to.</summary>
[Requires(ExaminationPermissions.ServeCode)]
internal sealed class PartModel(DirectDesk desk, DirectPapers papers, CompetitionReading competitions, PdfPrints prints, AuditLog audit, Council council, ExamLaw law, AsOfContext asOf) : PageModel
{
    private IReadOnlyList<CouncilRole> _roles = [];

    public DirectPart Part { get; private set; } = null!;
    public Exam Exam { get; private set; } = null!;
    public IReadOnlyList<DirectLine> Lines { get; private set; } = [];
    public int MostApart { get; private set; }

    [BindProperty] public Guid CandidateId { get; set; }
    [BindProperty] public decimal? Points { get; set; }
    [BindProperty] public string? Note { get; set; }
    [BindProperty] public string? Reason { get; set; }

    private bool IsOpen => asOf.IsNow && Exam.State != ExamState.Published;
    public bool SeesAll => _roles.Any(Council.Board.Contains);
    /// <summary>Who still marks learns nothing of the others.</summary>
    public bool SeesOutcome => SeesAll || Exam.State == ExamState.Published;
    public bool MayDecide => IsOpen && _roles.Any(r => r is CouncilRole.Chair or CouncilRole.Deputy);
    public bool MayNoteAbsence => IsOpen && _roles.Any(Council.Planners.Contains);

    public IReadOnlyList<Choice> ToMark => !IsOpen || !_roles.Contains(CouncilRole.Marker) ? []
        : Choice.From(Lines.Where(l => l.Outcome is DirectOutcome.Waits && l.Marks.All(m => m.MarkerId != council.Me)).ToList(), l => l.Candidate.Id, l => $"Số báo danh {l.Candidate.Number}: {l.Candidate.FullName}");

    public bool SeesMark(DirectLine line, DirectMark mark) => mark.MarkerId == council.Me || SeesAll && line.Outcome is not DirectOutcome.Waits;

    public bool HasOwnMarks => Lines.Any(l => l.Marks.Any(m => m.MarkerId == council.Me));

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    public async Task<IActionResult> OnGetSheetAsync(Guid id, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!HasOwnMarks) throw new NotFoundException("Bạn chưa ghi điểm nào ở phần thi này.");
        await audit.ReadAsync(new AuditLine("examinations.direct.sheet", "exam-part", id), ct);
        return await prints.SendAsync(this, Exam.Id, await papers.SheetAsync(Exam, Part, Lines, council.Me, ct), "phieu-cham", format, ExaminationLinks.Direct(id), ct);
    }

    public async Task<IActionResult> OnGetMinutesAsync(Guid id, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!SeesAll) throw new ForbiddenException("Biên bản do lãnh đạo, thư ký, ủy viên hội đồng và ban giám sát in.");
        var rules = await competitions.FindAsync(Exam.Id, ct);
        var rule = rules is null ? $"Điểm là trung bình cộng điểm của những người chấm; lệch nhau quá {ExamWords.Points(MostApart)} điểm thì Chủ tịch hội đồng quyết định (Thông tư 22/2025/TT-BNV)."
            : $"Theo {rules.Regulation}: {(rules.Discard == MarkDiscard.Extremes ? "bỏ một điểm cao nhất và một điểm thấp nhất, lấy trung bình cộng các điểm còn lại" : "lấy trung bình cộng điểm của những người chấm")}; đạt từ {ExamWords.Points(rules.PassHundredths)} điểm.";
        await audit.ReadAsync(new AuditLine("examinations.direct.minutes", "exam-part", id), ct);
        // Nobody prints what others gave while somebody still marks.
        return await prints.SendAsync(this, Exam.Id, await papers.MinutesAsync(Exam, Part, [.. Lines.Select(l => l with { Marks = [.. l.Marks.Where(m => SeesMark(l, m))] })], rule, ct), "bien-ban", format, ExaminationLinks.Direct(id), ct);
    }

    public async Task<IActionResult> OnPostMarkAsync(Guid id, CancellationToken ct) => await SaidAsync(id, ModelState.IsValid ? await desk.MarkAsync(id, CandidateId, Points, Note, ct) : null, "Đã ghi điểm.", ct);

    public async Task<IActionResult> OnPostDecideAsync(Guid id, [FromQuery(Name = "thi-sinh")] Guid candidate, CancellationToken ct) => await SaidAsync(id, ModelState.IsValid ? await desk.DecideAsync(id, candidate, Points, false, Reason, ct) : null, "Đã quyết định điểm.", ct);

    public async Task<IActionResult> OnPostAbsentAsync(Guid id, [FromQuery(Name = "thi-sinh")] Guid candidate, CancellationToken ct) => await SaidAsync(id, await desk.DecideAsync(id, candidate, null, true, Reason, ct), "Đã ghi thí sinh vắng mặt.", ct);

    private Task<IActionResult> SaidAsync(Guid id, StepOutcome? outcome, string done, CancellationToken ct) => this.SaidAsync(outcome, done, ExaminationLinks.Direct(id), () => LoadAsync(id, ct), nameof(Points));

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (Part, Exam) = await desk.FindAsync(id, ct);
        _roles = await council.RolesAsync(Exam.Id, ct);
        if (_roles.Count == 0) throw new ForbiddenException("Phần chấm trực tiếp chỉ thành viên hội đồng của kỳ thi xem được.");
        Lines = await desk.LinesAsync(Exam, Part, ct);
        MostApart = law.MostApart(Exam.HeldOn);
    }
}
