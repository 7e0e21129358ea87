using System.Globalization;
using System.Security.Cryptography;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Competitions;
using CongVu.Examinations.Data;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Sittings;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Exams;

/// <summary>The list of candidates until it is closed, and the numbers dealt when it is.</summary>
internal sealed class CandidateDesk(CongVuDb db, ProcessLog processes, Council council, People people, UnitDirectory units, CompetitionReading competitions, TimeProvider clock)
{
    public Task<List<Candidate>> ListAsync(Guid exam, CancellationToken ct) => db.Set<Candidate>().AsNoTracking().Where(c => c.ExamId == exam).OrderBy(c => c.Number).ThenBy(c => c.FullName).ToListAsync(ct);

    /// <summary>What the record says about somebody in the actor's scope.</summary>
    public async Task<CandidateText?> FromRecordAsync(Guid person, CancellationToken ct)
    {
        var today = new AsOf(clock.Today());
        var row = await people.ScopedOn(today, PersonnelPermissions.Read).FirstOrDefaultAsync(r => r.PersonId == person, ct);
        if (row is null) return null;
        var unit = row.UnitId is { } id ? (await units.TreeAsync(today, ct)).FullName(id) : "";
        return new CandidateText(row.FullName, row.BirthDate, row.PersonalId, unit, row.JobTitle ?? "", 0, "", 0, person);
    }

    /// <summary>Adds those who are not on the list yet; the others are named.</summary>
    public async Task<(int Added, IReadOnlyList<string> Left, string? Refused)> AddAsync(Guid examId, IReadOnlyList<CandidateText> texts, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        await using var process = await processes.BeginAsync(SittingProcesses.AddCandidates, "exam", examId, ct);
        // Whoever closes the list waits for us, or we for them: nobody is added to numbers that are dealt.
        var exam = await db.Set<Exam>().FromSql($"select * from examinations.exam where id = {examId} for share").SingleAsync(ct);
        if (exam.ListClosedAt is not null) return (0, [], "Danh sách đã chốt, không thêm thí sinh được nữa.");
        var there = (await db.Set<Candidate>().Where(c => c.ExamId == examId).Select(c => c.PersonalId).ToListAsync(ct)).ToHashSet();
        var members = await (from m in db.Set<ExamMember>() join a in db.Set<Account>() on m.AccountId equals a.Id where m.ExamId == examId && a.PersonId != null select a.PersonId!.Value).ToListAsync(ct);
        var posts = await competitions.FindAsync(examId, ct) is null ? null : await db.Set<Vacancy>().Where(v => v.ExamId == examId).Select(v => v.Position).ToListAsync(ct);
        List<string> left = [];
        var added = 0;
        foreach (var text in texts)
        {
            if (!there.Add(text.PersonalId)) left.Add($"{text.FullName}: đã có trong danh sách");
            else if (text.PersonId is { } person && members.Contains(person)) left.Add($"{text.FullName}: là thành viên hội đồng thi");
            else if (posts?.Contains(text.Position) == false) left.Add($"{text.FullName}: “{text.Position}” không phải chức danh của kỳ thi tuyển này");
            else
            {
                db.Add(new Candidate
                {
                    ExamId = examId, PersonId = text.PersonId, FullName = text.FullName, Birth = text.Birth, PersonalId = text.PersonalId, UnitName = text.UnitName, Position = text.Position,
                    PriorityHundredths = text.PriorityHundredths, PriorityReason = text.PriorityReason, ExtraPercent = text.ExtraPercent,
                });
                added++;
            }
        }
        await process.CommitAsync(ct, count: added);
        return (added, left, null);
    }

    /// <summary>Corrects what was written; numbers and seats stay.</summary>
    public async Task<StepOutcome> ChangeAsync(Guid id, int version, CandidateText text, string profile, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(SittingProcesses.ChangeCandidate, "exam-candidate", id, ct);
        var candidate = await FindAsync(id, ct);
        await council.DemandAsync(candidate.ExamId, Council.Planners, ct);
        if (candidate.Version != version) throw new StaleEditException("Thí sinh", []);
        if (await db.Set<Candidate>().AnyAsync(c => c.ExamId == candidate.ExamId && c.PersonalId == text.PersonalId && c.Id != id, ct)) return new StepOutcome.Refused($"Số định danh {text.PersonalId} là của thí sinh khác trong danh sách.");
        if (text.ExtraPercent != candidate.ExtraPercent && await db.Set<Seat>().AnyAsync(s => s.CandidateId == id, ct)) return new StepOutcome.Refused("Thí sinh đã được xếp chỗ; thời gian thêm tính khi xếp chỗ. Bù thời gian tại phòng thi hoặc xếp chỗ lại.");
        (candidate.FullName, candidate.Birth, candidate.PersonalId, candidate.UnitName, candidate.Position) = (text.FullName, text.Birth, text.PersonalId, text.UnitName, text.Position);
        (candidate.PriorityHundredths, candidate.PriorityReason, candidate.ExtraPercent, candidate.Profile) = (text.PriorityHundredths, text.PriorityReason, text.ExtraPercent, profile);
        candidate.Version++;
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    public async Task<StepOutcome> RemoveAsync(Guid id, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new StepOutcome.Refused("Nêu lý do.");
        await using var process = await processes.BeginAsync(SittingProcesses.RemoveCandidate, "exam-candidate", id, ct, reason);
        var candidate = await FindAsync(id, ct);
        await council.DemandAsync(candidate.ExamId, Council.Planners, ct);
        if (candidate.Number is not null) return new StepOutcome.Refused("Thí sinh đã có số báo danh; ghi vắng mặt tại phòng thi.");
        db.Remove(candidate);
        await process.CommitAsync(ct, detail: new { candidate.FullName });
        return new StepOutcome.Done();
    }

    /// <summary>Closes the list and deals the numbers: the names in their order, shuffled by a seed that is shown.</summary>
    public async Task<StepOutcome> CloseAsync(Guid examId, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        await using var process = await processes.BeginAsync(SittingProcesses.CloseList, "exam", examId, ct);
        var exam = await db.Set<Exam>().FromSql($"select * from examinations.exam where id = {examId} for no key update").SingleAsync(ct);
        if (exam.ListClosedAt is not null) return new StepOutcome.Refused("Danh sách đã chốt.");
        var candidates = await db.Set<Candidate>().Where(c => c.ExamId == examId).ToListAsync(ct);
        if (candidates.Count == 0) return new StepOutcome.Refused("Danh sách chưa có thí sinh.");
        if (await competitions.FindAsync(examId, ct) is { } rules && clock.Today() <= rules.RegisterUntil) return new StepOutcome.Refused($"Còn nhận đăng ký đến hết ngày {VnFormat.Date(rules.RegisterUntil)}; chốt danh sách sau ngày đó.");
        var seed = RandomNumberGenerator.GetBytes(16);
        var dealt = Deal(seed, candidates);
        for (var i = 0; i < dealt.Count; i++)
        {
            dealt[i].Number = Number(i + 1, dealt.Count);
            dealt[i].Version++;
        }
        (exam.NumbersSeed, exam.ListClosedAt, exam.State) = (Convert.ToHexStringLower(seed), clock.UtcNow(), ExamState.Announced);
        exam.Version++;
        await process.CommitAsync(ct, count: dealt.Count);
        return new StepOutcome.Done();
    }

    /// <summary>In the order of names, then of personal ids; shuffled with the label "numbers" (docs/exam-protocol.md).</summary>
    public static IReadOnlyList<Candidate> Deal(byte[] seed, IEnumerable<Candidate> candidates) =>
        new SeededDraw(seed, "numbers\t1").Shuffle(candidates.OrderBy(c => VietnameseText.NameSortKey(c.FullName), StringComparer.Ordinal).ThenBy(c => c.PersonalId, StringComparer.Ordinal));

    private static string Number(int place, int count) => place.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(3, count.ToString(CultureInfo.InvariantCulture).Length), '0');

    private async Task<Candidate> FindAsync(Guid id, CancellationToken ct) => await db.Set<Candidate>().SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotFoundException("Không có thí sinh này.");
}
