using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Exams;

/// <summary>Results of an examination: before they are published for the board, afterwards for everybody who may see examinations.</summary>
[Requires(ExaminationPermissions.ExamsCode)]
internal sealed class ResultsModel(ExamDesk exams, ResultReading results, ResultPapers papers, StandingDesk standing, Council council, AsOfContext asOf) : PageModel
{
    public Exam Exam { get; private set; } = null!;
    public IReadOnlyList<CandidateResult> Rows { get; private set; } = [];
    public bool IsShown { get; private set; }
    public bool MayPublish { get; private set; }
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

    public async Task<IActionResult> OnGetListAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!IsShown) throw new ForbiddenException("Kết quả chưa công bố chỉ hội đồng thi xem được.");
        return File(await papers.PublishedAsync(Exam, Rows, ct), AdministrativeDocx.ContentType, "thong-bao-ket-qua.docx");
    }

    public async Task<IActionResult> OnGetCertificateAsync(Guid id, [FromQuery(Name = "thi-sinh")] Guid candidate, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Exam.State != ExamState.Published) throw new ForbiddenException("Giấy chứng nhận in sau khi công bố kết quả.");
        var result = Rows.FirstOrDefault(r => r.Candidate.Id == candidate) ?? throw new NotFoundException("Không có thí sinh này trong kỳ thi.");
        return File(await papers.CertificateAsync(Exam, result, ct), AdministrativeDocx.ContentType, $"chung-nhan-{result.Candidate.Number}.docx");
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Exam = await exams.FindAsync(id, ct);
        var roles = await council.RolesAsync(id, ct);
        IsShown = Exam.State == ExamState.Published || roles.Any(Council.Board.Contains);
        MayPublish = asOf.IsNow && Exam.State != ExamState.Published && roles.Any(r => r is CouncilRole.Chair or CouncilRole.Deputy);
        if (IsShown) Rows = await results.ExamAsync(Exam, ct);
    }
}
