using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Communes.Funds;
using CongVu.Communes.Holders;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Pages.Holders;

/// <summary>Somebody who holds titles: which, since when, the allowance explained; further titles and their end; leaving at once.</summary>
[Requires(CommunePermissions.ReadCode)]
internal sealed class ShowModel(CongVuDb db, HolderKeeping keeping, TitleChoices choices, CommuneReckoning reckoning, UnitDirectory units, LeavingEstimate estimate, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? Asked { get; set; }

    public DateOnly Day { get; private set; }
    public Holder Holder { get; private set; } = null!;
    public Guid UnitId { get; private set; }
    public string UnitName { get; private set; } = "";
    public IReadOnlyList<Holding> History { get; private set; } = [];
    public IReadOnlyList<Holding> Known => [.. History.Where(h => h.WithdrawnAt is null)];
    public PaidPerson? Paid { get; private set; }
    public StaffConcurrent? Concurrent { get; private set; }
    public Estimate? Leaving { get; private set; }
    public IReadOnlyList<Choice> Titles { get; private set; } = [];
    public IReadOnlyList<Choice> Villages { get; private set; } = [];
    public bool MayKeep => asOf.IsNow && gate.May(CommunePermissions.Keep, UnitId) && !(Holder.PersonId is { } self && gate.IsSelf(self));

    [BindProperty] public Guid Token { get; set; } = Guid.CreateVersion7();
    [BindProperty] public string? Key { get; set; }
    [BindProperty] public Guid? VillageId { get; set; }
    [BindProperty] public decimal? PostCoefficient { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public string? OverGround { get; set; }
    [BindProperty] public Guid HoldingId { get; set; }
    [BindProperty] public DateOnly? Until { get; set; }
    [BindProperty] public string? EndDocument { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        await audit.ReadAsync(new AuditLine("communes.holder.read", "holder", id, UnitId), ct);
    }

    public Task<IActionResult> OnPostAssignAsync(Guid id, CancellationToken ct) => ActAsync(id, () => keeping.AssignAsync(id, Token, new TitleAssignment(Key, VillageId, PostCoefficient is { } c ? new Coefficient((int)(c * 100)) : null, From, Document, OverGround), ct), ct);

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct) => ActAsync(id, () => keeping.EndAsync(id, HoldingId, Until, EndDocument, ct), ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => ActAsync(id, () => keeping.WithdrawAsync(id, HoldingId, Reason, ct), ct);

    /// <summary>Titles through time; what was withdrawn is struck out.</summary>
    public IReadOnlyList<TimelineEntry> Timeline => [.. History.Select(h => new TimelineEntry(h.FromDay, h.TitleName, h.WithdrawnAt is null ? h.OverGround is { } over ? $"Bố trí vượt; căn cứ: {over}" : Words.Of(h.Level) : h.WithdrawnReason, h.UntilDay?.AddDays(-1), h.Document, Icon: "id-badge", Void: h.WithdrawnAt is not null))];

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        gate.Demand(CommunePermissions.Keep, UnitId);
        if (!ModelState.IsValid) return Page();
        return this.Answer(await act(), _ => CommuneLinks.Holder(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Day = Asked ?? asOf.Current.ValidOn;
        var known = asOf.Current.KnownAt;
        (Holder, UnitId) = await keeping.FindAsync(id, ct);
        History = await db.Set<Holding>().AsNoTracking().Where(h => h.HolderId == id && (known == null || h.EnteredAt <= known)).OrderByDescending(h => h.FromDay).ThenByDescending(h => h.EnteredAt).ToListAsync(ct);
        var at = new AsOf(Day, known);
        var here = await HereAsync(at, ct);
        UnitName = (await units.NearestAsync(here, at, ct))?.Name ?? "";
        var sheet = await reckoning.OfAsync(here, at, CommunePermissions.Read, ct);
        Paid = sheet?.People.FirstOrDefault(p => p.Holder.Id == id);
        Concurrent = sheet?.Concurrents.FirstOrDefault(c => c.Holder.Id == id);
        if (MayKeep)
        {
            Titles = TitleChoices.Offered((await choices.OnAsync(From ?? Day, ct)).Where(t => Holder.PersonId is not null || t.Level != TitleLevel.Staff));
            Villages = [new("", "Chức danh cấp xã"), .. sheet?.Villages.Select(v => new Choice(v.State.VillageId.ToString(), v.State.Name)) ?? []];
        }
        if (Day >= TwoTierGovernment.From && Paid is { OfCommune: true })
            Leaving = estimate.Of(Holder, Known, Paid.Titles.Where(t => t.Holding.Level == TitleLevel.Commune && t.Coefficient is not null).Select(t => (long?)t.Allowance).Max(), Day);
    }

    // The commune that stands for the last known one on the day.
    private async Task<Guid> HereAsync(AsOf at, CancellationToken ct)
    {
        var onDay = (await units.StandInsAsync(UnitId, at, ct)).FirstOrDefault(CommuneReckoning.IsCommune)?.Id ?? Known.FirstOrDefault(h => h.HoldsOn(Day))?.UnitId ?? UnitId;
        return gate.May(CommunePermissions.Read, onDay) ? onDay : UnitId;
    }

    /// <summary>"Nguyễn Văn An, sinh 01/02/1970, nam".</summary>
    public string About => string.Join(" · ", new[] { Holder.BornOn is { } born ? $"sinh {VnFormat.Date(born)}" : "", Holder.Sex == "female" ? "nữ" : Holder.Sex == "male" ? "nam" : "", UnitName }.Where(t => t.Length > 0));
}
