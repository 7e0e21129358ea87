using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Due;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Pay.Actions;

/// <summary>Phụ cấp thâm niên vượt khung: the first percent after the months on the last step, one more each year (Nghị định 204/2004/NĐ-CP, Điều 6 khoản 1).</summary>
internal sealed class OverScaleAction(LawBook law, DecisionBases bases, StepFacts facts) : PersonnelAction<OverScaleAction.Values>
{
    internal sealed record Values(DateOnly From);

    private const string Article = "Khoản 1 Điều 6 Nghị định 204/2004/NĐ-CP";
    private readonly Dictionary<DateOnly, OverScaleAward> _laws = [];
    private ILookup<Guid, RaiseFact> _facts = Array.Empty<RaiseFact>().ToLookup(f => f.PersonId);

    public override string Code => PayActions.OverScale;
    public override string Name => "Phụ cấp thâm niên vượt khung";
    public override string About => "Hưởng 5% sau khi giữ bậc cuối cùng đủ thời gian, sau đó mỗi năm thêm 1%; một quyết định cho tối đa 500 người.";
    public override IReadOnlyList<ActionInput> Inputs { get; } = [ActionInput.From("Hưởng mức mới từ ngày", perItem: true)];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, "204/2004/NĐ-CP", "08/2013/TT-BNV", "03/2021/TT-BNV");

    public override AuthorityQuestion? Authority(ActionCase one) => CommonConditions.Authority(Code, one.Person);

    public override async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct) => _facts = await facts.OfAsync([.. cases.Select(c => c.SubjectId)], ct);

    public override async Task<IReadOnlyDictionary<string, string>> SuggestAsync(ActionCase one, CancellationToken ct)
    {
        _facts = await facts.OfAsync([one.SubjectId], ct);
        return one.Person is { RankCode: not null } person && Reckon(person, one.Today) is { } award ? new Dictionary<string, string> { [ActionInput.FromKey] = VnFormat.Date(award.Due) } : [];
    }

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct) =>
        ValueTask.FromResult(input.Date(ActionInput.FromKey) is { } from ? new Values(from) : null);

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        var person = one.Case.ThePerson;
        if (!CommonConditions.Employed(one.Case, findings)) return Task.CompletedTask;
        if (person.RankCode is null)
        {
            findings.Blocks("over-scale.rank", "Đang xếp lương theo ngạch, bậc", "Hồ sơ chưa có ngạch, bậc lương vào ngày này.", Article, "Bổ sung ngạch, bậc lương trước.");
            return Task.CompletedTask;
        }
        if (Reckon(person, one.Values.From) is not { } award)
        {
            findings.Blocks("over-scale.last-step", "Đang hưởng bậc cuối cùng của ngạch", $"Đang hưởng bậc {person.Step} của bảng lương {person.TableCode}, chưa phải bậc cuối cùng.", Article, "Xét nâng bậc lương thường xuyên.");
            return Task.CompletedTask;
        }
        findings.Met("over-scale.last-step", "Đang hưởng bậc cuối cùng của ngạch", $"Bậc {person.Step} của bảng {person.TableCode}.", Article);
        Due(one.Values.From, award, findings);
        CommonConditions.GoodStanding(findings, Article);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one)
    {
        var person = one.Case.ThePerson;
        if (person.RankCode is null || Reckon(person, one.Values.From) is not { } award) yield break;
        yield return new(one.Values.From, new SetRankAndStep(person.RankCode, person.TableCode!, person.Step!.Value, person.Coefficient!.Value, award.Next.Hundredths / 100, one.Values.From));
    }

    protected override string Summarise(ReadCase<Values> one) =>
        one.Case.ThePerson is { RankCode: not null } person && Reckon(person, one.Values.From) is { } award
            ? $"Vượt khung {award.Held} → {award.Next} từ {VnFormat.Date(one.Values.From)}" : "Không hưởng phụ cấp thâm niên vượt khung được";

    protected override Explanation? Explain(ReadCase<Values> one) =>
        one.Case.ThePerson is { RankCode: not null } person && Reckon(person, one.Values.From) is not null ? On(one.Values.From).Explain(Holding(person), PersonTerms.OverScale(person)) : null;

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        await PrepareAsync(cases, ct);
        var rows = (await ReadAllAsync(cases, ct)).Where(c => c.Case.Person?.RankCode is not null).Select(c => (c.Case, c.Values.From, Award: Reckon(c.Case.ThePerson, c.Values.From))).Where(c => c.Award is not null);
        return OverScaleText.Of([.. rows.Select(r => (r.Case, r.From, r.Award!.Value))], BasesOn(day));
    }

    private static void Due(DateOnly from, OverScaleAwardOutcome award, Findings findings)
    {
        const string code = "over-scale.due", title = "Đủ thời gian hưởng mức phụ cấp tiếp theo";
        var months = $"{award.WaitMonths + award.ExtensionMonths} tháng";
        if (from < award.Due)
            findings.Blocks(code, title, $"Ngày hưởng {VnFormat.Date(from)} sớm hơn ngày đủ điều kiện {VnFormat.Date(award.Due)} ({months}).", Article, "Sửa ngày, hoặc bỏ người này khỏi danh sách.");
        else if (from > award.Due)
            findings.Unknown(code, title, $"Đủ điều kiện từ ngày {VnFormat.Date(award.Due)} ({months}), sớm hơn ngày hưởng {VnFormat.Date(from)}.", Article, "Xác nhận lý do hưởng muộn, hoặc sửa ngày.");
        else findings.Met(code, title, $"Đủ {months} vào ngày {VnFormat.Date(award.Due)}.", Article);
    }

    private OverScaleAwardOutcome? Reckon(PersonRow person, DateOnly on) => On(on).Concerns(Holding(person)) ? On(on).Assess(Holding(person), PersonTerms.OverScale(person)) : null;

    private StepHolding Holding(PersonRow person) => StepFacts.Onto(PersonTerms.Step(person), _facts[person.PersonId]);

    private OverScaleAward On(DateOnly day)
    {
        if (!_laws.TryGetValue(day, out var award)) _laws[day] = award = new OverScaleAward(law, day);
        return award;
    }
}
