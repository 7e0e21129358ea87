using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.Reading;
using CongVu.Reform.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Contracts;

/// <summary>The sample plan of the practice province: read from its file like any other, then put under way with a past.</summary>
public sealed class ReformPractice
{
    private static readonly ProcessKind Kind = ReformProcesses.Report;
    private readonly CongVuDb _db;
    private readonly PlanDrafting _drafting;
    private readonly PlanLaunching _launching;
    private readonly ProcessLog _processes;
    private readonly TimeProvider _clock;

    internal ReformPractice(CongVuDb db, PlanDrafting drafting, PlanLaunching launching, ProcessLog processes, TimeProvider clock) =>
        (_db, _drafting, _launching, _processes, _clock) = (db, drafting, launching, processes, clock);

    /// <summary>
    /// Loads the sample plan as one under way, with reports, evidence and difficulties that depend on nothing but the day. Units must be
    /// committed. Does nothing when any plan is there already; false then.
    /// </summary>
    public async Task<bool> LoadSampleAsync(CancellationToken ct)
    {
        if (await _db.Set<Plan>().AnyAsync(ct)) return false;
        using var file = typeof(ReformPractice).Assembly.GetManifestResourceStream("ke-hoach-cai-cach-cong-vu-2026-2030.docx")!;
        var planId = await _drafting.DraftAsync(PlanReader.Read(file, "ke-hoach-cai-cach-cong-vu-2026-2030.docx"), "ke-hoach-cai-cach-cong-vu-2026-2030.docx", null, ct);
        await MeasureAsync(planId, ct);
        await _launching.CommitAsync(planId, underWay: true, version: 1, ct);
        await ReportAsync(planId, ct);
        return true;
    }

    private async Task MeasureAsync(Guid planId, CancellationToken ct)
    {
        await using var process = await _processes.BeginAsync(ReformProcesses.Link, "plan", planId, ct);
        foreach (var target in await _db.Set<Target>().Where(t => t.PlanId == planId).ToListAsync(ct))
        {
            var words = Platform.Text.VietnameseText.Fold(target.Text);
            target.IndicatorKey = words.Contains("thi tuyen", StringComparison.Ordinal) ? "bo-nhiem-qua-thi-tuyen"
                : words.Contains("dung han", StringComparison.Ordinal) || words.Contains("dung thoi han", StringComparison.Ordinal) ? "nhiem-vu-dung-han"
                : words.Contains("dai hoc", StringComparison.Ordinal) ? words.Contains("vien chuc", StringComparison.Ordinal) ? "trinh-do-chung" : "trinh-do-cong-chuc" : null;
        }
        await process.CommitAsync(ct);
    }

    // Most units report in time, some are a little behind, a few are silent: decided by the order of tasks and units alone.
    private async Task ReportAsync(Guid planId, CancellationToken ct)
    {
        var today = _clock.Today();
        var begun = await _db.Set<Obligation>().AsNoTracking().Where(o => o.PlanId == planId && o.DueFrom <= today).OrderBy(o => o.TaskId).ThenBy(o => o.DueOn).ThenBy(o => o.UnitId).ToListAsync(ct);
        var order = (await _db.Set<PlanTask>().AsNoTracking().Where(t => t.PlanId == planId).ToListAsync(ct)).ToDictionary(t => t.Id, t => t.Ord);
        await using var process = await _processes.BeginAsync(Kind, "plan", planId, ct);
        foreach (var (obligation, no) in begun.Select((o, i) => (o, i)))
        {
            var task = order[obligation.TaskId];
            var silent = task % 7 == 3 && no % 3 == 0;
            if (silent) continue;
            var past = obligation.DueOn < today;
            var early = !past && task % 5 == 1; // a few are ahead of their time
            var percent = past || early ? 100 : Math.Min(90, Math.Max(10, Colours.ElapsedPercent(new ObligationFacts(obligation.DueFrom, obligation.DueOn, 0, null, null), today) + (task * 7 + no) % 25 - 8));
            var day = past ? obligation.DueOn.AddDays(-3 - no % 12) : today.AddDays(-2 - (no * 5) % 20);
            _db.Add(Report(obligation, percent, day < obligation.DueFrom ? obligation.DueFrom : day, task, no));
        }
        await AddDifficultiesAsync(planId, today, ct);
        await process.CommitAsync(ct, count: begun.Count);
    }

    private static ProgressReport Report(Obligation obligation, int percent, DateOnly day, int task, int no)
    {
        var at = VietnamTime.StartOf(day).UtcDateTime.AddHours(9);
        var rounds = obligation.MinCount > 1 ? Math.Max(1, obligation.MinCount * percent / 100) : 0;
        var waits = percent == 100 && task % 6 == 2 && no % 4 == 0;
        var returned = percent < 100 && task % 8 == 5 && no % 5 == 0;
        return new ProgressReport
        {
            PlanId = obligation.PlanId, TaskId = obligation.TaskId, ObligationId = obligation.Id, UnitId = obligation.UnitId, Percent = rounds > 0 ? 0 : percent, Rounds = rounds,
            Words = percent == 100 ? "Đã hoàn thành sản phẩm theo yêu cầu của kế hoạch." : $"Đã thực hiện khoảng {percent}% khối lượng công việc; phần còn lại tiếp tục theo lịch của đơn vị.",
            EvidenceReference = percent == 100 || rounds > 0 ? $"{100 + (task * 31 + no * 7) % 800}/BC ngày {day:dd/MM/yyyy}" : null,
            ReportedByName = "Cán bộ tổ chức đơn vị", ReportedAt = at, State = returned ? ReportState.Returned : waits ? ReportState.Submitted : ReportState.Accepted,
            ReturnReason = returned ? "Báo cáo chưa nêu kết quả cụ thể của từng sản phẩm; đề nghị bổ sung số liệu." : null,
            JudgedByName = waits ? null : "Chuyên viên Sở Nội vụ", JudgedAt = waits ? null : at.AddDays(1),
        };
    }

    private async Task AddDifficultiesAsync(Guid planId, DateOnly today, CancellationToken ct)
    {
        (int Ord, string Words, string? Answer)[] lines =
        [
            (2, "Sau khi sắp xếp, phường chưa có công chức phụ trách tổ chức cán bộ chuyên trách nên việc rà soát vị trí việc làm chậm.", "Sở Nội vụ đã cử cán bộ hướng dẫn trực tiếp; đề nghị tạm phân công công chức Văn phòng đảm nhiệm đến khi kiện toàn."),
            (6, "Kinh phí tổ chức thi tuyển chức danh lãnh đạo cấp phòng chưa được bố trí trong dự toán đầu năm.", null),
            (9, "Chưa có hướng dẫn thống nhất về biểu mẫu đánh giá theo kết quả công việc cho người làm việc ở bộ phận một cửa.", null),
        ];
        var tasks = await _db.Set<PlanTask>().AsNoTracking().Where(t => t.PlanId == planId).OrderBy(t => t.Ord).ToListAsync(ct);
        foreach (var (ord, words, answer) in lines)
        {
            var task = tasks[ord % tasks.Count];
            var unit = await _db.Set<Obligation>().Where(o => o.TaskId == task.Id).OrderBy(o => o.UnitId).Select(o => (Guid?)o.UnitId).FirstOrDefaultAsync(ct);
            if (unit is null) continue;
            var at = VietnamTime.StartOf(today.AddDays(-10 - ord)).UtcDateTime.AddHours(8);
            _db.Add(new Difficulty { PlanId = planId, TaskId = task.Id, UnitId = unit.Value, Words = words, RaisedByName = "Cán bộ tổ chức đơn vị", RaisedAt = at, Answer = answer, AnsweredByName = answer is null ? null : "Chuyên viên Sở Nội vụ", AnsweredAt = answer is null ? null : at.AddDays(3) });
        }
    }
}
