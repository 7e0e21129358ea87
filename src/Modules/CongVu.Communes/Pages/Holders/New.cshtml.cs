using CongVu.Communes.Contracts;
using CongVu.Communes.Funds;
using CongVu.Communes.Holders;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Communes.Pages.Holders;

/// <summary>Enters somebody with a first title; number and fund are checked.</summary>
[Requires(CommunePermissions.KeepCode)]
internal sealed class NewModel(HolderKeeping keeping, TitleChoices choices, CommuneReckoning reckoning, AsOfContext asOf) : PageModel
{
    public UnitView Unit { get; private set; } = null!;
    public IReadOnlyList<Choice> Titles { get; private set; } = [];
    public IReadOnlyList<Choice> Villages { get; private set; } = [];
    public static IReadOnlyList<Choice> Sexes { get; } = [new("male", "Nam"), new("female", "Nữ")];

    /// <summary>The day whose titles and villages the form offers.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? Day { get; set; }

    [BindProperty] public Guid Token { get; set; } = Guid.CreateVersion7();
    [BindProperty] public string? PersonId { get; set; }
    [BindProperty(Name = "PersonId.text")] public string? PersonName { get; set; }
    [BindProperty] public string? FullName { get; set; }
    [BindProperty] public DateOnly? BornOn { get; set; }
    [BindProperty] public string? Sex { get; set; }
    [BindProperty] public string? Key { get; set; }
    [BindProperty] public Guid? VillageId { get; set; }
    [BindProperty] public decimal? PostCoefficient { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public string? OverGround { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return ModelState.IsValid ? this.Answer(await keeping.AddAsync(id, Token, new HolderText(Guid.TryParse(PersonId, out var person) ? person : null, FullName, BornOn, Sex),
            new TitleAssignment(Key, VillageId, PostCoefficient is { } c ? new Coefficient((int)(c * 100)) : null, From, Document, OverGround), ct), done => CommuneLinks.Holder(done.Id)) : Page();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        var day = From ?? Day ?? asOf.Today;
        Unit = await reckoning.NamedAsync(id, new AsOf(day), CommunePermissions.Keep, ct);
        Titles = TitleChoices.Offered(await choices.OnAsync(day, ct));
        var sheet = await reckoning.OfAsync(id, new AsOf(day), CommunePermissions.Keep, ct);
        Villages = [new("", "Chức danh cấp xã"), .. sheet?.Villages.Select(v => new Choice(v.State.VillageId.ToString(), v.State.Name)) ?? []];
    }
}
