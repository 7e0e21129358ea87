using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.Reading;

namespace CongVu.Reform.UseCases;

/// <summary>Makes a draft plan of what the reader found. A job says on whose behalf.</summary>
internal sealed class PlanDrafting(CongVuDb db, ProcessLog processes, Gate gate, ResponsibleUnits responsible, TimeProvider clock)
{
    public async Task<Guid> DraftAsync(PlanReadResult read, string fileName, Guid? sourceFileId, CancellationToken ct, Guid? onBehalfOf = null)
    {
        var plan = new Plan
        {
            Title = read.Title is { Length: > 0 } title ? title : Path.GetFileNameWithoutExtension(fileName), Number = read.Number, Issuer = read.Issuer, Issued = read.Issued,
            PeriodFrom = read.Period.From, PeriodTo = read.Period.To >= read.Period.From || read.Period.From is null ? read.Period.To : null,
            SourceFileId = sourceFileId, SourceName = Path.GetFileName(fileName), CreatedAt = clock.UtcNow(), CreatedBy = gate.ActorOrNull?.AccountId ?? onBehalfOf,
        };
        var names = await responsible.NamesAsync(read.Issued, clock.Today(), ct);
        await using var process = await processes.BeginAsync(ReformProcesses.Upload, "plan", plan.Id, ct, onBehalfOf: onBehalfOf);
        db.Add(plan);
        var groups = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (group, ord) in read.Groups.Select((g, i) => (g, i)))
        {
            var row = new PlanGroup { PlanId = plan.Id, Ord = ord, Code = group.Code, Title = group.Section is { } section ? $"{section}: {group.Title}" : group.Title };
            db.Add(row);
            groups.TryAdd(group.Code, row.Id);
        }
        foreach (var (task, ord) in read.Tasks.Select((t, i) => (t, i))) AddTask(plan.Id, task, ord, task.Group is { } code && groups.TryGetValue(code, out var id) ? id : null, names);
        foreach (var (target, ord) in read.Targets.Select((t, i) => (t, i)))
            db.Add(new Target { PlanId = plan.Id, Ord = ord, Text = target.Text, Value = target.Value, Comparison = target.Comparison, Unit = target.Unit, DueBy = target.By, Line = target.Source.Line });
        foreach (var (line, ord) in read.NotUnderstood.Select((l, i) => (l, i)))
            db.Add(new UnreadLine { PlanId = plan.Id, Ord = ord, Line = line.Line, Place = line.Where, Text = line.Text });
        await process.CommitAsync(ct, count: read.Tasks.Count);
        return plan.Id;
    }

    /// <summary>Rows for the names of units in a cell, resolved as far as names allow.</summary>
    public static IEnumerable<ProductUnit> Units(Guid planId, Guid productId, UnitRole role, IEnumerable<PlanReadUnit> units, UnitNames names)
    {
        var ord = 0;
        foreach (var unit in units)
        {
            var found = unit.Kind == PlanUnitKind.Group ? null : names.Find(unit.Text);
            // A lead that is only "có liên quan" owes nothing until a person says who is meant.
            var keys = unit.GroupKeys.Where(k => role == UnitRole.Support || !UnitGroups.NamesNobody(k)).DefaultIfEmpty(null);
            foreach (var key in keys)
                yield return new ProductUnit { PlanId = planId, ProductId = productId, Role = role, Ord = ord++, Text = unit.Text, GroupKey = found is null ? key : null, UnitId = found?.Id };
        }
    }

    private void AddTask(Guid planId, PlanReadTask task, int ord, Guid? groupId, UnitNames names)
    {
        var row = new PlanTask
        {
            PlanId = planId, GroupId = groupId, Ord = ord, Code = task.Code, Title = task.Title, SearchKey = VietnameseText.Fold($"{task.Code} {task.Title}"), Line = task.Source.Line,
            Notes = task.Notes.Count == 0 ? null : string.Join('\n', task.Notes.Select(n => $"{n.Column}: {n.Text}")),
        };
        db.Add(row);
        foreach (var (product, no) in task.Products.Select((p, i) => (p, i)))
        {
            var item = new Product { PlanId = planId, TaskId = row.Id, Ord = no, Text = product.Text };
            Schedule(item, product.Schedule);
            db.Add(item);
            db.AddRange(Units(planId, item.Id, UnitRole.Lead, product.Lead, names));
            db.AddRange(Units(planId, item.Id, UnitRole.Support, product.Support, names));
        }
    }

    public static void Schedule(Product product, PlanReadSchedule schedule)
    {
        var turned = schedule.From > schedule.To;
        product.ScheduleKind = schedule.Kind;
        product.StartsOn = turned ? null : schedule.From;
        product.EndsOn = schedule.To;
        product.MinPerYear = schedule.MinPerYear is > 0 ? schedule.MinPerYear : null;
        product.YearlyMonth = schedule.Yearly?.Month;
        product.YearlyDay = schedule.Yearly?.Day;
        product.ScheduleText = schedule.Text;
    }
}
