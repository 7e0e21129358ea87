using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>Chuyển đơn vị sang cơ quan cấp trên khác.</summary>
internal sealed class UnitMoveAction(UnitActs acts) : PersonnelAction<UnitMoveAction.Values>
{
    internal sealed record Values(DateOnly From, UnitView Parent, string Project);

    public override string Code => ActionCodes.UnitMove;
    public override string Name => "Chuyển cơ quan cấp trên";
    public override string About => "Chuyển nguyên trạng đơn vị về trực thuộc cơ quan khác.";
    public override ActionSubject Subject => ActionSubject.Unit;

    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        new("parent", "Chuyển về trực thuộc", InputKind.Unit) { Required = true, Group = "Cơ quan cấp trên mới" },
        ActionInput.From("Chuyển từ ngày") with { Group = "Thời gian" },
        UnitActs.Project,
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => acts.BasesOn(day);

    public override AuthorityQuestion? Authority(ActionCase one) => new(Code, null, LeadershipLevel.None, null, one.SubjectId);

    public override Audience Tell(ActionCase one) => new([], [one.SubjectId, .. Guid.TryParse(one.Inputs.GetValueOrDefault("parent"), out var parent) ? new[] { parent } : []]);

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var (from, parent, project) = (input.Date(ActionInput.FromKey), input.Unit("parent"), input.Text("project"));
        return ValueTask.FromResult(from is { } day && parent is not null && project is not null ? new Values(day, parent, project) : null);
    }

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        if (UnitActs.Find(one.Case, findings) is not { } unit) return Task.CompletedTask;
        findings.Demand(unit.ParentId != one.Values.Parent.Id, "unit.parent", "Cơ quan cấp trên mới khác cơ quan hiện tại", $"Đơn vị đang trực thuộc {one.Values.Parent.Name}.", null, "Chọn cơ quan khác.", one.Values.Parent.Name);
        findings.Demand(!one.Case.Units.Subtree(unit.Id).Contains(one.Values.Parent.Id), "unit.cycle", "Cơ quan cấp trên không nằm dưới đơn vị này", $"{one.Values.Parent.Name} trực thuộc chính đơn vị được chuyển.", null, "Chọn cơ quan khác.");
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one) => [new(one.Values.From, new MoveUnit(one.Values.Parent.Id))];

    protected override string Summarise(ReadCase<Values> one) => $"Về {one.Values.Parent.Name} từ {VnFormat.Date(one.Values.From)}";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        var read = await ReadAllAsync(cases, ct);
        string Unit(ReadCase<Values> r) => r.Case.Units.FullName(r.Case.SubjectId);
        return acts.Text(read is [var one] ? $"Về việc chuyển {Unit(one)} về trực thuộc {one.Values.Parent.Name}" : "Về việc chuyển các đơn vị về trực thuộc cơ quan khác", [.. read.Select(r => $"Chuyển nguyên trạng {Unit(r)} về trực thuộc {r.Values.Parent.Name} kể từ ngày {VnFormat.Date(r.Values.From)}")],
            read.Select(r => r.Values.Project), ["Các cơ quan có liên quan bàn giao nguyên trạng tổ chức, biên chế, tài chính, tài sản và hồ sơ, tài liệu."], UnitActs.Heads(read.SelectMany(r => new[] { r.Case.Units.Find(r.Case.SubjectId), r.Values.Parent })), day);
    }
}
