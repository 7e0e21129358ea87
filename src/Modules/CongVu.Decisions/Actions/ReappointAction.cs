using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Printing;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>
/// Bổ nhiệm lại when a term ends; with little time left to retirement, a shorter term or an extension until retirement.
/// </summary>
internal sealed class ReappointAction(LegalBases bases, PersonStates states, ReappointRules rules) : PersonnelAction<ReappointAction.Values>
{
    internal sealed record Values(DateOnly From, DateOnly NoticedOn, int TermMonths, string Procedure, HeldPost Held, UnitView Unit);

    public override string Code => ActionCodes.Reappoint;
    public override string Name => "Bổ nhiệm lại, kéo dài thời gian giữ chức vụ";
    public override string About => "Giao tiếp tục giữ chức vụ khi hết thời hạn; dưới 2 năm đến tuổi nghỉ hưu thì kéo dài.";

    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        new("post", "Chức vụ được bổ nhiệm lại", InputKind.Post) { PerItem = true, Choices = PostInputs.Posts, Hint = "Để trống: chức vụ cao nhất đang giữ", Group = "Chức vụ" },
        ActionInput.From("Bổ nhiệm lại từ ngày", perItem: true) with { Group = "Thời gian" },
        new("term", "Thời hạn giữ chức vụ", InputKind.Choice) { Required = true, Default = "60", Choices = PostInputs.Terms, Hint = "Tự rút ngắn đến tuổi nghỉ hưu khi không đủ một nhiệm kỳ" },
        new("notice", "Ngày thông báo xem xét bổ nhiệm lại", InputKind.Date) { Required = true, PerItem = true, Group = "Căn cứ" },
        new("procedure", "Biên bản, kết quả lấy phiếu", InputKind.Text) { Required = true, PerItem = true, Hint = "Số và ngày của biên bản kiểm phiếu, tờ trình" },
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, LeadershipLaw.Instruments);

    public override AuthorityQuestion? Authority(ActionCase one)
    {
        var held = Held(one);
        return held is null ? PersonConditions.Authority(Code, one.Person) : PersonConditions.Authority(Code, one.Person, held.Fact.Value.PostCode, held.Fact.Value.UnitId);
    }

    public override Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct) => states.LoadAsync(cases, ct);

    public override Task<IReadOnlyDictionary<string, string>> SuggestAsync(ActionCase one, CancellationToken ct) => Task.FromResult<IReadOnlyDictionary<string, string>>(
        one.Person?.PostUntil is { } until ? new Dictionary<string, string> { [ActionInput.FromKey] = VnFormat.Date(until) } : []);

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var (from, notice, term, procedure) = (input.Date(ActionInput.FromKey), input.Date("notice"), input.Integer("term", 1, 60), input.Text("procedure"));
        _ = input.Choice("post", one.Day);
        var held = Held(one);
        if (held is null) input.Refuse("post", "Người này không giữ chức vụ đó vào ngày có hiệu lực.");
        var unit = held is null ? null : one.Units.Find(held.Fact.Value.UnitId);
        if (held is not null && unit is null) input.Refuse("post", "Đơn vị của chức vụ này không còn tồn tại vào ngày có hiệu lực.");
        return ValueTask.FromResult(from is { } day && notice is { } noticed && term is { } months && procedure is not null && held is not null && unit is not null
            ? new Values(day, noticed, months, procedure, held, unit) : null);
    }

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        if (PersonConditions.Employed(one.Case, findings)) rules.Check(one.Case, one.Values, findings);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one)
    {
        var v = one.Values;
        var length = rules.LengthOf(one.Case.ThePerson, v.From, v.TermMonths, one.Case.Today);
        if (length.Months > 0) yield return new(v.From, new HoldPost(v.Held.Fact.Value.PostCode, v.Unit.Id, length.Months, v.Held.Fact.Value.ByCompetition, true, false));
    }

    protected override string Summarise(ReadCase<Values> one)
    {
        var length = rules.LengthOf(one.Case.ThePerson, one.Values.From, one.Values.TermMonths, one.Case.Today);
        return $"{(length.IsExtension ? "Kéo dài" : "Bổ nhiệm lại")} {PostTitles.Full(one.Values.Held.Fact.Value.PostCode, one.Values.Unit)}, {VnFormat.Months(length.Months)} từ {VnFormat.Date(one.Values.From)}";
    }

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        await states.LoadAsync(cases, ct);
        var read = await ReadAllAsync(cases, ct);
        return ReappointText.Of([.. read.Select(r => (r.Case, r.Values, rules.LengthOf(r.Case.ThePerson, r.Values.From, r.Values.TermMonths, day)))], BasesOn(day));
    }

    private HeldPost? Held(ActionCase one)
    {
        var wanted = one.Inputs.GetValueOrDefault("post");
        return states.Of(one)?.Posts.FirstOrDefault(p => string.IsNullOrEmpty(wanted) || p.Fact.Value.PostCode == wanted);
    }
}
