using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Law.Retirement;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Due;
using CongVu.Pay.Early;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Web;

namespace CongVu.Pay.Actions;

/// <summary>
/// Nâng bậc lương trước thời hạn: by achievement, out of a round that was approved, or once at the notice of retirement (Thông tư 08/2013/TT-BNV, Điều 3).
/// </summary>
internal sealed class EarlyRaiseAction(LawBook law, DecisionBases bases, EarlyRaiseRecords records) : PersonnelAction<EarlyRaiseAction.Values>
{
    internal sealed record Values(EarlyRaiseGround Ground, int Year, DateOnly From, int Months, DateOnly? NoticeOn, string Because);

    internal const string Ground = "ground", Year = "year", Months = "months", NoticeOn = "notice", Because = "because", ByAchievement = "achievement", AtNotice = "retirement-notice";
    private const string Article = "Điều 3 Thông tư 08/2013/TT-BNV";
    private readonly Dictionary<DateOnly, EarlyStepRaise> _laws = [];
    private EarlyRaiseRecords.Loaded _known = EarlyRaiseRecords.Nothing;

    public override string Code => PayActions.EarlyRaise;
    public override string Name => "Nâng bậc lương trước thời hạn";
    public override string About => "Nâng một bậc sớm hơn thời hạn thường xuyên do lập thành tích xuất sắc (theo kỳ xét đã thông qua) hoặc khi đã có thông báo nghỉ hưu.";
    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        new(Ground, "Lý do nâng trước thời hạn", InputKind.Choice) { Required = true, Default = ByAchievement, Choices = _ => [new Choice(ByAchievement, "Lập thành tích xuất sắc"), new Choice(AtNotice, "Đã có thông báo nghỉ hưu")] },
        new(Year, "Năm xét", InputKind.Integer) { Required = true, Hint = "Năm của kỳ xét, hoặc năm có thông báo nghỉ hưu" },
        new(Months, "Số tháng nâng trước", InputKind.Integer) { Required = true, PerItem = true, Hint = "Từ 1 đến 12" },
        ActionInput.From("Hưởng bậc mới từ ngày", perItem: true),
        new(NoticeOn, "Ngày thông báo nghỉ hưu", InputKind.Date) { PerItem = true, Hint = "Chỉ khi nâng do có thông báo nghỉ hưu" },
        new(Because, "Thành tích hoặc thông báo", InputKind.Text) { Required = true, PerItem = true, Hint = "Ghi vào danh sách kèm theo quyết định" },
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, "204/2004/NĐ-CP", "08/2013/TT-BNV", "03/2021/TT-BNV");

    public override AuthorityQuestion? Authority(ActionCase one) => CommonConditions.Authority(Code, one.Person);

    public override async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct) => _known = await records.OfAsync([.. cases.Select(c => c.SubjectId)], ct);

    public override async Task<IReadOnlyDictionary<string, string>> SuggestAsync(ActionCase one, CancellationToken ct)
    {
        var known = await records.OfAsync([one.SubjectId], ct);
        if (one.Person is not { RankCode: not null } person || known.Chosen[one.SubjectId].FirstOrDefault(c => !c.Decided) is not { } chosen) return new Dictionary<string, string> { [Year] = $"{one.Today.Year}" };
        var outcome = On(one.Today).Assess(StepFacts.Onto(PersonTerms.Step(person), known.Facts[person.PersonId]), chosen.Months);
        return new Dictionary<string, string> { [Year] = $"{chosen.Year}", [Months] = $"{chosen.Months}", [ActionInput.FromKey] = VnFormat.Date(outcome.From), [Because] = chosen.Words };
    }

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var ground = input.Choice(Ground, one.Day);
        var year = input.Integer(Year, 2013, 2100);
        var months = input.Integer(Months, 1, On(one.Today).MostMonths);
        var (from, notice, because) = (input.Date(ActionInput.FromKey), input.Date(NoticeOn), input.Text(Because));
        if (ground == AtNotice && notice is null && !input.Errors.Any(e => e.Key == NoticeOn)) input.Refuse(NoticeOn, "Nhập ngày ghi trên thông báo nghỉ hưu.");
        return ValueTask.FromResult(ground is null || year is null || months is null || from is null || because is null || (ground == AtNotice && notice is null)
            ? null : new Values(ground == AtNotice ? EarlyRaiseGround.RetirementNotice : EarlyRaiseGround.Achievement, year.Value, from.Value, months.Value, notice, because));
    }

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        var person = one.Case.ThePerson;
        if (!CommonConditions.Employed(one.Case, findings)) return Task.CompletedTask;
        if (person.RankCode is null)
        {
            findings.Blocks("early-raise.rank", "Đang xếp lương theo ngạch, bậc", "Hồ sơ chưa có ngạch, bậc lương vào ngày này.", Article, "Bổ sung ngạch, bậc lương trước.");
            return Task.CompletedTask;
        }
        var outcome = Reckon(one);
        if (outcome.RegularDue is not { } due || outcome.From is not { } from)
        {
            findings.Blocks("early-raise.last-step", "Chưa hưởng bậc cuối cùng của ngạch", $"Đang hưởng bậc {person.Step}, bậc cuối cùng của bảng lương {person.TableCode}.", Article, "Xét phụ cấp thâm niên vượt khung.");
            return Task.CompletedTask;
        }
        findings.Met("early-raise.last-step", "Chưa hưởng bậc cuối cùng của ngạch", $"Bậc {person.Step} của bảng {person.TableCode}.", Article);
        findings.Demand(one.Values.From == from, "early-raise.day", "Ngày hưởng đúng số tháng nâng trước",
            $"Đến hạn thường xuyên {VnFormat.Date(due)}, nâng trước {one.Values.Months} tháng là ngày {VnFormat.Date(from)}, không phải {VnFormat.Date(one.Values.From)}.", Article, "Sửa ngày hoặc số tháng nâng trước.",
            $"{VnFormat.Date(due)} trừ {one.Values.Months} tháng.");
        if (outcome.Current.Hundredths != person.Coefficient)
            findings.Blocks("early-raise.coefficient", "Hệ số trong hồ sơ đúng với bảng lương", $"Hồ sơ ghi hệ số {new Coefficient(person.Coefficient ?? 0)}, bậc {person.Step} của bảng {person.TableCode} là {outcome.Current}.", "Nghị định 204/2004/NĐ-CP", "Đính chính ngạch, bậc lương trước.");
        if (one.Values.Ground == EarlyRaiseGround.Achievement) InRound(one, due, findings);
        else AtRetirement(one, due, findings);
        CommonConditions.GoodStanding(findings, Article);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one)
    {
        var person = one.Case.ThePerson;
        if (person.RankCode is null || Reckon(one) is not { From: not null } outcome) yield break;
        yield return new(one.Values.From, new SetRankAndStep(person.RankCode, person.TableCode!, outcome.NextStep, outcome.Next.Hundredths, 0, one.Values.From));
    }

    protected override string Summarise(ReadCase<Values> one) => one.Case.ThePerson is { RankCode: not null } person && Reckon(one) is { From: not null } outcome
        ? $"Bậc {person.Step} ({outcome.Current}) → bậc {outcome.NextStep} ({outcome.Next}) từ {VnFormat.Date(one.Values.From)}, trước {one.Values.Months} tháng" : "Không nâng bậc trước thời hạn được";

    protected override Explanation? Explain(ReadCase<Values> one) =>
        one.Case.ThePerson is { RankCode: not null } ? On(one.Case.Today).Explain(Holding(one.Case), one.Values.Months, one.Values.Ground) : null;

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        await PrepareAsync(cases, ct);
        var rows = (await ReadAllAsync(cases, ct)).Where(c => c.Case.Person?.RankCode is not null).Select(c => (One: c, Outcome: Reckon(c))).Where(c => c.Outcome.From is not null);
        return EarlyRaiseText.Of([.. rows.Select(r => (r.One.Case, r.One.Values, r.Outcome))], BasesOn(day));
    }

    // Only whom the unit has chosen, within its quota, and who was not raised early the time before.
    private void InRound(ReadCase<Values> one, DateOnly due, Findings findings)
    {
        var missing = EarlyStepRaise.MissingMonths(due, LawDay.LastOfYear(one.Values.Year));
        findings.Demand(missing is >= 1 && missing <= On(one.Case.Today).MostMonths, "early-raise.missing", "Tính đến 31/12 năm xét còn thiếu từ 12 tháng trở xuống",
            missing == 0 ? $"Đến hạn thường xuyên {VnFormat.Date(due)}, trong năm xét {one.Values.Year}." : $"Đến hạn thường xuyên {VnFormat.Date(due)}, còn thiếu {missing} tháng.", Article,
            missing == 0 ? "Nâng bậc lương thường xuyên." : "Bỏ khỏi danh sách năm này.", $"Còn thiếu {missing} tháng.");
        var round = _known.Chosen[one.Case.SubjectId].FirstOrDefault(c => c.Year == one.Values.Year);
        findings.Demand(round is not null, "early-raise.round", "Có trong danh sách được thông qua của kỳ xét", $"Kỳ xét năm {one.Values.Year} chưa thông qua tên người này.", Article, "Thông qua danh sách ở mục Nâng bậc trước thời hạn trước khi lập quyết định.",
            round is { } r ? $"Thông qua ngày {VnFormat.Date(r.ApprovedOn)} ({r.Document})." : null);
        var before = _known.LastByAchievement(one.Case.SubjectId, one.Case.DecisionId, one.Case.ThePerson.StepSince!.Value);
        findings.Demand(before is null, "early-raise.twice", "Không nâng trước thời hạn hai lần liên tiếp", $"Bậc đang hưởng đã được nâng trước thời hạn do thành tích theo Quyết định {before?.NumberText}.", Article, "Chờ qua một lần nâng bậc thường xuyên.");
        findings.Demand(one.Case.Today <= new DateOnly(one.Values.Year + 1, 3, 31), "early-raise.lapsed", "Chỉ tiêu còn sử dụng được", $"Chỉ tiêu năm {one.Values.Year} chỉ dùng đến hết ngày 31/03/{one.Values.Year + 1}.", Article, "Xét trong chỉ tiêu của năm sau.");
    }

    private void AtRetirement(ReadCase<Values> one, DateOnly due, Findings findings)
    {
        var person = one.Case.ThePerson;
        var (sex, birth) = (PersonTerms.SexOf(person), PersonTerms.Birth(person));
        var retires = RetirementAge.InTimeFor(law, sex, birth).Assess(sex, birth).PensionFrom;
        var missing = EarlyStepRaise.MissingMonths(due, retires.AddDays(-1));
        findings.Demand(one.Values.NoticeOn < retires, "early-raise.notice", "Có thông báo trước ngày nghỉ hưu", $"Thông báo ngày {VnFormat.Date(one.Values.NoticeOn)} không trước ngày nghỉ hưu {VnFormat.Date(retires)}.", Article, "Sửa ngày thông báo.",
            $"Thông báo ngày {VnFormat.Date(one.Values.NoticeOn)}, nghỉ hưu từ {VnFormat.Date(retires)}.");
        findings.Demand(missing is >= 1 && missing <= On(one.Case.Today).MostMonths, "early-raise.missing", "Trước ngày nghỉ hưu còn thiếu từ 12 tháng trở xuống",
            missing == 0 ? $"Đến hạn thường xuyên {VnFormat.Date(due)}, trước ngày nghỉ hưu {VnFormat.Date(retires)}." : $"Đến hạn thường xuyên {VnFormat.Date(due)}, trước ngày nghỉ hưu còn thiếu {missing} tháng.", Article,
            missing == 0 ? "Nâng bậc lương thường xuyên khi đến hạn." : "Không thuộc trường hợp được nâng.", $"Còn thiếu {missing} tháng.");
        if (one.Case.Attachments == 0) findings.Unknown("early-raise.paper", "Có thông báo nghỉ hưu trong hồ sơ trình", "Chưa đính kèm thông báo nghỉ hưu.", Article, "Đính kèm thông báo nghỉ hưu.");
    }

    private EarlyStepRaiseOutcome Reckon(ReadCase<Values> one) => On(one.Case.Today).Assess(Holding(one.Case), one.Values.Months);

    private StepHolding Holding(ActionCase one) => StepFacts.Onto(PersonTerms.Step(one.ThePerson), _known.Facts[one.SubjectId]);

    private EarlyStepRaise On(DateOnly day)
    {
        if (!_laws.TryGetValue(day, out var raise)) _laws[day] = raise = new EarlyStepRaise(law, day);
        return raise;
    }
}
