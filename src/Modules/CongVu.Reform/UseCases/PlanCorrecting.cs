using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Data;
using CongVu.Reform.Reading;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.UseCases;

/// <summary>The head of a plan as a person leaves it.</summary>
internal sealed record PlanHeadText(string Title, string? Number, string? Issuer, DateOnly? Issued, DateOnly? PeriodFrom, DateOnly? PeriodTo);

/// <summary>A task as a person leaves it; products without text and id are left out.</summary>
internal sealed record PlanTaskText(string Title, Guid? GroupId, int Weight, IReadOnlyList<ProductDraft> Products);

/// <summary>A product as a person leaves it. <paramref name="Id"/> null: a new one.</summary>
internal sealed record ProductDraft(Guid? Id, string Text, string Lead, string Support, PlanScheduleKind Kind, DateOnly? StartsOn, DateOnly? EndsOn, int? MinPerYear, int? YearlyMonth, int? YearlyDay, string ScheduleText, bool Remove = false);

/// <summary>Puts right what the reader misread, while the plan is a draft.</summary>
internal sealed class PlanCorrecting(CongVuDb db, ProcessLog processes, ResponsibleUnits responsible, TimeProvider clock)
{
    public async Task HeadAsync(Guid planId, PlanHeadText text, int version, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Correct, "plan", planId, ct);
        var plan = await DraftAsync(planId, ct);
        if (plan.Version != version)
            throw new StaleEditException("Phần đầu kế hoạch", [new("Tên kế hoạch", text.Title, plan.Title), new("Số, ký hiệu", text.Number, plan.Number), new("Cơ quan ban hành", text.Issuer, plan.Issuer),
                new("Ngày ban hành", VnFormat.Date(text.Issued), VnFormat.Date(plan.Issued)), new("Từ ngày", VnFormat.Date(text.PeriodFrom), VnFormat.Date(plan.PeriodFrom)), new("Đến ngày", VnFormat.Date(text.PeriodTo), VnFormat.Date(plan.PeriodTo))]);
        (plan.Title, plan.Number, plan.Issuer, plan.Issued, plan.PeriodFrom, plan.PeriodTo) = (text.Title.Trim(), Blank(text.Number), Blank(text.Issuer), text.Issued, text.PeriodFrom, text.PeriodTo);
        plan.Version++;
        await process.CommitAsync(ct);
    }

    public async Task TaskAsync(Guid planId, Guid taskId, PlanTaskText text, int version, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Correct, "plan", planId, ct);
        var plan = await DraftAsync(planId, ct);
        var task = await db.Set<PlanTask>().SingleOrDefaultAsync(t => t.Id == taskId && t.PlanId == planId, ct) ?? throw new NotFoundException("Nhiệm vụ này không còn trong bản đọc.");
        if (task.Version != version)
            throw new StaleEditException($"Nhiệm vụ {task.Code}", [new("Nhiệm vụ", text.Title, task.Title), new("Trọng số", $"{text.Weight}", $"{task.Weight}")]);
        (task.Title, task.GroupId, task.Weight) = (text.Title.Trim(), text.GroupId, Math.Clamp(text.Weight, 1, 100));
        task.SearchKey = VietnameseText.Fold($"{task.Code} {task.Title}");
        task.Version++;
        var names = await responsible.NamesAsync(plan.Issued, clock.Today(), ct);
        var products = await db.Set<Product>().Where(p => p.TaskId == taskId).ToListAsync(ct);
        var units = (await db.Set<ProductUnit>().Where(u => u.PlanId == planId && products.Select(p => p.Id).Contains(u.ProductId)).OrderBy(u => u.Ord).ToListAsync(ct)).ToLookup(u => (u.ProductId, u.Role));
        var ord = products.Count == 0 ? 0 : products.Max(p => p.Ord) + 1;
        foreach (var draft in text.Products)
        {
            var product = products.FirstOrDefault(p => p.Id == draft.Id);
            if (draft.Remove || (product is null && draft.Text.Length + draft.Lead.Length == 0))
            {
                if (product is not null) db.Remove(product);
                continue;
            }
            if (product is null) db.Add(product = new Product { PlanId = planId, TaskId = taskId, Ord = ord++ });
            product.Text = draft.Text.Trim();
            (product.ScheduleKind, product.StartsOn, product.EndsOn, product.MinPerYear) = (draft.Kind, draft.StartsOn, draft.EndsOn, draft.MinPerYear);
            (product.YearlyMonth, product.YearlyDay, product.ScheduleText) = (draft.YearlyMonth, draft.YearlyDay, draft.ScheduleText.Trim());
            foreach (var (role, typed) in new[] { (UnitRole.Lead, draft.Lead), (UnitRole.Support, draft.Support) })
            {
                var standing = units[(product.Id, role)].ToList();
                if (UnitsText(standing) == typed.Trim()) continue; // what a person has mapped stays
                db.RemoveRange(standing);
                db.AddRange(PlanDrafting.Units(planId, product.Id, role, PlanReader.ReadUnits(typed), names));
            }
        }
        await process.CommitAsync(ct, detail: new { task = taskId });
    }

    public async Task RemoveTaskAsync(Guid planId, Guid taskId, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Correct, "plan", planId, ct);
        await DraftAsync(planId, ct);
        var task = await db.Set<PlanTask>().SingleOrDefaultAsync(t => t.Id == taskId && t.PlanId == planId, ct) ?? throw new NotFoundException("Nhiệm vụ này không còn trong bản đọc.");
        db.Remove(task);
        await process.CommitAsync(ct, detail: new { removed = $"{task.Code} {task.Title}" });
    }

    /// <summary>Leaves a line aside, with the reason.</summary>
    public async Task IgnoreAsync(Guid planId, Guid lineId, string reason, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Correct, "plan", planId, ct);
        var line = await OpenLineAsync(planId, lineId, ct);
        (line.Outcome, line.Reason) = (UnreadOutcome.Ignored, reason.Trim());
        await process.CommitAsync(ct, detail: new { line = line.Line, reason });
    }

    /// <summary>Makes a task of a line; returns the task, to be completed.</summary>
    public async Task<Guid> MakeTaskAsync(Guid planId, Guid lineId, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Correct, "plan", planId, ct);
        var line = await OpenLineAsync(planId, lineId, ct);
        var orders = await db.Set<PlanTask>().Where(t => t.PlanId == planId).Select(t => t.Ord).ToListAsync(ct);
        var task = new PlanTask { PlanId = planId, Ord = orders.Count == 0 ? 0 : orders.Max() + 1, Code = $"dòng {line.Line}", Title = line.Text, SearchKey = VietnameseText.Fold(line.Text), Line = line.Line };
        db.Add(task);
        db.Add(new Product { PlanId = planId, TaskId = task.Id });
        (line.Outcome, line.TaskId) = (UnreadOutcome.Task, task.Id);
        await process.CommitAsync(ct, detail: new { line = line.Line, task = task.Id });
        return task.Id;
    }

    public async Task DiscardAsync(Guid planId, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ReformProcesses.Discard, "plan", planId, ct);
        var plan = await DraftAsync(planId, ct);
        db.Remove(plan);
        await process.CommitAsync(ct, detail: new { plan.Title });
    }

    /// <summary>The names of units as they stand in the field of a form.</summary>
    public static string UnitsText(IEnumerable<ProductUnit> units) => string.Join("; ", units.OrderBy(u => u.Ord).Select(u => u.Text).Distinct());

    private async Task<Plan> DraftAsync(Guid planId, CancellationToken ct)
    {
        var plan = await db.Set<Plan>().SingleOrDefaultAsync(p => p.Id == planId, ct) ?? throw new NotFoundException("Không có kế hoạch này.");
        return plan.Status == PlanStatus.Draft ? plan : throw new StaleEditException("Kế hoạch đã được đưa vào theo dõi", [new("Trạng thái", "bản nháp", "đã đưa vào theo dõi")]);
    }

    private async Task<UnreadLine> OpenLineAsync(Guid planId, Guid lineId, CancellationToken ct)
    {
        await DraftAsync(planId, ct);
        var line = await db.Set<UnreadLine>().SingleOrDefaultAsync(l => l.Id == lineId && l.PlanId == planId, ct) ?? throw new NotFoundException("Không có dòng này.");
        return line.Outcome == UnreadOutcome.Open ? line : throw new StaleEditException($"Dòng {line.Line}", [new("Trạng thái", "chưa hiểu", line.Outcome == UnreadOutcome.Ignored ? $"đã bỏ qua: {line.Reason}" : "đã thành nhiệm vụ")]);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
