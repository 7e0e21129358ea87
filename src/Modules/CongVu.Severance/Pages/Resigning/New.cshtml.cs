using CongVu.Personnel.Contracts;
using CongVu.Platform.Files;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
using CongVu.Severance.Domain;
using CongVu.Severance.Resigning;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Resigning;

/// <summary>Receives a request.</summary>
[Requires(SeverancePermissions.PrepareCode)]
internal sealed class NewModel(ResignationDesk desk, FileIntake files, People people, AsOfContext asOf) : PageModel
{
    [BindProperty(Name = "nguoi")] public string? Person { get; set; }
    [BindProperty] public DateOnly? ReceivedOn { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public DateOnly? LeaveOn { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public IFormFile? Paper { get; set; }

    public void OnGet() => ReceivedOn = asOf.Today;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        Guid? person = Guid.TryParse(Person, out var id) ? id : null;
        Guid? file = null;
        if (Paper is not null && person is { } known && (await people.FindAsync(known, new AsOf(asOf.Today), ct))?.UnitId is { } unit)
        {
            (file, var wrong) = await files.TakeAsync(Paper, SeveranceFileGuard.Type, known, unit, ct);
            if (wrong is not null)
            {
                ModelState.AddModelError(nameof(Paper), wrong);
                return Page();
            }
        }
        return this.Answer(await desk.ReceiveAsync(new RequestText(person, ReceivedOn, Document, LeaveOn, Why, file), ct), done => SeveranceLinks.Resignation(done.Id));
    }
}
