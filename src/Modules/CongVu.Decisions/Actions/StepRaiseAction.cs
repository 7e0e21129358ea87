using CongVu.Decisions.Contracts;
using CongVu.Decisions.Printing;
using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>
/// Nâng bậc lương thường xuyên: one step up once the months of the present step are full (Thông tư 08/2013/TT-BNV, Điều 2).
/// </summary>
internal sealed class StepRaiseAction(LawBook law, LegalBases bases) : PersonnelAction<StepRaiseAction.Values>
{
    internal sealed record Values(DateOnly From);

    private const string Article = "Điều 2 Thông tư 08/2013/TT-BNV";
    private readonly Dictionary<DateOnly, RegularStepRaise> _laws = [];

    public override string Code => ActionCodes.StepRaise;
    public override string Name => "Nâng bậc lương thường xuyên";
    public override string About => "Nâng một bậc lương khi đủ thời gian giữ bậc và đạt tiêu chuẩn; một quyết định cho tối đa 500 người.";
    public override IReadOnlyList<ActionInput> Inputs { get; } = [ActionInput.From("Hưởng bậc mới từ ngày", perItem: true)];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, "204/2004/NĐ-CP", "08/2013/TT-BNV", "03/2021/TT-BNV");

    public override AuthorityQuestion? Authority(ActionCase one) => PersonConditions.Authority(Code, one.Person);

    public override Task<IReadOnlyDictionary<string, string>> SuggestAsync(ActionCase one, CancellationToken ct)
    {
        var due = one.Person is { RankCode: not null } person ? Reckon(person, one.Today).Due : null;
        return Task.FromResult<IReadOnlyDictionary<string, string>>(due is { } day ? new Dictionary<string, string> { [ActionInput.FromKey] = VnFormat.Date(day) } : []);
    }

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct) =>
        ValueTask.FromResult(input.Date(ActionInput.FromKey) is { } from ? new Values(from) : null);

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        var person = one.Case.ThePerson;
        if (!PersonConditions.Employed(one.Case, findings)) return Task.CompletedTask;
        if (person.RankCode is null)
        {
            findings.Blocks("step-raise.rank", "Đang xếp lương theo ngạch, bậc", "Hồ sơ chưa có ngạch, bậc lương vào ngày này.", Article, "Bổ sung ngạch, bậc lương trước.");
            return Task.CompletedTask;
        }
        var outcome = Reckon(person, one.Values.From);
        if (outcome.Block == StepRaiseBlock.LastStep)
        {
            findings.Blocks("step-raise.last-step", "Chưa hưởng bậc cuối cùng của ngạch", $"Đang hưởng bậc {person.Step}, bậc cuối cùng của bảng lương {person.TableCode}.",
                Article, "Xét phụ cấp thâm niên vượt khung thay cho nâng bậc.");
            return Task.CompletedTask;
        }
        Due(one.Values.From, outcome, findings);
        if (outcome.Current.Hundredths != person.Coefficient)
            findings.Blocks("step-raise.coefficient", "Hệ số trong hồ sơ đúng với bảng lương", $"Hồ sơ ghi hệ số {Staff.Coefficient(person.Coefficient)}, bậc {person.Step} của bảng {person.TableCode} là {outcome.Current}.",
                "Nghị định 204/2004/NĐ-CP", "Đính chính ngạch, bậc lương trước khi nâng bậc.");
        PersonConditions.Classified(findings, Article);
        PersonConditions.NotDisciplined(findings, Article);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one)
    {
        var person = one.Case.ThePerson;
        if (person.RankCode is null || Reckon(person, one.Values.From) is not { Block: StepRaiseBlock.None } outcome) yield break;
        yield return new(one.Values.From, new SetRankAndStep(person.RankCode, person.TableCode!, outcome.NextStep, outcome.Next.Hundredths, 0, one.Values.From));
    }

    protected override string Summarise(ReadCase<Values> one)
    {
        var person = one.Case.ThePerson;
        if (person.RankCode is null || Reckon(person, one.Values.From) is not { Block: StepRaiseBlock.None } outcome) return "Không nâng bậc được";
        return $"Bậc {person.Step} ({outcome.Current}) → bậc {outcome.NextStep} ({outcome.Next}) từ {VnFormat.Date(one.Values.From)}";
    }

    protected override Explanation? Explain(ReadCase<Values> one) =>
        one.Case.ThePerson is { RankCode: not null } person ? On(one.Values.From).Explain(Holding(person)) : null;

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct) =>
        StepRaiseText.Of([.. (await ReadAllAsync(cases, ct)).Where(c => c.Case.Person?.RankCode is not null).Select(c => (c.Case, c.Values.From, Reckon(c.Case.ThePerson, c.Values.From)))], BasesOn(day));

    private static void Due(DateOnly from, StepRaiseOutcome outcome, Findings findings)
    {
        const string code = "step-raise.due", title = "Đủ thời gian giữ bậc";
        var due = outcome.Due!.Value;
        var months = $"{outcome.StepMonths + outcome.ExtensionMonths} tháng";
        if (from < due)
            findings.Blocks(code, title, $"Ngày nâng bậc {VnFormat.Date(from)} sớm hơn ngày đủ điều kiện {VnFormat.Date(due)} ({months}, Điều 2 TT 08/2013).", Article, "Sửa ngày, hoặc chọn nâng bậc trước thời hạn.");
        else if (from > due)
            findings.Unknown(code, title, $"Đủ điều kiện từ ngày {VnFormat.Date(due)} ({months}), sớm hơn ngày nâng bậc {VnFormat.Date(from)}.", Article, "Xác nhận lý do hưởng muộn (thời gian không được tính, kéo dài), hoặc sửa ngày.");
        else findings.Met(code, title, $"Đủ {months} vào ngày {VnFormat.Date(due)}.", Article);
    }

    private StepRaiseOutcome Reckon(PersonRow person, DateOnly on) => On(on).Assess(Holding(person));

    private RegularStepRaise On(DateOnly day)
    {
        if (!_laws.TryGetValue(day, out var raise)) _laws[day] = raise = new RegularStepRaise(law, day);
        return raise;
    }

    internal static StepHolding Holding(PersonRow person) => new(PersonTerms.Category(person.Category), person.TableCode!, person.Step!.Value, person.StepSince!.Value);
}
