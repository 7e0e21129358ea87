using CongVu.Organisation;
using CongVu.Organisation.Contracts;
using CongVu.Platform;
using CongVu.Platform.Modules;
using CongVu.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Personnel.Tests;

/// <summary>A register on a real database: province, a department with a division, and another department. Today is 15/06/2026.</summary>
public sealed class RegisterFixture : PostgresFixture
{
    public static readonly DateOnly Today = new(2026, 6, 15);
    public static readonly Guid Province = Guid.Parse("00000000-0000-0000-0000-000000000001");
    public static readonly Guid HomeAffairs = Guid.Parse("00000000-0000-0000-0000-000000000002");
    public static readonly Guid Division = Guid.Parse("00000000-0000-0000-0000-000000000003");
    public static readonly Guid Finance = Guid.Parse("00000000-0000-0000-0000-000000000004");

    private ServiceProvider? _services;

    internal SettableClock Clock { get; } = new(new DateTime(2026, 6, 15, 3, 0, 0, DateTimeKind.Utc));

    protected override ModuleList Modules { get; } = new([new OrganisationModule(), new PersonnelModule()]);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddCongVu(ConnectionString, Modules);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        var since = new DateOnly(1990, 1, 1);
        await using var desk = Desk();
        await desk.ActAsync("Nghị quyết thành lập", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            (Province, since, new EstablishUnit("T", "UBND tỉnh", "UBND tỉnh", "UBND", UnitKind.PeoplesCommittee, UnitLevel.Province, null, [])),
            (HomeAffairs, since, new EstablishUnit("SNV", "Sở Nội vụ", "Sở Nội vụ", "SNV", UnitKind.Department, UnitLevel.Province, Province, [])),
            (Finance, since, new EstablishUnit("STC", "Sở Tài chính", "Sở Tài chính", "STC", UnitKind.Department, UnitLevel.Province, Province, [])),
            (Division, since, new EstablishUnit("SNV-CC", "Phòng Công chức", "Phòng Công chức", "SNV", UnitKind.Division, UnitLevel.Province, HomeAffairs, [])));
    }

    public override async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>A place to work at: one scope of services, as one request or job has.</summary>
    internal Desk Desk() => new(_services!.CreateAsyncScope(), Clock);
}
