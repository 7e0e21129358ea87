using CongVu.Decisions.Contracts;
using CongVu.Decisions.Printing;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Actions;

/// <summary>Tuyển dụng: somebody enters the register, with employment, rank and first step; whoever had left the service comes back into the same record.</summary>
internal sealed class RecruitAction(LawBook law, LegalBases bases, RecruitInputs inputs, RecruitConditions conditions, PersonStates states) : PersonnelAction<Recruit>
{
    public override string Code => ActionCodes.Recruit;
    public override string Name => "Tuyển dụng";
    public override string About => "Tuyển dụng người trúng tuyển vào công chức, viên chức; lập hồ sơ mới, hoặc ghi tiếp hồ sơ cũ của người đã thôi công tác.";
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

    public override Task<IReadOnlyList<Guid?>> KnownAsync(IReadOnlyList<IReadOnlyDictionary<string, string>> forms, DateOnly today, CancellationToken ct) => conditions.FormerAsync(forms, today, ct);

    public override async Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct)
    {
        await conditions.PrepareAsync(cases, ct);
        await states.LoadAsync(cases, ct);
    }

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
        // Who comes back is known: identity stays as the record has it, and what was not typed is not lost.
        var before = states.Of(one.Case);
        if (before is null) yield return new(v.From, new SetIdentity(v.FullName, null, v.Birth.ToStored(), v.Sex, v.BirthPlace, v.HomeTown, v.Ethnicity, v.Religion, v.PersonalId, null));
        var contact = before?.Contact?.Value;
        if (v.Residence is not null || v.Phone is not null || v.Email is not null) yield return new(v.From, new SetContact(v.Residence ?? contact?.Residence, contact?.Address, v.Phone ?? contact?.Phone, v.Email ?? contact?.Email));
        yield return new(v.From, new SetEmployment(v.Unit.Id, v.Category, v.Contract, v.From, v.JobTitle, "recruited"));
        yield return new(v.From, new SetRankAndStep(v.RankCode, v.TableCode, v.Step, coefficient.Hundredths, 0, v.From));
        if (conditions.Adds(v, before?.Qualifications.FirstOrDefault(q => q.Value.Kind == "professional")?.Value)) yield return new(v.From, new SetQualification("professional", v.Degree, v.Major, v.School, v.GraduatedIn, null));
        var insured = before?.SocialInsurance?.Value;
        if (v.InsuranceBook is { } book && book != insured?.BookNumber) yield return new(v.From, insured is null ? new SetSocialInsurance(book, 0, 0) : insured with { BookNumber = book });
    }

    protected override string Summarise(ReadCase<Recruit> one) => $"{(one.Case.Person is null ? "" : "Ghi tiếp hồ sơ cũ: ")}{one.Values.RankCode} bậc {one.Values.Step} tại {one.Case.Units.FullName(one.Values.Unit.Id)} từ {VnFormat.Date(one.Values.From)}";

    public override async Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct) => RecruitText.Of(await ReadAllAsync(cases, ct), BasesOn(day), CoefficientOf);

    private Coefficient? CoefficientOf(Recruit v) =>
        law.Pay.ScalesOn(v.From).TryFind(PersonTerms.Category(v.Category), v.TableCode, out var table) && table.Has(v.Step) ? table.At(v.Step) : null;
}

/// <summary>What is known of a recruit.</summary>
internal sealed record Recruit(
    string FullName, BirthDate Birth, string Sex, string PersonalId, string Ethnicity, string Religion, string? BirthPlace, string? HomeTown, string? Residence, string? Phone, string? Email, string? InsuranceBook,
    UnitView Unit, string Category, string? Contract, string JobTitle, DateOnly From, string RankCode, string TableCode, int Step, string Degree, string? Major, string? School, int? GraduatedIn, string Approval);
