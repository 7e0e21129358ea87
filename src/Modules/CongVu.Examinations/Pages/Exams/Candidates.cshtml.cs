using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Exams;

/// <summary>The candidates of an examination: by hand, from a record, from a list with a preview; then the list is closed.</summary>
[Requires(ExaminationPermissions.ServeCode)]
[RequestSizeLimit(LargestPhotos)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestPhotos)]
internal sealed class CandidatesModel(ExamDesk exams, CandidateDesk desk, PhotoDesk photos, Council council, AsOfContext asOf) : PageModel
{
    private const int LargestList = 1024 * 1024;
    private const long LargestPhotos = 1024L * 1024 * 1024;

    public Exam Exam { get; private set; } = null!;
    public IReadOnlyList<Candidate> Rows { get; private set; } = [];
    public bool MayPlan { get; private set; }
    public bool IsOpen => MayPlan && Exam.ListClosedAt is null;
    public (IReadOnlyList<CandidateText> Rows, IReadOnlyList<ListFault> Faults)? Preview { get; private set; }

    public PhotoReport? Photos { get; private set; }

    [BindProperty] public IFormFile? PhotoFile { get; set; }
    [BindProperty] public CandidateForm Form { get; set; } = new();
    [BindProperty] public string? PersonId { get; set; }
    [BindProperty(Name = "PersonId.text")] public string? PersonName { get; set; }
    [BindProperty] public IFormFile? ListFile { get; set; }
    /// <summary>The list between its preview and taking it, as it was sent.</summary>
    [BindProperty] public string? Kept { get; set; }
    [BindProperty] public string? KeptName { get; set; }

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken ct)
    {
        var (text, fault) = Form.Read(null);
        if (text is not null) return await AddAsync(id, [text], ct);
        return await RefuseAsync(id, fault!, ct);
    }

    public async Task<IActionResult> OnPostRecordAsync(Guid id, CancellationToken ct)
    {
        if (!Guid.TryParse(PersonId, out var person) || await desk.FromRecordAsync(person, ct) is not { } text) return await RefuseAsync(id, "Gõ tên rồi chọn một người trong hồ sơ thuộc phạm vi của bạn.", ct);
        return await AddAsync(id, [text], ct);
    }

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken ct)
    {
        if (ListFile is null) return await RefuseAsync(id, "Chọn tệp danh sách.", ct);
        if (ListFile.Length > LargestList) return await RefuseAsync(id, "Tệp danh sách lớn hơn 1 MB. Chia danh sách rồi nhập từng phần.", ct);
        using var bytes = new MemoryStream();
        await ListFile.CopyToAsync(bytes, ct);
        (KeptName, Kept) = (Path.GetFileName(ListFile.FileName), Convert.ToBase64String(bytes.ToArray()));
        ModelState.Clear();
        await LoadAsync(id, ct);
        Preview = CandidateList.Read(KeptName, bytes.ToArray());
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken ct)
    {
        var bytes = new byte[LargestList];
        if (Kept is null || !Convert.TryFromBase64String(Kept, bytes, out var length)) return await RefuseAsync(id, "Chọn lại tệp danh sách.", ct);
        return await AddAsync(id, CandidateList.Read(KeptName ?? "", bytes[..length]).Rows, ct);
    }

    /// <summary>Photographs in one ZIP file; the report stays on the page.</summary>
    public async Task<IActionResult> OnPostPhotosAsync(Guid id, CancellationToken ct)
    {
        await using var content = PhotoFile?.OpenReadStream();
        var (report, refused) = await photos.TakeManyAsync(id, content, ct);
        if (report is null) return await RefuseAsync(id, refused!, ct);
        ModelState.Clear();
        await LoadAsync(id, ct);
        Photos = report;
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        if (await desk.CloseAsync(id, ct) is StepOutcome.Refused refused) return await RefuseAsync(id, refused.Message, ct);
        TempData.Say("Đã chốt danh sách và đánh số báo danh.");
        return Redirect(ExaminationLinks.Candidates(id));
    }

    private async Task<IActionResult> AddAsync(Guid id, IReadOnlyList<CandidateText> texts, CancellationToken ct)
    {
        var (added, left, refused) = await desk.AddAsync(id, texts, ct);
        if (refused is not null) return await RefuseAsync(id, refused, ct);
        if (left.Count == 0) TempData.Say($"Đã thêm {added} thí sinh.");
        else TempData.SayCaution($"Đã thêm {added} thí sinh. Để lại {left.Count}: {string.Join("; ", left.Take(10))}.");
        return Redirect(ExaminationLinks.Candidates(id));
    }

    private async Task<IActionResult> RefuseAsync(Guid id, string message, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        ModelState.AddModelError("", message);
        return Page();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Exam = await exams.FindAsync(id, ct);
        // Personal data of candidates: for those who serve in this council.
        if ((await council.RolesAsync(id, ct)).Count == 0) throw new ForbiddenException("Danh sách thí sinh chỉ thành viên hội đồng của kỳ thi xem được.");
        MayPlan = asOf.IsNow && await council.IsAnyAsync(id, Council.Planners, ct);
        Rows = await desk.ListAsync(id, ct);
    }
}

/// <summary>What a form says about one candidate.</summary>
internal sealed class CandidateForm
{
    public string? FullName { get; set; }
    public string? Birth { get; set; }
    public string? PersonalId { get; set; }
    public string? UnitName { get; set; }
    public string? Position { get; set; }
    public string? Priority { get; set; }
    public string? PriorityReason { get; set; }
    public string? Extra { get; set; }

    public (CandidateText? Text, string? Fault) Read(Guid? person)
    {
        var (text, fault) = CandidateList.One(FullName?.Trim() ?? "", Birth?.Trim() ?? "", PersonalId?.Trim() ?? "", UnitName?.Trim() ?? "", Position?.Trim() ?? "", Priority?.Trim() ?? "", PriorityReason?.Trim() ?? "", Extra?.Trim() ?? "");
        return (text is null ? null : text with { PersonId = person }, fault);
    }
}
