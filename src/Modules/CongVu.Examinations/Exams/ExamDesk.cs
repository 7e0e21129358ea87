using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Exams;

/// <summary>Opens examinations, appoints councils, plans sittings and their rooms.</summary>
internal sealed class ExamDesk(CongVuDb db, ProcessLog processes, Gate gate, Council council, ExamLaw law, TimeProvider clock)
{
    public async Task<Exam> FindAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Exams);
        return await db.Set<Exam>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new NotFoundException("Không có kỳ thi này.");
    }

    public async Task<(Sitting Sitting, Exam Exam)> SittingAsync(Guid id, CancellationToken ct)
    {
        var sitting = await db.Set<Sitting>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFoundException("Không có ca thi này.");
        return (sitting, await FindAsync(sitting.ExamId, ct));
    }

    public async Task<(Guid? Id, string? Field, string? Refused)> OpenAsync(string? name, string? kind, DateOnly? heldOn, string? orderedBy, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Plan);
        if (string.IsNullOrWhiteSpace(name)) return (null, "Name", "Ghi tên kỳ thi.");
        if (!ExamLaw.Kinds.Any(k => k.Code == kind)) return (null, "Kind", "Chọn loại kỳ thi từ danh sách.");
        if (heldOn is not { } day) return (null, "HeldOn", "Ghi ngày thi; luật áp dụng theo ngày này.");
        if (kind is ExamLaw.CivilServant or ExamLaw.PublicEmployee && law.Rounds(kind, day).Count == 0) return (null, "HeldOn", "Hệ thống chưa có quy định về vòng thi của loại kỳ thi này vào ngày đó. Kiểm tra lại ngày thi.");
        await using var process = await processes.BeginAsync(SittingProcesses.OpenExam, "exam", null, ct);
        var exam = new Exam { Name = name.Trim(), Kind = kind!, HeldOn = day, OrderedBy = orderedBy?.Trim() ?? "", CreatedAt = clock.UtcNow(), CreatedBy = gate.Actor.AccountId };
        db.Add(exam);
        db.Add(new ExamMember { ExamId = exam.Id, AccountId = gate.Actor.AccountId, Role = CouncilRole.Secretary });
        await process.CommitAsync(ct);
        return (exam.Id, null, null);
    }

    public async Task<IReadOnlyList<(ExamMember Member, string Name)>> MembersAsync(Guid exam, CancellationToken ct)
    {
        var rows = await (from m in db.Set<ExamMember>().AsNoTracking() join a in db.Set<Account>() on m.AccountId equals a.Id where m.ExamId == exam select new { m, a.DisplayName }).ToListAsync(ct);
        return [.. rows.OrderBy(r => r.m.Role).ThenBy(r => r.DisplayName, StringComparer.CurrentCulture).Select(r => (r.m, r.DisplayName))];
    }

    public async Task<StepOutcome> AppointAsync(Guid exam, string? userName, CouncilRole role, CancellationToken ct)
    {
        await council.DemandAsync(exam, Council.Planners, ct);
        var name = userName?.Trim().ToLowerInvariant() ?? "";
        if (await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.UserName == name && a.DisabledAt == null, ct) is not { } account) return new StepOutcome.Refused($"Không có tài khoản “{name}” đang hoạt động. Ghi đúng tên đăng nhập.");
        var candidates = db.Set<Candidate>().Where(c => c.ExamId == exam);
        if (account.PersonId is { } person && await candidates.AnyAsync(c => c.PersonId == person, ct)) return new StepOutcome.Refused($"{account.DisplayName} là thí sinh của kỳ thi này.");
        var held = await db.Set<ExamMember>().Where(m => m.ExamId == exam && m.AccountId == account.Id).Select(m => m.Role).ToListAsync(ct);
        if (held.Contains(role)) return new StepOutcome.Refused($"{account.DisplayName} đã giữ vai trò này.");
        if (Clash(held, role) is { } clash) return new StepOutcome.Refused($"{account.DisplayName} {clash}");
        if (role == CouncilRole.Chair && await db.Set<ExamMember>().AnyAsync(m => m.ExamId == exam && m.Role == CouncilRole.Chair, ct)) return new StepOutcome.Refused("Hội đồng đã có Chủ tịch. Thôi cử Chủ tịch cũ trước.");
        await using var process = await processes.BeginAsync(SittingProcesses.Appoint, "exam", exam, ct);
        db.Add(new ExamMember { ExamId = exam, AccountId = account.Id, Role = role });
        await process.CommitAsync(ct, detail: new { account = account.Id, role = role.ToString() });
        return new StepOutcome.Done();
    }

    public async Task<StepOutcome> DismissAsync(Guid exam, Guid account, CouncilRole role, string? reason, CancellationToken ct)
    {
        await council.DemandAsync(exam, Council.Planners, ct);
        if (string.IsNullOrWhiteSpace(reason)) return new StepOutcome.Refused("Nêu lý do.");
        await using var process = await processes.BeginAsync(SittingProcesses.Dismiss, "exam", exam, ct, reason);
        await db.Set<ExamMember>().Where(m => m.ExamId == exam && m.AccountId == account && m.Role == role).ExecuteDeleteAsync(ct);
        if (!await db.Set<ExamMember>().AnyAsync(m => m.ExamId == exam && Council.Planners.Contains(m.Role), ct)) return new StepOutcome.Refused("Hội đồng phải còn ít nhất một người là Chủ tịch, Phó Chủ tịch hoặc Thư ký.");
        await process.CommitAsync(ct, detail: new { account, role = role.ToString() });
        return new StepOutcome.Done();
    }

    public async Task<(Guid? Id, string? Refused)> OpenSittingAsync(Guid examId, string? name, string? round, Guid blueprint, DateOnly? day, string? time, int minutes, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        var exam = await FindAsync(examId, ct);
        if (string.IsNullOrWhiteSpace(name)) return (null, "Ghi tên ca thi.");
        if (day is not { } on || !TimeOnly.TryParseExact(time?.Trim(), "H:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var at)) return (null, "Ghi ngày thi và giờ bắt đầu, ví dụ 7:30.");
        if (minutes is < 5 or > 300) return (null, "Thời gian làm bài từ 5 đến 300 phút.");
        if (await db.Set<BlueprintRow>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == blueprint, ct) is not { State: BlueprintState.Approved, IsPractice: false } plan) return (null, "Chọn ma trận đề đã được duyệt.");
        var rounds = law.Rounds(exam.Kind, exam.HeldOn);
        if (rounds.Count > 0)
        {
            if (rounds.FirstOrDefault(r => r.Code == round) is not { } chosen) return (null, "Chọn vòng thi.");
            if (chosen.Form == "oral") return (null, "Vòng này thi nói, không lập ca thi trên máy.");
            if (chosen.Questions is { } questions && plan.Plan().Questions != questions) return (null, $"{chosen.Name} có {questions} câu ({chosen.Source}); ma trận đề này có {plan.Plan().Questions} câu.");
            if (chosen.Questions is not null && chosen.Minutes != minutes) return (null, $"{chosen.Name} làm trong {chosen.Minutes} phút ({chosen.Source}).");
            if (minutes > chosen.Minutes) return (null, $"{chosen.Name} làm trong nhiều nhất {chosen.Minutes} phút ({chosen.Source}).");
        }
        await using var process = await processes.BeginAsync(SittingProcesses.OpenSitting, "exam-sitting", null, ct);
        var sitting = new Sitting { ExamId = examId, Name = name.Trim(), Round = rounds.Count > 0 ? round! : "", BlueprintId = blueprint, StartsAt = VietnamTime.StartOf(on).UtcDateTime + at.ToTimeSpan(), Minutes = minutes };
        db.Add(sitting);
        await process.CommitAsync(ct);
        return (sitting.Id, null);
    }

    /// <summary>Who watches over the others holds no other office; who may learn the codes of essays does not mark them.</summary>
    private static string? Clash(IReadOnlyCollection<CouncilRole> held, CouncilRole role) =>
        held.Count > 0 && (role == CouncilRole.Supervisor || held.Contains(CouncilRole.Supervisor)) ? "không vừa giám sát vừa giữ vai trò khác trong kỳ thi."
        : role == CouncilRole.Marker && held.Any(Council.Planners.Contains) || Council.Planners.Contains(role) && held.Contains(CouncilRole.Marker) ? "không vừa chấm thi vừa làm Chủ tịch, Phó Chủ tịch hoặc Thư ký: Thư ký giữ phách."
        : role == CouncilRole.Marker && held.Contains(CouncilRole.Invigilator) || role == CouncilRole.Invigilator && held.Contains(CouncilRole.Marker) ? "không vừa coi thi vừa chấm thi."
        : null;
}
