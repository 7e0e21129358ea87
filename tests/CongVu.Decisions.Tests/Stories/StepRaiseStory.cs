using CongVu.Decisions.Contracts;

namespace CongVu.Decisions.Tests.Stories;

public sealed class StepRaiseStory
{
    [Fact]
    public async Task A_raise_goes_from_draft_to_the_record()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(step: 3, stepSince: "2023-03-01");

        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an], ("from", "1/3/2026"));
        var preview = await province.PreviewAsync(province.Hr, id);
        preview.MayGoOn.ShouldBeTrue();
        preview.Items.Single().Assessment.Summary.ShouldBe("Bậc 3 (3,00) → bậc 4 (3,33) từ 01/03/2026");

        var signed = await province.IssueAsync(id, province.Hr, province.Director);

        signed.State.ShouldBe(DecisionState.Effective);
        signed.NumberText.ShouldBe("01/QĐ-STC");
        signed.SignedOn.ShouldBe(Province.D("2026-03-02"));
        signed.SignerLines.ShouldBe(["GIÁM ĐỐC"]);
        var after = (await province.PersonAsync(an, "2026-03-02"))!;
        (after.Step, after.Coefficient, after.StepSince).ShouldBe((4, 333, Province.D("2026-03-01")));
        (await province.PersonAsync(an, "2026-02-28"))!.Step.ShouldBe(3);
    }

    [Fact]
    public async Task A_raise_before_its_day_is_refused_with_the_cure()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(step: 3, stepSince: "2023-09-01");
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an], ("from", "01/03/2026"));

        var check = (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy("step-raise.due");

        check.Message.ShouldBe("Ngày nâng bậc 01/03/2026 sớm hơn ngày đủ điều kiện 01/09/2026 (36 tháng, Điều 2 TT 08/2013).");
        check.Cure.ShouldBe("Sửa ngày, hoặc chọn nâng bậc trước thời hạn.");
        (await province.ReadAsync(id)).Decision.State.ShouldBe(DecisionState.Draft);
    }

    [Fact]
    public async Task Whoever_has_reached_the_last_step_gets_no_regular_raise()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(step: 9, stepSince: "2020-01-01");
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an], ("from", "01/03/2026"));

        (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy("step-raise.last-step").Cure!.ShouldContain("vượt khung");
    }

    [Fact]
    public async Task What_cannot_be_told_is_said_and_does_not_stop()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an], ("from", "01/03/2026"));

        var checks = (await province.PreviewAsync(province.Hr, id)).Items.Single().Checks;

        checks.Single(c => c.Code == "discipline").State.ShouldBe(Standing.Unknown);
        checks.Single(c => c.Code == "classified").State.ShouldBe(Standing.Unknown);
    }

    [Fact]
    public async Task The_explanation_is_kept_with_the_signed_decision()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an], ("from", "01/03/2026"));
        await province.IssueAsync(id, province.Hr, province.Director);

        var json = await province.SqlAsync<string>($"select explanation::text from decisions.decision_assessment where decision_id = '{id}' and stage = 'Signed' and item_id is not null");

        var explanation = CongVu.Law.Explanation.FromJson(json);
        explanation.Value.AsDate.ShouldBe(Province.D("2026-03-01"));
        explanation.AllParameters.ShouldContain(p => p.Instrument == "08/2013/TT-BNV" || p.Instrument == "204/2004/NĐ-CP");
    }

    [Fact]
    public async Task A_field_that_is_not_a_day_is_said_at_the_field()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an], ("from", "sang năm"));

        var item = (await province.PreviewAsync(province.Hr, id)).Items.Single();

        item.Assessment.Errors.Single().Key.ShouldBe("from");
        item.MayGoOn.ShouldBeFalse();
    }
}
