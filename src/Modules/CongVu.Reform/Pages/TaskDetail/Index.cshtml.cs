using CongVu.Decisions.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Standing = CongVu.Reform.Data.Standing;

namespace CongVu.Reform.Pages.TaskDetail;

/// <summary>One task: products, who owes what by when, reports, difficulties.</summary>
[Requires(ReformPermissions.ReadCode)]
internal sealed class IndexModel(CongVuDb db, Tracking tracking, UnitLabels labels, PlanLaunching launching, Reporting reporting, Gate gate, AsOfContext asOf) : PageModel
{
    private const int UnitsShown = 60;

    public Plan Plan { get; private set; } = null!;
    public TrackedTask Task { get; private set; } = null!;
    public string Lead { get; private set; } = "";
    public string Support { get; private set; } = "";
    public ILookup<Guid, ProgressReport> Reports { get; private set; } = null!;
    public IReadOnlyList<Difficulty> Difficulties { get; private set; } = [];
    public IReadOnlyList<Occasion> Occasions { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Units { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<Standing> Shown { get; private set; } = [];
    public IReadOnlyList<Choice> OwnUnits { get; private set; } = [];
    public DateOnly On => asOf.Current.ValidOn;
    public bool IsNow => asOf.IsNow;
    public bool MayManage => gate.May(ReformPermissions.Manage) && IsNow;
    public bool MayJudge => gate.May(ReformPermissions.Accept) && IsNow;
    public bool MayReport(Guid unitId) => IsNow && Plan.Status == PlanStatus.Active && gate.May(ReformPermissions.Report, unitId);
    public bool MayOpenEvidence(Guid unitId) => gate.May(ReformPermissions.Evidence, unitId);

    /// <summary>All periods are asked for in the address; otherwise those of this year, late ones and own ones.</summary>
    public bool ShowsAll { get; private set; }

    [BindProperty] public DateOnly? HappenedOn { get; set; }
    [BindProperty] public int Months { get; set; } = 3;
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public Guid? UnitId { get; set; }

    public System.Threading.Tasks.Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    public async Task<IActionResult> OnPostOccasionAsync(Guid id, Guid product, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        if (HappenedOn is null) ModelState.AddModelError(nameof(HappenedOn), "Ghi ngày điều kiện xảy ra.");
        else if (HappenedOn > asOf.Today) ModelState.AddModelError(nameof(HappenedOn), "Ngày điều kiện xảy ra chưa đến.");
        if (string.IsNullOrWhiteSpace(Document)) ModelState.AddModelError(nameof(Document), "Ghi văn bản làm căn cứ, ví dụ: Nghị định 335/2025/NĐ-CP.");
        if (Months is < 1 or > 60) ModelState.AddModelError(nameof(Months), "Số tháng phải hoàn thành từ 1 đến 60.");
        if (!ModelState.IsValid) { await LoadAsync(id, ct); return Page(); }
        await launching.OccasionAsync(product, HappenedOn!.Value, HappenedOn.Value.AddMonths(Months), Document!, ct);
        TempData.Say("Đã ghi nhận; các đơn vị chủ trì có kỳ phải thực hiện mới.");
        return Redirect(ReformLinks.Task(id));
    }

    public async Task<IActionResult> OnPostRaiseAsync(Guid id, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Words)) ModelState.AddModelError(nameof(Words), "Ghi vướng mắc cần Sở Nội vụ giải quyết.");
        if (UnitId is null) ModelState.AddModelError(nameof(UnitId), "Chọn đơn vị.");
        if (!ModelState.IsValid) { await LoadAsync(id, ct); return Page(); }
        await reporting.RaiseAsync(id, UnitId!.Value, Words!, ct);
        TempData.Say("Đã gửi vướng mắc đến Sở Nội vụ.");
        return Redirect(ReformLinks.Task(id) + "#vuong-mac");
    }

    public static string? DecisionUrl(ProgressReport report) => report.EvidenceDecisionId is { } id ? DecisionLinks.Decision(id) : null;

    private async System.Threading.Tasks.Task LoadAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Read);
        (Plan, Task) = await tracking.TaskAsync(id, On, ct) ?? throw new NotFoundException("Không có nhiệm vụ này.");
        var units = Task.Products.SelectMany(p => Task.Units[p.Id]).ToList();
        Lead = await labels.LeadAsync(units, ct);
        Support = string.Join("; ", units.Where(u => u.Role == UnitRole.Support).Select(u => u.Text).Distinct());
        Reports = (await db.Set<ProgressReport>().AsNoTracking().Where(r => r.TaskId == id).OrderByDescending(r => r.ReportedAt).ToListAsync(ct)).ToLookup(r => r.ObligationId);
        Difficulties = await db.Set<Difficulty>().AsNoTracking().Where(d => d.TaskId == id).OrderByDescending(d => d.RaisedAt).ToListAsync(ct);
        var products = Task.Products.Select(p => p.Id).ToList();
        Occasions = await db.Set<Occasion>().AsNoTracking().Where(o => products.Contains(o.ProductId)).OrderBy(o => o.HappenedOn).ToListAsync(ct);
        ShowsAll = Request.Query["ky"] == "tat-ca";
        Shown = [.. Task.Standings.Where(s => ShowsAll || s.Colour is TaskColour.Overdue or TaskColour.AtRisk or TaskColour.OnTime || s.Obligation.DueOn.Year == On.Year || Reports[s.Obligation.Id].Any())
            .OrderByDescending(s => gate.May(ReformPermissions.Report, s.Obligation.UnitId)).ThenByDescending(s => s.WaitsForJudgement).ThenByDescending(s => s.Colour).ThenBy(s => s.Obligation.DueOn).Take(ShowsAll ? 2000 : UnitsShown)];
        Units = await labels.OfAsync(Shown.Select(s => s.Obligation.UnitId).Concat(Shown.Select(s => s.Obligation.NamedUnitId).OfType<Guid>()).Concat(Difficulties.Select(d => d.UnitId)), ct);
        var own = Task.Standings.Select(s => s.Obligation.UnitId).Distinct().Where(MayReport).Take(100).ToList();
        var names = await labels.OfAsync(own, ct);
        OwnUnits = [.. own.Select(u => new Choice(u.ToString(), names[u]))];
        UnitId ??= own.Count == 1 ? own[0] : null;
    }
}
