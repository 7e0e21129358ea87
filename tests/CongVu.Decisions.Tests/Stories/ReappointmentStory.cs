using CongVu.Decisions.Contracts;
using CongVu.Personnel.Contracts;

namespace CongVu.Decisions.Tests.Stories;

[Trait("Category", "Slow")]
public sealed class ReappointmentStory
{
    private static async Task<Guid> HeadAsync(Province province, string birth = "1980-01-01", string since = "2021-07-01")
    {
        var person = await province.OfficialAsync("Mai Văn Trưởng", Province.Budget, birth: birth);
        await province.PastAsync((person, Province.D(since), new HoldPost("division-head", Province.Budget, 60, false, false, false)));
        return person;
    }

    private static (string, string)[] Form(string from, string notice, string term = "60") => [("from", from), ("notice", notice), ("term", term), ("procedure", "BB kiểm phiếu 3/BB-STC")];

    [Fact]
    public async Task A_second_term_follows_the_first_without_a_gap()
    {
        await using var province = await Province.OpenAsync();
        var head = await HeadAsync(province);
        province.Clock.GoTo(2026, 6, 15);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Reappoint, [head], Form("01/07/2026", "20/03/2026"));

        await province.IssueAsync(id, province.Hr, province.Director);
        province.Clock.GoTo(2026, 7, 1);
        await province.RunJobsAsync();

        var after = (await province.PersonAsync(head, "2026-07-01"))!;
        (after.PostCode, after.PostSince, after.PostUntil).ShouldBe(("division-head", Province.D("2021-07-01"), Province.D("2031-07-01")));
    }

    [Fact]
    public async Task Little_time_before_retirement_makes_the_term_shorter_or_an_extension()
    {
        await using var province = await Province.OpenAsync();
        province.Clock.GoTo(2026, 6, 15);
        var shorter = await HeadAsync(province, "1967-06-01");   // retires on 1 July 2029
        var extended = await HeadAsync(province, "1966-01-10");  // retires on 1 November 2027
        var id = await province.DraftAsync(province.Hr, ActionCodes.Reappoint, [shorter, extended], Form("01/07/2026", "20/03/2026"));

        var items = (await province.PreviewAsync(province.Hr, id)).Items;

        items[0].Assessment.Effects.Select(e => e.Effect).OfType<HoldPost>().Single().TermMonths.ShouldBe(36);
        items[1].Assessment.Summary.ShouldStartWith("Kéo dài");
        items[1].Assessment.Effects.Select(e => e.Effect).OfType<HoldPost>().Single().TermMonths.ShouldBe(16);
    }

    [Fact]
    public async Task Notice_is_counted_in_calendar_days_before_August_2026()
    {
        await using var province = await Province.OpenAsync();
        var head = await HeadAsync(province);
        province.Clock.GoTo(2026, 6, 15);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Reappoint, [head], Form("01/07/2026", "03/04/2026"));
        (await province.SubmitAsync(province.Hr, id)).ShouldBeDone();

        (await province.VerifyAsync(province.Verifier, id)).ShouldBeStoppedBy("reappoint.notice").Message.ShouldBe("Thông báo ngày 03/04/2026; chậm nhất phải là ngày 02/04/2026.");
    }

    [Fact]
    public async Task And_in_working_days_since_then()
    {
        await using var province = await Province.OpenAsync();
        var head = await HeadAsync(province, since: "2021-12-20");
        province.Clock.GoTo(2026, 11, 20);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Reappoint, [head], Form("20/12/2026", "14/08/2026"));
        (await province.SubmitAsync(province.Hr, id)).ShouldBeDone();

        // 90 working days before 20 December 2026, holidays of August, September and November left out.
        (await province.VerifyAsync(province.Verifier, id)).ShouldBeStoppedBy("reappoint.notice").Message!.ShouldContain("chậm nhất phải là ngày 12/08/2026");
    }

    [Fact]
    public async Task A_term_that_still_runs_is_not_renewed_early()
    {
        await using var province = await Province.OpenAsync();
        var head = await HeadAsync(province);
        var id = await province.DraftAsync(province.Hr, ActionCodes.Reappoint, [head], Form("01/06/2026", "01/02/2026"));

        (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy("reappoint.term").Cure.ShouldBe("Sửa ngày bổ nhiệm lại thành 01/07/2026.");
    }
}
