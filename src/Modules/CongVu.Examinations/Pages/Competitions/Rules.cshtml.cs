using System.Globalization;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Competitions;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Pages.Shared;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Law;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Choice = CongVu.Platform.Web.Choice;

namespace CongVu.Examinations.Pages.Competitions;

/// <summary>A competition as its council meets it: the regulation, and who has handed in a project.</summary>
[Requires(ExaminationPermissions.ServeCode)]
internal sealed class RulesModel(CompetitionDesk desk, CompetitionReading reading, ExamDesk exams, CandidateDesk candidates, StandingDesk standing, Council council, TimeProvider clock, AsOfContext asOf) : PageModel
{
    public static IReadOnlyList<Choice> Discards { get; } = [new(nameof(MarkDiscard.None), "Trung bình cộng mọi điểm"), new(nameof(MarkDiscard.Extremes), "Bỏ điểm cao nhất và thấp nhất")];

    public Exam Exam { get; private set; } = null!;
    public Competition? Rules { get; private set; }
    public IReadOnlyDictionary<string, int> PostsNow { get; private set; } = new Dictionary<string, int>();
    public (int Present, int Of, Citation Source, Verification Verification)? Quorum { get; private set; }
    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Scheme> Schemes { get; private set; } = new Dictionary<Guid, Scheme>();
    public bool MayChange { get; private set; }
    public bool MayBringIn { get; private set; }
    public bool MayOpen => Rules is { } rules && clock.UtcNow() > rules.SchemeUntil;

    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Regulation { get; set; }
    [BindProperty] public string? Posts { get; set; }
    [BindProperty] public DateOnly? RegisterUntil { get; set; }
    [BindProperty] public DateOnly? SchemeDay { get; set; }
    [BindProperty] public string? SchemeTime { get; set; } = "17:00";
    [BindProperty] public int Pass { get; set; } = 50;
    [BindProperty] public MarkDiscard Discard { get; set; }
    [BindProperty] public IFormFile? SchemeFile { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Rules is not { } rules) return;
        var until = new DateTimeOffset(rules.SchemeUntil, TimeSpan.Zero).ToOffset(VietnamTime.Offset);
        (Version, Regulation, RegisterUntil, SchemeDay, SchemeTime, Pass, Discard) = (rules.Version, rules.Regulation, rules.RegisterUntil, DateOnly.FromDateTime(until.DateTime), until.ToString("H:mm", CultureInfo.InvariantCulture), rules.PassHundredths / 100, rules.Discard);
        Posts = string.Join('\n', PostsNow.Select(p => $"{p.Key}; {p.Value}"));
    }

    public async Task<IActionResult> OnPostRulesAsync(Guid id, CancellationToken ct)
    {
        List<(string, int)> posts = [];
        foreach (var line in (Posts ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(';', StringSplitOptions.TrimEntries);
            posts.Add((parts[0], parts.Length == 1 ? 1 : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seats) ? seats : 0));
        }
        return await SaidAsync(id, ModelState.IsValid ? await desk.SetAsync(id, Version, Regulation, RegisterUntil, SchemeDay, SchemeTime, Pass, Discard, [.. posts.DistinctBy(p => p.Item1)], ct) : null, "Đã ghi quy chế.", ct);
    }

    public async Task<IActionResult> OnPostSchemeAsync(Guid id, [FromQuery(Name = "thi-sinh")] Guid candidate, CancellationToken ct) => await SaidAsync(id, await desk.HandInAsync(id, candidate, SchemeFile, Reason, ct), "Đã nhận đề án.", ct);

    private Task<IActionResult> SaidAsync(Guid id, StepOutcome? outcome, string done, CancellationToken ct) => this.SaidAsync(outcome, done, ExaminationLinks.CompetitionRules(id), () => LoadAsync(id, ct));

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Exam = await exams.FindAsync(id, ct);
        if (Exam.Kind != ExamLaw.Leadership) throw new NotFoundException("Chỉ kỳ thi tuyển chức danh lãnh đạo, quản lý có trang này.");
        var roles = await council.RolesAsync(id, ct);
        if (roles.Count == 0) throw new ForbiddenException("Trang này chỉ thành viên hội đồng của kỳ thi xem được.");
        (Rules, PostsNow, Quorum) = (await reading.FindAsync(id, ct), await standing.VacanciesAsync(id, ct), reading.QuorumOn(Exam.HeldOn));
        (Candidates, Schemes) = (await candidates.ListAsync(id, ct), await reading.SchemesAsync(id, ct));
        var plans = asOf.IsNow && roles.Any(Council.Planners.Contains);
        (MayChange, MayBringIn) = (plans && Exam.ListClosedAt is null, plans && Rules is { } rules && desk.IsHandingIn(Exam, rules));
    }
}
