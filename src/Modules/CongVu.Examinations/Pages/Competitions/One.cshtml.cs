using CongVu.Examinations.Bank;
using CongVu.Examinations.Competitions;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Pages.Shared;
using CongVu.Examinations.Results;
using CongVu.Law;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Choice = CongVu.Platform.Web.Choice;

namespace CongVu.Examinations.Pages.Competitions;

/// <summary>A competition as an official meets it: the regulation, the own registration, project and result; nothing of others.</summary>
[Requires(ExaminationPermissions.CompeteCode)]
internal sealed class OneModel(CompetitionDesk desk, CompetitionReading reading, StandingDesk standing, ResultReading results, AsOfContext asOf) : PageModel
{
    public Exam Exam { get; private set; } = null!;
    public Competition Rules { get; private set; } = null!;
    public IReadOnlyDictionary<string, int> Posts { get; private set; } = new Dictionary<string, int>();
    public (int Present, int Of, Citation Source, Verification Verification)? Quorum { get; private set; }
    public Candidate? Mine { get; private set; }
    public IReadOnlyList<Scheme> Schemes { get; private set; } = [];
    public CandidateResult? Result { get; private set; }
    public bool IsRegistering => asOf.IsNow && desk.IsRegistering(Exam, Rules);
    public bool IsHandingIn => asOf.IsNow && desk.IsHandingIn(Exam, Rules);
    public IReadOnlyList<Choice> PostChoices => [.. Posts.Keys.Order(StringComparer.CurrentCulture).Select(p => new Choice(p, p))];

    [BindProperty] public string? Post { get; set; }
    [BindProperty] public IFormFile? SchemeFile { get; set; }

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    public async Task<IActionResult> OnPostRegisterAsync(Guid id, CancellationToken ct) => await SaidAsync(id, nameof(Post), await desk.RegisterAsync(id, Post, ct), "Đã đăng ký dự thi.", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => await SaidAsync(id, "", await desk.WithdrawAsync(id, ct), "Đã rút đăng ký.", ct);

    public async Task<IActionResult> OnPostSchemeAsync(Guid id, CancellationToken ct) => await SaidAsync(id, nameof(SchemeFile), await desk.HandInAsync(id, null, SchemeFile, null, ct), "Đã nộp đề án.", ct);

    private Task<IActionResult> SaidAsync(Guid id, string field, StepOutcome outcome, string done, CancellationToken ct) => this.SaidAsync(outcome, done, ExaminationLinks.Competition(id), () => LoadAsync(id, ct), field);

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (Exam, Rules) = await desk.FindAsync(id, ct);
        (Posts, Quorum, Mine) = (await standing.VacanciesAsync(id, ct), reading.QuorumOn(Exam.HeldOn), await desk.MineAsync(id, ct));
        if (Mine is null) return;
        Schemes = await reading.OfAsync(Mine.Id, ct);
        if (Exam.State == ExamState.Published) Result = (await results.ExamAsync(Exam, ct)).FirstOrDefault(r => r.Candidate.Id == Mine.Id);
    }
}
