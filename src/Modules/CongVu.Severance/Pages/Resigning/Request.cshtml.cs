using CongVu.Decisions.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using CongVu.Severance.Resigning;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Resigning;

/// <summary>One request: deadline, answer, decision, benefit.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class RequestModel(ResignationReading reading, ResignationDesk desk, SchemeReading schemes, SeverancePapers papers, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    private const string Agree = "dong-y", Refuse = "khong-dong-y";

    public ResignationView View { get; private set; } = null!;
    public IReadOnlyList<Step> Steps { get; private set; } = [];
    public DateOnly Today => asOf.Today;
    public bool MayPrepare => asOf.IsNow && gate.May(SeverancePermissions.Prepare, View.Request.UnitId) && !gate.IsSelf(View.Request.PersonId);
    public static IReadOnlyList<Choice> Answers { get; } = [new(Agree, "Đồng ý cho thôi việc"), new(Refuse, "Không đồng ý")];

    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Answer { get; set; }
    [BindProperty] public DateOnly? AnsweredOn { get; set; }
    [BindProperty] public string? AnswerDocument { get; set; }
    [BindProperty] public string? AnswerReason { get; set; }
    [BindProperty] public int? ServiceMonths { get; set; }
    [BindProperty] public int? UnemploymentMonths { get; set; }
    [BindProperty] public string? Debts { get; set; }
    [BindProperty] public string? LyDo { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        AnsweredOn = asOf.Today;
        await audit.ReadAsync(new AuditLine("severance.resignation.read", "person", View.Request.PersonId, View.Request.UnitId), ct);
    }

    public async Task<IActionResult> OnGetInAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (View.Why is not { } why) throw new NotFoundException("Chưa tính được trợ cấp nên không có gì để giải trình.");
        await audit.ReadAsync(new AuditLine("severance.resignation.printed", "person", View.Request.PersonId, View.Request.UnitId), ct);
        return File(await papers.ExplainAsync(View.Person, "trợ cấp thôi việc", [("", why)], asOf.Today, ct), AdministrativeDocx.ContentType, "giai-trinh-tro-cap-thoi-viec.docx");
    }

    public Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken ct) => ActAsync(id, () => Answer is not (Agree or Refuse)
        ? Task.FromResult<Outcome>(new Outcome.Refused(nameof(Answer), "Chọn đồng ý hoặc không đồng ý."))
        : desk.AnswerAsync(id, Version, new AnswerText(Answer == Agree, AnsweredOn, AnswerDocument, AnswerReason, ServiceMonths, UnemploymentMonths, Debts), ct), ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => ActAsync(id, () => desk.WithdrawAsync(id, Version, LyDo, ct), ct);

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct)
    {
        var (outcome, decision) = await desk.DecideAsync(id, Version, ct);
        if (decision is { } draft)
        {
            TempData.Say(((Outcome.Done)outcome).Said);
            return Redirect(DecisionLinks.Edit(draft));
        }
        TempData.SayRefused(((Outcome.Refused)outcome).Message);
        return Redirect(SeveranceLinks.Resignation(id));
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!ModelState.IsValid) return Page();
        return this.Answer(await act(), _ => SeveranceLinks.Resignation(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        View = await reading.OfAsync(id, ct);
        Steps = await schemes.StepsAsync([id], ct);
    }
}
