using CongVu.Communes.Data;
using CongVu.Communes.Funds;
using CongVu.Communes.Holders;
using CongVu.Communes.Titles;
using CongVu.Law;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using static CongVu.Communes.Tests.Province;

namespace CongVu.Communes.Tests.Stories;

public sealed class FundStories
{
    private const string Women = "Phó Chủ tịch Hội Phụ nữ", Youth = "Phó Bí thư Đoàn", Head = "Trưởng thôn", Cell = "Bí thư chi bộ", Front = "Trưởng ban Mặt trận";

    private static Task<Guid> ResolveAsync(Province province, decimal second = 50, decimal insurance = 0) => province.ResolutionAsync("2023-08-01", second, insurance,
        (TitleLevel.Commune, Women, 1.5m), (TitleLevel.Commune, Youth, 9m), (TitleLevel.Village, Head, 1.6m), (TitleLevel.Village, Cell, 1.6m), (TitleLevel.Village, Front, 1.8m));

    [Fact]
    public async Task A_village_of_350_households_has_six_times_the_base_salary_and_less_has_four_and_a_half()
    {
        await using var province = await OpenAsync();
        await province.VillageAsync(East, "Thôn Lớn", 350);
        await province.VillageAsync(East, "Thôn Nhỏ", 349);
        await province.VillageAsync(East, "Thôn Trọng Điểm", 100, key: true);

        var villages = (await province.SheetAsync(East, "2024-07-01"))!.Villages.ToDictionary(v => v.State.Name, v => v.Fund.Value!.Amount);

        villages["Thôn Lớn"].ShouldBe(14_040_000);
        villages["Thôn Nhỏ"].ShouldBe(10_530_000);
        villages["Thôn Trọng Điểm"].ShouldBe(14_040_000);
    }

    [Fact]
    public async Task Who_holds_several_titles_gets_the_highest_and_the_resolutions_share_of_the_next()
    {
        await using var province = await OpenAsync();
        await province.ProfileAsync(East, "2023-08-01", 1);
        await ResolveAsync(province);
        var village = await province.VillageAsync(East, "Thôn Một", 400);
        var holder = (await province.PlaceAsync(East, "Nguyễn Văn Nhiều", Head, "2024-01-01", village)).ShouldBeOfType<Outcome.Done>().Id;
        (await province.AskAsync<HolderKeeping, Outcome>(province.Officer, k => k.AssignAsync(holder, Guid.CreateVersion7(), Title(Front, "2024-01-01", village), default))).ShouldBeOfType<Outcome.Done>();

        var paid = (await province.SheetAsync(East, "2024-07-01"))!.People.Single();

        // 1.80 × 2,340,000 = 4,212,000 for the higher; 50% of 1.60 × 2,340,000 = 1,872,000 for the other.
        (paid.Main, paid.Concurrent).ShouldBe((4_212_000, 1_872_000));
        paid.Why!.ToText().ShouldContain("Chức danh có phụ cấp cao nhất: Trưởng ban Mặt trận");
        var group = FundTable.Of((await province.SheetAsync(East, "2024-07-01"))!).Single(g => g.Name == "Thôn Một");
        (group.Total, group.Left).ShouldBe((6_084_000, 14_040_000 - 6_084_000));
    }

    [Fact]
    public async Task Titles_of_the_commune_and_of_a_village_are_paid_each_from_its_own_fund()
    {
        await using var province = await OpenAsync();
        await province.ProfileAsync(East, "2023-08-01", 1);
        await ResolveAsync(province, insurance: 17);
        var village = await province.VillageAsync(East, "Thôn Một", 400);
        var holder = (await province.PlaceAsync(East, "Nguyễn Văn Nhiều", Women, "2024-01-01")).ShouldBeOfType<Outcome.Done>().Id;
        (await province.AskAsync<HolderKeeping, Outcome>(province.Officer, k => k.AssignAsync(holder, Guid.CreateVersion7(), Title(Head, "2024-01-01", village), default))).ShouldBeOfType<Outcome.Done>();

        var sheet = (await province.SheetAsync(East, "2024-07-01"))!;

        // The village pays the higher allowance (1.60); the commune half of 1.50 and 17% of the base salary for insurance.
        sheet.Villages.Single().Spent.ShouldBe(3_744_000);
        sheet.Spent.ShouldBe(1_755_000 + 397_800);
        sheet.PartTime.ShouldBe(1);
        FundTable.Of(sheet).Sum(g => g.Total).ShouldBe(sheet.People.Sum(p => p.Total));
    }

    [Fact]
    public async Task Over_the_number_or_the_fund_is_refused_unless_it_happened_and_its_ground_is_named()
    {
        await using var province = await OpenAsync();
        await province.ProfileAsync(East, "2023-08-01", 3);
        await ResolveAsync(province);
        (await province.PlaceAsync(East, "Nguyễn Văn Một", Youth, "2024-01-01")).ShouldBeOfType<Outcome.Done>();

        // 9 + 9 times the base salary against a fund of 15.
        var refused = (await province.PlaceAsync(East, "Nguyễn Văn Hai", Youth, "2024-01-01")).ShouldBeOfType<Outcome.Refused>();
        (refused.Field, refused.Message).ShouldSatisfyAllConditions(r => r.Field.ShouldBe("OverGround"), r => r.Message.ShouldContain("Vượt quỹ khoán cấp xã 5.400.000"));
        (await province.SqlAsync<long>("select count(*) from communes.holder")).ShouldBe(1, "what was refused left nothing behind");

        (await province.PlaceAsync(East, "Nguyễn Văn Hai", Youth, "2024-01-01", over: "Danh sách chi trả tháng 01/2024")).ShouldBeOfType<Outcome.Done>();
        var sheet = (await province.SheetAsync(East, "2024-01-01"))!;
        sheet.FundOver.ShouldBeTrue();
        sheet.Troubles().ShouldContain("vượt quỹ cấp xã");
    }

    [Fact]
    public async Task The_eleventh_person_of_a_commune_of_class_three_is_one_too_many()
    {
        await using var province = await OpenAsync();
        await province.ProfileAsync(East, "2023-08-01", 3);
        await ResolveAsync(province);
        for (var i = 0; i < 10; i++) (await province.PlaceAsync(East, $"Nguyễn Văn {i}", Women, "2024-01-01")).ShouldBeOfType<Outcome.Done>();

        (await province.PlaceAsync(East, "Nguyễn Văn Mười", Women, "2024-01-01")).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("được bố trí 10, sẽ có 11");
    }

    [Fact]
    public async Task What_has_not_happened_yet_is_refused_whatever_ground_is_named()
    {
        await using var province = await OpenAsync();
        await ResolveAsync(province);
        var village = await province.VillageAsync(Merged, "Thôn Một", 100, from: "2025-07-01");
        foreach (var title in new[] { Head, Cell }) (await province.PlaceAsync(Merged, $"Nguyễn {title}", title, "2026-11-01", village)).ShouldBeOfType<Outcome.Done>();

        var refused = (await province.PlaceAsync(Merged, "Nguyễn Thừa", Front, "2026-11-01", village, over: "Đã thống nhất")).ShouldBeOfType<Outcome.Refused>();

        (refused.Field, refused.Message.Contains("Vượt quỹ khoán của Thôn Một", StringComparison.Ordinal)).ShouldBe(("Key", true));
        (await province.PlaceAsync(Merged, "Nguyễn Mới", Women, "2026-11-01")).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("Từ 01/07/2025");
    }

    [Fact]
    public async Task A_form_sent_twice_enters_one_person_and_another_communes_village_is_refused()
    {
        await using var province = await OpenAsync();
        await ResolveAsync(province);
        var (village, token) = (await province.VillageAsync(East, "Thôn Một", 400), Guid.CreateVersion7());

        for (var i = 0; i < 2; i++) (await province.PlaceAsync(East, "Nguyễn Văn Một", Head, "2024-01-01", village, token: token)).ShouldBeOfType<Outcome.Done>().Id.ShouldBe(token);
        (await province.SqlAsync<long>("select count(*) from communes.holding")).ShouldBe(1);
        (await province.PlaceAsync(West, "Nguyễn Văn Hai", Head, "2024-01-01", village)).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("VillageId");
        await Should.ThrowAsync<ForbiddenException>(() => province.PlaceAsync(East, "Nguyễn Văn Ba", Head, "2024-01-01", village, actor: province.Stranger));
        await Should.ThrowAsync<Platform.Web.Pipeline.NotFoundException>(() => province.AskAsync<HolderKeeping, Outcome>(province.Stranger, k => k.EndAsync(token, token, D("2024-02-01"), "QĐ", default)));
    }

    [Fact]
    public async Task A_title_ended_is_not_paid_after_and_was_paid_before()
    {
        await using var province = await OpenAsync();
        await ResolveAsync(province);
        var village = await province.VillageAsync(East, "Thôn Một", 400);
        var holder = (await province.PlaceAsync(East, "Nguyễn Văn Một", Head, "2024-01-01", village)).ShouldBeOfType<Outcome.Done>().Id;
        var holding = await province.SqlAsync<Guid>("select id from communes.holding");

        (await province.AskAsync<HolderKeeping, Outcome>(province.Officer, k => k.EndAsync(holder, holding, D("2024-05-01"), "Quyết định 20", default))).ShouldBeOfType<Outcome.Done>();

        (await province.SheetAsync(East, "2024-04-30"))!.Villages.Single().Spent.ShouldBeGreaterThan(0);
        (await province.SheetAsync(East, "2024-05-01"))!.People.ShouldBeEmpty();
        (await province.AskAsync<HolderKeeping, Outcome>(province.Officer, k => k.EndAsync(holder, holding, D("2024-05-01"), "Quyết định 20", default))).ShouldBeOfType<Outcome.Refused>();
    }

    [Fact]
    public async Task A_civil_servant_who_takes_on_a_title_gets_half_of_step_one_and_of_the_post()
    {
        await using var province = await OpenAsync();
        await ResolveAsync(province);
        var person = await province.EmployedAsync("Trần Văn Kiêm", East, "civil-servant");
        async Task<long> AllowanceAsync(string code, int coefficient)
        {
            (await province.AskAsync<HolderKeeping, Outcome>(province.Home, k => k.AddAsync(East, Guid.CreateVersion7(), new HolderText(person, null, null, null), new TitleAssignment($"Staff:{code}", null, new Coefficient(coefficient), D("2024-07-01"), "QĐ 5", null), default))).ShouldBeOfType<Outcome.Done>();
            return (await province.SheetAsync(East, "2024-07-01"))!.Concurrents.Single().Allowance.Value!.Value.AsMoney;
        }

        // 50% × 2.34 × 2,340,000, and 50% × (2.34 + 0.25) × 2,340,000.
        (await AllowanceAsync("office-statistics", 0)).ShouldBe(2_737_800);
        await province.SqlAsync<int>("with gone as (delete from communes.holding returning 1), also as (delete from communes.holder where (select count(*) from gone) >= 0 returning 1) select 1");
        (await AllowanceAsync("committee-chair", 25)).ShouldBe(3_030_300);
    }

    [Fact]
    public async Task A_resolution_counts_once_a_second_person_has_approved_it()
    {
        await using var province = await OpenAsync();
        var text = Text("2023-08-01", 50, 0, (TitleLevel.Village, Head, 1.6m));
        var id = (await province.AskAsync<ResolutionKeeping, Outcome>(province.Home, k => k.AddAsync(Guid.CreateVersion7(), text, default))).ShouldBeOfType<Outcome.Done>().Id;
        (await province.AskAsync<ResolutionKeeping, Outcome>(province.Home, k => k.SubmitAsync(id, 1, default))).ShouldBeOfType<Outcome.Done>();

        (await province.AskAsync<ResolutionKeeping, Outcome>(province.Home, k => k.ApproveAsync(id, 2, default))).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("không tự duyệt");
        (await province.AskAsync<ResolutionKeeping, Outcome>(province.Second, k => k.ApproveAsync(id, 1, default))).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("vừa sửa");
        await using (var desk = province.Desk()) (await desk.Get<Facts.CommuneFacts>().ResolutionAsync(new Platform.Time.AsOf(D("2024-01-01")), default)).ShouldBeNull();
        (await province.AskAsync<ResolutionKeeping, Outcome>(province.Second, k => k.ApproveAsync(id, 2, default))).ShouldBeOfType<Outcome.Done>();
        await using (var desk = province.Desk()) (await desk.Get<Facts.CommuneFacts>().ResolutionAsync(new Platform.Time.AsOf(D("2024-01-01")), default))!.Titles.Single().Coefficient.ShouldBe(160);
        await Should.ThrowAsync<ForbiddenException>(() => province.AskAsync<ResolutionKeeping, Outcome>(province.Officer, k => k.WithdrawAsync(id, 3, "Không cần", default)));
    }

    [Fact]
    public async Task A_second_title_may_not_be_paid_more_than_the_decree_of_the_day_lets()
    {
        await using var province = await OpenAsync();

        (await province.AskAsync<ResolutionKeeping, Outcome>(province.Home, k => k.AddAsync(Guid.CreateVersion7(), Text("2020-01-01", 60, 0, (TitleLevel.Village, Head, 1m)), default))).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("SecondShare");
        (await province.AskAsync<ResolutionKeeping, Outcome>(province.Home, k => k.AddAsync(Guid.CreateVersion7(), Text("2023-08-01", 60, 0, (TitleLevel.Village, Head, 1m)), default))).ShouldBeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task Part_time_people_who_stay_are_found_at_the_successor_and_their_benefit_is_estimated()
    {
        await using var province = await OpenAsync();
        await province.ProfileAsync(East, "2023-08-01", 1);
        await ResolveAsync(province);
        (await province.PlaceAsync(East, "Nguyễn Văn Ở", Women, "2022-06-01")).ShouldBeOfType<Outcome.Refused>("no resolution reaches that day");
        (await province.PlaceAsync(East, "Nguyễn Văn Ở", Women, "2023-08-01")).ShouldBeOfType<Outcome.Done>();

        var sheet = (await province.SheetAsync(Merged, "2026-05-01"))!;
        sheet.StaysOn.ShouldBeTrue();
        sheet.Troubles().ShouldContain("còn 1 người không chuyên trách cấp xã");
        await using var desk = province.Desk();
        var person = sheet.People.Single();
        var estimate = desk.Get<LeavingEstimate>().Of(person.Holder, person.Titles.Select(t => t.Holding), person.Titles[0].Allowance, D("2026-05-01"));
        // 33 months, less than five years: 0.8 × 33 + 1.5 × 3 years + 3 = 33.9 months of 1.5 × 2,340,000.
        estimate.Benefit!.Amount.ShouldBe(118_989_000);
        // After the last day of the policy the estimate is of that day.
        desk.Get<LeavingEstimate>().Of(person.Holder, person.Titles.Select(t => t.Holding), person.Titles[0].Allowance, D("2026-11-27")).LeavesOn.ShouldBe(D("2026-05-31"));
    }
}
