using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Platform.Audit;
using CongVu.Platform.Files;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Platform.Web.TagHelpers;
using CongVu.Severance.Cases;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Cases;

/// <summary>One case: facts, conditions, amount and why, what is missing and its papers.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class CaseModel(CaseReading reading, CaseEditing editing, BatchDeciding deciding, SchemeReading schemes, FileIntake files, SeverancePapers papers, LawBook law, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    public CaseView One { get; private set; } = null!;
    public Batch List { get; private set; } = null!;
    public IReadOnlyList<Step> Steps { get; private set; } = [];
    public bool Edits => asOf.IsNow && List.State == BatchState.Preparing && One.Case.State == CaseState.Open && gate.May(SeverancePermissions.Prepare, List.UnitId) && !gate.IsSelf(One.Person.PersonId);
    public bool MayReappraise => asOf.IsNow && List.State is BatchState.Appraised or BatchState.Approved && gate.May(SeverancePermissions.Appraise, List.UnitId);
    public IReadOnlyList<Question> Missing => [.. One.Reckoning.Questions.Where(q => One.Answers.All(a => a.Key != q.Key || a.ReplacedAt is not null) && One.Reckoning.Facts.All(f => f.Key != "insurance" || q.Key != Questions.Insurance))];
    public IReadOnlyList<Question> Answered => [.. One.Reckoning.Questions.Except(Missing)];

    /// <summary>A form came back with its answers.</summary>
    public bool HasTyped => Request.HasFormContentType;
    public IReadOnlyList<Choice> Grounds => CaseChoices.Grounds(law, LeaveOn ?? One.Case.LeaveOn);
    public IReadOnlyList<CaseAnswer> Papers => [.. One.Answers.OrderBy(a => a.ReplacedAt is not null).ThenByDescending(a => a.EnteredAt)];

    private static readonly Choice[] YesNo = [new(Questions.Yes, "Có"), new(Questions.No, "Không")];
    private static readonly Choice[] Ratings = [.. Enum.GetValues<YearRating>().Select(r => new Choice($"{r}", CaseReckoner.Words(AnswerKind.Rating, $"{r}")))];

    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public IFormFile? Paper { get; set; }
    [BindProperty] public ExitPolicy? Policy { get; set; }
    [BindProperty] public ExitReason? Reason { get; set; }
    [BindProperty] public string? Ground { get; set; }
    [BindProperty] public DateOnly? LeaveOn { get; set; }
    [BindProperty] public string? LyDo { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        (Policy, Reason, Ground, LeaveOn) = (One.Case.Policy, One.Case.Reason, One.Case.Ground, One.Case.LeaveOn);
        await audit.ReadAsync(new AuditLine("severance.case.read", "person", One.Person.PersonId, List.UnitId), ct);
    }

    public async Task<IActionResult> OnGetInAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (One.Reckoning.Explanation is not { } why) throw new NotFoundException("Trường hợp này chưa tính được nên không có gì để giải trình.");
        await audit.ReadAsync(new AuditLine("severance.case.printed", "person", One.Person.PersonId, List.UnitId), ct);
        return File(await papers.ExplainAsync(One.Person, "mức hưởng chính sách tinh giản biên chế", [("", why)], asOf.Today, ct), AdministrativeDocx.ContentType, "giai-trinh-tinh-gian.docx");
    }

    public Task<IActionResult> OnPostChangeAsync(Guid id, CancellationToken ct) => ActAsync(id, () => editing.ChangeAsync(id, Version, new CaseText(Policy, Reason, Ground, LeaveOn), ct), ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => ActAsync(id, () => editing.WithdrawAsync(id, Version, LyDo, ct), ct);

    public Task<IActionResult> OnPostReappraiseAsync(Guid id, CancellationToken ct) => ActAsync(id, () => deciding.ReappraiseAsync(id, Version, LyDo, ct), ct);

    public Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken ct) => ActAsync(id, async () =>
    {
        gate.Demand(SeverancePermissions.Prepare, List.UnitId);
        var (file, wrong) = await files.TakeAsync(Paper, SeveranceFileGuard.Type, id, List.UnitId, ct);
        var typed = One.Reckoning.Questions.Select(q => (q.Key, Typed: Typed(q) ?? "")).Where(a => a.Typed.Length > 0).ToList();
        return wrong is not null ? new Outcome.Refused(nameof(Paper), wrong) : await editing.AnswerAsync(id, Version, typed, Document, file, ct);
    }, ct);

    public static FieldKind KindOf(Question question) => question.Kind is AnswerKind.YesNo or AnswerKind.Rating ? FieldKind.Select : FieldKind.Number;

    public static IReadOnlyList<Choice>? ChoicesOf(Question question) => question.Kind switch { AnswerKind.YesNo => YesNo, AnswerKind.Rating => Ratings, _ => null };

    /// <summary>What was typed last time.</summary>
    public string? Typed(Question question) => HasTyped ? Request.Form[CaseEditing.FieldOf(question.Key)].FirstOrDefault()?.Trim() : null;

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!ModelState.IsValid) return Page();
        return this.Answer(await act(), _ => SeveranceLinks.Case(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (One, List) = await reading.OfAsync(id, ct);
        Steps = await schemes.StepsAsync([id, List.Id], ct);
    }
}
