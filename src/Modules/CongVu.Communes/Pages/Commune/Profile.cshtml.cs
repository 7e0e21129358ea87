using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Communes.Facts;
using CongVu.Communes.Funds;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Files;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Communes.Pages.Commune;

/// <summary>Enters a dated fact about a commune, or corrects one.</summary>
[Requires(CommunePermissions.KeepCode)]
internal sealed class ProfileModel(ProfileKeeping keeping, CommuneFacts facts, CommuneReckoning reckoning, FileIntake files, AsOfContext asOf) : PageModel
{
    public UnitView Unit { get; private set; } = null!;

    /// <summary>The fact to be corrected; null: a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "sua")]
    public Guid? Correcting { get; set; }

    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public UnitForm? Kind { get; set; }
    [BindProperty] public int? Class { get; set; }
    [BindProperty] public long? Population { get; set; }
    [BindProperty] public long? PopulationNorm { get; set; }
    [BindProperty] public long? Area { get; set; }
    [BindProperty] public long? AreaNorm { get; set; }
    [BindProperty] public bool OfUrbanDistrict { get; set; }
    [BindProperty] public bool BorderOrIsland { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public IFormFile? Paper { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var known = (await facts.ProfilesAsync([id], null, ct)).Where(p => p.WithdrawnAt is null).ToList();
        var shown = Correcting is { } wrong ? known.FirstOrDefault(p => p.Id == wrong) ?? throw new NotFoundException("Thông tin này không còn; có thể người khác vừa đính chính.") : known.FirstOrDefault();
        if (shown is null) return;
        (Kind, Class, Population, PopulationNorm, Area, AreaNorm, OfUrbanDistrict, BorderOrIsland) = (shown.Kind, shown.Class, shown.Population, shown.PopulationNorm, shown.Area, shown.AreaNorm, shown.OfUrbanDistrict, shown.BorderOrIsland);
        if (Correcting is not null) (From, Document) = (shown.FromDay, shown.Document);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!ModelState.IsValid) return Page();
        var (file, wrong) = await files.TakeAsync(Paper, CommuneFileGuard.Type, id, id, ct);
        if (wrong is not null)
        {
            ModelState.AddModelError(nameof(Paper), wrong);
            return Page();
        }
        var text = new ProfileText(From, Kind, Class, Population, PopulationNorm, Area, AreaNorm, OfUrbanDistrict, BorderOrIsland, Document, file);
        var outcome = Correcting is { } fact ? await keeping.CorrectAsync(id, fact, text, Reason, ct) : await keeping.EnterAsync(id, text, ct);
        return this.Answer(outcome, _ => CommuneLinks.Commune(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct) => Unit = await reckoning.NamedAsync(id, asOf.Current, CommunePermissions.Keep, ct);
}
