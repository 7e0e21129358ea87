using CongVu.Examinations.Contracts;
using CongVu.Examinations.Exams;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Exams;

/// <summary>Opens an examination; its creator becomes secretary of the council.</summary>
[Requires(ExaminationPermissions.PlanCode)]
internal sealed class NewModel(ExamDesk desk) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public DateOnly? HeldOn { get; set; }
    [BindProperty] public string? OrderedBy { get; set; }

    public static IReadOnlyList<Choice> Kinds { get; } = [.. ExamLaw.Kinds.Select(k => new Choice(k.Code, k.Name))];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var (id, field, refused) = await desk.OpenAsync(Name, Kind, HeldOn, OrderedBy, ct);
        if (id is not { } made)
        {
            ModelState.AddModelError(field!, refused!);
            return Page();
        }
        TempData.Say("Đã lập kỳ thi. Bạn là Thư ký hội đồng; cử các thành viên khác.");
        return Redirect(ExaminationLinks.Exam(made));
    }
}
