using CongVu.Law.Communes;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>Communes: increments, titles, concurrent titles, funds. The plain figures are in law/vectors/communes.</summary>
public class CommuneTests
{
    private static readonly CommuneLaw Law = Book.Communes;

    [Fact]
    public void A_ward_of_an_urban_district_gets_one_more_for_each_full_third_above_the_norm()
    {
        var staffing = Law.Staffing(new CommuneUnit(CommuneKind.Ward, 2) { OfUrbanDistrict = true, Population = 26_000, PopulationNorm = 15_000 }, Day("2024-01-01"));

        (staffing.CadresAndCivilServants, staffing.PartTime).ShouldBe((23, 14));
        staffing.Explanation.Children[0].Children.ShouldHaveSingleItem().Value.ShouldBe(ExplainedValue.Integer(2));
    }

    [Fact]
    public void A_commune_gets_one_more_for_each_full_half_and_for_each_full_area_above_the_norm()
    {
        var unit = new CommuneUnit(CommuneKind.Commune, 1) { Population = 13_000, PopulationNorm = 8_000 };

        Law.Staffing(unit, Day("2024-01-01")).CadresAndCivilServants.ShouldBe(23);
        Law.Staffing(unit with { Area = 2_300, AreaNorm = 1_000 }, Day("2024-01-01")).CadresAndCivilServants.ShouldBe(24);
        Law.Staffing(unit with { Population = 8_000 }, Day("2024-01-01")).CadresAndCivilServants.ShouldBe(22);
        Law.Staffing(unit with { Population = 11_999 }, Day("2024-01-01")).CadresAndCivilServants.ShouldBe(22);
        Law.Staffing(unit with { Population = 7_000 }, Day("2024-01-01")).CadresAndCivilServants.ShouldBe(22);
        Should.Throw<CaseInputException>(() => Law.Staffing(unit with { PopulationNorm = null }, Day("2024-01-01"))).Message.ShouldContain("chuẩn về dân số");
        Should.Throw<CaseInputException>(() => Law.Staffing(unit with { Class = 4 }, Day("2024-01-01"))).Message.ShouldContain("loại 4");
        Should.Throw<OutsideCoverageException>(() => Law.Staffing(unit, Day("2022-01-01")));
    }

    [Fact]
    public void What_July_2025_ended_is_refused_with_the_reason()
    {
        Should.Throw<OutsideCoverageException>(() => Law.Staffing(new CommuneUnit(CommuneKind.Ward, 1), Day("2025-07-01"))).Message.ShouldContain("hai cấp");
        Should.Throw<OutsideCoverageException>(() => Law.PartTimeFund(1, Day("2025-07-01"))).Message.ShouldContain("hai cấp");
        Should.Throw<OutsideCoverageException>(() => Law.TitlesOn(Day("2025-07-01")));
        Law.VillageFund(new Village(VillageKind.Village, 350), Day("2025-07-01")).Amount.ShouldBe(14_040_000);
    }

    [Fact]
    public void The_fund_of_a_village_says_when_its_figure_is_the_last_one_known()
    {
        var before = Law.VillageFund(new Village(VillageKind.Village, 100) { BorderOrIsland = true }, Day("2026-05-25"));
        var after = Law.VillageFund(new Village(VillageKind.Village, 100) { BorderOrIsland = true }, Day("2026-07-01"));

        before.Explanation.Notes.ShouldBeEmpty();
        before.Amount.ShouldBe(14_040_000);
        after.Amount.ShouldBe(15_180_000);
        after.Explanation.Notes.ShouldHaveSingleItem().ShouldContain("185/2026");
        after.Explanation.Parameters[0].Confidence.ShouldBe(Confidence.Low);
        after.Explanation.Inputs[1].Label.ShouldBe("Xã biên giới hoặc hải đảo");
    }

    [Fact]
    public void Titles_of_communes_and_villages_change_with_their_decrees()
    {
        Law.TitlesOn(Day("2024-01-01")).Count(t => t.IsCadre).ShouldBe(11);
        Law.TitlesOn(Day("2024-01-01")).Count(t => !t.IsCadre).ShouldBe(6);
        Law.TitlesOn(Day("2020-01-01")).ShouldContain(t => t.Code == "police");
        Law.VillageTitlesOn(Day("2025-01-01")).Count.ShouldBe(3);
        Law.VillageTitlesOn(Day("2026-05-26")).ShouldHaveSingleItem().Code.ShouldBe("village-head");
        Law.VillageHead("term", Day("2026-06-01")).Value.ShouldBe(ExplainedValue.Months(60));
        Law.VillageHead("age-min", Day("2026-06-01")).Value.ShouldBe(ExplainedValue.Months(252));
    }

    [Theory]
    [InlineData("0", 2_737_800)]
    [InlineData("0.25", 3_030_300)]
    public void Staff_who_save_a_person_get_half_of_step_one_and_of_the_posts_allowance(string post, long amount) =>
        Law.Concurrent.OfStaff([Coefficient.Parse(post)], Day("2024-07-01")).Value.AsMoney.ShouldBe(amount);

    [Fact]
    public void Of_several_concurrent_titles_only_the_highest_is_paid()
    {
        var told = Law.Concurrent.OfStaff([default, Coefficient.Parse("0.25"), Coefficient.Parse("0.15")], Day("2024-07-01"));

        told.Value.AsMoney.ShouldBe(3_030_300);
        told.Notes.ShouldContain(n => n.Contains("một mức cao nhất"));
        told.Children.Sum(c => c.Value.AsMoney).ShouldBe(told.Value.AsMoney);
        Should.Throw<CaseInputException>(() => Law.Concurrent.OfStaff([], Day("2024-07-01")));
        Should.Throw<OutsideCoverageException>(() => Law.Concurrent.OfStaff([default], Day("2025-07-01")));
    }

    [Fact]
    public void The_other_reading_of_the_post_allowance_is_one_value_of_the_data()
    {
        using var folder = ScratchFolder.WithTheLaw();
        folder.Replace("parameters/communes/concurrent-post-share.yaml", "value: 50%", "value: 100%");

        LawBook.Load(folder.Path).Communes.Concurrent.OfStaff([Coefficient.Parse("0.25")], Day("2024-07-01")).Value.AsMoney.ShouldBe(3_322_800);
    }

    [Fact]
    public void Who_holds_several_part_time_titles_gets_the_highest_allowance_and_the_provinces_share_of_the_next()
    {
        var holder = new PartTimeHolder("Người giữ hai chức danh", [Title("Phụ trách văn phòng", 2_000_000), Title("Thủ quỹ", 3_000_000), Title("Đài truyền thanh", 1_000_000)]);

        Law.Concurrent.OfPartTime(holder, Day("2024-07-01")).Value.AsMoney.ShouldBe(3_000_000);
        Law.Concurrent.OfPartTime(holder with { SecondShare = Percent.Of(50) }, Day("2024-07-01")).Value.AsMoney.ShouldBe(4_000_000);
        Law.Concurrent.OfPartTime(holder with { SecondShare = Percent.Of(100) }, Day("2024-07-01")).Value.AsMoney.ShouldBe(5_000_000);
        Should.Throw<CaseInputException>(() => Law.Concurrent.OfPartTime(holder with { SecondShare = Percent.Of(51) }, Day("2023-07-31"))).Message.ShouldContain("50%");
        Should.Throw<CaseInputException>(() => Law.Concurrent.OfPartTime(holder with { SecondShare = Percent.Of(101) }, Day("2023-08-01")));
        Should.Throw<CaseInputException>(() => Law.Concurrent.OfPartTime(holder with { Titles = [] }, Day("2024-07-01")));
    }

    [Fact]
    public void A_list_above_the_fund_or_the_number_is_told_by_how_much()
    {
        var day = Day("2025-01-01");
        var fund = Law.PartTimeFund(3, day);
        PartTimeHolder[] list = [.. Enumerable.Range(1, 11).Select(i => new PartTimeHolder($"Người thứ {i}", [Title("Chức danh", 3_190_000)]))];

        var within = Law.Concurrent.Use(fund, list[..10], 10, day);
        (within.Paid, within.Left, within.IsWithin).ShouldBe((31_900_000, 3_200_000, true));
        var many = Law.Concurrent.Use(fund, list, 10, day);
        (many.Left, many.PeopleOver, many.IsWithin).ShouldBe((10_000, 1, false));
        var over = Law.Concurrent.Use(fund, [.. list, list[0]], null, day);
        (over.Left, over.IsWithin).ShouldBe((-3_180_000, false));
        over.Explanation.Notes.ShouldHaveSingleItem().ShouldContain("Vượt quỹ khoán 3.180.000 đ");
    }

    private static PartTimeTitle Title(string name, long allowance) => new(name, allowance, "Nghị quyết của Hội đồng nhân dân tỉnh");
}
