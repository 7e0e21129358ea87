using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Communes.Facts;
using CongVu.Communes.Funds;
using CongVu.Law.Communes;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Communes.Pages.Commune;

/// <summary>One village: its fund explained, who is paid from it, its states, their change and correction.</summary>
[Requires(CommunePermissions.ReadCode)]
internal sealed class VillageModel(VillageKeeping keeping, CommuneFacts facts, CommuneReckoning reckoning, UnitDirectory units, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<VillageState> States { get; private set; } = [];
    public VillageState Latest { get; private set; } = null!;
    public string UnitName { get; private set; } = "";
    public VillageSheet? Sheet { get; private set; }
    public CommuneSheet? Commune { get; private set; }
    public DateOnly Day => asOf.Current.ValidOn;
    public bool MayKeep => asOf.IsNow && gate.May(CommunePermissions.Keep, Latest.UnitId);

    [BindProperty(SupportsGet = true, Name = "sua")]
    public Guid? Correcting { get; set; }

    [BindProperty] public Guid Seen { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public VillageKind? Kind { get; set; }
    [BindProperty] public int? Households { get; set; }
    [BindProperty] public bool SecurityKey { get; set; }
    [BindProperty] public bool Ended { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var shown = Correcting is { } wrong ? States.FirstOrDefault(s => s.Id == wrong && s.WithdrawnAt is null) ?? throw new NotFoundException("Thông tin này không còn; có thể người khác vừa đính chính.") : Latest;
        (Seen, Name, Kind, Households, SecurityKey) = (Latest.Id, shown.Name, shown.Kind, shown.Households, shown.SecurityKey);
        if (Correcting is not null) (From, Document, Ended) = (shown.FromDay, shown.Document, shown.Ended);
        await audit.ReadAsync(new AuditLine("communes.village.read", "village", id, Latest.UnitId), ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        gate.Demand(CommunePermissions.Keep, Latest.UnitId);
        if (!ModelState.IsValid) return Page();
        var text = new VillageText(From, Name, Kind, Households, SecurityKey, Ended, Document);
        var outcome = Correcting is { } wrong ? await keeping.CorrectAsync(id, wrong, text, Reason, ct) : await keeping.ChangeAsync(id, Seen, text, ct);
        if (outcome is Outcome.Refused refused)
        {
            ModelState.AddModelError(refused.Field, refused.Message);
            return Page();
        }
        TempData.Say(((Outcome.Done)outcome).Said);
        return Redirect(CommuneLinks.Village(id));
    }

    /// <summary>What was entered, withdrawn states struck out.</summary>
    public IReadOnlyList<TimelineEntry> Timeline => [.. States.Select(s => new TimelineEntry(s.FromDay, s.Ended ? $"{s.Name} kết thúc" : $"{s.Name}, {VnFormat.Count(s.Households)} hộ{(s.SecurityKey ? ", trọng điểm an ninh, trật tự" : "")}",
        s.WithdrawnAt is null ? $"{s.EnteredByName} nhập" : $"{s.WithdrawnByName} đính chính: {s.WithdrawnReason}", Source: s.Document, Icon: "home", Void: s.WithdrawnAt is not null))];

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        States = await facts.VillageAsync(id, ct);
        if (asOf.Current.KnownAt is { } known) States = [.. States.Where(s => s.EnteredAt <= known)];
        Latest = States.FirstOrDefault(s => s.WithdrawnAt is null) ?? throw new NotFoundException("Không có thôn, tổ dân phố này.");
        if (!gate.May(CommunePermissions.Read, Latest.UnitId)) throw new NotFoundException("Không có thôn, tổ dân phố này, hoặc bạn không được xem.");
        UnitName = (await units.NearestAsync(Latest.UnitId, asOf.Current, ct))?.Name ?? "";
        var home = States.Where(s => s.WithdrawnAt is null).FirstOrDefault(s => s.FromDay <= Day)?.UnitId;
        if (home is { } unit && gate.May(CommunePermissions.Read, unit)) Commune = await reckoning.OfAsync(unit, asOf.Current, CommunePermissions.Read, ct);
        Sheet = Commune?.Villages.FirstOrDefault(v => v.State.VillageId == id);
    }
}
