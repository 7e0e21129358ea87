using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Law.Retirement;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Contracts;
using CongVu.Severance.Domain;
using CongVu.Severance.Retiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Retiring;

/// <summary>When and why somebody retires; the notice and the decision.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class PersonModel(RetirementListing listing, RetirementNoticing noticing, SeverancePapers papers, People people, LawBook law, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    public RetirementRow Row { get; private set; } = null!;
    public Explanation Why { get; private set; } = null!;
    public Explanation Deadlines { get; private set; } = null!;
    public DateOnly Today => asOf.Today;
    public bool MayPrepare => asOf.IsNow && gate.May(SeverancePermissions.Prepare, Row.Person.UnitId!.Value) && !gate.IsSelf(Row.PersonId);

    [BindProperty] public DateOnly? NoticedOn { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public string? LyDo { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        NoticedOn = asOf.Today;
        await audit.ReadAsync(new AuditLine("severance.retirement.person.read", "person", id, Row.Person.FileUnitId), ct);
    }

    public async Task<IActionResult> OnGetInAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        await audit.ReadAsync(new AuditLine("severance.retirement.person.printed", "person", id, Row.Person.FileUnitId), ct);
        return File(await papers.ExplainAsync(Row.Person, "thời điểm nghỉ hưu", [("Thời điểm nghỉ hưu", Why), ("Thời hạn", Deadlines)], asOf.Today, ct), AdministrativeDocx.ContentType, "giai-trinh-nghi-huu.docx");
    }

    public async Task<IActionResult> OnGetThongBaoAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        await audit.ReadAsync(new AuditLine("severance.retirement.notice.printed", "person", id, Row.Person.FileUnitId), ct);
        return File(await papers.NoticeAsync(Row, Why, asOf.Today, ct), AdministrativeDocx.ContentType, "thong-bao-nghi-huu.docx");
    }

    public Task<IActionResult> OnPostNoteAsync(Guid id, CancellationToken ct) => ActAsync(id, () => noticing.NoteAsync([Row], NoticedOn, Document, ct), ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => ActAsync(id, () => noticing.WithdrawAsync(Row, LyDo, ct), ct);

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var (outcome, decision) = await noticing.DecideAsync([Row], ct);
        if (decision is { } draft) return Redirect(DecisionLinks.Edit(draft));
        TempData.SayRefused(((Outcome.Refused)outcome).Message);
        return Redirect(SeveranceLinks.RetirementOf(id));
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!ModelState.IsValid) return Page();
        return this.Answer(await act(), _ => SeveranceLinks.RetirementOf(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        var person = await people.FindAsync(id, asOf.Current, ct);
        if (person?.FileUnitId is not { } unit || !gate.May(SeverancePermissions.Read, unit)) throw new NotFoundException("Không có hồ sơ này, hoặc bạn không được xem.");
        Row = await listing.OneAsync(person, asOf.Current, ct) ?? throw new NotFoundException("Người này không còn công tác vào ngày đang xem.");
        Why = new RetirementAge(law, asOf.Current.ValidOn).Explain(PersonTerms.SexOf(person), PersonTerms.Birth(person));
        Deadlines = new RetirementDeadlines(law, asOf.Current.ValidOn).Explain(Row.RetiresOn);
    }
}
