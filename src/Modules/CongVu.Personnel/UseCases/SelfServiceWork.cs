using CongVu.Personnel.Contracts;
using CongVu.Personnel.Declarations;
using CongVu.Personnel.Disputes;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.UseCases;

/// <summary>What declarations and disputes put on the home page, of the person and of the officer.</summary>
internal sealed class SelfServiceWork(CongVuDb db, Requests requests) : WorkItemSource
{
    private const int LateAfter = 10, Soon = 5;

    public override async Task<IReadOnlyList<WorkItem>> ForAsync(Gate gate, DateOnly today, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        if (gate.Actor.PersonId is { } me) items.AddRange(await OwnAsync(me, ct));
        if (gate.May(PersonnelPermissions.DecideDeclarations)) items.AddRange(await WaitingAsync(gate, today, ct));
        return items;
    }

    private async Task<IEnumerable<WorkItem>> OwnAsync(Guid me, CancellationToken ct)
    {
        var open = await db.Set<Declaration>().AsNoTracking().Where(d => d.PersonId == me && (d.State == DeclarationState.Draft || d.State == DeclarationState.Returned)).Select(d => new { d.Id, d.State, d.SavedAt }).FirstOrDefaultAsync(ct);
        return open is null ? [] : open.State == DeclarationState.Returned
            ? [new WorkItem("Bản kê khai cần bổ sung", 1, VietnamTime.DayOf(open.SavedAt), Urgency.Due, PersonnelLinks.EditDeclaration(open.Id), "arrow-back-up")]
            : [new WorkItem("Bản kê khai đang soạn", 1, VietnamTime.DayOf(open.SavedAt), Urgency.Coming, PersonnelLinks.EditDeclaration(open.Id), "pencil")];
    }

    private async Task<IEnumerable<WorkItem>> WaitingAsync(Gate gate, DateOnly today, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        var me = gate.Actor.PersonId;
        var declared = await requests.Declarations(PersonnelPermissions.DecideDeclarations).Where(d => d.State == DeclarationState.Submitted && d.PersonId != me)
            .GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(d => d.SubmittedAt!.Value) }).SingleOrDefaultAsync(ct);
        if (declared is not null)
            items.Add(new WorkItem("Kê khai chờ xem xét", declared.Count, VietnamTime.DayOf(declared.Oldest), VietnamTime.DayOf(declared.Oldest) <= today.AddDays(-LateAfter) ? Urgency.Late : Urgency.Due, PersonnelLinks.DeclarationsToReview, "user-edit"));
        var disputes = await requests.Disputes(PersonnelPermissions.AnswerDisputes).Where(d => d.State == DisputeState.Open && d.PersonId != me)
            .GroupBy(d => d.DueOn).Select(g => new { DueOn = g.Key, Count = g.Count() }).ToListAsync(ct);
        items.AddRange(disputes.GroupBy(d => d.DueOn < today ? Urgency.Late : d.DueOn <= today.AddDays(Soon) ? Urgency.Due : Urgency.Coming)
            .Select(g => new WorkItem("Đề nghị đính chính chờ trả lời", g.Sum(d => d.Count), g.Min(d => d.DueOn), g.Key, PersonnelLinks.DisputesToAnswer, "message-report")));
        return items;
    }
}

/// <summary>Declarations and disputes of people whose file is kept today in units on which the actor holds a permission.</summary>
internal sealed class Requests(CongVuDb db, Gate gate)
{
    /// <summary>Those that were sent.</summary>
    public IQueryable<Declaration> Declarations(Permission permission)
    {
        var sent = db.Set<Declaration>().AsNoTracking().Where(d => d.State == DeclarationState.Submitted || d.State == DeclarationState.Returned || d.State == DeclarationState.Decided);
        var scope = gate.Scope(permission);
        if (scope.IsAll) return sent;
        var units = scope.Ids;
        return sent.Where(d => db.Set<PersonRow>().Any(p => p.PersonId == d.PersonId && units.Contains(p.FileUnitId!.Value)));
    }

    public IQueryable<Dispute> Disputes(Permission permission)
    {
        var all = db.Set<Dispute>().AsNoTracking();
        var scope = gate.Scope(permission);
        if (scope.IsAll) return all;
        var units = scope.Ids;
        return all.Where(d => db.Set<PersonRow>().Any(p => p.PersonId == d.PersonId && units.Contains(p.FileUnitId!.Value)));
    }
}
