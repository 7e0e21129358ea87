using CongVu.Decisions.Contracts;
using CongVu.Decisions.Printing;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>Tuyển dụng: somebody enters the register, with employment, rank and first step.</summary>
internal sealed class RecruitAction(LawBook law, LegalBases bases, RecruitInputs inputs, RecruitConditions conditions) : PersonnelAction<Recruit>
{
    public override string Code => ActionCodes.Recruit;
    public override string Name => "Tuyển dụng";
    public override string About => "Tuyển dụng người trúng tuyển vào công chức, viên chức; lập hồ sơ mới.";
    public override ActionSubject Subject => ActionSubject.NewPerson;
    public override int MaxItems => 100;
    public override IReadOnlyList<ActionInput> Inputs => inputs.All;

    public override IReadOnlyList<string> BasesOn(DateOnly day) =>
        bases.On(day, "22/2008/QH12", "80/2025/QH15", "58/2010/QH12", "129/2025/QH15", "204/2004/NĐ-CP", "138/2020/NĐ-CP", "170/2025/NĐ-CP", "115/2020/NĐ-CP", "259/2026/NĐ-CP");

    public override AuthorityQuestion? Authority(ActionCase one) =>
        Guid.TryParse(one.Inputs.GetValueOrDefault("unit"), out var unit) && one.Inputs.GetValueOrDefault("category") is { Length: > 0 } category
            ? new AuthorityQuestion(Code, category, LeadershipLevel.None, one.Inputs.GetValueOrDefault("rank"), unit) : null;

    public override string? NameOf(IReadOnlyDictionary<string, string> typed) => typed.GetValueOrDefault("fullName");

    public override Audience Tell(ActionCase one) => new([], Guid.TryParse(one.Inputs.GetValueOrDefault("unit"), out var unit) ? [unit] : []);

    public override Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct) => conditions.PrepareAsync(cases, ct);

    protected override ValueTask<Recruit?> ParseAsync(InputReader input, ActionCase one, CancellationToken ct) => ValueTask.FromResult(inputs.Read(input, one));

    protected override Task CheckAsync(ReadCase<Recruit> one, Findings findings, CancellationToken ct)
    {
        conditions.Check(one.Case, one.Values, findings);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Consequence> Plan(ReadCase<Recruit> one)
    {
        var v = one.Values;
        if (CoefficientOf(v) is not { } coefficient) yield break;
        yield return new(v.From, new SetIdentity(v.FullName, null, v.Birth.ToStored(), v.Sex, v.BirthPlace, v.HomeTown, v.Ethnicity, v.Religion, v.PersonalId, null));
        if (v.Residence is not null || v.Phone is not null || v.Email is not null) yield return new(v.From, new SetContact(v.Residence, null, v.Phone, v.Email));
        yield return new(v.From, new SetEmployment(v.Unit.Id, v.Category, v.Contract, v.From, v.JobTitle, "recruited"));
        yield return new(v.From, new SetRankAndStep(v.RankCode, v.TableCode, v.Step, coefficient.Hundredths, 0, v.From));
        yield return new(v.From, new SetQualification("professional", v.Degree, v.Major, v.School, v.GraduatedIn, null));
        if (v.InsuranceBook is not null) yield return new(v.From, new SetSocialInsurance(v.InsuranceBook, 0, 0));
    }

    protected override string Summarise(ReadCase<Recruit> one) => $"{one.Values.RankCode} bậc {one.Values.Step} tại {one.Case.Units.FullName(one.Values.Unit.Id)} từ {VnFormat.Date(one.Values.From)}";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct) => RecruitText.Of(await ReadAllAsync(cases, ct), BasesOn(day), CoefficientOf);

    private Coefficient? CoefficientOf(Recruit v) =>
        law.Pay.ScalesOn(v.From).TryFind(Staff.Category(v.Category), v.TableCode, out var table) && table.Has(v.Step) ? table.At(v.Step) : null;
}

/// <summary>What is known of a recruit.</summary>
internal sealed record Recruit(
    string FullName, BirthDate Birth, string Sex, string PersonalId, string Ethnicity, string Religion, string? BirthPlace, string? HomeTown, string? Residence, string? Phone, string? Email, string? InsuranceBook,
    UnitView Unit, string Category, string? Contract, string JobTitle, DateOnly From, string RankCode, string TableCode, int Step, string Degree, string? Major, string? School, int? GraduatedIn, string Approval);
