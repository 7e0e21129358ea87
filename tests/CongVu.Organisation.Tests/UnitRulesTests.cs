using CongVu.Organisation.Contracts;
using CongVu.Platform.Acts;
using static CongVu.Organisation.Tests.PracticeOffice;

namespace CongVu.Organisation.Tests;

public class UnitRulesTests
{
    private static readonly Guid Fresh = Guid.CreateVersion7();

    public static TheoryData<string, string[], PlannedEffect[]> Acts() => new()
    {
        { "a new division", [], [New(Fresh, "SNV-TC", "Phòng Tổ chức", UnitKind.Division, UnitLevel.Province, HomeAffairs, "2026-04-01")] },
        { "a unit without names", ["named-completely", "named-completely"], [New(Fresh, "SNV-TC", " ", UnitKind.Division, UnitLevel.Province, HomeAffairs, "2026-04-01")] },
        { "a parent that does not exist", ["parent-lives"], [New(Fresh, "P1", "Phòng A", UnitKind.Division, UnitLevel.Province, Guid.NewGuid(), "2026-04-01")] },
        { "a parent that does not exist yet", ["parent-lives"], [New(Fresh, "P1", "Phòng A", UnitKind.Division, UnitLevel.Province, HomeAffairs, "2009-04-01")] },
        { "a second unit at the top", ["single-top"], [New(Fresh, "UB2", "UBND tỉnh khác", UnitKind.PeoplesCommittee, UnitLevel.Province, null, "2026-04-01")] },
        { "a district after its time", ["district-level-has-ended"], [New(Fresh, "H1", "UBND huyện A", UnitKind.PeoplesCommittee, UnitLevel.District, Province, "2025-07-01")] },
        { "a district in its time", [], [New(Fresh, "H1", "UBND huyện A", UnitKind.PeoplesCommittee, UnitLevel.District, Province, "2025-06-30")] },
        { "a name that a sibling has", ["name-unique-among-siblings"], [New(Fresh, "S9", "sở  tài chính", UnitKind.Department, UnitLevel.Province, Province, "2026-04-01")] },
        { "the same name below another parent", [], [New(Fresh, "STC-CC", "Phòng Công chức", UnitKind.Division, UnitLevel.Province, Finance, "2026-04-01")] },
        { "a code in use", ["code-unique"], [New(Fresh, "stc", "Sở Y tế", UnitKind.Department, UnitLevel.Province, Province, "2026-04-01")] },
        { "a department below its own division", ["not-its-own-ancestor"], [On(HomeAffairs, "2026-04-01", new MoveUnit(StaffDivision))] },
        { "a move to where it is", ["something-changes"], [On(StaffDivision, "2026-04-01", new MoveUnit(HomeAffairs))] },
        { "ending with living divisions", ["no-living-children"], [On(HomeAffairs, "2026-04-01", new DissolveUnit([]))] },
        { "ending after the divisions", [], [On(HomeAffairs, "2026-04-01", new DissolveUnit([])), On(StaffDivision, "2026-04-01", new MoveUnit(Finance))] },
        { "a successor that does not exist", ["successor-lives"], [On(Finance, "2026-04-01", new DissolveUnit([Fresh]))] },
        { "a successor that starts the same day", [], [New(Fresh, "STC", "Sở Tài chính", UnitKind.Department, UnitLevel.Province, Province, "2026-04-01", Finance), On(Finance, "2026-04-01", new DissolveUnit([Fresh]))] },
        { "a predecessor that never was", ["predecessor-lives"], [New(Fresh, "S9", "Sở Y tế", UnitKind.Department, UnitLevel.Province, Province, "2026-04-01", Guid.NewGuid())] },
        { "its own successor", ["successor-lives"], [On(Finance, "2026-04-01", new DissolveUnit([Finance]))] },
        { "renaming before it existed", ["exists-to-be-changed"], [On(Finance, "2009-01-01", new RenameUnit("Sở Ngân khố", "NK", "SNK"))] },
        { "establishing what exists", ["established-once"], [New(Finance, "STC", "Sở Tài chính mới", UnitKind.Department, UnitLevel.Province, Province, "2026-04-01")] },
        { "a province unit below a commune", ["level-fits-parent"], [New(Fresh, "X1", "UBND xã A", UnitKind.PeoplesCommittee, UnitLevel.Commune, Province, "2026-04-01"), On(Finance, "2026-04-02", new MoveUnit(Fresh))] },
    };

    [Theory, MemberData(nameof(Acts), DisableDiscoveryEnumeration = true)]
    public async Task Planned_acts_are_judged_as_a_whole(string what, string[] broken, PlannedEffect[] effects)
    {
        await using var office = await OpenAsync();
        var violations = await office.CheckAsync(effects);
        violations.Select(v => v.Rule).ShouldBe(broken, what);
        violations.ShouldAllBe(v => v.Message.EndsWith('.') && v.Message.Length > 20);
    }

    [Fact]
    public async Task The_end_of_the_district_level_is_refused_with_the_law_that_says_so()
    {
        await using var office = await OpenAsync();
        var violation = (await office.CheckAsync(New(Fresh, "H1", "UBND huyện A", UnitKind.PeoplesCommittee, UnitLevel.District, Province, "2026-01-01"))).ShouldHaveSingleItem();
        violation.Article.ShouldBe("Luật Tổ chức chính quyền địa phương số 72/2025/QH15");
        violation.Message.ShouldContain("01/07/2025");
    }

    [Fact]
    public async Task An_older_fault_in_the_data_is_not_held_against_a_later_act()
    {
        await using var office = await OpenAsync();
        await office.SqlAsync<object>("update organisation.unit_version set name = 'Sở Nội vụ' where name = 'Sở Tài chính' returning id");
        (await office.CheckAsync(On(Finance, "2026-04-01", new RenameUnit("Sở Tài chính", "TC", "STC")))).ShouldBeEmpty();
    }
}
