using CongVu.Organisation.Contracts;
using CongVu.Platform;
using CongVu.Platform.Acts;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Organisation.Tests;

/// <summary>A province of its own database, with the real services; acts are applied as the module that signs decisions would.</summary>
internal sealed class PracticeOffice : IAsyncDisposable
{
    private static readonly ModuleList Modules = new([new OrganisationModule()]);
    private static readonly ProcessKind Act = new("test.act", "Thử", "Applies effects in tests.");
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private int _acts;

    private PracticeOffice(TestDatabase database, ServiceProvider services, Clock clock) => (_database, _services, Now) = (database, services, clock);

    public static readonly Guid Province = Guid.Parse("00000000-0000-7000-8000-000000000001");
    public static readonly Guid HomeAffairs = Guid.Parse("00000000-0000-7000-8000-000000000002");
    public static readonly Guid Finance = Guid.Parse("00000000-0000-7000-8000-000000000003");
    public static readonly Guid StaffDivision = Guid.Parse("00000000-0000-7000-8000-000000000004");

    public Clock Now { get; }

    public string ConnectionString => _database.ConnectionString;

    public static async Task<PracticeOffice> EmptyAsync(Action<IServiceCollection>? more = null)
    {
        var database = await TestDatabase.MigratedAsync(Modules);
        return new PracticeOffice(database, Services(database.ConnectionString, more, out var clock), clock);
    }

    /// <summary>UBND tỉnh, two departments and a division, since 2010.</summary>
    public static async Task<PracticeOffice> OpenAsync(Action<IServiceCollection>? more = null)
    {
        var office = await EmptyAsync(more);
        await office.ApplyAsync(
            New(Province, "UBND", "Ủy ban nhân dân tỉnh", UnitKind.PeoplesCommittee, UnitLevel.Province, null),
            New(HomeAffairs, "SNV", "Sở Nội vụ", UnitKind.Department, UnitLevel.Province, Province),
            New(Finance, "STC", "Sở Tài chính", UnitKind.Department, UnitLevel.Province, Province),
            New(StaffDivision, "SNV-CC", "Phòng Công chức", UnitKind.Division, UnitLevel.Province, HomeAffairs));
        return office;
    }

    /// <summary>Another node on the same database.</summary>
    public ServiceProvider SecondNode() => Services(ConnectionString, null, out _);

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    public static PlannedEffect New(Guid id, string code, string name, UnitKind kind, UnitLevel level, Guid? parent, string from = "2010-01-01", params Guid[] predecessors) =>
        On(id, from, new EstablishUnit(code, name, name, code, kind, level, parent, predecessors));

    public static PlannedEffect On(Guid unit, string day, Effect effect) => new(Guid.CreateVersion7(), unit, Day(day), effect);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public Task ApplyAsync(params PlannedEffect[] effects) => InActAsync((applier, source) => applier.ApplyAsync(source, effects, default));

    public Task VoidAsync(params Guid[] effects) => InActAsync((applier, source) => applier.VoidAsync(source, effects, default));

    public Task CorrectAsync(params PlannedEffect[] effects) => InActAsync((applier, source) => applier.ReplaceAsync(source, effects, default));

    public async Task InActAsync(Func<EffectApplier, ActSource, Task> act)
    {
        await using var scope = Scope();
        await using var process = await scope.ServiceProvider.GetRequiredService<ProcessLog>().BeginAsync(Act, null, null, default);
        var applier = scope.ServiceProvider.GetServices<EffectApplier>().Single();
        await act(applier, new ActSource(Guid.CreateVersion7(), null, process.Run.Id, process.Run.At, $"Quyết định {++_acts}/QĐ-UBND"));
        await process.CommitAsync(default);
        Now.Pass(TimeSpan.FromMinutes(1));
    }

    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> question)
    {
        await using var scope = Scope();
        return await question(scope.ServiceProvider);
    }

    public Task<UnitTree> TreeAsync(string day, DateTime? knownAt = null) =>
        AskAsync(async s => await s.GetRequiredService<UnitDirectory>().TreeAsync(new(Day(day), knownAt), default));

    public Task<IReadOnlySet<Guid>> SubtreeAsync(Guid unit) => AskAsync(async s => await s.GetRequiredService<IUnitHierarchy>().SubtreeAsync(unit, default));

    public Task<IReadOnlyList<RuleViolation>> CheckAsync(params PlannedEffect[] effects) => AskAsync(s => s.GetRequiredService<UnitActRules>().CheckAsync(effects, default));

    public async Task<T> SqlAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static ServiceProvider Services(string connectionString, Action<IServiceCollection>? more, out Clock clock)
    {
        clock = new Clock();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddCongVu(connectionString, Modules);
        more?.Invoke(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>A clock that tests set.</summary>
    internal sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
        public override DateTimeOffset GetUtcNow() => _now;
        public DateTime Instant => _now.UtcDateTime;
        public void Pass(TimeSpan time) => _now += time;
    }
}
