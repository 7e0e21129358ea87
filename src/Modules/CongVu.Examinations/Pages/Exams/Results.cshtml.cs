using CongVu.Decisions.Contracts;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.HandOver;
using CongVu.Examinations.Prints;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Exams;

/// <summary>Results of an examination: before they are published for the board, afterwards for everybody who may see examinations.</summary>
[Requires(ExaminationPermissions.ExamsCode)]
internal sealed class ResultsModel(ExamDesk exams, ResultReading results, ResultPapers papers, StandingDesk standing, HandOverDesk handOver, CertificateDesk certificates, Council council, PdfPrints prints, AsOfContext asOf) : PageModel
{
    public Exam Exam { get; private set; } = null!;
    public IReadOnlyList<CandidateResult> Rows { get; private set; } = [];
    public bool IsShown { get; private set; }
    public bool MayPublish { get; private set; }
    public HandOverSight HandOver { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, ExamCertificate> Certificates { get; private set; } = new Dictionary<Guid, ExamCertificate>();
    public bool MayCertify { get; private set; }
    public bool MayDraft => asOf.IsNow && HandOver is { May: true, Open.Count: > 0 };

    [BindProperty] public Guid? UnitId { get; set; }
    [BindProperty] public string? Approval { get; set; }
    /// <summary>Equal in everything the law compares: the head may put one first.</summary>
    public bool IsTied(CandidateResult row) => MayPublish && row.Rank is not null && Rows.Any(r => r.Candidate.Id != row.Candidate.Id && r.Candidate.Position == row.Candidate.Position && r.Rank == row.Rank);

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct)
    {
        if (await papers.PublishAsync(id, ct) is StepOutcome.Refused refused) TempData.SayRefused(refused.Message);
        else TempData.Say("Đã công bố kết quả.");
        return Redirect(ExaminationLinks.Results(id));
    }

    public async Task<IActionResult> OnPostPreferAsync(Guid id, [FromQuery(Name = "thi-sinh")] Guid candidate, string? reason, CancellationToken ct)
    {
        if (await standing.PreferAsync(id, candidate, reason, ct) is StepOutcome.Refused refused) TempData.SayRefused(refused.Message);
        else TempData.Say("Đã ghi thứ tự.");
        return Redirect(ExaminationLinks.Results(id));
    }

    public async Task<IActionResult> OnPostDraftAsync(Guid id, CancellationToken ct)
    {
        switch (await handOver.DraftAsync(id, UnitId, Approval, ct))
        {
            case HandOverOutcome.Drafted drafted:
                if (drafted.IsWhole) TempData.Say(drafted.Said);
                else TempData.SayCaution(drafted.Said);
                return Redirect(DecisionLinks.Edit(drafted.Decisions[0]));
            case HandOverOutcome.Refused refused:
                ModelState.AddModelError("", refused.Message);
                await LoadAsync(id, ct);
                return Page();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostCertifyAsync(Guid id, CancellationToken ct)
    {
        var (issued, outcome) = await certificates.IssueAsync(id, ct);
        if (outcome is StepOutcome.Refused refused) TempData.SayRefused(refused.Message);
        else TempData.Say($"Đã cấp số cho {issued} giấy chứng nhận.");
        return Redirect(ExaminationLinks.Results(id));
    }

    public async Task<IActionResult> OnGetRegisterAsync(Guid id, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Certificates.Count == 0) throw new NotFoundException("Kỳ thi này chưa cấp giấy chứng nhận nào.");
        return await prints.SendAsync(this, id, await certificates.RegisterAsync(Exam, Rows, ct), "so-cap-giay-chung-nhan", format, ExaminationLinks.Results(id), ct);
    }

    public async Task<IActionResult> OnGetListAsync(Guid id, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!IsShown) throw new ForbiddenException("Kết quả chưa công bố chỉ hội đồng thi xem được.");
        return await prints.SendAsync(this, id, await papers.PublishedAsync(Exam, Rows, ct), "thong-bao-ket-qua", format, ExaminationLinks.Results(id), ct);
    }

    public async Task<IActionResult> OnGetCertificateAsync(Guid id, [FromQuery(Name = "thi-sinh")] Guid candidate, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Exam.State != ExamState.Published) throw new ForbiddenException("Giấy chứng nhận in sau khi công bố kết quả.");
        var result = Rows.FirstOrDefault(r => r.Candidate.Id == candidate) ?? throw new NotFoundException("Không có thí sinh này trong kỳ thi.");
        if (!Certificates.TryGetValue(candidate, out var certificate)) throw new NotFoundException("Thí sinh này chưa được cấp giấy chứng nhận.");
        return await prints.SendAsync(this, id, await papers.CertificateAsync(Exam, result, certificate, ct), $"chung-nhan-{result.Candidate.Number}", format, ExaminationLinks.Results(id), ct);
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Exam = await exams.FindAsync(id, ct);
        var roles = await council.RolesAsync(id, ct);
        IsShown = Exam.State == ExamState.Published || roles.Any(Council.Board.Contains);
        MayPublish = asOf.IsNow && Exam.State != ExamState.Published && roles.Any(r => r is CouncilRole.Chair or CouncilRole.Deputy);
        if (IsShown) Rows = await results.ExamAsync(Exam, ct);
        HandOver = await handOver.ReadAsync(Exam, Rows, ct);
        Certificates = await certificates.OfAsync(id, ct);
        MayCertify = asOf.IsNow && Exam.State == ExamState.Published && roles.Any(Council.Planners.Contains) && Rows.Any(r => r.Passed is not null && !Certificates.ContainsKey(r.Candidate.Id) && r.Papers.All(p => p.Placed.Seat.State != SeatState.Absent));
    }
}
