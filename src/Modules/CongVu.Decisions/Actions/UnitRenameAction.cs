using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>Đổi tên đơn vị.</summary>
internal sealed class UnitRenameAction(UnitActs acts) : PersonnelAction<UnitRenameAction.Values>
{
    internal sealed record Values(DateOnly From, string Name, string ShortName, string Symbol, string Project);

    public override string Code => ActionCodes.UnitRename;
    public override string Name => "Đổi tên đơn vị";
    public override string About => "Đặt tên mới cho đơn vị; mọi quan hệ giữ nguyên.";
    public override ActionSubject Subject => ActionSubject.Unit;

    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        new("name", "Tên mới", InputKind.Text) { Required = true, PerItem = true, Group = "Tên" },
        new("shortName", "Tên gọn mới", InputKind.Text) { PerItem = true, Hint = "Để trống: như tên mới" },
        new("symbol", "Ký hiệu mới trong số văn bản", InputKind.Text) { PerItem = true, Hint = "Để trống: giữ ký hiệu cũ" },
        ActionInput.From("Đổi tên từ ngày") with { Group = "Thời gian" },
        UnitActs.Project,
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => acts.BasesOn(day);

    public override AuthorityQuestion? Authority(ActionCase one) => new(Code, null, LeadershipLevel.None, null, one.SubjectId);

    public override Audience Tell(ActionCase one) => new([], [one.SubjectId]);

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var (from, name, project, symbol, shortName) = (input.Date(ActionInput.FromKey), input.Text("name"), input.Text("project"), input.Text("symbol") ?? one.Units.Find(one.SubjectId)?.Symbol, input.Text("shortName"));
        return ValueTask.FromResult(from is { } day && name is not null && project is not null && symbol is not null ? new Values(day, name, shortName ?? name, symbol, project) : null);
    }

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        if (UnitActs.Find(one.Case, findings) is { } unit)
            findings.Demand(unit.Name != one.Values.Name, "unit.name", "Tên mới khác tên cũ", "Tên mới giống tên đang dùng.", null, "Sửa tên mới.", one.Values.Name);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one) => [new(one.Values.From, new RenameUnit(one.Values.Name, one.Values.ShortName, one.Values.Symbol))];

    protected override string Summarise(ReadCase<Values> one) => $"{one.Case.Units.Find(one.Case.SubjectId)?.Name} → {one.Values.Name} từ {VnFormat.Date(one.Values.From)}";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        var read = await ReadAllAsync(cases, ct);
        string Old(ReadCase<Values> r) => r.Case.Units.FullName(r.Case.SubjectId);
        return acts.Text(read is [var one] ? $"Về việc đổi tên {Old(one)}" : "Về việc đổi tên các đơn vị", [.. read.Select(r => $"Đổi tên {Old(r)} thành {r.Values.Name} kể từ ngày {VnFormat.Date(r.Values.From)}")], read.Select(r => r.Values.Project),
            ["Đơn vị được đổi tên kế thừa toàn bộ chức năng, nhiệm vụ, tổ chức, biên chế và các quyền, nghĩa vụ của đơn vị mang tên cũ."], UnitActs.Heads(read.Select(r => r.Case.Units.Find(r.Case.SubjectId))), day);
    }
}
