using CongVu.Decisions.Contracts;

namespace CongVu.Decisions.Tests.Stories;

[Trait("Category", "Slow")]
public sealed class RetirementStory
{
    // A man born on 10 May 1964 reaches 61 years 3 months on 10 August 2025; one born in July 1965: 61 years 9 months in April 2027.
    private const string Born = "1965-02-10";

    [Fact]
    public async Task Retirement_waits_for_its_day_and_takes_hold_once()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(birth: Born);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Retire, [an], ("from", "01/09/2026"), ("notice", "20/02/2026"), ("residence", "Phường An Bình"));

        var signed = await province.IssueAsync(id, province.Hr, province.Director);

        signed.State.ShouldBe(DecisionState.Signed);
        signed.EffectiveOn.ShouldBe(Province.D("2026-09-01"));
        (await province.PersonAsync(an, "2026-09-01"))!.UnitId.ShouldNotBeNull();

        province.Clock.GoTo(2026, 8, 31, 16);
        await province.RunJobsAsync();
        (await province.ReadAsync(id)).Decision.State.ShouldBe(DecisionState.Signed);

        province.Clock.Now = new DateTime(2026, 8, 31, 17, 5, 0, DateTimeKind.Utc); // 00:05 on 1 September in Vietnam
        await province.RunJobsAsync();

        (await province.ReadAsync(id)).Decision.State.ShouldBe(DecisionState.Effective);
        var after = (await province.PersonAsync(an, "2026-09-01"))!;
        (after.UnitId, after.EndReason).ShouldBe((null, "retired"));
    }

    [Fact]
    public async Task Nobody_retires_before_the_age()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(birth: Born);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Retire, [an], ("from", "01/08/2026"), ("notice", "20/01/2026"));

        var check = (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy("retire.age");

        check.Message.ShouldBe("Ngày nghỉ hưu 01/08/2026 sớm hơn ngày 01/09/2026 (đủ 61 tuổi 6 tháng ngày 10/08/2026).");
        check.Article.ShouldBe("Điều 4 Nghị định 135/2020/NĐ-CP");
    }

    [Fact]
    public async Task Late_notice_and_late_decision_need_a_basis()
    {
        await using var province = await Province.OpenAsync();
        province.Clock.GoTo(2026, 7, 15);
        var an = await province.OfficialAsync(birth: Born);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Retire, [an], ("from", "01/09/2026"), ("notice", "10/05/2026"));
        (await province.SubmitAsync(province.Hr, id)).ShouldBeDone();

        var refused = await province.VerifyAsync(province.Verifier, id);

        refused.ShouldBeStoppedBy("retire.notice").Message!.ShouldContain("chậm nhất phải là ngày 01/03/2026");
        refused.ShouldBeStoppedBy("retire.decision").Message!.ShouldContain("01/06/2026");
    }

    [Fact]
    public async Task Somebody_with_a_signed_retirement_is_not_transferred_any_more()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(birth: Born);
        await province.IssueAsync(await province.DraftAsync(province.Hr, ActionCodes.Retire, [an], ("from", "01/09/2026"), ("notice", "20/02/2026")), province.Hr, province.Director);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Transfer, [an], ("unit", Province.Prices.ToString()), ("jobTitle", "Chuyên viên giá"), ("from", "01/10/2026"));

        (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy("pending").Message!.ShouldContain("nghỉ hưu");
    }
}
