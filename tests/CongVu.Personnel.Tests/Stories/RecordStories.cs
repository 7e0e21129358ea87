using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Time;
using static CongVu.Personnel.Tests.RegisterFixture;
using static CongVu.Personnel.Tests.Sample;

namespace CongVu.Personnel.Tests.Stories;

/// <summary>What decisions do to a record, on a real database.</summary>
public sealed class RecordStories(RegisterFixture register) : IClassFixture<RegisterFixture>
{
    private static readonly DateOnly Joined = Day(2010, 9, 1);

    private static (Guid, DateOnly, Effect)[] Recruit(Guid person, SetIdentity? identity = null) =>
    [
        (person, Joined, identity ?? Identity()), (person, Joined, Employment(Division, Joined)), (person, Joined, Rank(1, Joined)), (person, Joined, Degree("university")),
    ];

    [Fact]
    public async Task A_recruit_is_in_the_list_of_today_and_of_past_days_but_not_before()
    {
        await using var desk = register.Desk();
        var person = Guid.CreateVersion7();
        await desk.ActAsync("Quyết định 1/QĐ-SNV", At(2026, 2), Recruit(person, Identity("Lê Thị Hoa", sex: "female")));

        var today = await desk.People.FindAsync(person, new AsOf(Today), default);
        today.ShouldNotBeNull();
        (today.FullName, today.UnitId, today.FileUnitId, today.Category, today.RankCode, today.Step, today.Coefficient, today.ProfessionalLevel)
            .ShouldBe(("Lê Thị Hoa", Division, Division, "civil-servant", "01.003", 1, 234, "university"));
        (await desk.People.FindAsync(person, new AsOf(Day(2012)), default))!.JoinedOn.ShouldBe(Joined);
        (await desk.People.FindAsync(person, new AsOf(Joined.AddDays(-1)), default)).ShouldBeNull();
        (await desk.People.FindAsync(person, new AsOf(Today, At(2026, 1)), default)).ShouldBeNull("nobody knew of the recruit in January");
    }

    [Fact]
    public async Task A_raise_takes_over_from_its_day_and_the_step_before_stays_in_the_past()
    {
        await using var desk = register.Desk();
        var person = Guid.CreateVersion7();
        await desk.ActAsync("Quyết định 2/QĐ-SNV", At(2026, 2), Recruit(person));
        await desk.ActAsync("Quyết định 3/QĐ-SNV", At(2026, 3), (person, Day(2013, 9), Rank(2, Day(2013, 9))));

        (await desk.People.FindAsync(person, new AsOf(Today), default))!.Step.ShouldBe(2);
        (await desk.People.FindAsync(person, new AsOf(Day(2013, 8, 31)), default))!.Step.ShouldBe(1);
        (await desk.People.FindAsync(person, new AsOf(Today, At(2026, 2, 15)), default))!.Step.ShouldBe(1, "in February the raise was not known");
        var record = (await desk.People.RecordAsync(person, new AsOf(Today), default))!;
        record.State.Rank!.Source.Label.ShouldBe("Quyết định 3/QĐ-SNV");
        record.Of(FactKind.RankAndStep).Select(f => (f.From, f.Until)).ShouldBe([(Joined, Day(2013, 9)), (Day(2013, 9), null)]);
    }

    [Fact]
    public async Task A_correction_mends_the_past_and_what_was_known_before_can_still_be_asked()
    {
        await using var desk = register.Desk();
        var person = Guid.CreateVersion7();
        await desk.ActAsync("Quyết định 4/QĐ-SNV", At(2026, 2), Recruit(person));
        var raise = await desk.ActAsync("Quyết định 5/QĐ-SNV", At(2026, 3), (person, Day(2013, 9), Rank(3, Day(2013, 9))));
        await desk.CorrectAsync("Quyết định 6/QĐ-SNV đính chính", At(2026, 4), new PlannedEffect(raise[0], person, Day(2013, 9), Rank(2, Day(2013, 9))));

        (await desk.People.FindAsync(person, new AsOf(Today), default))!.Step.ShouldBe(2);
        (await desk.People.FindAsync(person, new AsOf(Day(2014)), default))!.Step.ShouldBe(2);
        (await desk.People.FindAsync(person, new AsOf(Day(2014), At(2026, 3, 20)), default))!.Step.ShouldBe(3);
        var record = (await desk.People.RecordAsync(person, new AsOf(Today), default))!;
        (record.State.Rank!.Source.Label, record.State.Rank.Source.CorrectedBy).ShouldBe(("Quyết định 5/QĐ-SNV", "Quyết định 6/QĐ-SNV đính chính"));
        record.Timeline.Count(l => l.WasCorrected).ShouldBe(1);
        (await desk.People.RecordAsync(person, new AsOf(Today, At(2026, 3, 20)), default))!.Timeline.ShouldNotContain(l => l.WasCorrected);
    }

    [Fact]
    public async Task What_an_annulled_act_had_replaced_holds_again()
    {
        await using var desk = register.Desk();
        var person = Guid.CreateVersion7();
        await desk.ActAsync("Quyết định 7/QĐ-SNV", At(2026, 2), Recruit(person));
        var transfer = await desk.ActAsync("Quyết định 8/QĐ-UBND", At(2026, 3), (person, Day(2026, 3), Employment(Finance, Joined, how: "transferred")));
        (await desk.People.FindAsync(person, new AsOf(Today), default))!.UnitId.ShouldBe(Finance);
        await desk.VoidAsync("Quyết định 9/QĐ-UBND thu hồi", At(2026, 4), transfer);

        (await desk.People.FindAsync(person, new AsOf(Today), default))!.UnitId.ShouldBe(Division);
        (await desk.People.FindAsync(person, new AsOf(Today, At(2026, 3, 20)), default))!.UnitId.ShouldBe(Finance);
        var line = (await desk.People.TimelineAsync(person, new AsOf(Today), default)).Single(l => l.VoidedBy is not null);
        (line.VoidedBy, line.WasCorrected).ShouldBe(("Quyết định 9/QĐ-UBND thu hồi", false));
    }

    [Fact]
    public async Task Whoever_retires_leaves_post_rank_and_allowances_and_the_file_stays_with_the_unit()
    {
        await using var desk = register.Desk();
        var person = Guid.CreateVersion7();
        await desk.ActAsync("Quyết định 10/QĐ-SNV", At(2026, 2), Recruit(person));
        await desk.ActAsync("Quyết định 11/QĐ-SNV", At(2026, 2, 2), (person, Day(2020), new HoldPost("division-head", Division, 60, true, false, false)), (person, Day(2020), new SetAllowance("position", 50, null, null)));
        var before = (await desk.People.FindAsync(person, new AsOf(Today), default))!;
        (before.PostCode, before.PostSince, before.PostUntil).ShouldBe(("division-head", Day(2020), Day(2025)));
        (await HoldersAsync(desk, person)).ShouldHaveSingleItem().PostCode.ShouldBe("division-head");
        await desk.ActAsync("Quyết định 12/QĐ-SNV", At(2026, 5), (person, Day(2026, 6), new EndEmployment("retired")));

        var state = (await desk.People.StateAsync(person, new AsOf(Today), default))!;
        (state.Employment, state.Rank, state.Posts.Count, state.Allowances.Count).ShouldBe((null, null, 0, 0));
        (state.Departure!.Fact.Value.Reason, state.FileUnitId).ShouldBe(("retired", Division));
        var row = (await desk.People.FindAsync(person, new AsOf(Today), default))!;
        (row.UnitId, row.FileUnitId, row.EndReason, row.EndedOn, row.PostCode, row.RankCode).ShouldBe((null, Division, "retired", Day(2026, 6), null, null));
        (await desk.People.FindAsync(person, new AsOf(Day(2026, 5, 31)), default))!.PostCode.ShouldBe("division-head");
        (await HoldersAsync(desk, person)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_renewed_term_goes_on_from_the_first_day_of_holding_the_post()
    {
        await using var desk = register.Desk();
        var person = Guid.CreateVersion7();
        await desk.ActAsync("Quyết định 13/QĐ-SNV", At(2026, 2), Recruit(person));
        await desk.ActAsync("Quyết định 14/QĐ-SNV", At(2026, 2, 2),
            (person, Day(2018), new HoldPost("division-deputy", Division, 60, false, false, false)), (person, Day(2023), new HoldPost("division-deputy", Division, 60, false, true, false)));

        var row = (await desk.People.FindAsync(person, new AsOf(Today), default))!;
        (row.PostSince, row.PostUntil).ShouldBe((Day(2018), Day(2028)));
        (await desk.People.StateAsync(person, new AsOf(Today), default))!.HighestPost!.Fact.From.ShouldBe(Day(2023));
    }

    [Fact]
    public async Task An_effect_is_applied_once_however_often_it_is_sent()
    {
        await using var desk = register.Desk();
        var person = Guid.CreateVersion7();
        var planned = Recruit(person).Select(e => new PlannedEffect(Guid.CreateVersion7(), e.Item1, e.Item2, e.Item3)).ToList();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await using var process = await desk.Get<CongVu.Platform.Processes.ProcessLog>().BeginAsync(new("test.twice", "", ""), null, null, default);
            await desk.Applier<SetIdentity>().ApplyAsync(new ActSource(null, null, process.Run.Id, At(2026, 3), "Quyết định 15"), planned, default);
            await process.CommitAsync(default);
        }
        (await desk.People.TimelineAsync(person, new AsOf(Today), default)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Two_acts_of_one_transaction_are_both_known_afterwards()
    {
        await using var desk = register.Desk();
        var person = Guid.CreateVersion7();
        await desk.ActAsync("Quyết định 16/QĐ-SNV", At(2026, 2), Recruit(person));
        await desk.ActAsync("Quyết định 17/QĐ-SNV", At(2026, 2), (person, Day(2013, 9), Rank(2, Day(2013, 9))));
        (await desk.People.FindAsync(person, new AsOf(Today), default))!.Step.ShouldBe(2);
        (await desk.Get<RecordReplay>().VerifyAsync()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bulk_raise_of_200_people_goes_through_at_once()
    {
        await using var desk = register.Desk();
        var people = Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7()).ToArray();
        await desk.ActAsync("Quyết định 18/QĐ-UBND", At(2026, 2), [.. people.SelectMany(p => Recruit(p))]);
        await desk.ActAsync("Quyết định 19/QĐ-UBND", At(2026, 3), [.. people.Select(p => (p, Day(2013, 9), (Effect)Rank(2, Day(2013, 9))))]);

        desk.People.On(new AsOf(Today)).Count(r => people.Contains(r.PersonId) && r.Step == 2).ShouldBe(200);
        (await desk.Get<RecordReplay>().VerifyAsync()).IsSound.ShouldBeTrue();
    }

    // Other stories of this register appoint people to the same division.
    private static async Task<PostHolder[]> HoldersAsync(Desk desk, Guid person) =>
        [.. (await desk.People.HoldersAsync(Division, ["division-head", "division-deputy"], new AsOf(Today), default)).Where(h => h.PersonId == person)];
}
