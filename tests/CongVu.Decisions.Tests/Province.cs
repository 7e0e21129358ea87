using CongVu.Organisation;
using CongVu.Organisation.Contracts;
using CongVu.Personnel;
using CongVu.Personnel.Contracts;
using CongVu.Platform;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Decisions.Tests;

/// <summary>
/// A small province on a real database: UBND tỉnh, Sở Nội vụ, Sở Tài chính with two divisions, the authority rules of practice,
/// leaders who sign, officers who draft and verify. It is 2 March 2026.
/// </summary>
internal sealed class Province : IAsyncDisposable
{
    public static readonly Guid Root = Id(1), HomeAffairs = Id(2), Finance = Id(3), Budget = Id(4), Prices = Id(5), Officers = Id(6);
    private static readonly ProcessKind History = new("test.history", "Lịch sử", "What happened before the story.");

    private static readonly ModuleList Modules = new([new OrganisationModule(), new PersonnelModule(), new DecisionsModule()]);
    private readonly TestDatabase? _database;
    private readonly ServiceProvider _services;
    private int _people;

    private Province(string connectionString, TestDatabase? database, ServiceProvider services, SettableClock clock) => (ConnectionString, _database, _services, Clock, _people) = (connectionString, database, services, clock, database is null ? 100 : 100_000);

    public SettableClock Clock { get; }

    public string ConnectionString { get; }

    public IServiceProvider Services => _services;

    /// <summary>Chairman of UBND tỉnh, director and deputy director of Sở Tài chính, director of Sở Nội vụ.</summary>
    public Who Chair { get; } = Leader(11, "Phạm Minh Chủ", Root);
    public Who Director { get; } = Leader(12, "Đỗ Văn Tài", Finance);
    public Who Deputy { get; } = Leader(13, "Vũ Thị Phó", Finance);
    public Who HomeDirector { get; } = Leader(14, "Lê Thị Nội", HomeAffairs);
    /// <summary>HR officer of Sở Tài chính; two officers of Sở Nội vụ; an auditor.</summary>
    public Who Hr { get; } = Somebody(15, "Hoàng Thị Tổ", Roles.UnitHr, Finance);
    public Who Verifier { get; } = Somebody(16, "Ngô Văn Thẩm", Roles.HomeAffairs, null);
    public Who OtherVerifier { get; } = Somebody(17, "Bùi Thị Định", Roles.HomeAffairs, null);
    public Who Auditor { get; } = Somebody(18, "Trịnh Văn Thanh", Roles.Auditor, null);

    public static async Task<Province> OpenAsync(Action<IServiceCollection>? more = null)
    {
        var database = await TestDatabase.CopyAsync("decisions", Modules.Assemblies.Append(typeof(Province).Assembly).Select(a => a.ManifestModule.ModuleVersionId.ToString()), PrepareAsync);
        var province = Of(database.ConnectionString, more, database);
        province.Clock.GoTo(2026, 3, 2);
        return province;
    }

    /// <summary>Another host over the same database, with the same clock.</summary>
    public Province Beside(Action<IServiceCollection>? more = null) => Of(ConnectionString, more, null, Clock);

    private static async Task PrepareAsync(string connectionString)
    {
        await using var province = Of(connectionString, null, null);
        await province.Services.GetRequiredService<SchemaMigrator>().MigrateAsync();
        await province.FoundAsync();
    }

    private static Province Of(string connectionString, Action<IServiceCollection>? more, TestDatabase? database, SettableClock? same = null)
    {
        var clock = same ?? new SettableClock(new DateTime(2026, 1, 5, 3, 0, 0, DateTimeKind.Utc));
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddCongVu(connectionString, Modules);
        more?.Invoke(services);
        return new Province(connectionString, database, services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }), clock);
    }

    /// <summary>A scope of services with nobody at the gate, as a job has.</summary>
    public Desk Desk() => new(_services.CreateAsyncScope(), null);

    /// <summary>Somebody sits down at a desk.</summary>
    public async Task<Desk> AsAsync(Who who)
    {
        var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Gate>().EnterAsync(who.Actor, scope.ServiceProvider.GetRequiredService<IUnitHierarchy>(), default);
        return new Desk(scope, who);
    }

    /// <summary>Facts that were there before the story.</summary>
    public async Task PastAsync(params (Guid Subject, DateOnly From, Effect Effect)[] facts)
    {
        await using var desk = Desk();
        await using var process = await desk.Get<ProcessLog>().BeginAsync(History, null, null, default);
        var source = new ActSource(Guid.CreateVersion7(), null, process.Run.Id, process.Run.At, "Quyết định cũ");
        var planned = facts.Select(f => new PlannedEffect(Guid.CreateVersion7(), f.Subject, f.From, f.Effect)).ToList();
        foreach (var applier in desk.GetAll<EffectApplier>())
            if (planned.Where(p => applier.Types.Contains(p.Effect.GetType())).ToList() is { Count: > 0 } own) await applier.ApplyAsync(source, own, default);
        await process.CommitAsync(default);
    }

    /// <summary>An official of a unit on a step of A1 since a day.</summary>
    public async Task<Guid> OfficialAsync(string name = "Nguyễn Văn An", Guid? unit = null, int step = 3, string stepSince = "2023-03-01", string birth = "1985-03-05", string sex = "male", string degree = "university")
    {
        var person = Guid.CreateVersion7();
        var joined = D("2010-01-01");
        await PastAsync([.. Life(person, name, unit ?? Budget, step, D(stepSince), birth, sex, degree, joined)]);
        return person;
    }

    /// <summary>Many officials at once, for lists.</summary>
    public async Task<IReadOnlyList<Guid>> OfficialsAsync(int count, Guid unit, string stepSince = "2023-03-01")
    {
        var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToList();
        await PastAsync([.. ids.SelectMany((id, i) => Life(id, $"Trần Văn {(char)('A' + i % 26)} {i}", unit, 3, D(stepSince), "1985-03-05", "male", "university", D("2010-01-01")))]);
        return ids;
    }

    public IEnumerable<(Guid, DateOnly, Effect)> Life(Guid person, string name, Guid unit, int step, DateOnly since, string birth, string sex, string degree, DateOnly joined) =>
    [
        (person, joined, new SetIdentity(name, null, birth, sex, null, "Xã Tân Giang", "01", "00", $"0990{Interlocked.Increment(ref _people):00000000}", null)),
        (person, joined, new SetEmployment(unit, "civil-servant", null, joined, "Chuyên viên", "recruited")),
        (person, since, new SetRankAndStep("01.003", "A1", step, 234 + 33 * (step - 1), 0, since)),
        (person, joined, new SetQualification("professional", degree, "Kinh tế", null, 2007, "chính quy")),
    ];

    public async Task<T> SqlAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    private async Task FoundAsync()
    {
        var since = D("1990-01-01");
        await PastAsync(
            (Root, since, new EstablishUnit("UBND", "Ủy ban nhân dân tỉnh Bình Minh", "UBND tỉnh", "UBND", UnitKind.PeoplesCommittee, UnitLevel.Province, null, [])),
            (HomeAffairs, since, new EstablishUnit("SNV", "Sở Nội vụ", "Sở Nội vụ", "SNV", UnitKind.Department, UnitLevel.Province, Root, [])),
            (Officers, since, new EstablishUnit("SNV-CC", "Phòng Công chức, viên chức", "Phòng CCVC", "SNV", UnitKind.Division, UnitLevel.Province, HomeAffairs, [])),
            (Finance, since, new EstablishUnit("STC", "Sở Tài chính", "Sở Tài chính", "STC", UnitKind.Department, UnitLevel.Province, Root, [])),
            (Budget, since, new EstablishUnit("STC-NS", "Phòng Ngân sách", "Phòng NS", "STC", UnitKind.Division, UnitLevel.Province, Finance, [])),
            (Prices, since, new EstablishUnit("STC-G", "Phòng Giá", "Phòng Giá", "STC", UnitKind.Division, UnitLevel.Province, Finance, [])));
        await RulesAsync();
        await SeatAsync(Chair, Root, "province-chair");
        await SeatAsync(HomeDirector, HomeAffairs, "department-head");
        await SeatAsync(Director, Finance, "department-head");
        await SeatAsync(Deputy, Finance, "department-deputy");
        await SeatAsync(Hr, Prices, null);
        await SeatAsync(Verifier, Officers, null);
        await SeatAsync(OtherVerifier, Officers, null);
        await SeatAsync(Auditor, Officers, null);
    }

    private async Task RulesAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        var units = new Dictionary<string, Guid> { ["@root"] = Root, ["SNV"] = HomeAffairs };
        using var rules = new StreamReader(typeof(Province).Assembly.GetManifestResourceStream("CongVu.Decisions.Tests.authority.yaml")!);
        await new AuthorityImport().ImportAsync(connection, AuthorityFile.Read(await rules.ReadToEndAsync()), code => units[code], new ActSource(null, null, Guid.CreateVersion7(), Clock.Now, "Nhập"), default);
    }

    private async Task SeatAsync(Who who, Guid unit, string? post)
    {
        var (actor, grant) = (who.Actor, who.Actor.Grants[0]);
        await PastAsync([.. Life(who.PersonId, actor.DisplayName, unit, 3, D("2025-03-01"), "1980-05-10", "male", "university", D("2010-01-01"))]);
        if (post is not null) await PastAsync((who.PersonId, D("2024-01-01"), new HoldPost(post, unit, 60, false, false, false)));
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("insert into platform.account(id, user_name, display_name, person_id, password_hash, created_at) values ($1, $2, $3, $4, '', now())")
                { Parameters = { new() { Value = actor.AccountId }, new() { Value = actor.UserName }, new() { Value = actor.DisplayName }, new() { Value = who.PersonId } } },
                new("insert into platform.role_grant(id, account_id, role, unit_id, valid, granted_by, granted_at, reason) values (gen_random_uuid(), $1, $2, $3, '[2020-01-01,)', $1, now(), 'thử')")
                { Parameters = { new() { Value = actor.AccountId }, new() { Value = grant.Role }, new() { Value = (object?)grant.UnitId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid } } },
            },
        };
        await batch.ExecuteNonQueryAsync();
    }

    private static Who Leader(int no, string name, Guid unit) => Somebody(no, name, Roles.Signer, unit);

    private static Who Somebody(int no, string name, string role, Guid? scope) => new(Id(no), new Actor(Id(no + 1000), $"u{no}", name, "", Id(no), "phien", "::1", true, true, false,
        [new ActiveGrant(role, scope, [], D("2020-01-01"), null), new ActiveGrant(Roles.Self, null, [], D("2020-01-01"), null)]));

    private static Guid Id(int n) => Guid.Parse($"00000000-0000-7000-8000-{n:000000000000}");
}

/// <summary>Somebody with an account.</summary>
internal sealed record Who(Guid PersonId, Actor Actor);
