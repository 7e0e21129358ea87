using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Time;
using Npgsql;
using static CongVu.Personnel.Tests.RegisterFixture;
using static CongVu.Personnel.Tests.Sample;

namespace CongVu.Personnel.Tests.Stories;

/// <summary>What a record refuses, said before signing and held at the door.</summary>
public sealed class RuleStories(RegisterFixture register) : IClassFixture<RegisterFixture>
{
    private static readonly DateOnly Joined = Day(2010, 9);

    private async Task<IReadOnlyList<RecordViolation>> CheckAsync(params (Guid Person, DateOnly From, Effect Effect)[] effects)
    {
        await using var desk = register.Desk();
        return await desk.Get<PersonActRules>().CheckAsync([.. effects.Select(e => new PlannedEffect(Guid.CreateVersion7(), e.Person, e.From, e.Effect))], default);
    }

    private async Task<Guid> EmployedAsync()
    {
        await using var desk = register.Desk();
        var person = Guid.CreateVersion7();
        await desk.ActAsync("Quyết định tuyển dụng", At(2026, 2), (person, Joined, Identity()), (person, Joined, Employment(Division, Joined)), (person, Joined, Rank(1, Joined)));
        return person;
    }

    [Fact]
    public async Task A_sound_recruitment_passes()
    {
        var person = Guid.CreateVersion7();
        (await CheckAsync((person, Joined, Identity()), (person, Joined, Employment(Division, Joined)), (person, Joined, Rank(1, Joined)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rank_before_any_employment_is_refused_with_the_cure()
    {
        var person = Guid.CreateVersion7();
        var refused = (await CheckAsync((person, Joined, Identity()), (person, Joined, Rank(1, Joined)))).ShouldHaveSingleItem();
        (refused.Rule, refused.PersonId).ShouldBe(("rank-needs-employment", person));
        refused.Message.ShouldContain("01/09/2010");
        refused.Message.ShouldContain("Kiểm tra ngày tuyển dụng");
    }

    [Fact]
    public async Task Leaving_before_joining_is_refused()
    {
        var person = await EmployedAsync();
        (await CheckAsync((person, Day(2009), new EndEmployment("retired")))).ShouldContain(v => v.Rule == "end-needs-beginning");
    }

    [Fact]
    public async Task A_departure_put_before_a_raise_on_record_says_which_raise_it_would_break()
    {
        var person = await EmployedAsync();
        await using var desk = register.Desk();
        var raise = await desk.ActAsync("Quyết định nâng lương", At(2026, 3), (person, Day(2013, 9), Rank(2, Day(2013, 9))));
        (await CheckAsync((person, Day(2012), new EndEmployment("resigned")))).ShouldContain(v => v.Rule == "rank-needs-employment" && v.EffectId == raise[0]);
    }

    [Fact]
    public async Task Born_after_joining_a_bad_id_and_an_unreadable_birth_date_are_refused()
    {
        var person = Guid.CreateVersion7();
        (await CheckAsync((person, Joined, Identity(birth: "2010-10-01")), (person, Joined, Employment(Division, Joined)))).Select(v => v.Rule).ShouldBe(["born-before-record", "born-before-record", "born-before-service"], ignoreOrder: true);
        (await CheckAsync((person, Joined, Identity(id: "12345")))).ShouldHaveSingleItem().Rule.ShouldBe("twelve-digit-personal-id");
        (await CheckAsync((person, Joined, Identity(birth: "1985-13-01")))).ShouldHaveSingleItem().Rule.ShouldBe("readable-birth-date");
    }

    [Fact]
    public async Task A_post_in_a_unit_that_does_not_exist_that_day_is_refused_by_name_of_the_unit()
    {
        var person = await EmployedAsync();
        (await CheckAsync((person, Day(2026), new HoldPost("division-head", Guid.NewGuid(), 60, false, false, false)))).ShouldHaveSingleItem().Rule.ShouldBe("unit-exists");
        var early = (await CheckAsync((Guid.CreateVersion7(), Day(1980), Employment(Finance, Day(1980))))).Single(v => v.Rule == "unit-exists");
        early.Message.ShouldContain("Sở Tài chính không tồn tại vào ngày 01/01/1980");
    }

    [Fact]
    public async Task One_act_says_one_thing_about_one_fact_and_day()
    {
        var person = await EmployedAsync();
        (await CheckAsync((person, Day(2013, 9), Rank(2, Day(2013, 9))), (person, Day(2013, 9), Rank(3, Day(2013, 9))))).ShouldHaveSingleItem().Rule.ShouldBe("once-per-act");
    }

    [Fact]
    public async Task A_personal_id_belongs_to_one_record()
    {
        var id = FreshId();
        await using var desk = register.Desk();
        await desk.ActAsync("Quyết định", At(2026, 2), (Guid.CreateVersion7(), Joined, Identity(id: id)));
        (await CheckAsync((Guid.CreateVersion7(), Joined, Identity(id: id)))).ShouldHaveSingleItem().Rule.ShouldBe("personal-id-of-one");
        (await Should.ThrowAsync<PostgresException>(() => desk.ActAsync("Quyết định", At(2026, 3), (Guid.CreateVersion7(), Joined, Identity(id: id))))).ConstraintName.ShouldBe("identity_personal_id");
    }

    [Fact]
    public async Task The_door_refuses_what_the_check_would_have_and_nothing_is_kept()
    {
        await using var desk = register.Desk();
        var (sound, broken) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var refusal = await Should.ThrowAsync<RecordRefusedException>(() => desk.ActAsync("Quyết định", At(2026, 2), (sound, Joined, Identity()), (broken, Joined, Rank(1, Joined))));
        refusal.Violations.ShouldContain(v => v.PersonId == broken);
        (await desk.People.RecordAsync(sound, new AsOf(Today), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_complaint_that_was_there_before_is_not_told_again()
    {
        var person = await EmployedAsync();
        await using var desk = register.Desk();
        var recruit = (await desk.People.TimelineAsync(person, new AsOf(Today), default)).Single(l => l.Kind == FactKind.Employment).Source.EffectId;
        (await desk.Get<PersonActRules>().CheckVoidAsync([recruit], default)).ShouldContain(v => v.Rule == "rank-needs-employment");
        await desk.VoidAsync("Thu hồi", At(2026, 4), recruit);
        (await CheckAsync((person, Joined, new SetContact("Số 1", null, null, null)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_domino_view_names_what_rests_on_an_act()
    {
        var person = await EmployedAsync();
        await using var desk = register.Desk();
        var transfer = await desk.ActAsync("Quyết định 20", At(2026, 3), (person, Day(2015), Employment(Finance, Joined, how: "transferred")));
        var post = await desk.ActAsync("Quyết định 21", At(2026, 3, 2), (person, Day(2016), new HoldPost("department-deputy", Finance, 60, false, false, false)));
        var raise = await desk.ActAsync("Quyết định 22", At(2026, 3, 3), (person, Day(2016), Rank(3, Day(2016))));
        var recruit = (await desk.People.TimelineAsync(person, new AsOf(Today), default)).Where(l => l.Source.Label == "Quyết định tuyển dụng").Select(l => l.Source.EffectId).ToArray();

        (await desk.DependentsAsync(transfer)).Select(d => d.EffectId).ShouldBe(post);
        (await desk.DependentsAsync(raise)).ShouldBeEmpty();
        var all = await desk.DependentsAsync(recruit);
        all.Select(d => d.EffectId).ShouldBe([transfer[0], post[0], raise[0]], ignoreOrder: true);
        all.Single(d => d.EffectId == raise[0]).What.ShouldContain("bậc 3");
    }

    [Theory]
    [InlineData("insert into personnel.rank_and_step select person_id, valid, recorded, decision_id, declaration_id, gen_random_uuid(), 1, rank_code, table_code, step, coefficient, over_scale_percent, step_since from personnel.rank_and_step where upper_inf(recorded) limit 1", "rank_and_step_exclusive")]
    [InlineData("insert into personnel.employment select person_id, valid, recorded, decision_id, declaration_id, gen_random_uuid(), 1, unit_id, category, contract, joined_on, job_title, how from personnel.employment where upper_inf(recorded) limit 1", "employment_exclusive")]
    public async Task The_database_itself_refuses_two_facts_on_one_day(string insert, string constraint)
    {
        await EmployedAsync();
        await using var source = NpgsqlDataSource.Create(register.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(async () => await source.CreateCommand(insert).ExecuteNonQueryAsync())).ConstraintName.ShouldBe(constraint);
    }
}
