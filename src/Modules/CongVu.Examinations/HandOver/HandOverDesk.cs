using CongVu.Decisions.Contracts;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Results;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.HandOver;

/// <summary>Which candidates went into which decision, and who may still go.</summary>
internal sealed record HandOverSight(HandOverKind? Kind, IReadOnlyDictionary<Guid, (Guid Decision, DecisionState State)> Done, IReadOnlyList<CandidateResult> Open, IReadOnlyList<Choice> Units, bool May);

internal abstract record HandOverOutcome
{
    /// <param name="Said">Who was left out and what is still to be typed.</param>
    public sealed record Drafted(IReadOnlyList<Guid> Decisions, string Said, bool IsWhole) : HandOverOutcome;
    public sealed record Refused(string Message) : HandOverOutcome;
}

/// <summary>
/// Hands published results over without re-typing: those chosen by a recruitment into drafts of recruitment, those of serving staff into drafts that acknowledge the result in their record.
/// A candidate goes once; one whose draft was given up or annulled may go again.
/// </summary>
internal sealed class HandOverDesk(CongVuDb db, ProcessLog processes, Gate gate, ExamDesk exams, ResultReading results, DraftStart drafts, ActsOnPeople acts, UnitDirectory units, TimeProvider clock)
{
    private const int MostRecruits = 100;
    private const int MostRecords = 500;
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(10);

    public static HandOverKind? KindOf(string exam) => exam switch { ExamLaw.CivilServant or ExamLaw.PublicEmployee => HandOverKind.Recruitment, ExamLaw.Testing or ExamLaw.Leadership => HandOverKind.Record, _ => null };

    public async Task<HandOverSight> ReadAsync(Exam exam, IReadOnlyList<CandidateResult> rows, CancellationToken ct)
    {
        if (exam.State != ExamState.Published || KindOf(exam.Kind) is not { } kind) return new HandOverSight(null, new Dictionary<Guid, (Guid, DecisionState)>(), [], [], false);
        var (done, _) = await StandingAsync(exam.Id, kind, ct);
        var may = gate.May(ExaminationPermissions.HandOver);
        var open = Ready(kind, rows).Where(r => !done.ContainsKey(r.Candidate.Id)).ToList();
        if (!may || open.Count == 0) return new HandOverSight(kind, done, open, [], may);
        var (tree, scope) = (await units.TreeAsync(new AsOf(clock.Today()), ct), gate.Scope(ExaminationPermissions.HandOver));
        var offered = tree.All.Where(u => scope.Has(u.Id) && tree.Agency(u.Id)?.Id == u.Id).OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), tree.FullName(u.Id)));
        return new HandOverSight(kind, done, open, [.. offered], may);
    }

    public async Task<HandOverOutcome> DraftAsync(Guid examId, Guid? unitId, string? approval, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.HandOver);
        var exam = await exams.FindAsync(examId, ct);
        if (exam.State != ExamState.Published) return new HandOverOutcome.Refused("Lập dự thảo sau khi công bố kết quả.");
        if (KindOf(exam.Kind) is not { } kind) return new HandOverOutcome.Refused("Loại kỳ thi này không dẫn đến quyết định nhân sự.");
        var tree = await units.TreeAsync(new AsOf(clock.Today()), ct);
        if (unitId is not { } unit || tree.Find(unit) is null) return new HandOverOutcome.Refused("Chọn cơ quan lập quyết định.");
        gate.Demand(ExaminationPermissions.HandOver, unit);
        if (await db.Set<ExamHold>().Where(h => h.ExamId == examId && h.Kind == HoldKind.Complaint && h.LiftedAt == null).Select(h => h.Document).FirstOrDefaultAsync(ct) is { } complaint) return new HandOverOutcome.Refused($"Đang giải quyết khiếu nại về kỳ thi: {complaint}. Lập dự thảo sau khi có kết luận.");
        var all = await results.ExamAsync(exam, ct);
        var ready = Ready(kind, all).ToList();
        if (ready.Count == 0) return new HandOverOutcome.Refused(kind == HandOverKind.Recruitment ? "Không có thí sinh trúng tuyển." : "Không có thí sinh nào có hồ sơ cán bộ trong hệ thống.");
        var (taken, refused) = await ClaimAsync(exam, kind, ready, ct);
        if (refused is not null) return new HandOverOutcome.Refused(refused);
        List<Guid> decisions = [];
        List<string> left = [];
        foreach (var some in taken.Chunk(kind == HandOverKind.Recruitment ? MostRecruits : MostRecords))
        {
            var begun = kind == HandOverKind.Recruitment ? await RecruitAsync(exam, some, unit, approval, tree, ct) : await RecordAsync(some, unit, ct);
            await NoteAsync(exam.Id, kind, some, (begun as DraftStarted.Done)?.DecisionId, ct);
            if (begun is DraftStarted.NotPossible no) return new HandOverOutcome.Refused(no.Why);
            var done = (DraftStarted.Done)begun;
            decisions.Add(done.DecisionId);
            left.AddRange(done.LeftOut);
        }
        var waiting = all.Where(r => r.Passed is null).Select(r => r.Candidate.Number).ToList();
        if (waiting.Count > 0) left.Add($"Số báo danh {string.Join(", ", waiting)} đang phúc khảo, chưa đưa vào.");
        var unknown = kind == HandOverKind.Recruitment ? taken.Where(r => UnitOf(tree, r.Candidate.UnitName) is null).Select(r => r.Candidate.Number).ToList() : [];
        if (unknown.Count > 0) left.Add($"Chưa nhận ra đơn vị của số báo danh {string.Join(", ", unknown)}; chọn trong bản soạn.");
        return new HandOverOutcome.Drafted(decisions, $"Đã lập dự thảo cho {taken.Count} người{(decisions.Count > 1 ? $", {decisions.Count} quyết định" : "")}. {string.Join(" ", left)}".Trim(), left.Count == 0);
    }

    // Within the number wanted; where no number was set, whoever passed.
    private static IEnumerable<CandidateResult> Ready(HandOverKind kind, IReadOnlyList<CandidateResult> rows) => kind == HandOverKind.Recruitment
        ? rows.Where(r => r.Passed == true && r.Chosen != false) : rows.Where(r => r.Passed is not null && r.Candidate.PersonId is not null);

    private async Task<(Dictionary<Guid, (Guid Decision, DecisionState State)> Done, IReadOnlyList<ExamHandOver> Free)> StandingAsync(Guid exam, HandOverKind kind, CancellationToken ct)
    {
        var rows = await db.Set<ExamHandOver>().AsNoTracking().Where(h => h.ExamId == exam && h.Kind == kind).ToListAsync(ct);
        var standing = await acts.StandingAsync([.. rows.Select(r => r.DecisionId).OfType<Guid>().Distinct()], ct);
        var done = rows.Where(r => r.DecisionId is { } d && standing.ContainsKey(d)).ToDictionary(r => r.CandidateId, r => (r.DecisionId!.Value, standing[r.DecisionId.Value]));
        // A claim whose draft never came (the server stopped in between) is free again after a while.
        return (done, rows.FindAll(r => !done.ContainsKey(r.CandidateId) && (r.DecisionId is not null || r.MadeAt < clock.UtcNow() - ClaimLasts)));
    }

    private async Task<(IReadOnlyList<CandidateResult> Taken, string? Refused)> ClaimAsync(Exam exam, HandOverKind kind, List<CandidateResult> ready, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(HandOverProcesses.Claim, "exam", exam.Id, ct);
        // One at a time: whoever presses at the same moment finds the candidates taken.
        await db.Database.ExecuteSqlAsync($"select 1 from examinations.exam where id = {exam.Id} for update", ct);
        var (_, free) = await StandingAsync(exam.Id, kind, ct);
        var freed = free.Select(f => f.CandidateId).ToList();
        await db.Set<ExamHandOver>().Where(h => h.Kind == kind && freed.Contains(h.CandidateId)).ExecuteDeleteAsync(ct);
        var held = (await db.Set<ExamHandOver>().Where(h => h.ExamId == exam.Id && h.Kind == kind).Select(h => h.CandidateId).ToListAsync(ct)).ToHashSet();
        var taken = ready.FindAll(r => !held.Contains(r.Candidate.Id));
        if (taken.Count == 0) return ([], "Mọi người trong kết quả đã có trong dự thảo hoặc quyết định; mở từ cột “Quyết định”.");
        db.AddRange(taken.Select(r => new ExamHandOver { CandidateId = r.Candidate.Id, Kind = kind, ExamId = exam.Id, MadeBy = gate.Actor.AccountId, MadeAt = clock.UtcNow() }));
        await process.CommitAsync(ct, count: taken.Count);
        return (taken, null);
    }

    private async Task NoteAsync(Guid exam, HandOverKind kind, CandidateResult[] some, Guid? decision, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(HandOverProcesses.Drafted, "exam", exam, ct);
        var ids = some.Select(r => r.Candidate.Id).ToList();
        var rows = db.Set<ExamHandOver>().Where(h => h.Kind == kind && ids.Contains(h.CandidateId) && h.DecisionId == null);
        _ = decision is { } made ? await rows.ExecuteUpdateAsync(u => u.SetProperty(h => h.DecisionId, made), ct) : await rows.ExecuteDeleteAsync(ct);
        await process.CommitAsync(ct, count: ids.Count, detail: new { decision });
    }

    private Task<DraftStarted> RecruitAsync(Exam exam, CandidateResult[] some, Guid unit, string? approval, UnitTree tree, CancellationToken ct)
    {
        Dictionary<string, string> shared = new() { ["category"] = exam.Kind };
        if (!string.IsNullOrWhiteSpace(approval)) shared["approval"] = approval.Trim();
        var own = some.ToDictionary(_ => Guid.CreateVersion7(), r => Form(r.Candidate, tree));
        return drafts.BeginAsync(ActionCodes.Recruit, unit, [.. own.Keys], shared, own, ct);
    }

    private Task<DraftStarted> RecordAsync(CandidateResult[] some, Guid unit, CancellationToken ct) =>
        drafts.BeginAsync(TestResultAction.ActionCode, unit, [.. some.Select(r => r.Candidate.PersonId!.Value)], null, null, ct);

    private static IReadOnlyDictionary<string, string> Form(Candidate c, UnitTree tree)
    {
        Dictionary<string, string> form = new() { ["fullName"] = c.FullName, ["birth"] = VnFormat.Date(c.Birth), ["personalId"] = c.PersonalId, ["jobTitle"] = c.Position };
        // The fourth digit of a personal id tells century and sex: even for men.
        if (c.PersonalId.Length == 12) form["sex"] = (c.PersonalId[3] - '0') % 2 == 0 ? "male" : "female";
        if (UnitOf(tree, c.UnitName) is { } unit) form["unit"] = unit.ToString();
        return form;
    }

    // Only a name that says one unit.
    private static Guid? UnitOf(UnitTree tree, string name)
    {
        var folded = VietnameseText.Fold(name);
        if (folded.Length == 0) return null;
        var found = tree.All.Where(u => VietnameseText.Fold(tree.FullName(u.Id)) == folded).ToList();
        if (found.Count == 0) found = [.. tree.All.Where(u => VietnameseText.Fold(u.Name) == folded)];
        return found is [var only] ? only.Id : null;
    }
}

/// <summary>Tells the page of a decision from which examination it was drafted.</summary>
internal sealed class HandOverOrigin(CongVuDb db) : DraftedFrom
{
    public override async Task<DraftOrigin?> OfAsync(Guid decisionId, CancellationToken ct) =>
        await (from h in db.Set<ExamHandOver>() join e in db.Set<Exam>() on h.ExamId equals e.Id where h.DecisionId == decisionId select new { e.Id, e.Name }).FirstOrDefaultAsync(ct) is { } exam
            ? new DraftOrigin($"kết quả {exam.Name}", ExaminationLinks.Results(exam.Id)) : null;
}
