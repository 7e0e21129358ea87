using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Time;

namespace CongVu.Decisions.Tests.Stories;

public sealed class UnitStory
{
    private static async Task<UnitTree> TreeAsync(Province province, string day)
    {
        await using var desk = province.Desk();
        return await desk.Get<UnitDirectory>().TreeAsync(new AsOf(Province.D(day)), default);
    }

    [Fact]
    public async Task A_unit_is_established_renamed_moved_and_dissolved_by_decisions()
    {
        await using var province = await Province.OpenAsync();
        var established = await province.DraftAsync(province.Verifier, ActionCodes.UnitEstablish, Province.Finance, [], ("name", "Phòng Tin học"), ("code", "STC-TH"), ("symbol", "STC"), ("kind", "Division"), ("level", "Province"),
            ("parent", Province.Finance.ToString()), ("from", "02/03/2026"), ("project", "Đề án 5/ĐA-STC"));
        await province.IssueAsync(established, province.Verifier, province.Chair);
        var unit = (await province.ReadAsync(established)).Items.Single().SubjectId;
        (await TreeAsync(province, "2026-03-02")).Find(unit)!.Name.ShouldBe("Phòng Tin học");

        province.Clock.GoTo(2026, 4, 1);
        await province.IssueAsync(await province.DraftAsync(province.Verifier, ActionCodes.UnitRename, [unit], ("name", "Phòng Chuyển đổi số"), ("from", "01/04/2026"), ("project", "TTr 6")), province.Verifier, province.Chair);
        province.Clock.GoTo(2026, 5, 4);
        await province.IssueAsync(await province.DraftAsync(province.Verifier, ActionCodes.UnitMove, [unit], ("parent", Province.HomeAffairs.ToString()), ("from", "04/05/2026"), ("project", "TTr 7")), province.Verifier, province.Chair);
        province.Clock.GoTo(2026, 6, 1);
        await province.IssueAsync(await province.DraftAsync(province.Verifier, ActionCodes.UnitDissolve, [unit], ("successors", Province.Officers.ToString()), ("from", "01/06/2026"), ("project", "TTr 8")), province.Verifier, province.Chair);

        (await TreeAsync(province, "2026-04-15")).Find(unit)!.Name.ShouldBe("Phòng Chuyển đổi số");
        (await TreeAsync(province, "2026-05-15")).Find(unit)!.ParentId.ShouldBe(Province.HomeAffairs);
        (await TreeAsync(province, "2026-06-01")).Find(unit).ShouldBeNull();
    }

    [Fact]
    public async Task A_unit_is_not_moved_below_itself()
    {
        await using var province = await Province.OpenAsync();
        var id = await province.DraftAsync(province.Verifier, ActionCodes.UnitMove, [Province.Finance], ("parent", Province.Budget.ToString()), ("from", "02/03/2026"), ("project", "TTr 9"));

        (await province.SubmitAsync(province.Verifier, id)).ShouldBeStoppedBy("unit.cycle");
    }

    [Fact]
    public async Task A_code_in_use_is_refused()
    {
        await using var province = await Province.OpenAsync();
        var id = await province.DraftAsync(province.Verifier, ActionCodes.UnitEstablish, Province.Finance, [], ("name", "Phòng Tin học"), ("code", "STC-NS"), ("symbol", "STC"), ("kind", "Division"), ("level", "Province"),
            ("parent", Province.Finance.ToString()), ("from", "02/03/2026"), ("project", "Đề án 5"));

        (await province.SubmitAsync(province.Verifier, id)).ShouldBeStoppedBy("unit.code").Message!.ShouldContain("Phòng Ngân sách");
    }
}
