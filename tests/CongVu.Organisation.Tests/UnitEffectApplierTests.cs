using CongVu.Organisation.Contracts;
using CongVu.Platform.Acts;
using Microsoft.Extensions.DependencyInjection;
using static CongVu.Organisation.Tests.PracticeOffice;

namespace CongVu.Organisation.Tests;

public class UnitEffectApplierTests
{
    [Fact]
    public async Task A_renamed_unit_bears_the_old_name_before_the_day_and_the_new_one_from_it()
    {
        await using var office = await OpenAsync();
        await office.ApplyAsync(On(Finance, "2025-03-01", new RenameUnit("Sở Tài chính – Kế hoạch", "Tài chính – Kế hoạch", "STCKH")));
        (await office.TreeAsync("2025-02-28")).Find(Finance)!.Name.ShouldBe("Sở Tài chính");
        (await office.TreeAsync("2025-03-01")).Find(Finance)!.Name.ShouldBe("Sở Tài chính – Kế hoạch");
    }

    [Fact]
    public async Task What_was_known_before_an_act_was_recorded_can_still_be_asked()
    {
        await using var office = await OpenAsync();
        var before = office.Now.Instant;
        office.Now.Pass(TimeSpan.FromDays(1));
        await office.ApplyAsync(On(Finance, "2025-03-01", new RenameUnit("Sở Tài chính – Kế hoạch", "TC-KH", "STCKH")));
        (await office.TreeAsync("2025-03-01", before)).Find(Finance)!.Name.ShouldBe("Sở Tài chính");
        (await office.TreeAsync("2025-03-01")).Find(Finance)!.Name.ShouldBe("Sở Tài chính – Kế hoạch");
        var history = await office.AskAsync(s => s.GetRequiredService<UnitDirectory>().HistoryAsync(Finance, default, before));
        history!.Events.ShouldHaveSingleItem().What.ShouldStartWith("Thành lập");
    }

    [Fact]
    public async Task An_annulled_renaming_gives_the_old_name_back_and_stays_known_as_of_before()
    {
        await using var office = await OpenAsync();
        var rename = On(Finance, "2025-03-01", new RenameUnit("Sở Tài chính – Kế hoạch", "TC-KH", "STCKH"));
        await office.ApplyAsync(rename);
        var between = office.Now.Instant;
        office.Now.Pass(TimeSpan.FromDays(1));
        await office.VoidAsync(rename.Id);
        (await office.TreeAsync("2026-01-01")).Find(Finance)!.Name.ShouldBe("Sở Tài chính");
        (await office.TreeAsync("2026-01-01", between)).Find(Finance)!.Name.ShouldBe("Sở Tài chính – Kế hoạch");
    }

    [Fact]
    public async Task A_corrected_day_moves_the_change_and_keeps_its_place_in_the_log()
    {
        await using var office = await OpenAsync();
        var rename = On(Finance, "2025-03-01", new RenameUnit("Sở Tài chính – Kế hoạch", "TC-KH", "STCKH"));
        await office.ApplyAsync(rename);
        await office.CorrectAsync(rename with { From = Day("2025-04-01") });
        (await office.TreeAsync("2025-03-15")).Find(Finance)!.Name.ShouldBe("Sở Tài chính");
        (await office.TreeAsync("2025-04-01")).Find(Finance)!.Name.ShouldBe("Sở Tài chính – Kế hoạch");
        (await office.SqlAsync<long>($"select count(distinct seq) from organisation.unit_effect where id = '{rename.Id}'")).ShouldBe(1);
        (await office.SqlAsync<long>($"select count(*) from organisation.unit_effect where id = '{rename.Id}' and voided_at is null")).ShouldBe(1);
    }

    [Fact]
    public async Task Applying_the_same_effect_twice_changes_nothing_and_a_voided_one_stays_void()
    {
        await using var office = await OpenAsync();
        var rename = On(Finance, "2025-03-01", new RenameUnit("Sở Tài chính – Kế hoạch", "TC-KH", "STCKH"));
        await office.ApplyAsync(rename);
        await office.ApplyAsync(rename);
        (await office.SqlAsync<long>($"select count(*) from organisation.unit_effect where id = '{rename.Id}'")).ShouldBe(1);
        await office.VoidAsync(rename.Id);
        await office.ApplyAsync(rename);
        (await office.TreeAsync("2026-01-01")).Find(Finance)!.Name.ShouldBe("Sở Tài chính");
    }

    [Fact]
    public async Task An_act_that_breaks_a_rule_leaves_nothing_behind()
    {
        await using var office = await OpenAsync();
        var broken = await Should.ThrowAsync<UnitRulesBrokenException>(() => office.ApplyAsync(
            On(Finance, "2025-03-01", new RenameUnit("Sở Tài chính – Kế hoạch", "TC-KH", "STCKH")),
            On(HomeAffairs, "2025-03-01", new MoveUnit(StaffDivision))));
        broken.Violations.ShouldHaveSingleItem().Rule.ShouldBe("not-its-own-ancestor");
        (await office.TreeAsync("2025-03-01")).Find(Finance)!.Name.ShouldBe("Sở Tài chính");
        (await office.SqlAsync<long>("select count(*) from organisation.unit_effect")).ShouldBe(4);
    }

    [Fact]
    public async Task Annulling_an_establishment_shows_what_rests_on_the_unit()
    {
        await using var office = await OpenAsync(s => s.AddScoped<UnitDependents, OneEmployee>());
        var agency = Guid.CreateVersion7();
        var establish = New(agency, "SKHCN", "Sở Khoa học và Công nghệ", UnitKind.Department, UnitLevel.Province, Province, "2020-01-01");
        await office.ApplyAsync(establish);
        await office.ApplyAsync(New(Guid.CreateVersion7(), "SKHCN-VP", "Văn phòng", UnitKind.Division, UnitLevel.Province, agency, "2020-02-01"));
        await office.ApplyAsync(On(StaffDivision, "2021-01-01", new MoveUnit(agency)));
        await office.ApplyAsync(On(agency, "2022-01-01", new RenameUnit("Sở Khoa học", "KH", "SKH")));
        var dependents = await office.AskAsync(s => s.GetServices<EffectApplier>().Single().DependentsAsync([establish.Id], default));
        dependents.Select(d => d.What).ShouldBe(["Thành lập Văn phòng", "Tuyển dụng Trần Văn Bình", "Chuyển cơ quan cấp trên", "Đổi tên thành Sở Khoa học"]);
    }

    [Fact]
    public async Task Annulling_only_the_establishment_is_refused_while_units_stand_below()
    {
        await using var office = await OpenAsync();
        var agency = Guid.CreateVersion7();
        var establish = New(agency, "SKHCN", "Sở Khoa học và Công nghệ", UnitKind.Department, UnitLevel.Province, Province, "2020-01-01");
        await office.ApplyAsync(establish);
        var office2 = New(Guid.CreateVersion7(), "SKHCN-VP", "Văn phòng", UnitKind.Division, UnitLevel.Province, agency, "2020-02-01");
        await office.ApplyAsync(office2);
        await Should.ThrowAsync<UnitRulesBrokenException>(() => office.VoidAsync(establish.Id));
        await office.VoidAsync(establish.Id, office2.Id);
        (await office.TreeAsync("2021-01-01")).Find(agency).ShouldBeNull();
    }

    [Fact]
    public async Task Three_communes_become_one_in_one_act_and_the_new_one_keeps_their_files()
    {
        await using var office = await OpenAsync();
        var district = Guid.CreateVersion7();
        Guid[] old = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        var merged = Guid.CreateVersion7();
        await office.ApplyAsync([New(district, "H01", "UBND huyện Tân Lập", UnitKind.PeoplesCommittee, UnitLevel.District, Province),
            .. old.Select((id, i) => New(id, $"X0{i}", $"UBND xã số {i}", UnitKind.PeoplesCommittee, UnitLevel.Commune, district))]);
        await office.ApplyAsync([New(merged, "X00", "UBND xã số 0", UnitKind.PeoplesCommittee, UnitLevel.Commune, Province, "2025-07-01", old),
            .. old.Select(id => On(id, "2025-07-01", new DissolveUnit([merged])))]);
        var tree = await office.TreeAsync("2025-07-01");
        tree.Find(merged)!.ParentId.ShouldBe(Province);
        tree.Find(district).ShouldBeNull();
        old.ShouldAllBe(id => tree.Find(id) == null);
        (await office.SubtreeAsync(merged)).ShouldBe([merged, .. old], ignoreOrder: true);
        (await office.SubtreeAsync(Province)).ShouldContain(old[2]);
        var standIns = await office.AskAsync(async s => await s.GetRequiredService<UnitDirectory>().StandInsAsync(old[1], new(Day("2026-01-01")), default));
        standIns.ShouldHaveSingleItem().Id.ShouldBe(merged);
        var history = await office.AskAsync(s => s.GetRequiredService<UnitDirectory>().HistoryAsync(merged, default));
        history!.Predecessors.Select(p => p.Name).ShouldBe(["UBND xã số 0", "UBND xã số 1", "UBND xã số 2"], ignoreOrder: true);
    }

    private sealed class OneEmployee : UnitDependents
    {
        public override Task<IReadOnlyList<DependentAct>> OnUnitAsync(Guid unitId, DateOnly from, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<DependentAct>>([new(Guid.CreateVersion7(), null, "Quyết định 7/QĐ-SNV", Day("2020-06-01"), "Tuyển dụng Trần Văn Bình")]);
    }
}
