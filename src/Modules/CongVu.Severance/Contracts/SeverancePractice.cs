using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Severance.Cases;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Contracts;

/// <summary>Gives the practice province a scheme with cases in different states, so that a newcomer finds each step.</summary>
public sealed class SeverancePractice
{
    private const string Clerk = "Dữ liệu luyện tập", Paper = "Xác nhận của đơn vị (luyện tập)";

    private readonly CongVuDb _db;
    private readonly UnitDirectory _units;
    private readonly People _people;
    private readonly ProcessLog _processes;
    private readonly TimeProvider _clock;

    internal SeverancePractice(CongVuDb db, UnitDirectory units, People people, ProcessLog processes, TimeProvider clock) =>
        (_db, _units, _people, _processes, _clock) = (db, units, people, processes, clock);

    /// <summary>An approved scheme of an agency with a list in preparation and one that waits for its appraisal.</summary>
    /// <param name="unitCode">Code of the agency; nothing happens where there is none.</param>
    public async Task OpenSchemeAsync(string unitCode, CancellationToken ct)
    {
        var today = _clock.Today();
        var tree = await _units.TreeAsync(new AsOf(today), ct);
        if (tree.All.FirstOrDefault(u => u.Code == unitCode) is not { } unit) return;
        var below = tree.Subtree(unit.Id).ToArray();
        var staff = await _people.On(new AsOf(today)).Where(p => p.UnitId != null && below.Contains(p.UnitId.Value)).OrderBy(p => p.BirthDate).ThenBy(p => p.PersonId).ToListAsync(ct);
        // Who signs in there prepares the lists and cannot stand in one.
        var accounts = await _db.Set<Account>().Where(a => a.PersonId != null).Select(a => a.PersonId!.Value).ToListAsync(ct);
        var eligible = staff.Where(p => p.RankCode != null && !accounts.Contains(p.PersonId)).OrderBy(p => p.PostCode != null).ThenByDescending(p => p.BirthDate).Take(4).ToList();
        if (eligible.Count < 2) return;
        var at = _clock.UtcNow();
        var scheme = new Scheme
        {
            UnitId = unit.Id, Name = $"Đề án tinh giản biên chế giai đoạn {today.Year}–{today.Year + 4}", FromYear = today.Year, ToYear = today.Year + 4, BaseOn = new DateOnly(today.Year, 1, 1), BaseHeadcount = staff.Count, TargetPercent = 10,
            State = SchemeState.Approved, ApprovedOn = today.AddDays(-60), ApprovalDocument = "Quyết định 900/QĐ-UBND (luyện tập)", CreatedAt = at, CreatedByName = Clerk,
        };
        await using var process = await _processes.BeginAsync(SeveranceProcesses.OpenScheme, "severance-scheme", scheme.Id, ct);
        _db.Add(scheme);
        for (var i = 0; i < 5; i++) _db.Add(new SchemeYear { SchemeId = scheme.Id, Year = today.Year + i, Planned = scheme.Target / 5 + (i < scheme.Target % 5 ? 1 : 0) });
        _db.Add(new Step { OwnerId = scheme.Id, At = at, AccountName = Clerk, What = $"Lập và phê duyệt đề án: {staff.Count} người, giảm {scheme.Target} người." });
        var round = new Inspection
        {
            UnitId = unit.Id, Year = today.AddDays(12).Year, PlannedFrom = today.AddDays(12), PlannedTo = today.AddDays(12), PlanDocument = "Kế hoạch 20/KH-SNV (luyện tập)", Scope = "Hồ sơ đối tượng, chi trả, quản lý biên chế sau tinh giản", CreatedAt = at, CreatedByName = Clerk,
        };
        _db.Add(round);
        _db.Add(new Step { OwnerId = round.Id, At = at, AccountName = Clerk, What = "Đưa vào kế hoạch kiểm tra." });
        var open = Batch(scheme, "Đợt 2", BatchState.Preparing, at);
        var sent = Batch(scheme, "Đợt 1", BatchState.Submitted, at);
        var leave = LawDay.FirstOfFollowingMonth(today.AddMonths(2));
        // Whoever may retire early is not paid for leaving at once, so the young ones leave at once.
        foreach (var (person, i) in eligible.Select((p, i) => (p, i))) Case(i % 2 == 0 ? open : sent, person, leave, known: i > 0, at);
        await process.CommitAsync(ct, unit.Id, eligible.Count);
    }

    private Batch Batch(Scheme scheme, string name, BatchState state, DateTime at)
    {
        var batch = new Batch { SchemeId = scheme.Id, UnitId = scheme.UnitId, Name = $"{name} năm {scheme.FromYear + 1}", State = state, SubmittedAt = state == BatchState.Submitted ? at : null, CreatedAt = at, CreatedByName = Clerk };
        _db.Add(batch);
        _db.Add(new Step { OwnerId = batch.Id, At = at, AccountName = Clerk, What = state == BatchState.Submitted ? "Lập và trình danh sách." : "Lập danh sách." });
        return batch;
    }

    // Where nothing is known beyond the record, the newcomer is asked for what is missing.
    private void Case(Batch batch, PersonRow person, DateOnly leave, bool known, DateTime at)
    {
        var one = new SeveranceCase { BatchId = batch.Id, PersonId = person.PersonId, Policy = ExitPolicy.Immediate, Reason = ExitReason.Downsizing, Ground = "TG01", LeaveOn = leave, AddedAt = at, AddedByName = Clerk };
        _db.Add(one);
        if (!known) return;
        var insured = LawDay.WholeMonthsBetween(person.JoinedOn ?? leave, leave);
        foreach (var (key, value) in new[] { (Questions.Insurance, $"{insured}"), (Questions.Hazardous, Questions.No), (Questions.Pension, Questions.No), (Questions.Redundant, Questions.Yes), (Questions.Pregnant, Questions.No), (Questions.UnderReview, Questions.No), (Questions.PaidBefore, Questions.No) })
            _db.Add(new CaseAnswer { CaseId = one.Id, Key = key, Value = value, Document = Paper, EnteredAt = at, EnteredByName = Clerk });
    }
}
