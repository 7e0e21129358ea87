using CongVu.Personnel.Declarations;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using static CongVu.Personnel.Tests.Sample;

namespace CongVu.Personnel.Tests.SelfService;

/// <summary>A person with an account and an employment, and the officers around; each act is one request of its own.</summary>
internal sealed class Office
{
    private readonly RegisterFixture _register;

    private Office(RegisterFixture register) => _register = register;

    public Guid Person { get; } = Guid.CreateVersion7();

    public Guid Account { get; } = Guid.CreateVersion7();

    public Guid OfficerAccount { get; } = Guid.CreateVersion7();

    public Guid OfficerPerson { get; } = Guid.CreateVersion7();

    public static async Task<Office> OpenAsync(RegisterFixture register)
    {
        var office = new Office(register);
        await using var desk = register.Desk();
        var from = Day(2020);
        await desk.ActAsync("Quyết định tuyển dụng", At(2026, 2), (office.Person, from, Identity("Lê Thị Mai", sex: "female")), (office.Person, from, Employment(RegisterFixture.Division, from)),
            (office.Person, from, new Contracts.SetContact("Xã Tân Giang", null, "0912345678", null)), (office.Person, from, Degree("university")));
        await desk.ActAsync("Quyết định tuyển dụng", At(2026, 2), (office.OfficerPerson, from, Identity("Phạm Văn Tổ")), (office.OfficerPerson, from, Employment(RegisterFixture.HomeAffairs, from)));
        var db = desk.Get<CongVuDb>();
        db.Add(new Account { Id = office.Account, UserName = $"mai{office.Account:N}", DisplayName = "Lê Thị Mai", PersonId = office.Person, CreatedAt = At(2026) });
        db.Add(new Account { Id = office.OfficerAccount, UserName = $"to{office.OfficerAccount:N}", DisplayName = "Phạm Văn Tổ", PersonId = office.OfficerPerson, CreatedAt = At(2026) });
        db.Add(new RoleGrant { AccountId = office.OfficerAccount, Role = Roles.UnitHr, UnitId = RegisterFixture.HomeAffairs, Valid = Span.From(Day(2020)), GrantedBy = office.OfficerAccount, GrantedAt = At(2026), Reason = "Thử" });
        await db.SaveChangesAsync();
        return office;
    }

    public Task<Desk> SelfAsync() => _register.Desk().AsPersonAsync(Account, Person, "Lê Thị Mai");

    public Task<Desk> OfficerAsync() => _register.Desk().AsPersonAsync(OfficerAccount, OfficerPerson, "Phạm Văn Tổ", (Roles.UnitHr, RegisterFixture.HomeAffairs));

    public Task<Desk> HomeAffairsAsync() => _register.Desk().AsPersonAsync(Guid.CreateVersion7(), Guid.CreateVersion7(), "Trần Sở", (Roles.HomeAffairs, null));

    public Task<Desk> OutsiderAsync() => _register.Desk().AsPersonAsync(Guid.CreateVersion7(), Guid.CreateVersion7(), "Người Ngoài", (Roles.UnitHr, RegisterFixture.Finance));

    /// <summary>Begins a declaration and types values over what the record says.</summary>
    public async Task<Declaration> DraftAsync(params (string Code, string Field, string? Value)[] changes)
    {
        await using var self = await SelfAsync();
        var id = await self.Get<DeclarationDesk>().StartAsync(default);
        return await SaveAsync(id, null, Guid.CreateVersion7(), changes) is DeclarationOutcome.Done done ? done.Declaration : throw new InvalidOperationException("not saved");
    }

    /// <param name="version">Null: the one stored now.</param>
    public async Task<DeclarationOutcome> SaveAsync(Guid id, int? version, Guid form, params (string Code, string Field, string? Value)[] changes)
    {
        await using var self = await SelfAsync();
        var state = (await self.People.StateAsync(Person, new(RegisterFixture.Today), default))!;
        var items = changes.GroupBy(c => c.Code).ToDictionary(g => g.Key, g =>
        {
            var held = DeclaredValues.Of(state, Declarables.Find(g.Key));
            var typed = Declarables.Find(g.Key).Fields.Select(f => (f.Name, g.Any(c => c.Field == f.Name) ? g.First(c => c.Field == f.Name).Value : held[f.Name]));
            return new TypedItem(new DeclaredValues(typed), held);
        });
        version ??= (await self.Get<DeclarationStore>().ReadAsync(id, default)).Declaration.Version;
        return await self.Get<DeclarationDesk>().SaveAsync(id, version.Value, new TypedDeclaration(form, null, items, new Dictionary<string, DateOnly>()), default);
    }

    public async Task AttachAsync(Guid id)
    {
        await using var self = await SelfAsync();
        (await self.Get<DeclarationDesk>().AttachAsync(id, new MemoryStream([1, 2, 3]), "bang.pdf", "application/pdf", "Bằng thạc sĩ", default)).ShouldBeOfType<DeclarationOutcome.Done>();
    }

    public async Task<DeclarationOutcome> SubmitAsync(Guid id)
    {
        await using var self = await SelfAsync();
        return await self.Get<DeclarationDesk>().SubmitAsync(id, (await self.Get<DeclarationStore>().ReadAsync(id, default)).Declaration.Version, default);
    }

    /// <summary>A declaration that was sent.</summary>
    public async Task<Declaration> SentAsync(params (string Code, string Field, string? Value)[] changes)
    {
        var draft = await DraftAsync(changes);
        await AttachAsync(draft.Id);
        return (await SubmitAsync(draft.Id)).ShouldBeOfType<DeclarationOutcome.Done>().Declaration;
    }

    public static Task<DeclarationOutcome> DecideAsync(Desk officer, Declaration declaration, params (string Code, bool Accepted, string? Reason)[] verdicts) =>
        officer.Get<DeclarationReview>().DecideAsync(declaration.Id, declaration.Version, verdicts.ToDictionary(v => v.Code, v => new Verdict(v.Accepted, v.Reason)), default);
}
