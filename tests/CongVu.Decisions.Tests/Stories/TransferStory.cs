using CongVu.Decisions.Contracts;

namespace CongVu.Decisions.Tests.Stories;

public sealed class TransferStory
{
    [Fact]
    public async Task Within_the_agency_no_agreement_is_needed()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.Transfer, [an], ("unit", Province.Prices.ToString()), ("jobTitle", "Chuyên viên giá"), ("from", "02/03/2026"));

        (await province.IssueAsync(id, province.Hr, province.Director)).State.ShouldBe(DecisionState.Effective);

        var after = (await province.PersonAsync(an, "2026-03-02"))!;
        (after.UnitId, after.JobTitle).ShouldBe((Province.Prices, "Chuyên viên giá"));
    }

    [Fact]
    public async Task Another_agency_must_have_agreed()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.Transfer, [an], ("unit", Province.Officers.ToString()), ("jobTitle", "Chuyên viên"), ("from", "02/03/2026"));

        (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy("transfer.agreement").Cure!.ShouldContain("văn bản đồng ý");

        await province.TypeAsync(province.Hr, id, ("agreement", "Công văn 45/SNV-CCVC ngày 20/02/2026"));
        (await province.SubmitAsync(province.Hr, id)).ShouldBeDone();
    }

    [Fact]
    public async Task Posts_at_the_old_place_and_their_allowance_end()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        await province.IssueAsync(await province.DraftAsync(province.Hr, ActionCodes.Appoint, [an],
            ("post", "division-head"), ("unit", Province.Budget.ToString()), ("from", "02/03/2026"), ("term", "60"), ("planned", "true"), ("procedure", "BB 1")), province.Hr, province.Director);
        province.Clock.GoTo(2026, 4, 1);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Transfer, [an], ("unit", Province.Prices.ToString()), ("jobTitle", "Chuyên viên"), ("from", "01/04/2026"));

        await province.IssueAsync(id, province.Hr, province.Director);

        (await province.PersonAsync(an, "2026-04-01"))!.PostCode.ShouldBeNull();
        (await province.SqlAsync<long>($"select count(*) from personnel.allowance where person_id = '{an}' and kind = 'post' and upper_inf(recorded) and valid @> date '2026-04-01'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_unit_that_does_not_exist_on_the_day_is_refused_at_the_field()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.Transfer, [an], ("unit", Guid.NewGuid().ToString()), ("jobTitle", "Chuyên viên"), ("from", "02/03/2026"));

        (await province.PreviewAsync(province.Hr, id)).Items.Single().Assessment.Errors.Single().Key.ShouldBe("unit");
    }
}
