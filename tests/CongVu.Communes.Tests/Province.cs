using CongVu.Communes.Contracts;
using CongVu.Communes.Facts;
using CongVu.Communes.Funds;
using CongVu.Communes.Holders;
using CongVu.Communes.Titles;
using CongVu.Communes.Data;
using CongVu.Decisions;
using CongVu.Law.Communes;
using CongVu.Organisation;
using CongVu.Organisation.Contracts;
using CongVu.Personnel;
using CongVu.Personnel.Contracts;
using CongVu.Platform;
using CongVu.Platform.Acts;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Communes.Tests;

/// <summary>One request: a scope of services with somebody at the gate.</summary>
internal sealed class Desk(AsyncServiceScope scope) : IAsyncDisposable
{
    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

/// <summary>
/// A small province on a real database: two communes and a ward until 30/06/2025, one commune made of the first two from 01/07/2025; an officer of each side and two of the
/// Department of Home Affairs. It is 27 November 2026.
/// </summary>
internal sealed class Province : IAsyncDisposable
{
    public static readonly Guid Root = Id(1), East = Id(2), West = Id(3), Ward = Id(4), Merged = Id(5);
    private static readonly ProcessKind History = new("test.history", "Lịch sử", "What happened before the story.");
    private static readonly ModuleList Modules = new([new OrganisationModule(), new PersonnelModule(), new DecisionsModule(), new CommunesModule()]);
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private int _people = 100;

    private Province(TestDatabase database)
    {
        _database = database;
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddCongVu(database.ConnectionString, Modules).BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public SettableClock Clock { get; } = new(new DateTime(2026, 1, 5, 3, 0, 0, DateTimeKind.Utc));

    public Actor Officer { get; } = Somebody(15, "Hoàng Thị Xã", Roles.UnitHr, Merged);
    public Actor Stranger { get; } = Somebody(17, "Bùi Thị Khác", Roles.UnitHr, Ward);
    public Actor Home { get; } = Somebody(16, "Ngô Văn Thẩm", Roles.HomeAffairs, null);
    public Actor Second { get; } = Somebody(18, "Lý Thị Hai", Roles.HomeAffairs, null);

    public static async Task<Province> OpenAsync()
    {
        var province = new Province(await TestDatabase.MigratedAsync(Modules));
        var since = D("1997-01-01");
        await province.PastAsync(
            (Root, since, new EstablishUnit("UBT", "Ủy ban nhân dân tỉnh Bình Minh", "UBND tỉnh", "UBND", UnitKind.PeoplesCommittee, UnitLevel.Province, null, [])),
            (East, since, Commune("X1", "xã Đông", [])), (West, since, Commune("X2", "xã Tây", [])), (Ward, since, Commune("P1", "phường Nam", [])));
        await province.PastAsync(
            (East, TwoTierGovernment.From, new DissolveUnit([Merged])), (West, TwoTierGovernment.From, new DissolveUnit([Merged])), (Merged, TwoTierGovernment.From, Commune("C1", "xã Đông Tây", [East, West])));
        province.Clock.GoTo(2026, 11, 27);
        return province;
    }

    public static DateOnly D(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    public Desk Desk() => new(_services.CreateAsyncScope());

    public async Task<Desk> AsAsync(Actor actor)
    {
        var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Gate>().EnterAsync(actor, scope.ServiceProvider.GetRequiredService<IUnitHierarchy>(), default);
        return new Desk(scope);
    }

    /// <summary>A request of one service as somebody.</summary>
    public async Task<TResult> AskAsync<TService, TResult>(Actor actor, Func<TService, Task<TResult>> ask) where TService : notnull
    {
        await using var desk = await AsAsync(actor);
        return await ask(desk.Get<TService>());
    }

    /// <summary>A profile from a day on.</summary>
    public async Task<Guid> ProfileAsync(Guid unit, string from, int? grade, UnitForm kind = UnitForm.Commune, long? population = null, long? norm = null, long? area = null, long? areaNorm = null, bool urban = false) =>
        (await AskAsync<ProfileKeeping, Outcome>(Home, k => k.EnterAsync(unit, new ProfileText(D(from), kind, grade, population, norm, area, areaNorm, urban, false, "Quyết định 1/QĐ-UBND"), default))).ShouldBeOfType<Outcome.Done>().Id;

    /// <summary>A village of the commune.</summary>
    public async Task<Guid> VillageAsync(Guid unit, string name, int households, string from = "2023-08-01", bool key = false) =>
        (await AskAsync<VillageKeeping, Outcome>(Home, k => k.AddAsync(unit, Guid.CreateVersion7(), new VillageText(D(from), name, VillageKind.Village, households, key, false, "Nghị quyết 1"), default))).ShouldBeOfType<Outcome.Done>().Id;

    /// <summary>A resolution that counts: entered by one, approved by the other.</summary>
    public async Task<Guid> ResolutionAsync(string from, decimal second, decimal insurance, params (TitleLevel Level, string Name, decimal Coefficient)[] titles)
    {
        var id = (await AskAsync<ResolutionKeeping, Outcome>(Home, k => k.AddAsync(Guid.CreateVersion7(), Text(from, second, insurance, titles), default))).ShouldBeOfType<Outcome.Done>().Id;
        (await AskAsync<ResolutionKeeping, Outcome>(Home, k => k.SubmitAsync(id, 1, default))).ShouldBeOfType<Outcome.Done>();
        (await AskAsync<ResolutionKeeping, Outcome>(Second, k => k.ApproveAsync(id, 2, default))).ShouldBeOfType<Outcome.Done>();
        return id;
    }

    public static ResolutionText Text(string from, decimal second, decimal insurance, params (TitleLevel Level, string Name, decimal Coefficient)[] titles) =>
        new("15/2023/NQ-HĐND", "Chức danh, phụ cấp", D("2023-07-20"), D(from), second, insurance, [.. titles.Select(t => new TitleText(t.Level, t.Name, t.Coefficient))]);

    /// <summary>Tries to place somebody new.</summary>
    public Task<Outcome> PlaceAsync(Guid unit, string name, string title, string from, Guid? village = null, string? over = null, Actor? actor = null, Guid? token = null) => AskAsync<HolderKeeping, Outcome>(actor ?? Officer,
        k => k.AddAsync(unit, token ?? Guid.CreateVersion7(), new HolderText(null, name, D("1975-03-05"), "male"), Title(title, from, village, over), default));

    /// <summary>A title as a form sends it: of the village when one is given.</summary>
    public static TitleAssignment Title(string name, string from, Guid? village = null, string? over = null) => new($"{(village is null ? "Commune" : "Village")}:{ResolutionKeeping.Code(name)}", village, null, D(from), "Quyết định 9/QĐ-UBND", over);

    public Task<CommuneSheet?> SheetAsync(Guid unit, string day, DateTime? knownAt = null) => AskAsync<CommuneReckoning, CommuneSheet?>(Home, r => r.OfAsync(unit, new AsOf(D(day), knownAt), CommunePermissions.Read, default));

    /// <summary>Facts that were there before the story.</summary>
    public async Task PastAsync(params (Guid Subject, DateOnly From, Effect Effect)[] facts)
    {
        await using var scope = _services.CreateAsyncScope();
        await using var process = await scope.ServiceProvider.GetRequiredService<ProcessLog>().BeginAsync(History, null, null, default);
        var source = new ActSource(Guid.CreateVersion7(), null, process.Run.Id, process.Run.At, "Quyết định cũ");
        var planned = facts.Select(f => new PlannedEffect(Guid.CreateVersion7(), f.Subject, f.From, f.Effect)).ToList();
        foreach (var applier in scope.ServiceProvider.GetServices<EffectApplier>())
            if (planned.Where(p => applier.Types.Contains(p.Effect.GetType())).ToList() is { Count: > 0 } own) await applier.ApplyAsync(source, own, default);
        await process.CommitAsync(default);
    }

    /// <summary>Somebody in the register.</summary>
    public async Task<Guid> EmployedAsync(string name, Guid unit, string category, string from = "2015-01-01")
    {
        var person = Guid.CreateVersion7();
        await PastAsync(
            (person, D(from), new SetIdentity(name, null, "1980-05-10", "male", null, "Xã Đông", "01", "00", $"0990{Interlocked.Increment(ref _people):00000000}", null)),
            (person, D(from), new SetEmployment(unit, category, null, D(from), "Công chức", "recruited")));
        return person;
    }

    public async Task<T> SqlAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static EstablishUnit Commune(string code, string name, Guid[] before) => new(code, $"Ủy ban nhân dân {name}", $"UBND {name}", "UBND", UnitKind.PeoplesCommittee, UnitLevel.Commune, Root, before);

    private static Actor Somebody(int no, string name, string role, Guid? scope) => new(Id(no + 1000), $"u{no}", name, "", Id(no), "phien", "::1", true, true, false, [new ActiveGrant(role, scope, [], D("2020-01-01"), null)]);

    private static Guid Id(int n) => Guid.Parse($"00000000-0000-7000-8000-{n:000000000000}");
}
