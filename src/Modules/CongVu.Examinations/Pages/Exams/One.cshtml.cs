using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Pages.Shared;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Choice = CongVu.Platform.Web.Choice;

namespace CongVu.Examinations.Pages.Exams;

/// <summary>An examination: what the law says about its rounds, its council, its sittings.</summary>
[Requires(ExaminationPermissions.ExamsCode)]
internal sealed class OneModel(CongVuDb db, ExamDesk desk, Council council, ExamLaw law, DirectDesk direct, DirectReading parts, StandingDesk standing, AsOfContext asOf) : PageModel
{
    public Exam Exam { get; private set; } = null!;
    public IReadOnlyList<ExamRound> Rounds { get; private set; } = [];
    public IReadOnlyList<(ExamMember Member, string Name)> Members { get; private set; } = [];
    public IReadOnlyList<Sitting> Sittings { get; private set; } = [];
    public IReadOnlyList<Choice> Blueprints { get; private set; } = [];
    public int Candidates { get; private set; }
    public IReadOnlyList<DirectPart> Parts { get; private set; } = [];
    public IReadOnlyList<(string Position, int Candidates, string Seats)> Positions { get; private set; } = [];
    public bool IsPublished => Exam.State == ExamState.Published;
    public bool MayPlan { get; private set; }

    public static IReadOnlyList<Choice> Roles { get; } = Choice.From<CouncilRole>(ExamWords.Role);
    public IReadOnlyList<Choice> OralRounds => [.. Rounds.Where(r => r.Form == "oral").Select(r => new Choice(r.Code, r.Name))];
    public IReadOnlyList<Choice> RoundChoices => [.. Rounds.Where(r => r.Form != "oral").Select(r => new Choice(r.Code, r.Name))];

    [BindProperty] public string? UserName { get; set; }
    [BindProperty] public CouncilRole Role { get; set; } = CouncilRole.Member;
    [BindProperty] public string? SittingName { get; set; }
    [BindProperty] public string? Round { get; set; }
    [BindProperty] public Guid BlueprintId { get; set; }
    [BindProperty] public DateOnly? Day { get; set; }
    [BindProperty] public string? Time { get; set; }
    [BindProperty] public int Minutes { get; set; } = 60;
    [BindProperty] public string? OralRound { get; set; }
    [BindProperty] public string? PartName { get; set; }
    [BindProperty] public int? Weight { get; set; }
    [BindProperty] public int Examiners { get; set; } = 2;
    [BindProperty] public string[] Position { get; set; } = [];
    [BindProperty] public string[] Wanted { get; set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Day = Exam.HeldOn;
    }

    public async Task<IActionResult> OnPostAppointAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await desk.AppointAsync(id, UserName, Role, ct), "Đã cử thành viên hội đồng.", ct);

    public async Task<IActionResult> OnPostDismissAsync(Guid id, Guid account, CouncilRole role, string? reason, CancellationToken ct) => await SaidAsync(id, await desk.DismissAsync(id, account, role, reason, ct), "Đã thôi cử.", ct);

    public async Task<IActionResult> OnPostSittingAsync(Guid id, CancellationToken ct)
    {
        var (sitting, refused) = ModelState.IsValid ? await desk.OpenSittingAsync(id, SittingName, Round, BlueprintId, Day, Time, Minutes, ct) : (null, null);
        if (sitting is { } made)
        {
            TempData.Say("Đã lập ca thi. Lập phòng, xếp chỗ, rồi niêm phong đề.");
            return Redirect(ExaminationLinks.Sitting(made));
        }
        if (refused is not null) ModelState.AddModelError("", refused);
        await LoadAsync(id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostPartAsync(Guid id, CancellationToken ct)
    {
        var (part, refused) = ModelState.IsValid ? await direct.OpenAsync(id, OralRound, PartName, Weight, Examiners, ct) : (null, null);
        if (part is { } made) return Redirect(ExaminationLinks.Direct(made));
        if (refused is not null) ModelState.AddModelError("", refused);
        await LoadAsync(id, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostVacanciesAsync(Guid id, CancellationToken ct)
    {
        List<(string, int?)> wanted = [];
        foreach (var (position, text) in Position.Zip(Wanted))
        {
            if (string.IsNullOrWhiteSpace(text)) wanted.Add((position, null));
            else if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seats)) wanted.Add((position, seats));
            else
            {
                var typed = Position.Zip(Wanted).ToDictionary(p => p.First, p => p.Second);
                ModelState.Clear();
                var page = await SaidAsync(id, new StepOutcome.Refused($"Chỉ tiêu của “{position}” là “{text}”, phải là số."), "", ct);
                Positions = [.. Positions.Select(p => (p.Position, p.Candidates, typed.GetValueOrDefault(p.Position, p.Seats)))];
                return page;
            }
        }
        return await SaidAsync(id, await standing.SetVacanciesAsync(id, wanted, ct), "Đã ghi chỉ tiêu.", ct);
    }

    private Task<IActionResult> SaidAsync(Guid id, StepOutcome? outcome, string done, CancellationToken ct) => this.SaidAsync(outcome, done, ExaminationLinks.Exam(id), () => LoadAsync(id, ct));

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Exam = await desk.FindAsync(id, ct);
        Rounds = law.Rounds(Exam.Kind, Exam.HeldOn);
        Members = await desk.MembersAsync(id, ct);
        Sittings = await db.Set<Sitting>().AsNoTracking().Where(s => s.ExamId == id).OrderBy(s => s.StartsAt).ToListAsync(ct);
        Candidates = await db.Set<Candidate>().CountAsync(c => c.ExamId == id, ct);
        Parts = await parts.PartsAsync(id, ct);
        var (seats, counts) = (await standing.VacanciesAsync(id, ct), await db.Set<Candidate>().Where(c => c.ExamId == id && c.Position != "").GroupBy(c => c.Position).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct));
        Positions = [.. counts.OrderBy(c => c.Key, StringComparer.CurrentCulture).Select(c => (c.Key, c.Count, seats.TryGetValue(c.Key, out var n) ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""))];
        MayPlan = asOf.IsNow && await council.IsAnyAsync(id, Council.Planners, ct);
        var approved = await db.Set<BlueprintRow>().AsNoTracking().Where(b => b.State == BlueprintState.Approved && !b.IsPractice).OrderBy(b => b.Subject).ThenBy(b => b.Name).ToListAsync(ct);
        Blueprints = Choice.From(approved, b => b.Id, b => $"{b.Name} ({b.Plan().Questions} câu)", b => b.Subject);
    }
}
