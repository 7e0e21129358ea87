using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Pages.Shared;
using CongVu.Examinations.Prints;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace CongVu.Examinations.Pages.Sittings;

/// <summary>A sitting after its rooms: scores, essays, statistics, faulty questions, declassification. For its council.</summary>
[Requires(ExaminationPermissions.ServeCode)]
internal sealed class MarkingModel(CongVuDb db, ExamDesk exams, ScoringDesk scoring, EssayDesk essays, FaultyDesk faulty, ResultReading results, ResultPapers papers, StandingDesk standing, PackageExport export, PdfPrints prints, Council council, AsOfContext asOf, TimeProvider clock) : PageModel
{
    internal sealed record StatisticLine(string Code, ItemStatistic Figures, int? Earlier);

    public Sitting Sitting { get; private set; } = null!;
    public Exam Exam { get; private set; } = null!;
    public IReadOnlyList<CouncilRole> Roles { get; private set; } = [];
    public IReadOnlyList<PaperResult> Papers { get; private set; } = [];
    public IReadOnlyList<(Essay Essay, MarkOutcome Outcome, IReadOnlyList<EssayMark> Marks)> Essays { get; private set; } = [];
    public IReadOnlyList<StatisticLine> Statistics { get; private set; } = [];
    public PaperFigures? Figures { get; private set; }
    public IReadOnlyList<(FaultyQuestion Question, string Code)> Faulty { get; private set; } = [];
    public IReadOnlyList<Effect> Effects { get; private set; } = [];
    public (FaultyQuestion Question, string Code)? Shown { get; private set; }

    [FromQuery(Name = "cau")] public Guid? ShownItem { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public Guid Me => council.Me;
    public bool MayPlan => asOf.IsNow && Roles.Any(Council.Planners.Contains);
    public bool MayDecide => asOf.IsNow && Roles.Any(Council.Board.Contains);
    /// <summary>Markers know codes only: who sat where is not theirs to see.</summary>
    public bool SeesNames => MayDecide || !asOf.IsNow && Roles.Any(Council.Board.Contains);
    public bool MayAnnounce => asOf.IsNow && Sitting is { State: SittingState.Scored, AnnouncedAt: null } && Essays.Count > 0 && Essays.All(e => e.Essay.FinalHundredths is not null) && Roles.Any(r => r is CouncilRole.Chair or CouncilRole.Deputy);
    public DateOnly? AppealsUntil => standing.AppealsUntil(Exam, Sitting);
    public bool TakesAppeals => MayPlan && Sitting.AnnouncedAt is not null && !(AppealsUntil < clock.Today()) && Exam.State != ExamState.Published && Essays.Any(e => e.Essay.FinalHundredths is not null && e.Essay.AppealedFrom is null);
    public bool MayPropose => asOf.IsNow && (MayDecide || Roles.Contains(CouncilRole.Marker));

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    public async Task<IActionResult> OnPostScoreAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await scoring.ScoreAsync(id, ct), "Đã chấm trên máy.", ct);

    public async Task<IActionResult> OnPostAnnounceAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await standing.AnnounceAsync(id, ct), "Đã công bố điểm bài thi; nhận đơn phúc khảo từ hôm nay.", ct);

    public async Task<IActionResult> OnPostFaultyAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await faulty.ProposeAsync(id, Code, Reason, ct), "Đã đề nghị; xem ảnh hưởng rồi người khác duyệt.", ct);

    public async Task<IActionResult> OnPostAppealAsync(Guid id, CancellationToken ct) => await SaidAsync(id, await essays.AppealAsync(id, Number, Reason, ct), "Đã nhận đơn phúc khảo; người chấm khác chấm lại.", ct);

    public async Task<IActionResult> OnPostRemarkAsync(Guid id, Guid item, CancellationToken ct) => await SaidAsync(id, await faulty.ApproveAsync(id, item, ct), "Đã chấm lại: mọi thí sinh có câu này được trọn điểm.", ct);

    public async Task<IActionResult> OnGetListAsync(Guid id, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        await council.DemandAsync(Exam.Id, Council.Board, ct);
        return await prints.SendAsync(this, Exam.Id, await papers.SignedAsync(Exam, Sitting, Papers, ct), "ket-qua-bai-thi", format, ExaminationLinks.Marking(id), ct);
    }

    public async Task<IActionResult> OnPostPackageAsync(Guid id, CancellationToken ct)
    {
        var (file, refused) = await export.WriteAsync(id, Reason, ct);
        return file is null ? await SaidAsync(id, new StepOutcome.Refused(refused!), "", ct) : File(file, "application/json", "goi-kiem-chung.json");
    }

    private Task<IActionResult> SaidAsync(Guid id, StepOutcome? outcome, string done, CancellationToken ct) => this.SaidAsync(outcome, done, ExaminationLinks.Marking(id), () => LoadAsync(id, ct));

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (Sitting, Exam) = await exams.SittingAsync(id, ct);
        Roles = await council.RolesAsync(Exam.Id, ct);
        if (Roles.Count == 0) throw new ForbiddenException("Chấm thi và kết quả từng bài chỉ thành viên hội đồng của kỳ thi xem được.");
        if (Sitting.State != SittingState.Scored) return;
        Essays = await essays.ListAsync(Exam, id, ct);
        Faulty = await faulty.ListAsync(id, ct);
        if (!SeesNames) return;
        Papers = await results.SittingAsync(Exam, Sitting, ct);
        var lines = await (from s in db.Set<ItemStatistic>().AsNoTracking()
                           join i in db.Set<BankItem>() on s.ItemId equals i.Id
                           where s.SittingId == id
                           orderby i.Code
                           select new
                           {
                               s, i.Code, Earlier = db.Set<ItemStatistic>().Where(e => e.ItemId == s.ItemId && e.At < s.At).OrderByDescending(e => e.At).Select(e => (int?)e.FacilityPermille).FirstOrDefault(),
                           }).ToListAsync(ct);
        Statistics = lines.ConvertAll(l => new StatisticLine(l.Code, l.s, l.Earlier));
        var detail = await db.Set<SittingEvent>().Where(e => e.SittingId == id && e.Kind == SittingEvents.Scored).OrderByDescending(e => e.At).Select(e => e.Detail).FirstOrDefaultAsync(ct);
        Figures = detail is null ? null : JsonSerializer.Deserialize<PaperFigures>(detail, Json.Options);
        if (ShownItem is not { } item || Faulty.FirstOrDefault(f => f.Question.ItemId == item) is not { Question: not null } shown || shown.Question.ApprovedBy is not null) return;
        Shown = shown;
        Effects = await faulty.EffectAsync(Exam, id, shown.Code, ct);
    }
}
