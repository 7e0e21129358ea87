using CongVu.Decisions.Contracts;
using CongVu.Decisions.Printing;
using CongVu.Law;
using CongVu.Law.Retirement;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>Nghỉ hưu hưởng chế độ bảo hiểm xã hội, from the first day of the month after the age is reached (Nghị định 135/2020/NĐ-CP).</summary>
internal sealed class RetireAction(LawBook law, LegalBases bases, PersonStates states) : PersonnelAction<RetireAction.Values>
{
    internal sealed record Values(DateOnly From, DateOnly? NoticedOn, string? Residence);

    public override string Code => ActionCodes.Retire;
    public override string Name => "Nghỉ hưu";
    public override string About => "Cho nghỉ hưu khi đủ tuổi; có thông báo trước 6 tháng và quyết định trước 3 tháng.";

    public override IReadOnlyList<ActionInput> Inputs { get; } =
    [
        ActionInput.From("Nghỉ hưu từ ngày", perItem: true) with { Group = "Thời điểm" },
        new("notice", "Ngày thông báo nghỉ hưu", InputKind.Date) { Required = true, PerItem = true, Hint = "Ngày của thông báo theo Mẫu số 2 Nghị định 170/2025/NĐ-CP" },
        new("residence", "Nơi cư trú sau khi nghỉ hưu", InputKind.Text) { PerItem = true, Group = "Nội dung quyết định" },
    ];

    public override IReadOnlyList<string> BasesOn(DateOnly day) =>
        bases.On(day, "45/2019/QH14", "58/2014/QH13", "41/2024/QH15", "22/2008/QH12", "80/2025/QH15", "135/2020/NĐ-CP", "46/2010/NĐ-CP", "170/2025/NĐ-CP");

    public override AuthorityQuestion? Authority(ActionCase one) => PersonConditions.Authority(Code, one.Person);

    public override Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct) => states.LoadAsync(cases, ct);

    public override Task<IReadOnlyDictionary<string, string>> SuggestAsync(ActionCase one, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(one.Person is { } person ? new Dictionary<string, string> { [ActionInput.FromKey] = VnFormat.Date(Reckon(person).PensionFrom) } : []);

    protected override ValueTask<Values?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct)
    {
        var (from, notice) = (input.Date(ActionInput.FromKey), input.Date("notice"));
        return ValueTask.FromResult(from is { } day ? new Values(day, notice, input.Text("residence")) : null);
    }

    protected override Task CheckAsync(ReadCase<Values> one, Findings findings, CancellationToken ct)
    {
        if (!PersonConditions.Employed(one.Case, findings)) return Task.CompletedTask;
        Age(one, findings);
        Ahead(one.Values.NoticedOn, one.Values.From, "retirement.notice-months", "retire.notice", "Thông báo nghỉ hưu trước", "Thông báo ngày", one.Case.Today, findings);
        Ahead(one.Case.Today, one.Values.From, "retirement.decision-months", "retire.decision", "Ra quyết định nghỉ hưu trước", "Ký ngày", one.Case.Today, findings);
        if (states.Of(one.Case)?.SocialInsurance is { } book)
            findings.Met("retire.insurance", "Sổ bảo hiểm xã hội", $"Số sổ {book.Value.BookNumber}, đã đóng {VnFormat.Months(book.Value.MonthsCounted)}.");
        else findings.Unknown("retire.insurance", "Sổ bảo hiểm xã hội", "Hồ sơ chưa có sổ bảo hiểm xã hội.", "Luật Bảo hiểm xã hội", "Bổ sung số sổ và thời gian đóng.");
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Values> one) => [new(one.Values.From, new EndEmployment("retired"))];

    protected override string Summarise(ReadCase<Values> one) => $"Nghỉ hưu từ {VnFormat.Date(one.Values.From)}";

    protected override Explanation? Explain(ReadCase<Values> one)
    {
        var (sex, birth) = (PersonTerms.SexOf(one.Case.ThePerson), PersonTerms.Birth(one.Case.ThePerson));
        return RetirementAge.InTimeFor(law, sex, birth).Explain(sex, birth);
    }

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct)
    {
        await states.LoadAsync(cases, ct);
        return RetireText.Of(await ReadAllAsync(cases, ct), BasesOn(day), states);
    }

    private void Age(ReadCase<Values> one, Findings findings)
    {
        const string code = "retire.age", title = "Đủ tuổi nghỉ hưu", article = "Điều 4 Nghị định 135/2020/NĐ-CP";
        var outcome = Reckon(one.Case.ThePerson);
        var age = outcome.Months == 0 ? $"{outcome.Years} tuổi" : $"{outcome.Years} tuổi {outcome.Months} tháng";
        if (one.Values.From < outcome.PensionFrom)
            findings.Blocks(code, title, $"Ngày nghỉ hưu {VnFormat.Date(one.Values.From)} sớm hơn ngày {VnFormat.Date(outcome.PensionFrom)} (đủ {age} ngày {VnFormat.Date(outcome.ReachedOn)}).", article,
                "Sửa ngày, hoặc dùng nghiệp vụ nghỉ hưu trước tuổi nếu thuộc đối tượng.");
        else if (one.Values.From > outcome.PensionFrom)
            findings.NeedsOverride(code, title, $"Đủ tuổi nghỉ hưu, phải nghỉ từ ngày {VnFormat.Date(outcome.PensionFrom)}; ngày nhập muộn hơn.", article, "Sửa ngày, hoặc ghi quyết định lùi thời điểm nghỉ hưu, kéo dài thời gian công tác.");
        else findings.Met(code, title, $"Đủ {age} ngày {VnFormat.Date(outcome.ReachedOn)}.", article);
    }

    private void Ahead(DateOnly? on, DateOnly from, string parameter, string code, string what, string did, DateOnly today, Findings findings)
    {
        var months = law.Months(parameter).At(today);
        var latest = from.AddMonths(-months.Value);
        var title = $"{what} {months.Value} tháng";
        if (on is not { } day) findings.Unknown(code, title, "Chưa nhập ngày.", months.Source.Text);
        else if (day <= latest) findings.Met(code, title, $"{did} {VnFormat.Date(day)}, trước ngày nghỉ hưu từ {months.Value} tháng trở lên.", months.Source.Text);
        else findings.NeedsOverride(code, title, $"{did} {VnFormat.Date(day)}; chậm nhất phải là ngày {VnFormat.Date(latest)}.", months.Source.Text, "Ghi lý do chậm và căn cứ, hoặc lùi thời điểm nghỉ hưu theo quy định.");
    }

    private RetirementOutcome Reckon(PersonRow person)
    {
        var (sex, birth) = (PersonTerms.SexOf(person), PersonTerms.Birth(person));
        return RetirementAge.InTimeFor(law, sex, birth).Assess(sex, birth);
    }
}
