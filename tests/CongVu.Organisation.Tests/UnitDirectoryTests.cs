using CongVu.Organisation.Contracts;
using CongVu.Platform.Acts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static CongVu.Organisation.Tests.PracticeOffice;

namespace CongVu.Organisation.Tests;

public class UnitDirectoryTests
{
    [Fact]
    public async Task The_same_tree_object_serves_requests_until_a_unit_changes()
    {
        await using var office = await OpenAsync();
        var first = await office.TreeAsync("2026-01-01");
        (await office.TreeAsync("2026-01-01")).ShouldBeSameAs(first);
        await office.ApplyAsync(On(Finance, "2025-03-01", new RenameUnit("Sở Kế toán", "KT", "SKT")));
        var second = await office.TreeAsync("2026-01-01");
        second.ShouldNotBeSameAs(first);
        second.Find(Finance)!.Name.ShouldBe("Sở Kế toán");
    }

    [Fact]
    public async Task Another_node_sees_a_change_at_its_next_request()
    {
        await using var office = await OpenAsync();
        await using var other = office.SecondNode();
        async Task<string> NameThere()
        {
            await using var scope = other.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<UnitDirectory>().TreeAsync(new(Day("2026-01-01")), default)).Find(Finance)!.Name;
        }
        (await NameThere()).ShouldBe("Sở Tài chính");
        await office.ApplyAsync(On(Finance, "2025-03-01", new RenameUnit("Sở Kế toán", "KT", "SKT")));
        (await NameThere()).ShouldBe("Sở Kế toán");
    }

    [Fact]
    public async Task What_is_rolled_back_was_never_seen_by_anybody_else()
    {
        await using var office = await OpenAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => office.InActAsync(async (applier, source) =>
        {
            await applier.ApplyAsync(source, [On(Finance, "2025-03-01", new RenameUnit("Sở Kế toán", "KT", "SKT"))], default);
            (await office.TreeAsync("2026-01-01")).Find(Finance)!.Name.ShouldBe("Sở Tài chính");
            throw new InvalidOperationException("the signature failed");
        }));
        await office.ApplyAsync(On(Finance, "2025-03-01", new RenameUnit("Sở Ngân sách", "NS", "SNS")));
        (await office.TreeAsync("2026-01-01")).Find(Finance)!.Name.ShouldBe("Sở Ngân sách");
    }

    [Fact]
    public async Task A_unit_that_moved_away_leaves_the_scope_a_dissolved_one_stays_in_it()
    {
        await using var office = await OpenAsync();
        var ended = Guid.CreateVersion7();
        await office.ApplyAsync(New(ended, "SNV-TD", "Phòng Thi đua", UnitKind.Division, UnitLevel.Province, HomeAffairs));
        await office.ApplyAsync(On(ended, "2020-01-01", new DissolveUnit([])), On(StaffDivision, "2021-01-01", new MoveUnit(Finance)));
        (await office.SubtreeAsync(HomeAffairs)).ShouldBe([HomeAffairs, ended], ignoreOrder: true);
        (await office.SubtreeAsync(Finance)).ShouldBe([Finance, StaffDivision], ignoreOrder: true);
    }

    [Fact]
    public async Task A_successor_of_a_district_keeps_its_offices_but_not_communes_that_went_elsewhere()
    {
        await using var office = await OpenAsync();
        var (district, districtOffice) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (oldA, oldB, newA, newB) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await office.ApplyAsync(
            New(district, "H01", "UBND huyện Tân Lập", UnitKind.PeoplesCommittee, UnitLevel.District, Province),
            New(districtOffice, "H01-NV", "Phòng Nội vụ", UnitKind.LocalOffice, UnitLevel.District, district),
            New(oldA, "XA", "UBND xã A", UnitKind.PeoplesCommittee, UnitLevel.Commune, district),
            New(oldB, "XB", "UBND xã B", UnitKind.PeoplesCommittee, UnitLevel.Commune, district));
        await office.ApplyAsync(
            New(newA, "NA", "UBND xã Tân A", UnitKind.PeoplesCommittee, UnitLevel.Commune, Province, "2025-07-01", oldA, district),
            New(newB, "NB", "UBND xã Tân B", UnitKind.PeoplesCommittee, UnitLevel.Commune, Province, "2025-07-01", oldB, district),
            On(oldA, "2025-07-01", new DissolveUnit([newA])), On(oldB, "2025-07-01", new DissolveUnit([newB])),
            On(districtOffice, "2025-07-01", new DissolveUnit([])), On(district, "2025-07-01", new DissolveUnit([newA, newB])));
        (await office.SubtreeAsync(newA)).ShouldBe([newA, oldA, district, districtOffice], ignoreOrder: true);
        (await office.SubtreeAsync(newB)).ShouldBe([newB, oldB, district, districtOffice], ignoreOrder: true);
    }

    [Fact]
    public async Task The_bulk_import_leaves_the_same_record_as_applying_act_by_act()
    {
        await using var slow = await EmptyAsync();
        await using var bulk = await EmptyAsync();
        var (district, commune, merged) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        PlannedEffect[][] acts =
        [
            [New(Province, "UBND", "Ủy ban nhân dân tỉnh", UnitKind.PeoplesCommittee, UnitLevel.Province, null)],
            [New(HomeAffairs, "SNV", "Sở Nội vụ", UnitKind.Department, UnitLevel.Province, Province), New(district, "H1", "UBND huyện A", UnitKind.PeoplesCommittee, UnitLevel.District, Province)],
            [New(commune, "X1", "UBND xã A", UnitKind.PeoplesCommittee, UnitLevel.Commune, district)],
            [On(HomeAffairs, "2015-01-01", new RenameUnit("Sở Nội vụ và Lao động", "SNVLĐ", "SNVLĐ"))],
            [New(merged, "X1", "UBND xã A", UnitKind.PeoplesCommittee, UnitLevel.Commune, Province, "2025-07-01", commune), On(commune, "2025-07-01", new DissolveUnit([merged]))],
        ];
        var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var imported = new List<ImportedUnitEffect>();
        foreach (var (act, i) in acts.Select((a, i) => (a, i)))
        {
            var source = new ActSource(Guid.CreateVersion7(), null, Guid.CreateVersion7(), at.AddDays(i), $"Quyết định {i}");
            imported.AddRange(act.Select(e => new ImportedUnitEffect(e, source)));
            await slow.InActAsync((applier, s) => applier.ApplyAsync(source with { ProcessId = s.ProcessId }, act, default));
        }
        await bulk.AskAsync(async s =>
        {
            await using var connection = await s.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var versions = await s.GetRequiredService<UnitEffectImport>().ImportAsync(connection, imported, default);
            await transaction.CommitAsync();
            return versions;
        });
        const string Record = """
            select string_agg(concat_ws('|', unit_id, valid, recorded, code, name, short_name, symbol, kind, level, parent_id, effect_id, decision_id, label), E'\n' order by unit_id, recorded, valid)
            from organisation.unit_version
            """;
        (await bulk.SqlAsync<string>(Record)).ShouldBe(await slow.SqlAsync<string>(Record));
        const string Lineage = "select string_agg(concat_ws('|', predecessor_id, successor_id, day, recorded, stated_by), E'\n' order by predecessor_id, successor_id, stated_by) from organisation.unit_lineage";
        (await bulk.SqlAsync<string>(Lineage)).ShouldBe(await slow.SqlAsync<string>(Lineage));
        await bulk.ApplyAsync(On(HomeAffairs, "2026-01-01", new RenameUnit("Sở Nội vụ", "SNV", "SNV"))); // and life goes on
        (await bulk.TreeAsync("2026-01-01")).Find(HomeAffairs)!.Name.ShouldBe("Sở Nội vụ");
    }

    [Fact]
    public async Task The_bulk_import_refuses_a_province_that_breaks_a_rule()
    {
        await using var office = await EmptyAsync();
        var source = new ActSource(null, null, Guid.CreateVersion7(), office.Now.Instant, "Quyết định 1");
        ImportedUnitEffect[] effects = [new(New(Finance, "STC", "Sở Tài chính", UnitKind.Department, UnitLevel.Province, Province), source)];
        await Should.ThrowAsync<UnitRulesBrokenException>(() => office.AskAsync(async s =>
        {
            await using var connection = await s.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
            return await s.GetRequiredService<UnitEffectImport>().ImportAsync(connection, effects, default);
        }));
    }
}
