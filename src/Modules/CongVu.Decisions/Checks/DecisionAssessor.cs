using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Law;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Checks;

/// <summary>
/// Runs every check of a stage: what was typed, the conditions of the action, the rules of the record, quota, other acts under
/// way, authority and separation of duties. Changes nothing.
/// </summary>
internal sealed class DecisionAssessor(ActionCatalogue catalogue, CaseBuilder cases, RecordRules records, PendingActs pending, IEnumerable<ActionCondition> others, AuthorityCheck authority, SeparationOfDuties duties, MovedSince moved, TimeProvider clock)
{
    public async Task<AssessedDecision> AssessAsync(LoadedDecision loaded, CheckStage stage, CancellationToken ct)
    {
        var action = catalogue.Find(loaded.Decision.ActionCode);
        var built = await cases.BuildAsync(loaded, action, clock.Today(), ct);
        await action.PrepareAsync([.. built.Select(b => b.Case)], ct);

        var laid = others.Where(c => c.Actions.Contains(action.Code)).ToList();
        foreach (var condition in laid) await condition.PrepareAsync([.. built.Select(b => b.Case)], ct);

        var assessments = new List<Assessment>(built.Count);
        foreach (var (_, one) in built) assessments.Add(WithOthers(await AssessAsync(action, one, ct), one, laid));

        var broken = await records.CheckAsync([.. assessments.SelectMany(a => a.Effects)], ct);
        var underWay = await pending.OfAsync(loaded.Decision.Id, action.Code, [.. built.Select(b => b.Item.SubjectId)], ct);
        var gone = await moved.OfAsync(action, [.. built.Select(b => b.Item)], ct);
        var items = built.Zip(assessments, (b, a) => new AssessedItem(b.Item, b.Case, a, ItemChecks(loaded, b.Item, a, broken, underWay, gone.GetValueOrDefault(b.Item.Id), action.Code))).ToList();

        var finding = await authority.FindAsync(action, loaded, [.. items.Where(i => i.Assessment.Errors.Count == 0).Select(i => i.Case)], stage, ct);
        var whole = new List<Check> { Size(action, items.Count) };
        whole.AddRange(finding.Checks);
        whole.Add(duties.OnDecision(loaded, stage));
        return new AssessedDecision(loaded, action, stage, items, [.. whole.Select(c => Overrides.Apply(c, loaded.Overrides, null))], finding);
    }

    private static Assessment WithOthers(Assessment assessment, ActionCase one, IReadOnlyList<ActionCondition> laid)
    {
        if (laid.Count == 0 || assessment.Errors.Count > 0) return assessment;
        var findings = new Findings();
        foreach (var condition in laid) condition.Check(one, findings);
        return assessment with { Checks = [.. assessment.Checks, .. findings.All] };
    }

    private static async Task<Assessment> AssessAsync(PersonnelAction action, ActionCase one, CancellationToken ct)
    {
        if (action.Subject == ActionSubject.Person && one.Person is null) return new Assessment { Checks = [Unknown(one)] };
        try
        {
            return await action.AssessAsync(one, ct);
        }
        catch (OutsideCoverageException e)
        {
            return new Assessment { Checks = [new("law.coverage", "Dữ liệu pháp luật bao trùm ngày áp dụng", Standing.Blocks, e.Message, null, "Sửa ngày, hoặc đề nghị bổ sung dữ liệu pháp luật của thời kỳ này.")] };
        }
        catch (CaseInputException e)
        {
            return new Assessment { Checks = [new("law.case", "Dữ kiện của hồ sơ phù hợp với quy định", Standing.Blocks, e.Message, null, "Đính chính hồ sơ trước khi lập quyết định này.")] };
        }
    }

    private IReadOnlyList<Check> ItemChecks(LoadedDecision loaded, DecisionItem item, Assessment assessment, ILookup<Guid, Check> broken, ILookup<Guid, Check> others, Check? gone, string actionCode)
    {
        var checks = new List<Check>();
        if (duties.OnItem(item.SubjectId) is { } self) checks.Add(self);
        if (gone is not null) checks.Add(gone);
        checks.AddRange(assessment.Checks);
        checks.AddRange(broken[item.SubjectId]);
        checks.AddRange(others[item.SubjectId]);
        if (QuotaCheck.On(actionCode) is { } quota) checks.Add(quota);
        return [.. checks.Select(c => Overrides.Apply(c, loaded.Overrides, item.Id))];
    }

    private static Check Size(PersonnelAction action, int count)
    {
        const string title = "Có đối tượng, không quá số lượng của một quyết định";
        return count == 0 ? new("size", title, Standing.Blocks, "Chưa có ai trong quyết định.", null, "Thêm ít nhất một đối tượng.")
            : count > action.MaxItems ? new("size", title, Standing.Blocks, $"Có {count} đối tượng; một quyết định loại này tối đa {action.MaxItems}.", null, "Tách thành nhiều quyết định.")
            : new("size", title, Standing.Met, $"{count} đối tượng.");
    }

    private static Check Unknown(ActionCase one) =>
        new("subject", "Có hồ sơ vào ngày có hiệu lực", Standing.Blocks, $"Không có hồ sơ của người này vào ngày {Platform.Text.VnFormat.Date(one.Day)}.", null, "Sửa ngày có hiệu lực hoặc chọn lại người.");
}
