using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>Giải thể, kết thúc hoạt động; successors take over files and open tasks.</summary>
internal sealed class UnitDissolveAction(UnitActs acts) : PersonnelAction<UnitDissolveAction.Values>
{
    internal sealed record Values(DateOnly From, Guid[] Successors, string Project);

    public override string Code => ActionCodes.UnitDissolve;
    public override string Name => "Giải thể, kết thúc hoạt động";
    public override string About => "Kết thúc hoạt động của đơn vị; ghi các đơn vị kế thừa.";
    public override ActionSubject Subject => ActionSubject.Unit;

    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        new("successors", "Đơn vị kế thừa", InputKind.Text) { PerItem = true, Hint = "Các đơn vị nhận hồ sơ và nhiệm vụ còn lại", Group = "Kế thừa" },
        ActionInput.From("Kết thúc hoạt động từ ngày") with { Group = "Thời gian", Hint = "Ngày đầu tiên đơn vị không còn hoạt động" },
        UnitActs.Project,
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => acts.BasesOn(day);

    public override AuthorityQuestion? Authority(ActionCase one) => new(Code, null, LeadershipLevel.None, null, one.SubjectId);

    public override Audience Tell(ActionCase one) => new([], [one.SubjectId]);

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var (from, project, successors) = (input.Date(ActionInput.FromKey), input.Text("project"), input.Ids("successors"));
        return ValueTask.FromResult(from is { } day && project is not null ? new Values(day, [.. successors], project) : null);
    }

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        if (UnitActs.Find(one.Case, findings) is not { } unit) return Task.CompletedTask;
        var missing = one.Values.Successors.Where(s => one.Case.Units.Find(s) is null).ToList();
        findings.Demand(missing.Count == 0, "unit.successors", "Đơn vị kế thừa tồn tại vào ngày có hiệu lực", $"{missing.Count} đơn vị kế thừa không tồn tại vào ngày này.", null, "Thành lập đơn vị kế thừa trước, hoặc chọn đơn vị khác.", string.Join(", ", one.Values.Successors.Select(one.Case.Units.FullName)));
        if (one.Values.Successors.Length == 0) findings.Unknown("unit.heirs", "Có đơn vị kế thừa hồ sơ, nhiệm vụ", "Chưa ghi đơn vị kế thừa.", null, "Ghi đơn vị kế thừa để hồ sơ và nhiệm vụ còn lại có nơi tiếp nhận.");
        findings.Met("unit.kind", "Đơn vị kết thúc hoạt động", OrganisationWords.KindAndLevel(unit));
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one) => [new(one.Values.From, new DissolveUnit(one.Values.Successors))];

    protected override string Summarise(ReadCase<Values> one) => $"Kết thúc hoạt động từ {VnFormat.Date(one.Values.From)}";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        var read = await ReadAllAsync(cases, ct);
        string Unit(ReadCase<Values> r) => r.Case.Units.FullName(r.Case.SubjectId);
        string Heirs(ReadCase<Values> r) => r.Values.Successors.Length == 0 ? "" : $"; {string.Join(", ", r.Values.Successors.Select(r.Case.Units.FullName))} kế thừa chức năng, nhiệm vụ, hồ sơ, tài liệu";
        return acts.Text(read is [var one] ? $"Về việc giải thể {Unit(one)}" : "Về việc giải thể các đơn vị", [.. read.Select(r => $"Giải thể {Unit(r)}, kết thúc hoạt động kể từ ngày {VnFormat.Date(r.Values.From)}{Heirs(r)}")], read.Select(r => r.Values.Project),
            ["Việc sắp xếp cán bộ, công chức, viên chức, người lao động và bàn giao tài chính, tài sản, hồ sơ, tài liệu thực hiện theo quy định của pháp luật."], UnitActs.Heads(read.Select(r => r.Case.Units.Find(r.Case.SubjectId))), day);
    }
}
