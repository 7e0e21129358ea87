using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Time;
using static CongVu.Communes.Tests.Province;

namespace CongVu.Communes.Tests.Stories;

/// <summary>People who are recruited for a commune or moved there, against what it may have.</summary>
public sealed class ComingStories
{
    // A commune of class 3 has 18 cadres and civil servants.
    private const int Allowed = 18;

    [Fact]
    public async Task Who_comes_within_the_number_is_let_in_and_who_exceeds_it_needs_the_councils_resolution()
    {
        await using var province = await OpenAsync();
        await province.ProfileAsync(East, "2023-08-01", 3);
        for (var i = 0; i < Allowed - 1; i++) await province.EmployedAsync($"Nguyễn Văn Công {i}", East, "civil-servant");

        (await CheckAsync(province, "2024-01-01", Recruit("civil-servant"))).Single().ShouldSatisfyAllConditions(c => c.State.ShouldBe(Standing.Met), c => c.Message!.ShouldContain($"có {Allowed} người"));
        // Two by one decision are counted together.
        (await CheckAsync(province, "2024-01-01", Recruit("civil-servant"), Recruit("cadre"))).ShouldAllBe(c => c.State == Standing.NeedsOverride && c.Message!.Contains("Vượt 1 người") && c.Cure!.Contains("Hội đồng nhân dân") && c.Article!.Contains("33/2023"));
        (await CheckAsync(province, "2024-01-01", Recruit("public-employee"))).ShouldBeEmpty("teachers and doctors are not counted");
    }

    [Fact]
    public async Task A_transfer_counts_where_it_leads_and_not_within_the_same_commune()
    {
        await using var province = await OpenAsync();
        await province.ProfileAsync(East, "2023-08-01", 3);
        await province.ProfileAsync(West, "2023-08-01", 3);
        for (var i = 0; i < Allowed; i++) await province.EmployedAsync($"Nguyễn Văn Công {i}", East, "civil-servant");
        var own = await province.EmployedAsync("Trần Văn Thêm", East, "civil-servant");
        var other = await province.EmployedAsync("Lê Văn Tây", West, "civil-servant");

        (await CheckAsync(province, "2024-01-01", Transfer(other))).Single().State.ShouldBe(Standing.NeedsOverride);
        (await CheckAsync(province, "2024-01-01", Transfer(own))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_class_it_cannot_be_told_and_since_July_2025_no_part_time_people_come()
    {
        await using var province = await OpenAsync();
        (await CheckAsync(province, "2024-01-01", Recruit("civil-servant"))).Single().ShouldSatisfyAllConditions(c => c.State.ShouldBe(Standing.Unknown), c => c.Cure!.ShouldContain("Cấp xã"));

        await province.ProfileAsync(Merged, "2025-07-01", null);
        (await CheckAsync(province, "2025-08-01", Recruit("commune-part-time", Merged))).Single().ShouldSatisfyAllConditions(c => c.State.ShouldBe(Standing.Blocks), c => c.Message!.ShouldContain("01/07/2025"));
        (await CheckAsync(province, "2025-08-01", Recruit("civil-servant", Merged))).ShouldBeEmpty("the number is given by the province, not by class");
    }

    private sealed record Coming(Guid? Person, Dictionary<string, string> Inputs);

    private static Coming Recruit(string category, Guid? unit = null) => new(null, new() { ["unit"] = $"{unit ?? East}", ["category"] = category });

    private static Coming Transfer(Guid person) => new(person, new() { ["unit"] = $"{East}" });

    private static async Task<IReadOnlyList<Check>> CheckAsync(Province province, string day, params Coming[] coming)
    {
        await using var desk = await province.AsAsync(province.Stranger);
        var on = D(day);
        var tree = await desk.Get<UnitDirectory>().TreeAsync(new AsOf(on), default);
        var cases = new List<ActionCase>();
        foreach (var one in coming)
            cases.Add(new ActionCase
            {
                ItemId = Guid.CreateVersion7(), DecisionId = Guid.CreateVersion7(), SubjectId = one.Person ?? Guid.CreateVersion7(), Inputs = one.Inputs, Day = on, Today = on, Units = tree,
                Person = one.Person is { } id ? await desk.Get<People>().FindAsync(id, new AsOf(on), default) : null,
            });
        var condition = desk.Get<IEnumerable<ActionCondition>>().Single();
        condition.Actions.ShouldBe([ActionCodes.Recruit, ActionCodes.Transfer]);
        await condition.PrepareAsync(cases, default);
        var findings = new Findings();
        foreach (var one in cases) condition.Check(one, findings);
        return findings.All;
    }
}
