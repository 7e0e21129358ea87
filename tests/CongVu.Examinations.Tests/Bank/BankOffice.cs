using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Legislation;
using CongVu.Organisation;
using CongVu.Platform;
using CongVu.Platform.Data;
using CongVu.Platform.Modules;
using CongVu.Platform.Security;
using CongVu.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Tests.Bank;

/// <summary>A bank on a real database with four people. Today is 20/11/2026.</summary>
public sealed class BankOffice : PostgresFixture
{
    private ServiceProvider? _services;

    public static readonly Guid Author = Id(1), Colleague = Id(2), Reviewer = Id(3), Approver = Id(4);

    protected override ModuleList Modules { get; } = new([new LegislationModule(), new OrganisationModule(), new ExaminationsModule()]);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new Clock()).AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddCongVu(ConnectionString, Modules);
        services.AddDataProtection();
        _services = services.BuildServiceProvider(validateScopes: true);
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        foreach (var (id, name) in new[] { (Author, "tacgia"), (Colleague, "dongnghiep"), (Reviewer, "thamdinh"), (Approver, "duyet") })
            db.Add(new Account { Id = id, UserName = name, DisplayName = name, CreatedAt = DateTime.UnixEpoch });
        await db.SaveChangesAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        await base.DisposeAsync();
    }

    internal async Task<BankDesk> AsAsync(Guid account, string role)
    {
        var desk = new BankDesk(_services!.CreateAsyncScope());
        var actor = new Actor(account, "thu", "Người thử", "", null, "phien", "::1", true, true, false, [new ActiveGrant(role, null, [], new DateOnly(2020, 1, 1), null)]);
        await desk.Get<Gate>().EnterAsync(actor, desk.Get<IUnitHierarchy>(), default);
        return desk;
    }

    /// <summary>Questions of a subject of their own, brought in by the author; their ids by code.</summary>
    internal async Task<Dictionary<string, Guid>> ImportAsync(string subject, string gift, string? law = null)
    {
        await using var desk = await AsAsync(Author, Roles.UnitHr);
        var (id, refused) = await desk.Get<Importing>().ReadAsync("de.gift", System.Text.Encoding.UTF8.GetBytes(gift), subject, 1, law, default);
        refused.ShouldBeNull();
        (await desk.Get<Importing>().TakeAsync(id!.Value, default)).ShouldBeOfType<ImportOutcome.Done>();
        return await desk.Get<CongVuDb>().Set<BankItem>().AsNoTracking().Where(i => i.Subject == subject).ToDictionaryAsync(i => i.Code, i => i.Id);
    }

    private static Guid Id(int no) => Guid.Parse($"00000000-0000-7000-8000-{no:000000000000}");

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>One scope of services, as a request has.</summary>
internal sealed class BankDesk(AsyncServiceScope scope) : IAsyncDisposable
{
    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public QuestionDesk Desk => Get<QuestionDesk>();

    public Task<BankItem> RowAsync(Guid id) => Get<CongVuDb>().Set<BankItem>().AsNoTracking().SingleAsync(i => i.Id == id);

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
