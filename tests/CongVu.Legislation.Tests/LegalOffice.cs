using System.Globalization;
using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using CongVu.Platform;
using CongVu.Platform.Modules;
using CongVu.Platform.Security;
using CongVu.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Legislation.Tests;

/// <summary>The module alone over a database of its own, with a legal officer, two leaders, and decisions said to rest on a value.</summary>
internal sealed class LegalOffice : IAsyncDisposable
{
    public static readonly Guid Officer = Guid.Parse("00000000-0000-7000-8000-0000000000a1");
    public static readonly Guid Leader = Guid.Parse("00000000-0000-7000-8000-0000000000b1");
    private static readonly ModuleList Modules = new([new LegislationModule()]);
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private LegalOffice(TestDatabase database, ServiceProvider services, SignedDecisions signed) => (this.database, this.services, Signed) = (database, services, signed);

    public SignedDecisions Signed { get; }

    public LawInUse Law => services.GetRequiredService<LawInUse>();

    public static async Task<LegalOffice> OpenAsync()
    {
        var database = await TestDatabase.MigratedAsync(Modules);
        var signed = new SignedDecisions();
        return new LegalOffice(database, Node(database, signed), signed);
    }

    /// <summary>Another node on the same database.</summary>
    public ServiceProvider AnotherNode() => Node(database, Signed);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Does something as an account with a role over the province (or over one unit).</summary>
    public async Task<T> AsAsync<T>(Guid account, string role, Func<IServiceProvider, Task<T>> act, Guid? unit = null)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Gate>().EnterAsync(
            new Actor(account, "a", "Nguyễn Thị Lan", "Sở Nội vụ", null, "s", "::1", true, true, false, [new ActiveGrant(role, unit, [], Day("2020-01-01"), null)]), new NoUnits(), default);
        return await act(scope.ServiceProvider);
    }

    public Task<T> AsOfficerAsync<T>(Func<IServiceProvider, Task<T>> act) => AsAsync(Officer, Roles.LegalOfficer, act);

    public Task<T> AsLeaderAsync<T>(Func<IServiceProvider, Task<T>> act) => AsAsync(Leader, Roles.Signer, act);

    public Task<Guid> StartAsync(string title) => AsOfficerAsync(s => s.GetRequiredService<ChangeDrafting>().StartAsync(title, null, default));

    public Task<ChangeOutcome> AddAsync(Guid change, InstrumentContent content) => AsOfficerAsync(s => s.GetRequiredService<ChangeDrafting>().SaveAsync(change, null, content, default));

    public Task<ChangeOutcome> AddAsync(Guid change, ValueContent content) => AsOfficerAsync(s => s.GetRequiredService<ChangeDrafting>().SaveAsync(change, null, content, default));

    public Task<ChangeOutcome> SubmitAsync(Guid change) => AsOfficerAsync(s => s.GetRequiredService<ChangeDeciding>().SubmitAsync(change, default));

    public Task<ChangeOutcome> ApproveAsync(Guid change) => AsLeaderAsync(s => s.GetRequiredService<ChangeDeciding>().ApproveAsync(change, default));

    public Task<ChangeOutcome> WithdrawAsync(Guid change) => AsLeaderAsync(s => s.GetRequiredService<ChangeDeciding>().WithdrawAsync(change, "Nhập nhầm văn bản", default));

    public static InstrumentContent Decree(string number, string inForce, params RelationContent[] relations) =>
        new(number, "Quy định mức lương cơ sở", InstrumentKind.Decree, "Chính phủ", LawScope.National, Day(inForce).AddDays(-30), Day(inForce), null, null, VerificationStatus.TextRead, null, Day("2026-11-27"), relations);

    public ValueContent BaseSalary(string from, string value, string? instrument, string? corrects = null) => Value("pay.base-salary", from, value, instrument, corrects);

    public ValueContent Value(string key, string from, string value, string? instrument, string? corrects = null) =>
        new(key, ParameterHead.Of(Law.Current.Parameters[key]), false, LawScope.National, Day(from), null, value, null, null, instrument, "Điều 3", VerificationStatus.TextRead, null, Day("2026-11-27"), corrects);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private static ServiceProvider Node(TestDatabase database, SignedDecisions signed) => new ServiceCollection().AddLogging()
        .AddCongVu(database.ConnectionString, Modules).AddScoped<DecisionsByValue>(_ => signed).BuildServiceProvider(validateScopes: true);

    /// <summary>Stands for the module that signs decisions.</summary>
    internal sealed class SignedDecisions : DecisionsByValue
    {
        public Dictionary<string, DecisionByValue> ByKey { get; } = [];

        public override Task<IReadOnlyList<DecisionByValue>> FindAsync(string key, DateOnly from, DateOnly? until, int limit, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<DecisionByValue>>(ByKey.TryGetValue(key, out var one) && one.SignedOn >= from && (until is null || one.SignedOn < until) ? [one] : []);
    }

    private sealed class NoUnits : IUnitHierarchy
    {
        public ValueTask<IReadOnlySet<Guid>> SubtreeAsync(Guid unitId, CancellationToken ct) => ValueTask.FromResult<IReadOnlySet<Guid>>(new HashSet<Guid> { unitId });
    }
}
