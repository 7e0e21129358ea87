using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using static CongVu.Personnel.Tests.RegisterFixture;
using static CongVu.Personnel.Tests.Sample;

namespace CongVu.Personnel.Tests.Stories;

/// <summary>A list of people whom the stories know by name.</summary>
public sealed class ListFixture : IAsyncLifetime
{
    internal RegisterFixture Register { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Register.InitializeAsync();
        await using var desk = Register.Desk();
        var effects = new List<(Guid, DateOnly, Effect)>();
        void Add(string name, Guid unit, string birth = "1985-03-05", string sex = "male", string ethnicity = "01", string degree = "university", bool party = false, string? id = null, string category = "civil-servant")
        {
            var (person, joined) = (Guid.CreateVersion7(), Day(2011));
            effects.AddRange([(person, joined, Identity(name, birth, sex, ethnicity, id)), (person, joined, Employment(unit, joined, category)), (person, joined, Rank(2, joined)), (person, joined, Degree(degree))]);
            if (party) effects.Add((person, joined, new SetPartyAndUnion(Day(2012), Day(2013), null, null, null, null, null, null)));
            if (name == "Trần Thị Bích") effects.Add((person, Day(2024), new HoldPost("division-head", unit, 60, false, false, false)));
            if (name == "Đỗ Văn Nghỉ") effects.Add((person, Day(2026, 5), new EndEmployment("retired")));
        }
        Add("Nguyễn Văn A", Division, party: true, id: "099085000001");
        Add("Nguyễn Vân Anh", Division, sex: "female", birth: "1996-06-15", degree: "master");
        Add("Nguyễn Thị Ánh", HomeAffairs, sex: "female", ethnicity: "02", birth: "1996-06-16");
        Add("Trần Thị Bích", HomeAffairs, sex: "female", degree: "college", party: true);
        Add("Lê Đức Ân", Finance, party: true, category: "public-employee", birth: "1970");
        Add("Đặng Ánh Dương", Finance);
        Add("Nguyễn Văn A", Finance);
        Add("Đỗ Văn Nghỉ", Finance);
        await desk.ActAsync("Quyết định", At(2026, 5), [.. effects]);
    }

    public ValueTask DisposeAsync() => Register.DisposeAsync();
}

/// <summary>Filtering, searching and paging people, and what the gate lets through.</summary>
public sealed class ListStories(ListFixture list) : IClassFixture<ListFixture>
{
    private static readonly AsOf Now = new(Today);

    private async Task<string[]> NamesAsync(PersonFilter filter, string role = Roles.HomeAffairs, Guid? unit = null, AsOf? asOf = null)
    {
        await using var desk = await list.Register.Desk().AsAsync(role, unit);
        var on = asOf ?? Now;
        var rows = desk.People.Where(desk.People.ScopedOn(on, PersonnelPermissions.Read), filter, on.ValidOn);
        return await People.InOrder(rows, PersonOrder.Name, false).Select(r => r.FullName).ToArrayAsync();
    }

    [Fact]
    public async Task Names_come_in_the_order_Vietnamese_readers_expect() =>
        (await NamesAsync(new())).ShouldBe(["Nguyễn Văn A", "Nguyễn Văn A", "Nguyễn Vân Anh", "Nguyễn Thị Ánh", "Lê Đức Ân", "Trần Thị Bích", "Đặng Ánh Dương"]);

    [Theory]
    [InlineData("nguyen van a", new[] { "Nguyễn Văn A", "Nguyễn Văn A", "Nguyễn Vân Anh" })]
    [InlineData("NGUYỄN VĂN A", new[] { "Nguyễn Văn A", "Nguyễn Văn A", "Nguyễn Vân Anh" })]
    [InlineData("nguyen anh", new[] { "Nguyễn Vân Anh", "Nguyễn Thị Ánh" })]
    [InlineData("dang", new[] { "Đặng Ánh Dương" })]
    [InlineData("an", new[] { "Nguyễn Vân Anh", "Nguyễn Thị Ánh", "Lê Đức Ân", "Đặng Ánh Dương" })]
    [InlineData("099085000001", new[] { "Nguyễn Văn A" })]
    [InlineData("85000001", new[] { "Nguyễn Văn A" })]
    [InlineData("nguyen 85000001", new[] { "Nguyễn Văn A" })]
    [InlineData("anh nguyen", new string[0])]
    [InlineData("nguyễn%", new string[0])]
    [InlineData("%", new string[0])]
    [InlineData("nguyen_van", new string[0])]
    public async Task Search_needs_no_accents_and_takes_nothing_for_a_wildcard(string typed, string[] found) => (await NamesAsync(new() { Text = typed })).ShouldBe(found);

    [Fact]
    public async Task Every_filter_narrows()
    {
        (await NamesAsync(new() { Category = "public-employee" })).ShouldBe(["Lê Đức Ân"]);
        (await NamesAsync(new() { Sex = "female" })).Length.ShouldBe(3);
        (await NamesAsync(new() { Minority = true })).ShouldBe(["Nguyễn Thị Ánh"]);
        (await NamesAsync(new() { Ethnicity = "02" })).ShouldBe(["Nguyễn Thị Ánh"]);
        (await NamesAsync(new() { ProfessionalAtLeast = "master" })).ShouldBe(["Nguyễn Vân Anh"]);
        (await NamesAsync(new() { ProfessionalAtLeast = "college" })).Length.ShouldBe(7);
        (await NamesAsync(new() { PostLevel = LeadershipLevel.DivisionHead })).ShouldBe(["Trần Thị Bích"]);
        (await NamesAsync(new() { PostLevel = LeadershipLevel.None })).Length.ShouldBe(6);
        (await NamesAsync(new() { RankCode = "01.003" })).Length.ShouldBe(7);
        (await NamesAsync(new() { RankCode = "01.002" })).ShouldBeEmpty();
        (await NamesAsync(new() { Units = [Division] })).ShouldBe(["Nguyễn Văn A", "Nguyễn Vân Anh"]);
        (await NamesAsync(new() { Standing = PersonStanding.Departed })).ShouldBe(["Đỗ Văn Nghỉ"]);
        (await NamesAsync(new() { Standing = PersonStanding.All })).Length.ShouldBe(8);
    }

    [Fact]
    public async Task Age_turns_on_the_birthday()
    {
        (await NamesAsync(new() { AgeFrom = 30, AgeTo = 30 })).ShouldBe(["Nguyễn Vân Anh"], "thirty today");
        (await NamesAsync(new() { AgeTo = 29 })).ShouldBe(["Nguyễn Thị Ánh"], "thirty tomorrow");
    }

    [Fact]
    public async Task Another_day_shows_who_was_there_then()
    {
        (await NamesAsync(new(), asOf: new AsOf(Day(2026, 4, 30)))).ShouldContain("Đỗ Văn Nghỉ");
        (await NamesAsync(new() { PostLevel = LeadershipLevel.DivisionHead }, asOf: new AsOf(Day(2023)))).ShouldBeEmpty();
        (await NamesAsync(new(), asOf: new AsOf(Day(2010)))).ShouldBeEmpty();
    }

    public static TheoryData<PersonFilter> AllKinds => [
        new PersonFilter(), new PersonFilter { Standing = PersonStanding.All }, new PersonFilter { Standing = PersonStanding.Departed }, new PersonFilter { Text = "nguyen" }, new PersonFilter { Text = "099" }, new PersonFilter { Units = [Finance] },
        new PersonFilter { Units = [Province, HomeAffairs, Division, Finance] }, new PersonFilter { Category = "public-employee" }, new PersonFilter { Party = true }, new PersonFilter { Party = false }, new PersonFilter { AgeFrom = 1 }, new PersonFilter { Sex = "male" },
        new PersonFilter { ProfessionalAtLeast = "none" }, new PersonFilter { RankCode = "01.003" }, new PersonFilter { PostLevel = LeadershipLevel.None }, new PersonFilter { Minority = true }, new PersonFilter { Ethnicity = "01" }];

    [Theory, MemberData(nameof(AllKinds))]
    public async Task A_unit_officer_never_sees_people_of_another_unit_by_any_filter_on_any_day(PersonFilter filter)
    {
        await using var desk = await list.Register.Desk().AsAsync(Roles.UnitHr, HomeAffairs);
        foreach (var on in new[] { Now, new AsOf(Day(2020)), new AsOf(Today, list.Register.Clock.Now) })
        {
            var rows = await desk.People.Where(desk.People.ScopedOn(on, PersonnelPermissions.Read), filter, on.ValidOn).ToListAsync();
            rows.ShouldAllBe(r => r.FileUnitId == HomeAffairs || r.FileUnitId == Division);
        }
        (await desk.People.CountByUnitAndRankAsync(Now, PersonnelPermissions.Report, default)).ShouldAllBe(c => c.UnitId == HomeAffairs || c.UnitId == Division);
    }

    [Fact]
    public async Task Who_holds_no_permission_sees_nobody()
    {
        (await NamesAsync(new(), Roles.ProvinceAdmin)).ShouldBeEmpty();
        (await NamesAsync(new() { Standing = PersonStanding.All }, Roles.Self)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_party_filter_tells_nothing_where_party_data_may_not_be_seen()
    {
        await using var desk = list.Register.Desk();
        var actor = new Actor(Guid.NewGuid(), "t", "T", "", null, "p", "::1", true, true, false,
            [new(Roles.UnitHr, Finance, [], Day(2020), null), new(Roles.ProvinceAdmin, null, [], Day(2020), null)]);
        await desk.Get<Gate>().EnterAsync(actor, desk.Get<IUnitHierarchy>(), default);
        foreach (var party in new[] { true, false })
            (await desk.People.Where(desk.People.On(Now), new() { Party = party }, Today).ToListAsync()).ShouldAllBe(r => r.FileUnitId == Finance);
    }

    [Theory]
    [InlineData(PersonOrder.Name, false, true), InlineData(PersonOrder.Name, true, true), InlineData(PersonOrder.Birth, false, false), InlineData(PersonOrder.Birth, true, true)]
    [InlineData(PersonOrder.Joined, false, true), InlineData(PersonOrder.Joined, true, false), InlineData(PersonOrder.Coefficient, false, false), InlineData(PersonOrder.Coefficient, true, true)]
    [InlineData(PersonOrder.StepSince, false, true), InlineData(PersonOrder.StepSince, true, true), InlineData(PersonOrder.Name, false, false)]
    public async Task Pages_show_everybody_once_forwards_and_back(PersonOrder order, bool descending, bool today)
    {
        await using var desk = await list.Register.Desk().AsAsync(Roles.HomeAffairs);
        var rows = desk.People.Where(desk.People.ScopedOn(today ? Now : new AsOf(Today.AddDays(-1)), PersonnelPermissions.Read), new() { Standing = PersonStanding.All }, Today);
        var whole = await People.InOrder(rows, order, descending).Select(r => r.PersonId).ToListAsync();
        whole.Count.ShouldBe(8);

        await TurnAsync((after, before) => People.PageAsync(rows, order, descending, after, before, 3, default));
        await TurnAsync(async (after, before) =>
        {
            var (page, total) = (await desk.People.CountedPageAsync(rows, rows, order, descending, after, before, 3, default))!.Value;
            total.ShouldBe(8);
            return page;
        });

        async Task TurnAsync(Func<string?, string?, Task<PersonPage>> turn)
        {
            var forwards = new List<Guid>();
            var page = await turn(null, null);
            page.Previous.ShouldBeNull();
            for (; ; page = await turn(page.Next, null))
            {
                forwards.AddRange(page.Rows.Select(r => r.PersonId));
                if (page.Next is null) break;
            }
            forwards.ShouldBe(whole);

            var back = page.Rows.Select(r => r.PersonId).ToList();
            while (page.Previous is { } mark)
            {
                page = await turn(null, mark);
                back.InsertRange(0, page.Rows.Select(r => r.PersonId));
            }
            back.ShouldBe(whole);
        }
    }

    [Fact]
    public async Task A_counted_page_of_a_unit_officer_holds_and_counts_only_the_own_units()
    {
        await using var desk = await list.Register.Desk().AsAsync(Roles.UnitHr, HomeAffairs);
        foreach (var on in new[] { Now, new AsOf(Today.AddDays(-1)) })
        {
            var within = desk.People.ScopedOn(on, PersonnelPermissions.Read);
            var rows = desk.People.Where(within, new() { Text = "nguyen" }, on.ValidOn);
            var (page, total) = (await desk.People.CountedPageAsync(within, rows, PersonOrder.Name, false, null, null, 2, default))!.Value;
            total.ShouldBe(3);
            page.Rows.Select(r => r.FullName).ShouldBe(["Nguyễn Văn A", "Nguyễn Vân Anh"]);
            page.Next.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_mark_that_is_none_shows_the_first_page()
    {
        await using var desk = await list.Register.Desk().AsAsync(Roles.HomeAffairs);
        foreach (var mark in new[] { "x", "!!", "bnVsbA", "e30", new string('a', 3000) })
            (await People.PageAsync(desk.People.ScopedOn(Now, PersonnelPermissions.Read), PersonOrder.Name, false, mark, null, 3, default)).Rows[0].FullName.ShouldBe("Nguyễn Văn A");
    }

    [Fact]
    public async Task Raises_are_computed_from_a_stream_of_those_employed_with_a_rank()
    {
        await using var desk = list.Register.Desk();
        var rows = await desk.People.RanksAsync(Now, [Finance]).ToListAsync();
        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(r => r.RankCode == "01.003" && r.Coefficient == 267 && r.UnitId == Finance);
    }
}
