using CongVu.Decisions.Contracts;

namespace CongVu.Decisions.Tests.Stories;

[Trait("Category", "Slow")]
public sealed class AppointmentStory
{
    private static readonly (string, string)[] ToHeadOfBudget =
        [("post", "division-head"), ("unit", Province.Budget.ToString()), ("from", "02/03/2026"), ("term", "60"), ("planned", "true"), ("procedure", "Biên bản 12/BB-STC ngày 20/02/2026")];

    [Fact]
    public async Task An_official_becomes_head_of_the_division_with_term_and_allowance()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(unit: Province.Prices);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Appoint, [an], ToHeadOfBudget);

        var signed = await province.IssueAsync(id, province.Hr, province.Director);

        signed.State.ShouldBe(DecisionState.Effective);
        var after = (await province.PersonAsync(an, "2026-03-02"))!;
        (after.PostCode, after.PostUnitId, after.PostUntil, after.UnitId).ShouldBe(("division-head", Province.Budget, Province.D("2031-03-02"), Province.Budget));
        (await province.SqlAsync<int>($"select coefficient from personnel.allowance where person_id = '{an}' and kind = 'post' and upper_inf(recorded)")).ShouldBe(50);
    }

    [Fact]
    public async Task Too_old_for_a_full_term_at_the_first_appointment()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(birth: "1968-06-01");
        var id = await province.DraftAsync(province.Hr, ActionCodes.Appoint, [an], ToHeadOfBudget);

        var check = (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy("appoint.age");

        check.Message!.ShouldContain("Nghỉ hưu từ ngày 01/07/2030");
        check.Article.ShouldBe("Điều 29 Nghị định 170/2025/NĐ-CP");
    }

    [Fact]
    public async Task A_post_that_is_held_is_not_given_away()
    {
        await using var province = await Province.OpenAsync();
        await province.IssueAsync(await province.DraftAsync(province.Hr, ActionCodes.Appoint, [await province.OfficialAsync("Lý Văn Trước")], ToHeadOfBudget), province.Hr, province.Director);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Appoint, [await province.OfficialAsync()], ToHeadOfBudget);

        (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy("appoint.vacancy").Message!.ShouldContain("Lý Văn Trước");
    }

    [Fact]
    public async Task A_missing_degree_needs_a_recorded_basis_before_it_is_verified()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(degree: "college");
        var id = await province.DraftAsync(province.Hr, ActionCodes.Appoint, [an], ToHeadOfBudget);
        (await province.SubmitAsync(province.Hr, id)).ShouldBeDone();
        (await province.VerifyAsync(province.Verifier, id)).ShouldBeStoppedBy("appoint.degree");

        var item = (await province.ReadAsync(id)).Items.Single().Id;
        (await province.AllowAsync(province.Verifier, id, "appoint.degree", item)).ShouldBeDone();
        (await province.VerifyAsync(province.Verifier, id)).ShouldBeDone();
        (await province.SignAsync(province.Director, id)).ShouldBeDone();

        var stored = await province.SqlAsync<string>($"select checks::text from decisions.decision_assessment where item_id = '{item}' and stage = 'Signed'");
        stored.ShouldContain("Overridden");
        stored.ShouldContain("Văn bản 12/BNV-CCVC");
    }

    [Fact]
    public async Task Heads_of_departments_are_appointed_by_the_province()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.Appoint, [an],
            ("post", "department-deputy"), ("unit", Province.Finance.ToString()), ("from", "02/03/2026"), ("term", "60"), ("planned", "true"), ("procedure", "BB 1"));
        (await province.SubmitAsync(province.Hr, id)).ShouldBeDone();
        (await province.VerifyAsync(province.Verifier, id)).ShouldBeDone();

        (await province.SignAsync(province.Director, id)).ShouldBeStoppedBy("authority.signer").Cure!.ShouldContain("Chủ tịch Ủy ban nhân dân tỉnh Bình Minh");
        (await province.SignAsync(province.Chair, id)).ShouldBeDone().NumberText.ShouldBe("01/QĐ-UBND");
    }
}
