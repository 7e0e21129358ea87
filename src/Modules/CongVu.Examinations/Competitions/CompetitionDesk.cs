using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Competitions;

/// <summary>Competitions for leading posts: their regulation, registration of officials for one post each, and the projects handed in by the deadline.</summary>
internal sealed class CompetitionDesk(CongVuDb db, ProcessLog processes, Gate gate, Council council, ExamDesk exams, CompetitionReading reading, People people, UnitDirectory units, FileIntake intake, FileStore files, TimeProvider clock)
{
    /// <summary>Competitions an official may see: those with a regulation.</summary>
    public async Task<IReadOnlyList<(Exam Exam, Competition Rules)>> ListAsync(CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Compete);
        var rows = await (from x in db.Set<Exam>().AsNoTracking() join c in db.Set<Competition>().AsNoTracking() on x.Id equals c.ExamId orderby x.HeldOn descending select new { x, c }).Take(50).ToListAsync(ct);
        return [.. rows.Select(r => (r.x, r.c))];
    }

    public async Task<(Exam Exam, Competition Rules)> FindAsync(Guid exam, CancellationToken ct)
    {
        var rules = await reading.FindAsync(exam, ct) ?? throw new NotFoundException("Không có kỳ thi tuyển này.");
        return (await db.Set<Exam>().AsNoTracking().SingleAsync(e => e.Id == exam, ct), rules);
    }

    /// <summary>The actor's own candidate in a competition.</summary>
    public async Task<Candidate?> MineAsync(Guid exam, CancellationToken ct) => gate.Actor.PersonId is { } person ? await db.Set<Candidate>().AsNoTracking().SingleOrDefaultAsync(c => c.ExamId == exam && c.PersonId == person, ct) : null;

    public bool IsRegistering(Exam exam, Competition rules) => exam.ListClosedAt is null && clock.Today() <= rules.RegisterUntil;

    public bool IsHandingIn(Exam exam, Competition rules) => exam.State != ExamState.Published && clock.UtcNow() <= rules.SchemeUntil;

    /// <summary>Writes the regulation while nothing rests on it: before the list is closed.</summary>
    public async Task<StepOutcome> SetAsync(Guid examId, int version, string? regulation, DateOnly? registerUntil, DateOnly? schemeDay, string? schemeTime, int pass, MarkDiscard discard, IReadOnlyList<(string Post, int Seats)> posts, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        var exam = await exams.FindAsync(examId, ct);
        if (exam.Kind != ExamLaw.Leadership) return new StepOutcome.Refused("Chỉ kỳ thi tuyển chức danh lãnh đạo, quản lý có quy chế này.");
        if (exam.ListClosedAt is not null) return new StepOutcome.Refused("Danh sách thí sinh đã chốt nên quy chế không đổi được nữa.");
        if (string.IsNullOrWhiteSpace(regulation)) return new StepOutcome.Refused("Ghi số, ngày của quy chế hoặc kế hoạch thi tuyển.");
        if (registerUntil is not { } until || schemeDay is not { } day || !TimeOnly.TryParseExact(schemeTime?.Trim(), "H:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time)) return new StepOutcome.Refused("Ghi hạn đăng ký, ngày và giờ hết hạn nộp đề án, ví dụ 17:00.");
        if (day <= until) return new StepOutcome.Refused("Hạn nộp đề án phải sau ngày hết hạn đăng ký.");
        if (day > exam.HeldOn) return new StepOutcome.Refused($"Hạn nộp đề án không sau ngày thi {VnFormat.Date(exam.HeldOn)}.");
        if (pass is < 50 or > 100) return new StepOutcome.Refused("Điểm đạt từ 50 đến 100, thang điểm 100.");
        if (posts.Count == 0 || posts.Any(p => p.Post.Length == 0 || p.Seats is < 1 or > 50)) return new StepOutcome.Refused("Ghi ít nhất một chức danh, mỗi dòng một chức danh và số người cần chọn, ví dụ: Phó Giám đốc Sở Xây dựng; 1.");
        await using var process = await processes.BeginAsync(CompetitionProcesses.SetRules, "exam", examId, ct);
        var rules = await db.Set<Competition>().SingleOrDefaultAsync(c => c.ExamId == examId, ct);
        if (rules is not null && rules.Version != version) throw new StaleEditException("Quy chế thi tuyển", []);
        var taken = await db.Set<Candidate>().Where(c => c.ExamId == examId && c.Position != "").Select(c => c.Position).Distinct().ToListAsync(ct);
        if (taken.Find(t => posts.All(p => p.Post != t)) is { } gone) return new StepOutcome.Refused($"Đã có người đăng ký “{gone}” nên không bỏ chức danh này.");
        if (rules is null) db.Add(rules = new Competition { ExamId = examId, Regulation = "" });
        else rules.Version++;
        (rules.Regulation, rules.RegisterUntil, rules.SchemeUntil, rules.PassHundredths, rules.Discard) = (regulation.Trim(), until, VietnamTime.StartOf(day).UtcDateTime + time.ToTimeSpan(), pass * 100, discard);
        await db.Set<Vacancy>().Where(v => v.ExamId == examId).ExecuteDeleteAsync(ct);
        db.AddRange(posts.Select(p => new Vacancy { ExamId = examId, Position = p.Post, Seats = p.Seats }));
        await process.CommitAsync(ct, detail: new { rules.Regulation, pass, discard = discard.ToString() });
        return new StepOutcome.Done();
    }

    /// <summary>Registers the actor for one post, from the record.</summary>
    public async Task<StepOutcome> RegisterAsync(Guid examId, string? post, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Compete);
        var (exam, rules) = await FindAsync(examId, ct);
        if (!IsRegistering(exam, rules)) return new StepOutcome.Refused($"Hết hạn đăng ký từ ngày {VnFormat.Date(rules.RegisterUntil)}.");
        if (!await db.Set<Vacancy>().AnyAsync(v => v.ExamId == examId && v.Position == post, ct)) return new StepOutcome.Refused("Chọn một chức danh trong danh sách.");
        await using var process = await processes.BeginAsync(CompetitionProcesses.Register, "exam", examId, ct);
        var (today, me) = (new AsOf(clock.Today()), gate.Actor);
        if (await people.On(today).FirstOrDefaultAsync(r => r.PersonId == me.PersonId, ct) is not { } record) return new StepOutcome.Refused("Tài khoản của bạn chưa gắn với hồ sơ cán bộ. Báo cán bộ tổ chức của đơn vị.");
        if (await db.Set<ExamMember>().AnyAsync(m => m.ExamId == examId && m.AccountId == me.AccountId, ct)) return new StepOutcome.Refused("Bạn là thành viên hội đồng của kỳ thi này nên không dự thi.");
        // Pressed twice, it is one registration: the second waits for the first.
        await db.Database.ExecuteSqlAsync($"select 1 from examinations.competition where exam_id = {examId} for no key update", ct);
        // And a list that is being closed is closed.
        exam = await db.Set<Exam>().FromSql($"select * from examinations.exam where id = {examId} for share").AsNoTracking().SingleAsync(ct);
        if (!IsRegistering(exam, rules)) return new StepOutcome.Refused("Danh sách thí sinh vừa chốt.");
        if (await db.Set<Candidate>().AsNoTracking().FirstOrDefaultAsync(c => c.ExamId == examId && (c.PersonId == me.PersonId || c.PersonalId == record.PersonalId), ct) is { } there) return new StepOutcome.Refused($"Bạn đã đăng ký chức danh “{there.Position}”; mỗi người chỉ đăng ký một chức danh. Muốn đổi thì rút đăng ký rồi đăng ký lại.");
        var unit = record.UnitId is { } id ? (await units.TreeAsync(today, ct)).FullName(id) : "";
        db.Add(new Candidate { ExamId = examId, PersonId = me.PersonId, FullName = record.FullName, Birth = record.BirthDate, PersonalId = record.PersonalId, UnitName = unit, Position = post! });
        await process.CommitAsync(ct, detail: new { post });
        return new StepOutcome.Done();
    }

    public async Task<StepOutcome> WithdrawAsync(Guid examId, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Compete);
        var (exam, rules) = await FindAsync(examId, ct);
        if (await MineAsync(examId, ct) is not { } mine) return new StepOutcome.Refused("Bạn chưa đăng ký kỳ thi này.");
        if (!IsRegistering(exam, rules)) return new StepOutcome.Refused("Hết hạn đăng ký nên không tự rút được. Gửi đơn cho Thư ký hội đồng.");
        await using var process = await processes.BeginAsync(CompetitionProcesses.Withdraw, "exam-candidate", mine.Id, ct);
        if (await db.Set<Scheme>().AnyAsync(s => s.CandidateId == mine.Id, ct)) return new StepOutcome.Refused("Bạn đã nộp đề án nên không tự rút được. Gửi đơn cho Thư ký hội đồng.");
        await db.Set<Candidate>().Where(c => c.Id == mine.Id).ExecuteDeleteAsync(ct);
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    /// <summary>Hands in a project: one's own, or with a reason somebody else's by the council.</summary>
    public async Task<StepOutcome> HandInAsync(Guid examId, Guid? candidateId, IFormFile? upload, string? reason, CancellationToken ct)
    {
        var (exam, rules) = await FindAsync(examId, ct);
        if (candidateId is null) gate.Demand(ExaminationPermissions.Compete);
        else await council.DemandAsync(examId, Council.Planners, ct);
        if (candidateId is not null && string.IsNullOrWhiteSpace(reason)) return new StepOutcome.Refused("Nêu lý do nộp thay thí sinh.");
        var candidate = candidateId is { } id ? await db.Set<Candidate>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ExamId == examId, ct) ?? throw new NotFoundException("Không có thí sinh này trong kỳ thi.") : await MineAsync(examId, ct);
        if (candidate is null) return new StepOutcome.Refused("Đăng ký dự thi trước khi nộp đề án.");
        if (!IsHandingIn(exam, rules)) return new StepOutcome.Refused($"Hết hạn nộp đề án từ {VnFormat.Instant(rules.SchemeUntil)}.");
        if (upload is null) return new StepOutcome.Refused("Chọn tệp đề án.");
        var (file, problem) = await intake.TakeAsync(upload, SchemeFileGuard.Type, candidate.Id, null, ct, SchemeFileGuard.Use);
        if (file is null) return new StepOutcome.Refused(problem!);
        var stored = (await files.FindAsync(file.Value, ct))!;
        await using var process = await processes.BeginAsync(candidateId is null ? CompetitionProcesses.HandIn : CompetitionProcesses.BringIn, "exam-candidate", candidate.Id, ct, reason);
        db.Add(new Scheme { CandidateId = candidate.Id, FileId = stored.Id, Name = stored.Name, Size = stored.Size, Sha256 = Convert.ToHexStringLower(stored.Sha256), SubmittedAt = clock.UtcNow(), SubmittedBy = gate.Actor.AccountId, Reason = candidateId is null ? null : reason!.Trim() });
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }
}
