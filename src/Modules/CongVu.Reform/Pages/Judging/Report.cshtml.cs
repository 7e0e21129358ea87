using CongVu.Decisions.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Platform.Work;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.UseCases;
using CongVu.Reform.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Standing = CongVu.Reform.Data.Standing;

namespace CongVu.Reform.Pages.Judging;

/// <summary>A unit reports on one obligation, with evidence.</summary>
[Requires(ReformPermissions.ReportCode)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class ReportModel(CongVuDb db, Tracking tracking, UnitLabels labels, Reporting reporting, FileIntake files, IEnumerable<SearchSource> sources, Gate gate, AsOfContext asOf) : PageModel
{
    private const long Largest = 260L * 1024 * 1024;

    public Standing Standing { get; private set; } = null!;
    public PlanTask Task { get; private set; } = null!;
    public Product Product { get; private set; } = null!;
    public string Unit { get; private set; } = "";
    public DateOnly Today => asOf.Today;
    public bool Counts => Standing.Obligation.MinCount > 1;

    [BindProperty] public int Percent { get; set; } = 100;
    [BindProperty] public int Rounds { get; set; } = 1;
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public string? Decision { get; set; }
    [BindProperty] public string? Reference { get; set; }
    [BindProperty] public IFormFile? Evidence { get; set; }

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    /// <summary>Signed decisions that fit what is typed, for the field of evidence.</summary>
    public async Task<IActionResult> OnGetDecisionsAsync(Guid id, string? q, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Report);
        var found = new List<Choice>();
        if (VietnameseText.Fold(q) is { Length: > 1 } text)
            foreach (var source in sources)
                foreach (var hit in await source.FindAsync(text, gate, asOf.Current, 8, ct))
                    if (DecisionOf(hit.Href) is { } decision) found.Add(new Choice(decision.ToString(), hit.Title, Note: hit.Detail));
        return new JsonResult(found);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Guid? fileId = null;
        if (ModelState.IsValid)
        {
            (fileId, var wrong) = await files.TakeAsync(Evidence, EvidenceFileGuard.Type, id, Standing.Obligation.UnitId, ct);
            if (wrong is not null) ModelState.AddModelError(nameof(Evidence), wrong);
        }
        if (!ModelState.IsValid) return Page();
        var outcome = await reporting.SubmitAsync(id, new ReportText(Percent, Rounds, Words ?? "", fileId, Guid.TryParse(Decision, out var decision) ? decision : null, Reference), ct);
        if (outcome is ReportOutcome.Refused refused)
        {
            ModelState.AddModelError(refused.Field == "File" ? nameof(Evidence) : refused.Field, refused.Message);
            return Page();
        }
        TempData.Say("Đã gửi báo cáo, chờ Sở Nội vụ công nhận.");
        return Redirect(ReformLinks.Task(Standing.Obligation.TaskId));
    }

    private static Guid? DecisionOf(string href) => href.StartsWith(DecisionLinks.List + "/", StringComparison.Ordinal) && Guid.TryParse(href[(DecisionLinks.List.Length + 1)..], out var id) ? id : null;

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Standing = (await tracking.StandingsAsync(db.Set<Obligation>().Where(o => o.Id == id), asOf.Today, ct)).SingleOrDefault() ?? throw new NotFoundException("Kỳ thực hiện này không còn; kế hoạch hoặc đơn vị đã thay đổi.");
        gate.Demand(ReformPermissions.Report, Standing.Obligation.UnitId);
        Task = await db.Set<PlanTask>().AsNoTracking().SingleAsync(t => t.Id == Standing.Obligation.TaskId, ct);
        Product = await db.Set<Product>().AsNoTracking().SingleAsync(p => p.Id == Standing.Obligation.ProductId, ct);
        Unit = (await labels.OfAsync([Standing.Obligation.UnitId], ct))[Standing.Obligation.UnitId];
    }
}
