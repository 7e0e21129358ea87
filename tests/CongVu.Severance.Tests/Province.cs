using CongVu.Decisions;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.UseCases;
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

namespace CongVu.Severance.Tests;

/// <summary>Somebody with an account.</summary>
internal sealed record Who(Guid PersonId, Actor Actor);

/// <summary>One request: a scope of services with somebody at the gate.</summary>
internal sealed class Desk(AsyncServiceScope scope) : IAsyncDisposable
{
    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

/// <summary>
/// A small province on a real database: Sở Tài chính with a division under UBND tỉnh, Sở Nội vụ, the authority rules, leaders who sign, officers who draft and verify.
/// It is 27 November 2026.
/// </summary>
internal sealed class Province : IAsyncDisposable
{
    public static readonly Guid Root = Id(1), HomeAffairs = Id(2), Finance = Id(3), Budget = Id(4);
    private static readonly ProcessKind History = new("test.history", "Lịch sử", "What happened before the story.");
    private static readonly ModuleList Modules = new([new OrganisationModule(), new PersonnelModule(), new DecisionsModule(), new SeveranceModule()]);
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private int _people = 100;

    private Province(TestDatabase database)
    {
        _database = database;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddCongVu(database.ConnectionString, Modules);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public SettableClock Clock { get; } = new(new DateTime(2026, 1, 5, 3, 0, 0, DateTimeKind.Utc));
    public string ConnectionString => _database.ConnectionString;

    public Who Director { get; } = Somebody(12, "Đỗ Văn Tài", Roles.Signer, Finance);
    public Who HomeDirector { get; } = Somebody(14, "Lê Thị Nội", Roles.Signer, HomeAffairs);
    public Who Chair { get; } = Somebody(18, "Phan Văn Chủ", Roles.Signer, null);
    public Who Hr { get; } = Somebody(15, "Hoàng Thị Tổ", Roles.UnitHr, Finance);
    public Who Verifier { get; } = Somebody(16, "Ngô Văn Thẩm", Roles.HomeAffairs, null);
    public Who Stranger { get; } = Somebody(17, "Bùi Thị Khác", Roles.UnitHr, HomeAffairs);

    public static async Task<Province> OpenAsync()
    {
        var province = new Province(await TestDatabase.MigratedAsync(Modules));
        await province.FoundAsync();
        province.Clock.GoTo(2026, 11, 27);
        return province;
    }

    public static DateOnly D(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    public Desk Desk() => new(_services.CreateAsyncScope());

    public async Task<Desk> AsAsync(Who who)
    {
        var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Gate>().EnterAsync(who.Actor, scope.ServiceProvider.GetRequiredService<IUnitHierarchy>(), default);
        return new Desk(scope);
    }

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

    /// <summary>An official on a step since a day.</summary>
    public async Task<Guid> OfficialAsync(string name, int step, string since, string table = "A1", string rank = "01.003", int? coefficient = null, int overScale = 0, string birth = "1985-03-05", Guid? unit = null, string category = "civil-servant", int? post = null, string sex = "male")
    {
        var person = Guid.CreateVersion7();
        await PastAsync([.. Life(person, name, unit ?? Budget, step, since, table, rank, coefficient ?? 234 + 33 * (step - 1), overScale, birth, category, sex)]);
        if (post is { } allowance) await PastAsync((person, D(since), new SetAllowance(AllowanceRows.Leadership, allowance, null, null)));
        return person;
    }

    /// <summary>A draft of an action, its inputs the same for each subject, to the signature.</summary>
    public async Task<Decision> IssueAsync(Guid draft, Who signer)
    {
        await MoveAsync(Hr, draft, (d, v) => d.Get<SubmitDecisionHandler>().HandleAsync(new SubmitDecision(draft, v), default));
        await MoveAsync(Verifier, draft, (d, v) => d.Get<VerifyDecisionHandler>().HandleAsync(new VerifyDecision(draft, v), default));
        return await MoveAsync(signer, draft, (d, v) => d.Get<SignDecisionHandler>().HandleAsync(new SignDecision(draft, v), default));
    }

    /// <summary>Begins a draft as the HR officer of Sở Tài chính.</summary>
    public async Task<Guid> DraftAsync(string action, Guid[] subjects, IReadOnlyDictionary<string, string>? shared = null, IReadOnlyDictionary<string, string>? own = null)
    {
        await using var desk = await AsAsync(Hr);
        return (await desk.Get<DraftStart>().BeginAsync(action, null, subjects, shared, own is null ? null : subjects.ToDictionary(s => s, _ => own), default)).ShouldBeOfType<DraftStarted.Done>().DecisionId;
    }

    /// <summary>Checks of a draft that stop it.</summary>
    public async Task<IReadOnlyList<Check>> StopsAsync(Guid draft)
    {
        await using var desk = await AsAsync(Hr);
        var preview = await desk.Get<PreviewDraft>().OfAsync(draft, default);
        return [.. preview.Items.SelectMany(i => i.Checks).Concat(preview.Checks).Where(c => c.Stops)];
    }

    public async Task<PersonRow> PersonAsync(Guid person, string day)
    {
        await using var desk = Desk();
        return (await desk.Get<People>().FindAsync(person, new AsOf(D(day)), default))!;
    }

    public Task RunJobsAsync() => _services.GetRequiredService<Platform.Jobs.JobRunner>().DrainAsync(default);

    public async Task<T> SqlAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<Decision> MoveAsync(Who who, Guid id, Func<Desk, int, Task<MoveOutcome>> move)
    {
        int version;
        await using (var reading = Desk()) version = (await reading.Get<DecisionStore>().ReadAsync(id, default)).Decision.Version;
        await using var desk = await AsAsync(who);
        var outcome = await move(desk, version);
        var why = outcome is MoveOutcome.Refused refused
            ? string.Join("\n", refused.Assessed.Checks.Concat(refused.Assessed.Items.SelectMany(i => i.Checks)).Where(c => c.Stops).Select(c => $"{c.Code}: {c.Message}").Concat(refused.Assessed.Items.SelectMany(i => i.Assessment.Errors).Select(e => $"{e.Key}: {e.Message}")))
            : outcome is MoveOutcome.NotPossible not ? not.Why : "";
        return outcome.ShouldBeOfType<MoveOutcome.Done>(why).Decision;
    }

    private IEnumerable<(Guid, DateOnly, Effect)> Life(Guid person, string name, Guid unit, int step, string since, string table, string rank, int coefficient, int overScale, string birth, string category, string sex = "male")
    {
        var joined = D("2009-01-01");
        return
        [
            (person, joined, new SetIdentity(name, null, birth, sex, null, "Xã Tân Giang", "01", "00", $"0990{Interlocked.Increment(ref _people):00000000}", null)),
            (person, joined, new SetEmployment(unit, category, null, joined, "Chuyên viên", "recruited")),
            (person, D(since), new SetRankAndStep(rank, table, step, coefficient, overScale, D(since))),
        ];
    }

    private async Task FoundAsync()
    {
        var since = D("1990-01-01");
        await PastAsync(
            (Root, since, new EstablishUnit("UBND", "Ủy ban nhân dân tỉnh Bình Minh", "UBND tỉnh", "UBND", UnitKind.PeoplesCommittee, UnitLevel.Province, null, [])),
            (HomeAffairs, since, new EstablishUnit("SNV", "Sở Nội vụ", "Sở Nội vụ", "SNV", UnitKind.Department, UnitLevel.Province, Root, [])),
            (Finance, since, new EstablishUnit("STC", "Sở Tài chính", "Sở Tài chính", "STC", UnitKind.Department, UnitLevel.Province, Root, [])),
            (Budget, since, new EstablishUnit("STC-NS", "Phòng Ngân sách", "Phòng NS", "STC", UnitKind.Division, UnitLevel.Province, Finance, [])));
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            await connection.OpenAsync();
            var units = new Dictionary<string, Guid> { ["@root"] = Root, ["SNV"] = HomeAffairs };
            using var rules = new StreamReader(typeof(Province).Assembly.GetManifestResourceStream("CongVu.Severance.Tests.authority.yaml")!);
            await new AuthorityImport().ImportAsync(connection, AuthorityFile.Read(await rules.ReadToEndAsync()), code => units[code], new ActSource(null, null, Guid.CreateVersion7(), Clock.Now, "Nhập"), default);
        }
        await SeatAsync(Director, Finance, "department-head");
        await SeatAsync(HomeDirector, HomeAffairs, "department-head");
        await SeatAsync(Chair, Root, "province-chair");
        await SeatAsync(Hr, Finance, null);
        await SeatAsync(Verifier, HomeAffairs, null);
        await SeatAsync(Stranger, HomeAffairs, null);
    }

    // Their next raise lies far ahead, so that they stay out of the stories' lists.
    private async Task SeatAsync(Who who, Guid unit, string? post)
    {
        await PastAsync([.. Life(who.PersonId, who.Actor.DisplayName, unit, 3, "2025-12-01", "A1", "01.003", 300, 0, "1980-05-10", "civil-servant")]);
        if (post is not null) await PastAsync((who.PersonId, D("2024-01-01"), new HoldPost(post, unit, 60, false, false, false)));
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        var grant = who.Actor.Grants[0];
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("insert into platform.account(id, user_name, display_name, person_id, password_hash, created_at) values ($1, $2, $3, $4, '', now())")
                { Parameters = { new() { Value = who.Actor.AccountId }, new() { Value = who.Actor.UserName }, new() { Value = who.Actor.DisplayName }, new() { Value = who.PersonId } } },
                new("insert into platform.role_grant(id, account_id, role, unit_id, valid, granted_by, granted_at, reason) values (gen_random_uuid(), $1, $2, $3, '[2020-01-01,)', $1, now(), 'thử')")
                { Parameters = { new() { Value = who.Actor.AccountId }, new() { Value = grant.Role }, new() { Value = (object?)grant.UnitId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid } } },
            },
        };
        await batch.ExecuteNonQueryAsync();
    }

    private static Who Somebody(int no, string name, string role, Guid? scope) => new(Id(no), new Actor(Id(no + 1000), $"u{no}", name, "", Id(no), "phien", "::1", true, true, false,
        [new ActiveGrant(role, scope, [], D("2020-01-01"), null), new ActiveGrant(Roles.Self, null, [], D("2020-01-01"), null)]));

    private static Guid Id(int n) => Guid.Parse($"00000000-0000-7000-8000-{n:000000000000}");
}
