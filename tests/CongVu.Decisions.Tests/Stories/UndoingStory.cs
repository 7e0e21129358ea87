using CongVu.Decisions.Contracts;
using CongVu.Decisions.Undoing;
using CongVu.Decisions.UseCases;

namespace CongVu.Decisions.Tests.Stories;

[Trait("Category", "Slow")]
public sealed class UndoingStory
{
    private static readonly (string, string)[] Why = [("reason", "Tính sai thời gian giữ bậc"), ("basis", "Kết luận 12/KL-TTr ngày 20/03/2026")];

    [Fact]
    public async Task Annulling_puts_the_record_back_and_keeps_what_was_known()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var raise = await province.RaiseAsync(an, "01/03/2026");
        var before = province.Clock.Now;
        province.Clock.GoTo(2026, 4, 1);

        var id = await province.UndoAsync(province.Verifier, ActionCodes.Annul, raise.Id, Why);
        (await province.IssueAsync(id, province.Verifier, province.Director)).State.ShouldBe(DecisionState.Effective);

        var after = (await province.PersonAsync(an, "2026-03-15"))!;
        (after.Step, after.StepSince).ShouldBe((3, Province.D("2023-03-01")));
        (await province.PersonAsync(an, "2026-03-15", before.AddDays(1)))!.Step.ShouldBe(4);
        var annulled = (await province.ReadAsync(raise.Id)).Decision;
        (annulled.State, annulled.AnnulledBy).ShouldBe((DecisionState.Annulled, id));
    }

    [Fact]
    public async Task What_rested_on_it_must_be_seen_and_can_fall_with_it()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(stepSince: "2020-03-01");
        var first = await province.RaiseAsync(an, "01/03/2023");
        var second = await province.RaiseAsync(an, "01/03/2026");
        await using (var desk = await province.AsAsync(province.Verifier))
        {
            var view = await desk.Get<Domino>().OfAsync(first.Id, null, default);
            view.Lines.Single().DecisionId.ShouldBe(second.Id);
            view.Lines.Single().MayGoTogether.ShouldBeTrue();
        }
        var id = await province.UndoAsync(province.Verifier, ActionCodes.Annul, first.Id, Why);
        (await province.SubmitAsync(province.Verifier, id)).ShouldBeStoppedBy("annul.domino").Message!.ShouldContain(second.NumberText!);

        await using (var desk = await province.AsAsync(province.Verifier))
        {
            var other = (await province.ReadAsync(second.Id)).Items.Single().Id;
            (await desk.Get<StartUndoingHandler>().HandleAsync(new AnnulTogether(id, (await province.ReadAsync(id)).Decision.Version, [other]), default)).ShouldBeDone();
        }
        await province.TypeAsync(province.Verifier, id, Why);
        await province.IssueAsync(id, province.Verifier, province.Director);

        (await province.PersonAsync(an, "2026-03-15"))!.Step.ShouldBe(3);
        (await province.ReadAsync(first.Id)).Decision.State.ShouldBe(DecisionState.Annulled);
        (await province.ReadAsync(second.Id)).Decision.State.ShouldBe(DecisionState.Annulled);
    }

    [Fact]
    public async Task Or_stay_once_it_was_looked_at()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(stepSince: "2020-03-01");
        var first = await province.RaiseAsync(an, "01/03/2023");
        var second = await province.RaiseAsync(an, "01/03/2026");
        var kept = await province.SqlAsync<Guid>($"select id from decisions.decision_effect where decision_id = '{second.Id}'");

        var id = await province.UndoAsync(province.Verifier, ActionCodes.Annul, first.Id, [.. Why, ("keep", kept.ToString())]);
        await province.IssueAsync(id, province.Verifier, province.Director);

        (await province.PersonAsync(an, "2024-01-01"))!.Step.ShouldBe(3);
        (await province.PersonAsync(an, "2026-03-15"))!.Step.ShouldBe(5);
        (await province.ReadAsync(second.Id)).Decision.State.ShouldBe(DecisionState.Effective);
    }

    [Fact]
    public async Task A_scheduled_decision_is_annulled_before_its_day_and_never_takes_hold()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(stepSince: "2023-06-01");
        var raise = await province.RaiseAsync(an, "01/06/2026");
        raise.State.ShouldBe(DecisionState.Signed);
        var id = await province.UndoAsync(province.Verifier, ActionCodes.Annul, raise.Id, Why);
        await province.IssueAsync(id, province.Verifier, province.Director);

        province.Clock.GoTo(2026, 6, 2);
        await province.RunJobsAsync();

        (await province.PersonAsync(an, "2026-06-02"))!.Step.ShouldBe(3);
        (await province.ReadAsync(raise.Id)).Decision.State.ShouldBe(DecisionState.Annulled);
    }

    [Fact]
    public async Task One_of_many_can_be_taken_out_of_a_list()
    {
        await using var province = await Province.OpenAsync();
        var people = new[] { await province.OfficialAsync("An"), await province.OfficialAsync("Bình") };
        var raise = await province.IssueAsync(await province.DraftAsync(province.Hr, ActionCodes.StepRaise, people, ("from", "01/03/2026")), province.Hr, province.Director);
        var item = (await province.ReadAsync(raise.Id)).Items.First(i => i.SubjectId == people[0]).Id;
        Guid id;
        await using (var desk = await province.AsAsync(province.Verifier))
            id = (await desk.Get<StartUndoingHandler>().HandleAsync(new StartUndoing(ActionCodes.Annul, raise.Id, [item]), default)).ShouldBeOfType<StartDraftOutcome.Started>().Id;
        await province.TypeAsync(province.Verifier, id, Why);
        await province.IssueAsync(id, province.Verifier, province.Director);

        (await province.PersonAsync(people[0], "2026-03-15"))!.Step.ShouldBe(3);
        (await province.PersonAsync(people[1], "2026-03-15"))!.Step.ShouldBe(4);
        (await province.ReadAsync(raise.Id)).Decision.State.ShouldBe(DecisionState.Effective);
    }

    [Fact]
    public async Task A_correction_changes_what_was_written_wrong_and_keeps_both()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var raise = await province.RaiseAsync(an, "01/03/2026");
        var known = province.Clock.Now.AddDays(1);
        province.Clock.GoTo(2026, 4, 1);
        var effect = await province.SqlAsync<Guid>($"select id from decisions.decision_effect where decision_id = '{raise.Id}'");

        var id = await province.UndoAsync(province.Verifier, ActionCodes.Correct, raise.Id, ("reason", "Ghi nhầm hệ số"), ("evidence", "Bảng lương tháng 3"), ($"set:{effect}:coefficient", "3,34"), ($"set:{effect}:step", "4"));
        var preview = await province.PreviewAsync(province.Verifier, id);
        preview.Items.Single().Assessment.Summary.ShouldEndWith("Hệ số: 333 → 3,34");
        await province.IssueAsync(id, province.Verifier, province.Director);

        (await province.PersonAsync(an, "2026-03-15"))!.Coefficient.ShouldBe(334);
        (await province.PersonAsync(an, "2026-03-15", known))!.Coefficient.ShouldBe(333);
        var corrected = (await province.ReadAsync(raise.Id)).Decision;
        (corrected.State, corrected.CorrectedBy).ShouldBe((DecisionState.Corrected, id));
        (await province.SqlAsync<string>($"select payload->>'coefficient' from decisions.decision_effect where id = '{effect}'")).ShouldBe("333");
    }

    [Fact]
    public async Task An_annulled_correction_gives_the_first_wording_back()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var raise = await province.RaiseAsync(an, "01/03/2026");
        var effect = await province.SqlAsync<Guid>($"select id from decisions.decision_effect where decision_id = '{raise.Id}'");
        var correction = await province.UndoAsync(province.Verifier, ActionCodes.Correct, raise.Id, ("reason", "Nhầm"), ("evidence", "Bảng lương"), ($"set:{effect}:coefficient", "3,34"));
        await province.IssueAsync(correction, province.Verifier, province.Director);
        province.Clock.Pass(TimeSpan.FromHours(1));

        var id = await province.UndoAsync(province.Verifier, ActionCodes.Annul, correction, Why);
        await province.IssueAsync(id, province.Verifier, province.Director);

        (await province.PersonAsync(an, "2026-03-15"))!.Coefficient.ShouldBe(333);
    }

    [Fact]
    public async Task An_annulment_itself_is_not_annulled()
    {
        await using var province = await Province.OpenAsync();
        var raise = await province.RaiseAsync(await province.OfficialAsync(), "01/03/2026");
        var annulment = await province.UndoAsync(province.Verifier, ActionCodes.Annul, raise.Id, Why);
        await province.IssueAsync(annulment, province.Verifier, province.Director);

        var id = await province.UndoAsync(province.OtherVerifier, ActionCodes.Annul, annulment, Why);

        (await province.SubmitAsync(province.OtherVerifier, id)).ShouldBeStoppedBy("annul.of-annul");
    }

    [Fact]
    public async Task A_correction_that_the_record_could_not_bear_is_refused()
    {
        await using var province = await Province.OpenAsync();
        var raise = await province.RaiseAsync(await province.OfficialAsync(), "01/03/2026");
        var effect = await province.SqlAsync<Guid>($"select id from decisions.decision_effect where decision_id = '{raise.Id}'");

        var id = await province.UndoAsync(province.Verifier, ActionCodes.Correct, raise.Id, ("reason", "Nhầm"), ("evidence", "Bảng lương"), ($"set:{effect}:step", "0"));

        (await province.SubmitAsync(province.Verifier, id)).ShouldBeStoppedBy("record.sound-pay");
    }
}
