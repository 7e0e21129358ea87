using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>Thành lập đơn vị, also as the successor of others.</summary>
internal sealed class UnitEstablishAction(UnitActs acts) : PersonnelAction<UnitEstablishAction.Values>
{
    internal sealed record Values(DateOnly From, string Name, string ShortName, string Code, string Symbol, UnitKind Kind, UnitLevel Level, UnitView Parent, Guid[] Predecessors, string Project);

    public override string Code => ActionCodes.UnitEstablish;
    public override string Name => "Thành lập đơn vị";
    public override string About => "Thành lập cơ quan, đơn vị mới; ghi các đơn vị tiền thân nếu có.";
    public override ActionSubject Subject => ActionSubject.NewUnit;

    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        new("name", "Tên đơn vị", InputKind.Text) { Required = true, PerItem = true, Group = "Đơn vị" },
        new("shortName", "Tên gọn", InputKind.Text) { PerItem = true, Hint = "Để trống: như tên đơn vị" },
        new("code", "Mã đơn vị", InputKind.Text) { Required = true, PerItem = true },
        new("symbol", "Ký hiệu trong số văn bản", InputKind.Text) { Required = true, PerItem = true, Hint = "Ví dụ SNV, UBND" },
        new("kind", "Loại đơn vị", InputKind.Choice) { Required = true, PerItem = true, Choices = _ => UnitActs.Kinds },
        new("level", "Cấp", InputKind.Choice) { Required = true, PerItem = true, Default = "Province", Choices = UnitActs.Levels },
        new("parent", "Trực thuộc", InputKind.Unit) { Required = true, PerItem = true },
        new("predecessors", "Đơn vị tiền thân", InputKind.Text) { PerItem = true, Hint = "Các đơn vị mà đơn vị này kế thừa hồ sơ, nhiệm vụ" },
        ActionInput.From("Thành lập từ ngày") with { Group = "Thời gian" },
        UnitActs.Project,
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => acts.BasesOn(day);

    public override AuthorityQuestion? Authority(ActionCase one) =>
        Guid.TryParse(one.Inputs.GetValueOrDefault("parent"), out var parent) && Enum.TryParse<UnitKind>(one.Inputs.GetValueOrDefault("kind"), out var kind) && Enum.TryParse<UnitLevel>(one.Inputs.GetValueOrDefault("level"), out var level)
            ? new AuthorityQuestion(Code, null, LeadershipLevel.None, null, parent) { NewUnit = (kind, level) } : null;

    public override string? NameOf(IReadOnlyDictionary<string, string> inputs) => inputs.GetValueOrDefault("name");

    public override Audience Tell(ActionCase one) => new([], Guid.TryParse(one.Inputs.GetValueOrDefault("parent"), out var parent) ? [parent] : []);

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var (from, name, code, symbol, project) = (input.Date(ActionInput.FromKey), input.Text("name"), input.Text("code"), input.Text("symbol"), input.Text("project"));
        var (kind, level, parent, short_, before) = (input.Choice("kind", one.Day), input.Choice("level", one.Day), input.Unit("parent"), input.Text("shortName"), input.Ids("predecessors"));
        return ValueTask.FromResult(from is { } day && name is not null && code is not null && symbol is not null && project is not null && kind is not null && level is not null && parent is not null
            ? new Values(day, name, short_ ?? name, code, symbol, Enum.Parse<UnitKind>(kind), Enum.Parse<UnitLevel>(level), parent, [.. before], project) : null);
    }

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        var v = one.Values;
        findings.Demand(one.Case.Units.All.All(u => u.Code != v.Code), "unit.code", "Mã đơn vị chưa dùng", $"Mã {v.Code} đang là mã của {one.Case.Units.All.FirstOrDefault(u => u.Code == v.Code)?.Name}.", null, "Chọn mã khác.", v.Code);
        findings.Met("unit.parent", "Cơ quan cấp trên tồn tại vào ngày thành lập", one.Case.Units.FullName(v.Parent.Id));
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one)
    {
        var v = one.Values;
        yield return new(v.From, new EstablishUnit(v.Code, v.Name, v.ShortName, v.Symbol, v.Kind, v.Level, v.Parent.Id, v.Predecessors));
    }

    protected override string Summarise(ReadCase<Values> one) => $"{one.Values.Name} thuộc {one.Values.Parent.Name} từ {VnFormat.Date(one.Values.From)}";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        var read = await ReadAllAsync(cases, ct);
        return acts.Text(read is [var one] ? $"Về việc thành lập {one.Values.Name}" : "Về việc thành lập các đơn vị", [.. read.Select(r => $"Thành lập {r.Values.Name} trực thuộc {r.Values.Parent.Name} kể từ ngày {VnFormat.Date(r.Values.From)}{After(r)}")],
            read.Select(r => r.Values.Project), ["Chức năng, nhiệm vụ, quyền hạn, cơ cấu tổ chức và biên chế của đơn vị thực hiện theo quy định của cấp có thẩm quyền."], UnitActs.Heads(read.Select(r => (UnitView?)r.Values.Parent)), day);
    }

    private static string After(ReadCase<Values> one) => one.Values.Predecessors.Length == 0 ? "" : $", trên cơ sở {string.Join(", ", one.Values.Predecessors.Select(one.Case.Units.FullName))}";
}
