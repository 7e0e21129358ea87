using System.Text.Json;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Exams;

/// <summary>One candidate: what was written, and what the machine does for them (contrast, size of letters, screen reader).</summary>
[Requires(ExaminationPermissions.ServeCode)]
internal sealed class CandidateModel(CongVuDb db, CandidateDesk desk, PhotoDesk photos, Council council, AsOfContext asOf) : PageModel
{
    internal sealed record Look(bool Contrast = false, int Scale = 100, bool Reader = false);

    public Candidate Row { get; private set; } = null!;
    public bool MayPlan { get; private set; }
    /// <summary>Markers know codes, not faces.</summary>
    public bool SeesPhoto { get; private set; }
    public static IReadOnlyList<Choice> Scales { get; } = [new("100", "Thường"), new("125", "Lớn 125%"), new("150", "Lớn 150%"), new("200", "Rất lớn 200%")];

    [BindProperty] public CandidateForm Form { get; set; } = new();
    [BindProperty] public int Version { get; set; }
    [BindProperty] public bool Contrast { get; set; }
    [BindProperty] public int Scale { get; set; } = 100;
    [BindProperty] public bool Reader { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var look = JsonSerializer.Deserialize<Look>(Row.Profile, Json.Options) ?? new Look();
        (Version, Contrast, Scale, Reader) = (Row.Version, look.Contrast, look.Scale, look.Reader);
        Form = new CandidateForm
        {
            FullName = Row.FullName, Birth = VnFormat.Date(Row.Birth), PersonalId = Row.PersonalId, UnitName = Row.UnitName, Position = Row.Position, PriorityReason = Row.PriorityReason,
            Priority = Row.PriorityHundredths > 0 ? ExamWords.Points(Row.PriorityHundredths) : "", Extra = Row.ExtraPercent > 0 ? Row.ExtraPercent.ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
        };
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var (text, fault) = Form.Read(Row.PersonId);
        if (fault is null)
        {
            var profile = JsonSerializer.Serialize(new Look(Contrast, Scale is 125 or 150 or 200 ? Scale : 100, Reader), Json.Options);
            if (await desk.ChangeAsync(id, Version, text!, profile, ct) is StepOutcome.Refused refused) fault = refused.Message;
        }
        if (fault is not null)
        {
            ModelState.AddModelError("", fault);
            return Page();
        }
        TempData.Say("Đã lưu thí sinh.");
        return Redirect(ExaminationLinks.Candidates(Row.ExamId));
    }

    public async Task<IActionResult> OnGetPhotoAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return SeesPhoto && await photos.LookAsync(Row, ct) is { } photo ? File(photo.Content, photo.MediaType) : NotFound();
    }

    public async Task<IActionResult> OnPostPhotoAsync(Guid id, IFormFile? photo, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        await using var content = photo?.OpenReadStream();
        if (await photos.TakeAsync(id, content, photo?.FileName ?? "", ct) is StepOutcome.Refused refused) TempData.SayRefused(refused.Message);
        else TempData.Say("Đã nhận ảnh.");
        return Redirect($"/thi/thi-sinh/{id}");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string? reason, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (await desk.RemoveAsync(id, reason, ct) is StepOutcome.Refused refused)
        {
            TempData.SayRefused(refused.Message);
            return Redirect($"/thi/thi-sinh/{id}");
        }
        TempData.Say("Đã bỏ thí sinh khỏi danh sách.");
        return Redirect(ExaminationLinks.Candidates(Row.ExamId));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Row = await db.Set<Candidate>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotFoundException("Không có thí sinh này.");
        var roles = await council.RolesAsync(Row.ExamId, ct);
        SeesPhoto = roles.Any(r => r != CouncilRole.Marker);
        if (roles.Count == 0) throw new ForbiddenException("Thông tin thí sinh chỉ thành viên hội đồng của kỳ thi xem được.");
        MayPlan = asOf.IsNow && await council.IsAnyAsync(Row.ExamId, Council.Planners, ct);
    }
}
