using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Text;
using CongVu.Severance.Cases;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Actions;

/// <summary>
/// Giải quyết chính sách tinh giản biên chế, sắp xếp tổ chức bộ máy: for people of an approved list, by the regime the law selects; the employment ends on the day.
/// </summary>
internal sealed class DownsizeAction(CongVuDb db, DecisionBases bases, CaseReading reading) : PersonnelAction<DownsizeAction.Values>
{
    internal sealed record Values(DateOnly From);

    private const string Article = "Nghị định 154/2025/NĐ-CP";
    private Dictionary<Guid, (CaseView View, Batch Batch)> _cases = [];

    public override string Code => SeveranceActions.Downsize;
    public override string Name => "Tinh giản biên chế";
    public override string About => "Nghỉ hưu trước tuổi, thôi việc hoặc chuyển công tác theo chính sách tinh giản biên chế, sắp xếp tổ chức bộ máy, cho người trong danh sách đã phê duyệt.";
    public override IReadOnlyList<ActionInput> Inputs { get; } = [ActionInput.From("Nghỉ từ ngày", perItem: true)];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, "80/2025/QH15", "129/2025/QH15", "178/2024/NĐ-CP", "67/2025/NĐ-CP", "154/2025/NĐ-CP", "01/2025/TT-BNV");

    public override AuthorityQuestion? Authority(ActionCase one) => CommonConditions.Authority(Code, one.Person);

    public override async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct)
    {
        var ids = cases.Select(c => c.SubjectId).ToArray();
        var rows = await db.Set<SeveranceCase>().AsNoTracking().Where(c => ids.Contains(c.PersonId) && c.State == CaseState.Open).ToListAsync(ct);
        var lists = rows.Select(r => r.BatchId).Distinct().ToArray();
        var batches = await db.Set<Batch>().AsNoTracking().Where(b => lists.Contains(b.Id)).ToDictionaryAsync(b => b.Id, ct);
        _cases = (await reading.ViewsAsync(rows, ct)).ToDictionary(v => v.Case.PersonId, v => (v, batches[v.Case.BatchId]));
    }

    public override async Task<IReadOnlyDictionary<string, string>> SuggestAsync(ActionCase one, CancellationToken ct)
    {
        await PrepareAsync([one], ct);
        return _cases.TryGetValue(one.SubjectId, out var found) ? new Dictionary<string, string> { [ActionInput.FromKey] = VnFormat.Date(found.View.Case.LeaveOn) } : [];
    }

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct) =>
        ValueTask.FromResult(input.Date(ActionInput.FromKey) is { } from ? new Values(from) : null);

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        Employed(one, findings);
        if (!_cases.TryGetValue(one.Case.SubjectId, out var found))
        {
            findings.Blocks("downsize.list", "Có trong danh sách tinh giản đã phê duyệt", "Người này không có trong danh sách nào.", Article, "Đưa vào danh sách ở mục Tinh giản biên chế, trình thẩm định và phê duyệt trước.");
            return Task.CompletedTask;
        }
        var (view, batch) = found;
        findings.Demand(batch.State == BatchState.Approved, "downsize.list", "Có trong danh sách tinh giản đã phê duyệt", $"Danh sách “{batch.Name}” chưa được phê duyệt.", Article, "Hoàn thành thẩm định và phê duyệt danh sách.",
            $"Danh sách “{batch.Name}”, {batch.ApprovalDocument}.");
        findings.Demand(one.Values.From == view.Case.LeaveOn, "downsize.day", "Ngày nghỉ đúng danh sách", $"Danh sách phê duyệt nghỉ từ {VnFormat.Date(view.Case.LeaveOn)}, bản soạn ghi {VnFormat.Date(one.Values.From)}.", Article, "Sửa ngày cho đúng danh sách.");
        findings.Demand(view.Changes.Count == 0, "downsize.unchanged", "Hồ sơ không thay đổi sau thẩm định", string.Join("; ", view.Changes.Select(c => $"{c.Label}: {c.Was} → {c.Now}")), Article, "Sở Nội vụ thẩm định lại, Ủy ban nhân dân tỉnh phê duyệt lại.",
            $"Mức hưởng {VnFormat.Money(view.Reckoning.Amount)} như đã thẩm định.");
        if (view.Reckoning.Problem is { } problem) findings.Blocks("downsize.reckoned", "Tính được mức hưởng", problem, Article, "Bổ sung dữ kiện của trường hợp.");
        foreach (var (condition, i) in view.Reckoning.Conditions.Select((c, i) => (c, i)))
        {
            var code = $"downsize.condition-{i + 1}";
            if (condition.State == ConditionState.Met) findings.Met(code, condition.Name, condition.Because, condition.Provision);
            else findings.Blocks(code, condition.Name, condition.Because ?? (condition.State == ConditionState.NotMet ? "Không đạt." : "Chưa rõ."), condition.Provision, condition.Cure);
        }
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one)
    {
        if (_cases.TryGetValue(one.Case.SubjectId, out var found)) yield return new(one.Values.From, new EndEmployment(found.View.Case.Policy == ExitPolicy.EarlyRetirement ? "retired" : "severed"));
    }

    protected override string Summarise(ReadCase<Values> one) => _cases.TryGetValue(one.Case.SubjectId, out var found)
        ? $"{Words(found.View.Case.Policy)} từ {VnFormat.Date(one.Values.From)}, {VnFormat.Money(found.View.Reckoning.Amount)}" : "Không có trong danh sách đã phê duyệt";

    protected override Explanation? Explain(ReadCase<Values> one) => _cases.GetValueOrDefault(one.Case.SubjectId).View?.Reckoning.Explanation;

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        await PrepareAsync(cases, ct);
        var rows = (await ReadAllAsync(cases, ct)).Where(c => c.Case.Person is not null && _cases.ContainsKey(c.Case.SubjectId)).Select(c => (c.Case, _cases[c.Case.SubjectId].View));
        return DownsizeText.Of([.. rows], BasesOn(day));
    }

    /// <summary>What a policy is called in a decision.</summary>
    internal static string Words(ExitPolicy policy) => policy switch
    {
        ExitPolicy.EarlyRetirement => "Nghỉ hưu trước tuổi",
        ExitPolicy.Transfer => "Chuyển sang tổ chức không sử dụng kinh phí thường xuyên từ ngân sách nhà nước",
        ExitPolicy.AfterTraining => "Thôi việc sau khi đi học nghề",
        _ => "Thôi việc ngay",
    };

    private static void Employed(ReadCase<Values> one, Findings findings) => CommonConditions.Employed(one.Case, findings);
}
