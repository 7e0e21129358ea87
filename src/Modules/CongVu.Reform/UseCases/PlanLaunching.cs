using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.UseCases;

/// <summary>How putting a plan under way ended.</summary>
internal abstract record LaunchOutcome
{
    public sealed record Done(int Obligations) : LaunchOutcome;
    public sealed record Incomplete(IReadOnlyList<string> Problems) : LaunchOutcome;
}

/// <summary>Takes a draft into tracking, wakes what sleeps, says who is meant, and ends a plan.</summary>
internal sealed class PlanLaunching(CongVuDb db, ProcessLog processes, ObligationBook book, Gate gate, TimeProvider clock)
{
    /// <summary>A plan under way owes; one that has ended is kept to compare with and owes nothing.</summary>
    public async Task<LaunchOutcome> CommitAsync(Guid planId, bool underWay, int version, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Commit, "plan", planId, ct);
        var plan = await PlanAsync(planId, ct);
        if (plan.Status != PlanStatus.Draft || plan.Version != version)
            throw new StaleEditException("Kế hoạch", [new("Trạng thái", "bản nháp", plan.Status == PlanStatus.Draft ? "bản nháp vừa được người khác sửa" : "đã đưa vào theo dõi")]);
        var problems = new List<string>();
        if (plan.PeriodFrom is null || plan.PeriodTo is null) problems.Add("Chưa có thời gian thực hiện của kế hoạch. Điền Từ ngày và Đến ngày ở phần đầu kế hoạch: các kỳ hằng năm tính theo đó.");
        if (!await db.Set<PlanTask>().AnyAsync(t => t.PlanId == planId, ct)) problems.Add("Kế hoạch chưa có nhiệm vụ nào.");
        if (problems.Count > 0) return new LaunchOutcome.Incomplete(problems);
        (plan.Status, plan.CommittedAt) = (underWay ? PlanStatus.Active : PlanStatus.Closed, clock.UtcNow());
        plan.Version++;
        await db.SaveChangesAsync(ct);
        var obligations = await book.WriteAsync(planId, ct);
        await process.CommitAsync(ct, count: obligations, detail: new { underWay });
        return new LaunchOutcome.Done(obligations);
    }

    /// <summary>Ends the tracking; what was owed and reported stays readable.</summary>
    public async Task CloseAsync(Guid planId, string reason, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Close, "plan", planId, ct, reason);
        var plan = await PlanAsync(planId, ct);
        if (plan.Status != PlanStatus.Active) throw new StaleEditException("Kế hoạch", [new("Trạng thái", "đang theo dõi", "không còn theo dõi")]);
        plan.Status = PlanStatus.Closed;
        plan.Version++;
        await process.CommitAsync(ct);
    }

    /// <summary>Says which unit or group a name means, wherever the plan writes it so and nobody has said otherwise.</summary>
    public async Task<int> MapAsync(Guid planId, string name, Guid? unitId, string? groupKey, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Map, "plan", planId, ct);
        var rows = await db.Set<ProductUnit>().Where(u => u.PlanId == planId && u.Text == name).ToListAsync(ct);
        rows = [.. rows.Where(r => r.MappedBy is not null || (r.UnitId is null && (r.GroupKey is null || UnitGroups.NamesNobody(r.GroupKey))))];
        if (rows.Count == 0) throw new NotFoundException("Tên này không còn chờ xác định.");
        foreach (var row in rows) (row.UnitId, row.GroupKey, row.MappedBy) = (groupKey is null ? unitId : null, groupKey, gate.Actor.AccountId);
        await db.SaveChangesAsync(ct);
        await book.WriteAsync(planId, ct);
        await process.CommitAsync(ct, unitId, rows.Count, new { name, groupKey });
        return rows.Count;
    }

    /// <summary>Registers that a condition came true or a demand was raised; the lead units owe the product by the day given.</summary>
    public async Task OccasionAsync(Guid productId, DateOnly happenedOn, DateOnly dueOn, string document, CancellationToken ct)
    {
        var product = await db.Set<Product>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == productId, ct) ?? throw new NotFoundException("Không có sản phẩm này.");
        if (!DuePeriods.Sleeps(product.ScheduleKind)) throw new NotFoundException("Sản phẩm này có thời hạn sẵn, không chờ điều kiện.");
        await using var process = await processes.BeginAsync(ReformProcesses.Occasion, "plan", product.PlanId, ct, document);
        db.Add(new Occasion { PlanId = product.PlanId, ProductId = productId, HappenedOn = happenedOn, DueOn = dueOn, Document = document.Trim(), RegisteredBy = gate.ActorOrNull?.AccountId, RegisteredAt = clock.UtcNow() });
        await db.SaveChangesAsync(ct);
        var obligations = await book.WriteAsync(product.PlanId, ct);
        await process.CommitAsync(ct, count: obligations);
    }

    private async Task<Plan> PlanAsync(Guid planId, CancellationToken ct) =>
        await db.Set<Plan>().SingleOrDefaultAsync(p => p.Id == planId, ct) ?? throw new NotFoundException("Không có kế hoạch này.");
}
