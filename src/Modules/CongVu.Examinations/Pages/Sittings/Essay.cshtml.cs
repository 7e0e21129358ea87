using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Results;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Sittings;

/// <summary>One essay under its code, for the person it waits for.</summary>
[Requires(ExaminationPermissions.ServeCode)]
internal sealed class EssayModel(EssayDesk desk) : PageModel
{
    public EssayView View { get; private set; } = null!;
    public Exam Exam { get; private set; } = null!;

    [BindProperty] public decimal? Points { get; set; }
    [BindProperty] public string? Note { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct) => (View, Exam) = await desk.OpenAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        (View, Exam) = await desk.OpenAsync(id, ct);
        if (!ModelState.IsValid) return Page();
        if (await desk.MarkAsync(id, Points, Note, ct) is StepOutcome.Refused refused)
        {
            ModelState.AddModelError(nameof(Points), refused.Message);
            return Page();
        }
        TempData.Say($"Đã ghi điểm bài {View.Essay.Code}.");
        return Redirect(ExaminationLinks.Marking(View.Essay.SittingId));
    }
}
