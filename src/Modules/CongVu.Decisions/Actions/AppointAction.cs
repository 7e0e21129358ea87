using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Printing;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>Bổ nhiệm giữ chức vụ lãnh đạo, quản lý, for a term.</summary>
internal sealed class AppointAction(LegalBases bases, PersonStates states, PostChange posts, AppointConditions conditions) : PersonnelAction<AppointAction.Values>
{
    internal sealed record Values(DateOnly From, string Post, UnitView Unit, int TermMonths, bool ByCompetition, bool Planned, bool KeepOld, string? Procedure);

    public override string Code => ActionCodes.Appoint;
    public override string Name => "Bổ nhiệm";
    public override string About => "Giao giữ chức vụ lãnh đạo, quản lý có thời hạn.";

    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        new("post", "Chức vụ bổ nhiệm", InputKind.Post) { Required = true, PerItem = true, Choices = PostInputs.Posts, Group = "Chức vụ" },
        new("unit", "Tại đơn vị", InputKind.Unit) { Required = true, PerItem = true, Hint = "Phòng, hoặc cơ quan nếu là người đứng đầu, cấp phó của cơ quan" },
        ActionInput.From() with { Group = "Thời gian" },
        new("term", "Thời hạn giữ chức vụ", InputKind.Choice) { Required = true, Default = "60", Choices = PostInputs.Terms },
        new("planned", "Được quy hoạch chức vụ này hoặc chức vụ tương đương, cao hơn", InputKind.Checkbox) { PerItem = true, Group = "Căn cứ" },
        new("competition", "Được chọn qua thi tuyển chức danh lãnh đạo, quản lý", InputKind.Checkbox) { PerItem = true },
        new("procedure", "Biên bản, kết quả thực hiện quy trình", InputKind.Text) { Required = true, PerItem = true, Hint = "Số và ngày của tờ trình, biên bản kiểm phiếu hoặc kết quả thi tuyển" },
        new("keepOld", "Vẫn giữ chức vụ hiện tại (kiêm nhiệm)", InputKind.Checkbox) { PerItem = true },
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, LeadershipLaw.Instruments);

    public override AuthorityQuestion? Authority(ActionCase one) =>
        Guid.TryParse(one.Inputs.GetValueOrDefault("unit"), out var unit) ? PersonConditions.Authority(Code, one.Person, one.Inputs.GetValueOrDefault("post"), unit) : null;

    public override Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct) => states.LoadAsync(cases, ct);

    public override Audience Tell(ActionCase one) => base.Tell(one) with { Units = [.. base.Tell(one).Units, .. Guid.TryParse(one.Inputs.GetValueOrDefault("unit"), out var unit) ? new[] { unit } : []] };

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var (from, post, unit, term) = (input.Date(ActionInput.FromKey), input.Choice("post", one.Day), input.Unit("unit"), input.Integer("term", 1, 60));
        var procedure = input.Text("procedure");
        return ValueTask.FromResult(from is { } day && post is not null && unit is not null && term is { } months
            ? new Values(day, post, unit, months, input.Flag("competition"), input.Flag("planned"), input.Flag("keepOld"), procedure) : null);
    }

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct) => conditions.CheckAsync(one.Case, one.Values, states.Of(one.Case), findings, ct);

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one)
    {
        var (v, person, state) = (one.Values, one.Case.ThePerson, states.Of(one.Case));
        if (person.UnitId is not { } home) yield break;
        foreach (var end in v.KeepOld ? [] : PostChange.End(state, v.From, "reassigned", p => p.PostCode == v.Post && p.UnitId == v.Unit.Id)) yield return end;
        if (home != v.Unit.Id && !v.KeepOld)
        {
            var within = one.Case.Units.Agency(home)?.Id == one.Case.Units.Agency(v.Unit.Id)?.Id;
            yield return new(v.From, new SetEmployment(v.Unit.Id, person.Category!, state?.Employment?.Value.Contract, person.JoinedOn!.Value, PostTitles.Short(v.Post, v.Unit), within ? "placed" : "transferred"));
        }
        yield return new(v.From, new HoldPost(v.Post, v.Unit.Id, v.TermMonths, v.ByCompetition, false, false));
        if (!v.KeepOld)
            foreach (var pay in posts.Pay(state, v.Post, v.Unit, one.Case.Units, v.From)) yield return pay;
    }

    protected override string Summarise(ReadCase<Values> one) =>
        $"{PostTitles.Full(one.Values.Post, one.Values.Unit)}, {VnFormat.Months(one.Values.TermMonths)} từ {VnFormat.Date(one.Values.From)}";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        await states.LoadAsync(cases, ct);
        return AppointText.Of(await ReadAllAsync(cases, ct), BasesOn(day), posts);
    }
}
