using CongVu.Communes.Data;
using CongVu.Communes.Facts;
using CongVu.Law;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using static CongVu.Communes.Tests.Province;

namespace CongVu.Communes.Tests.Stories;

public sealed class NumberStories
{
    [Theory]
    // Worked figures: a commune of class 1, population 13,000 against 8,000 (+1), area 2.3 times the norm (+1); a ward of an urban district of class 2, 26,000 against 15,000 (+2).
    [InlineData("Commune", 1, 13_000, 8_000, null, null, false, 23, 15)]
    [InlineData("Commune", 1, 13_000, 8_000, 2_300, 1_000, false, 24, 16)]
    [InlineData("Ward", 2, 26_000, 15_000, null, null, true, 23, 14)]
    public async Task Numbers_follow_class_population_and_area(string form, int grade, int population, int norm, int? area, int? areaNorm, bool urban, int staff, int partTime)
    {
        await using var province = await OpenAsync();
        var kind = Enum.Parse<UnitForm>(form);
        await province.ProfileAsync(kind == UnitForm.Ward ? Ward : East, "2023-08-01", grade, kind, population, norm, area, areaNorm, urban);

        var sheet = (await province.SheetAsync(kind == UnitForm.Ward ? Ward : East, "2024-01-01"))!;

        (sheet.Staffing.Value!.CadresAndCivilServants, sheet.Staffing.Value.PartTime).ShouldBe((staff, partTime));
        sheet.Staffing.Why!.ToText().ShouldContain("Tăng thêm do dân số");
    }

    [Fact]
    public async Task The_numbers_of_earlier_decrees_have_no_increments_and_the_fund_follows_the_decree_of_the_day()
    {
        await using var province = await OpenAsync();
        await province.ProfileAsync(East, "2015-01-01", 1, population: 13_000, norm: 8_000);

        (await province.SheetAsync(East, "2015-01-01"))!.Staffing.Value!.CadresAndCivilServants.ShouldBe(25);
        (await province.SheetAsync(East, "2019-06-25"))!.Staffing.Value!.CadresAndCivilServants.ShouldBe(23);
        (await province.SheetAsync(East, "2023-07-31"))!.Fund.Value!.Multiple.Hundredths.ShouldBe(1600);
        // Class 1 under the decree of 2023 at a base salary of 2,340,000: 21 × 2,340,000.
        (await province.SheetAsync(East, "2024-07-01"))!.Fund.Value!.Amount.ShouldBe(49_140_000);
    }

    [Fact]
    public async Task Who_is_there_comes_from_the_register_and_too_many_are_shown()
    {
        await using var province = await OpenAsync();
        await province.ProfileAsync(East, "2023-08-01", 3);
        for (var i = 0; i < 15; i++) await province.EmployedAsync($"Nguyễn Văn Công {i}", East, "civil-servant");
        for (var i = 0; i < 4; i++) await province.EmployedAsync($"Trần Văn Cán {i}", East, "cadre");
        await province.EmployedAsync("Lê Thị Giáo", East, "public-employee");
        await province.EmployedAsync("Phạm Văn Phụ", East, "commune-part-time");

        var sheet = (await province.SheetAsync(East, "2024-01-01"))!;

        (sheet.Cadres, sheet.CivilServants, sheet.PartTime, sheet.StaffOver).ShouldBe((4, 15, 1, 1));
        sheet.Troubles().ShouldContain("vượt 1 cán bộ, công chức");
    }

    [Fact]
    public async Task A_correction_leaves_what_was_known_before_to_be_asked_for()
    {
        await using var province = await OpenAsync();
        var wrong = await province.ProfileAsync(East, "2023-08-01", 2);
        var before = province.Clock.Now;
        province.Clock.Pass(TimeSpan.FromHours(1));
        var right = new ProfileText(D("2023-08-01"), UnitForm.Commune, 1, null, null, null, null, false, false, "Quyết định 2/QĐ-UBND");

        (await province.AskAsync<ProfileKeeping, Outcome>(province.Officer, k => k.CorrectAsync(East, wrong, right, null, default))).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("Reason");
        (await province.AskAsync<ProfileKeeping, Outcome>(province.Officer, k => k.CorrectAsync(East, wrong, right, "Nhập nhầm loại", default))).ShouldBeOfType<Outcome.Done>();

        (await province.SheetAsync(East, "2024-01-01"))!.Profile!.Class.ShouldBe(1);
        (await province.SheetAsync(East, "2024-01-01", before))!.Profile!.Class.ShouldBe(2);
        // The same form sent again finds the fact gone.
        (await province.AskAsync<ProfileKeeping, Outcome>(province.Officer, k => k.CorrectAsync(East, wrong, right, "Nhập nhầm loại", default))).ShouldBeOfType<Outcome.Refused>();
        (await province.SqlAsync<long>("select count(*) from communes.profile where withdrawn_at is null")).ShouldBe(1);
    }

    [Fact]
    public async Task The_first_of_July_2025_ends_classes_and_the_communes_are_made_anew()
    {
        await using var province = await OpenAsync();
        await province.ProfileAsync(East, "2023-08-01", 1);

        (await province.SheetAsync(East, "2025-06-30"))!.Staffing.Value!.PartTime.ShouldBe(14);
        (await province.SheetAsync(East, "2025-07-01")).ShouldBeNull();
        (await province.AskAsync<ProfileKeeping, Outcome>(province.Home, k => k.EnterAsync(Merged, new ProfileText(D("2025-07-01"), UnitForm.Commune, 1, null, null, null, null, false, false, "Nghị quyết"), default))).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("Class");
        await province.ProfileAsync(Merged, "2025-07-01", null);
        var after = (await province.SheetAsync(Merged, "2025-07-01"))!;
        after.Staffing.Value.ShouldBeNull();
        after.Staffing.None!.ShouldContain("Từ 01/07/2025");
        after.Fund.Value.ShouldBeNull();
    }

    [Fact]
    public async Task An_officer_of_another_commune_reads_and_writes_nothing_and_the_successors_officer_keeps_the_old_commune()
    {
        await using var province = await OpenAsync();
        var text = new ProfileText(D("2023-08-01"), UnitForm.Commune, 2, null, null, null, null, false, false, "Quyết định 1");

        await Should.ThrowAsync<ForbiddenException>(() => province.AskAsync<ProfileKeeping, Outcome>(province.Stranger, k => k.EnterAsync(East, text, default)));
        (await province.AskAsync<ProfileKeeping, Outcome>(province.Officer, k => k.EnterAsync(East, text, default))).ShouldBeOfType<Outcome.Done>();
        (await province.AskAsync<Funds.CommuneReckoning, IReadOnlyList<Funds.CommuneSheet>>(province.Stranger, r => r.AllAsync(new Platform.Time.AsOf(D("2024-01-01")), Contracts.CommunePermissions.Read, default))).Single().Unit.Id.ShouldBe(Ward);
    }
}
