using CongVu.Decisions;
using CongVu.Organisation;
using CongVu.Organisation.Contracts;
using CongVu.Personnel;
using CongVu.Platform;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Reform.Data;
using CongVu.Reform.Reading;
using CongVu.Reform.UseCases;
using CongVu.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Reform.Tests.Tracking;

/// <summary>
/// A province on a real database: departments of which one merged into another, two districts that ended and three communes that
/// took over. Today is 15/06/2026.
/// </summary>
public sealed class ReformOffice : PostgresFixture
{
    private static readonly ProcessKind Act = new("test.act", "Thử", "anything");
    private ServiceProvider? _services;

    public static readonly Guid Province = Id(1), HomeAffairs = Id(2), Justice = Id(3), Finance = Id(4), Planning = Id(5), Inspectorate = Id(6);
    public static readonly Guid FirstDistrict = Id(11), SecondDistrict = Id(12), FirstCommune = Id(21), SecondCommune = Id(22), ThirdCommune = Id(23);

    /// <summary>Accounts behind the desks, so that a judge is not the reporter.</summary>
    public static readonly Guid JusticeClerk = Id(31), Officer = Id(32);

    internal Clock Now { get; } = new();

    protected override ModuleList Modules { get; } = new([new OrganisationModule(), new PersonnelModule(), new DecisionsModule(), new ReformModule()]);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Now).AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddCongVu(ConnectionString, Modules);
        _services = services.BuildServiceProvider(validateScopes: true);
        await UnitsAsync();
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        db.AddRange(new Account { Id = JusticeClerk, UserName = "stp", DisplayName = "Cán bộ Sở Tư pháp", CreatedAt = DateTime.UnixEpoch }, new Account { Id = Officer, UserName = "snv", DisplayName = "Chuyên viên Sở Nội vụ", CreatedAt = DateTime.UnixEpoch });
        await db.SaveChangesAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>A desk of somebody with a role over a unit (null: the province).</summary>
    internal async Task<OfficeDesk> AsAsync(string role, Guid? unit = null, Guid? account = null)
    {
        var desk = new OfficeDesk(_services!.CreateAsyncScope());
        var actor = new Actor(account ?? Officer, "thu", "Người thử", "", null, "phien", "::1", true, true, false, [new ActiveGrant(role, unit, [], new DateOnly(2020, 1, 1), null)]);
        await desk.Get<Gate>().EnterAsync(actor, desk.Get<IUnitHierarchy>(), default);
        return desk;
    }

    internal Task<OfficeDesk> OfficerAsync() => AsAsync(Roles.HomeAffairs);

    /// <summary>Writes a plan as people do, reads it, and puts it under way; returns its id.</summary>
    internal async Task<Guid> PlanAsync(string rows, bool underWay = true, string period = "giai đoạn 2026 - 2030", string more = "")
    {
        await using var desk = await OfficerAsync();
        var id = await desk.DraftAsync(rows, period, more);
        var version = (await desk.PlanAsync(id)).Version;
        (await desk.Get<PlanLaunching>().CommitAsync(id, underWay, version, default)).ShouldBeOfType<LaunchOutcome.Done>();
        return id;
    }

    private async Task UnitsAsync()
    {
        await using var scope = _services!.CreateAsyncScope();
        await using var process = await scope.ServiceProvider.GetRequiredService<ProcessLog>().BeginAsync(Act, null, null, default);
        var applier = scope.ServiceProvider.GetServices<EffectApplier>().Single(a => a.Types.Contains(typeof(EstablishUnit)));
        var source = new ActSource(Guid.CreateVersion7(), null, process.Run.Id, process.Run.At, "Nghị quyết thành lập");
        await applier.ApplyAsync(source, [.. Effects().Select(e => new PlannedEffect(Guid.CreateVersion7(), e.Unit, e.From, e.Effect))], default);
        await process.CommitAsync(default);
    }

    private static IEnumerable<(Guid Unit, DateOnly From, Effect Effect)> Effects()
    {
        var founded = new DateOnly(2000, 1, 1);
        (Guid, DateOnly, Effect) New(Guid id, string code, string name, UnitKind kind, UnitLevel level, DateOnly from, params Guid[] before) =>
            (id, from, new EstablishUnit(code, name, name, code, kind, level, id == Province ? null : Province, before));
        yield return New(Province, "UBT", "Ủy ban nhân dân tỉnh Tân Giang", UnitKind.PeoplesCommittee, UnitLevel.Province, founded);
        yield return New(HomeAffairs, "SNV", "Sở Nội vụ", UnitKind.Department, UnitLevel.Province, founded);
        yield return New(Justice, "STP", "Sở Tư pháp", UnitKind.Department, UnitLevel.Province, founded);
        yield return New(Planning, "SKHDT", "Sở Kế hoạch và Đầu tư", UnitKind.Department, UnitLevel.Province, founded);
        yield return New(Inspectorate, "TTT", "Thanh tra tỉnh", UnitKind.Department, UnitLevel.Province, founded);
        yield return New(FirstDistrict, "H1", "Ủy ban nhân dân huyện An Khê", UnitKind.PeoplesCommittee, UnitLevel.District, founded);
        yield return New(SecondDistrict, "H2", "Ủy ban nhân dân huyện Bình Sơn", UnitKind.PeoplesCommittee, UnitLevel.District, founded);
        yield return New(Finance, "STC", "Sở Tài chính", UnitKind.Department, UnitLevel.Province, new(2025, 3, 1), Planning);
        yield return (Planning, new(2025, 3, 1), new DissolveUnit([Finance]));
        yield return New(FirstCommune, "X1", "Ủy ban nhân dân xã An Hòa", UnitKind.PeoplesCommittee, UnitLevel.Commune, new(2025, 7, 1), FirstDistrict);
        yield return New(SecondCommune, "X2", "Ủy ban nhân dân xã An Phú", UnitKind.PeoplesCommittee, UnitLevel.Commune, new(2025, 7, 1), FirstDistrict);
        yield return New(ThirdCommune, "X3", "Ủy ban nhân dân xã Bình Minh", UnitKind.PeoplesCommittee, UnitLevel.Commune, new(2025, 7, 1), SecondDistrict);
        yield return (FirstDistrict, new(2025, 7, 1), new DissolveUnit([FirstCommune, SecondCommune]));
        yield return (SecondDistrict, new(2025, 7, 1), new DissolveUnit([ThirdCommune]));
    }

    private static Guid Id(int no) => Guid.Parse($"00000000-0000-7000-8000-{no:000000000000}");

    /// <summary>A clock that stands still until told.</summary>
    internal sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 6, 15, 3, 0, 0, TimeSpan.Zero);
        public override DateTimeOffset GetUtcNow() => _now;
        public void Turn(DateOnly day) => _now = new(day.ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero);
    }
}

/// <summary>One scope of services, as a request or a job has.</summary>
internal sealed class OfficeDesk(AsyncServiceScope scope) : IAsyncDisposable
{
    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public IEnumerable<T> All<T>() => scope.ServiceProvider.GetServices<T>();

    public CongVuDb Db => Get<CongVuDb>();

    public Task<Plan> PlanAsync(Guid id) => Db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == id);

    public Task<List<Obligation>> OwedAsync(Guid planId) => Db.Set<Obligation>().AsNoTracking().Where(o => o.PlanId == planId).OrderBy(o => o.DueOn).ThenBy(o => o.UnitId).ToListAsync();

    /// <summary>A draft of a plan whose task table has these rows: number | task | product | lead | support | time.</summary>
    public async Task<Guid> DraftAsync(string rows, string period = "giai đoạn 2026 - 2030", string more = "")
    {
        var text = $"""
            ỦY BAN NHÂN DÂN TỈNH TÂN GIANG

            Số: 18/KH-UBND

            Tân Giang, ngày 12 tháng 01 năm 2026

            KẾ HOẠCH

            Cải cách chế độ công vụ, công chức {period}

            {more}

            | STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện |
            |---|---|---|---|---|---|
            | I | Cải cách công vụ | | | | |
            {rows}
            """;
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return await Get<PlanDrafting>().DraftAsync(PlanReader.Read(file, "ke-hoach.md"), "ke-hoach.md", null, default);
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
