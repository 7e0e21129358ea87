using CongVu.Examinations.Archive;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Pages.Shared;
using CongVu.Examinations.Prints;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Exams;

/// <summary>The file of an examination that is over: sealed package, copies, what holds it, destruction by two.</summary>
[Requires(ExaminationPermissions.ExamsCode)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class ArchiveModel(ArchiveDesk desk, DestructionDesk destruction, DestructionMinutes minutes, Council council, PdfPrints prints, AsOfContext asOf) : PageModel
{
    // A copy is read back whole; the package of five thousand candidates stays far below.
    private const long Largest = 2L * 1024 * 1024 * 1024;

    public ArchiveSight Sight { get; private set; } = null!;
    public IReadOnlyList<CouncilRole> Roles { get; private set; } = [];
    public string? WhyNot { get; private set; }
    /// <summary>Why a copy may not be noted as destroyed either.</summary>
    public string? WhyNoCopyGoes { get; private set; }

    [BindProperty] public string? Place { get; set; }
    [BindProperty] public IFormFile? Copy { get; set; }
    [BindProperty] public HoldKind Kind { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public string? OrderedBy { get; set; }

    public Exam Exam => Sight.Exam;
    public bool MayPlan => asOf.IsNow && Roles.Any(Council.Planners.Contains);
    public bool MayDecide => asOf.IsNow && Roles.Any(Council.Board.Contains);
    public bool IsMine => Sight.Destruction?.ProposedBy == council.Me;

    public string Name(Guid? id) => id is { } known ? Sight.Names.GetValueOrDefault(known, "") : "";

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    public async Task<IActionResult> OnPostSealAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await desk.SealAsync(id, ct), "Đã niêm phong hồ sơ. Tải gói về, chép sang nơi giữ khác rồi đọc lại để ghi nhận bản sao.", ct);

    public async Task<IActionResult> OnPostTakeOutAsync(Guid id, CancellationToken ct) => File(await desk.TakeOutAsync(id, ct), "application/zip", "ho-so-ky-thi.zip");

    public async Task<IActionResult> OnPostCopyAsync(Guid id, CancellationToken ct)
    {
        await using var content = Copy?.OpenReadStream();
        return await SaidAsync(id, await desk.NoteCopyAsync(id, Place, content, ct), "Bản sao giống gói đã niêm phong; đã ghi nhận.", ct);
    }

    public async Task<IActionResult> OnPostCopyGoneAsync(Guid id, [FromQuery(Name = "ban-sao")] Guid copy, CancellationToken ct) => await SaidAsync(id, await destruction.CopyGoneAsync(id, copy, ct), "Đã ghi bản sao đã hủy.", ct);

    public async Task<IActionResult> OnPostHoldAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await desk.HoldAsync(id, Kind, Document, ct), "Đã tạm dừng tiêu hủy.", ct);

    public async Task<IActionResult> OnPostLiftAsync(Guid id, [FromQuery(Name = "viec")] Guid hold, string? reason, CancellationToken ct) => await SaidAsync(id, await desk.LiftAsync(id, hold, reason, ct), "Đã ghi vụ việc kết thúc.", ct);

    public async Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await destruction.ProposeAsync(id, OrderedBy, ct), "Đã đề nghị tiêu hủy; cần một thành viên khác của hội đồng thực hiện.", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, string? reason, CancellationToken ct) => await SaidAsync(id, await destruction.WithdrawAsync(id, reason, ct), "Đã trả lại đề nghị tiêu hủy.", ct);

    public async Task<IActionResult> OnPostDestroyAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await destruction.DestroyAsync(id, ct), "Đã tiêu hủy. In biên bản, ký và lưu.", ct);

    public async Task<IActionResult> OnGetMinutesAsync(Guid id, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!Sight.IsDestroyed) throw new NotFoundException("Chưa có biên bản: tài liệu chưa tiêu hủy.");
        return await prints.SendAsync(this, id, await minutes.WriteAsync(Sight, ct), "bien-ban-tieu-huy", format, ExaminationLinks.Archive(id), ct);
    }

    private Task<IActionResult> SaidAsync(Guid id, StepOutcome? outcome, string done, CancellationToken ct) => this.SaidAsync(outcome, done, ExaminationLinks.Archive(id), () => LoadAsync(id, ct));

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Sight = await desk.ReadAsync(id, ct);
        Roles = await council.RolesAsync(id, ct);
        WhyNot = await destruction.WhyNotAsync(Sight, ct);
        WhyNoCopyGoes = await destruction.WhyNotAsync(Sight with { Copies = [] }, ct);
    }
}
