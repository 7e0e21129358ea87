using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Text;
using CongVu.Severance.Schemes;
using static CongVu.Severance.Tests.Province;

namespace CongVu.Severance.Tests.Stories;

[Trait("Category", "Slow")]
public sealed class RepaymentStory
{
    [Theory]
    // Sixty months from 01/01/2027: the last day is 01/01/2032.
    [InlineData("01/03/2028", Standing.Unknown, "phải hoàn trả toàn bộ")]
    [InlineData("01/01/2032", Standing.Unknown, "phải hoàn trả toàn bộ")]
    [InlineData("02/01/2032", Standing.Met, "không phải hoàn trả")]
    public async Task Who_recruits_somebody_downsized_is_told_the_amount_to_be_paid_back_and_the_article(string from, Standing standing, string words)
    {
        await using var province = await OpenAsync();
        var (an, amount) = await DownsizedAsync(province);

        var id = (await province.PersonAsync(an, "2027-01-01")).PersonalId;
        var checks = await ChecksAsync(province, await RecruitAsync(province, id, from));
        checks.Single(c => c.Code == "recruit.again").State.ShouldBe(Standing.Met);
        var check = checks.Single(c => c.Code == "recruit.repayment");
        check.State.ShouldBe(standing);
        check.Message!.ShouldContain(words);
        check.Message!.ShouldContain(VnFormat.Money(amount));
        check.Article!.ShouldContain("154/2025/NĐ-CP");

        (await ChecksAsync(province, await RecruitAsync(province, "099068099999", from))).ShouldNotContain(c => c.Code == "recruit.repayment" || c.Code == "recruit.again");
    }

    [Fact]
    public async Task Recruited_again_the_same_record_goes_on_and_the_person_stands_among_those_who_pay_back()
    {
        await using var province = await OpenAsync();
        var (an, amount) = await DownsizedAsync(province);
        var before = await province.PersonAsync(an, "2027-06-01");
        province.Clock.GoTo(2028, 3, 1);

        var draft = await RecruitAsync(province, before.PersonalId, "01/03/2028");
        (await ChecksAsync(province, draft)).ShouldNotContain(c => c.Stops);
        await province.IssueAsync(draft, province.HomeDirector);

        var back = await province.PersonAsync(an, "2028-03-01");
        (back.UnitId, back.EndReason, back.RankCode, back.Step, back.JoinedOn).ShouldBe((Budget, null, "01.003", 1, D("2028-03-01")));
        (await province.SqlAsync<long>($"select count(*) from personnel.person_today where personal_id = '{before.PersonalId}'")).ShouldBe(1);
        (await province.SqlAsync<long>($"select count(*) from personnel.identity where person_id = '{an}'")).ShouldBe(1, "who somebody is does not change by being recruited again");
        var then = await province.PersonAsync(an, "2027-06-01");
        (then.UnitId, then.EndReason, then.EndedOn).ShouldBe((null, before.EndReason, before.EndedOn));

        await using (var desk = await province.AsAsync(province.Verifier))
        {
            var again = (await desk.Get<ResultsReport>().TakenOnAgainAsync(default)).ShouldHaveSingleItem();
            (again.Person.PersonId, again.AgainOn, again.Repays, again.Amount).ShouldBe((an, D("2028-03-01"), true, amount));
        }

        (await ChecksAsync(province, await RecruitAsync(province, before.PersonalId, "01/04/2028"))).Single(c => c.Code == "recruit.id").State.ShouldBe(Standing.Blocks, "somebody in service is not recruited");
    }

    /// <summary>An official who left on 01/01/2027 with a benefit, and its amount.</summary>
    private static async Task<(Guid Person, long Amount)> DownsizedAsync(Province province)
    {
        var journey = new Journey(province);
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 9, since: "2024-01-01", birth: "1968-05-01");
        var batch = await journey.BatchAsync(await journey.SchemeAsync());
        var one = await journey.CaseAsync(batch, an);
        await journey.CompleteAsync(one, insured: 338);
        var amount = (await journey.ViewAsync(one)).Reckoning.Amount;
        await journey.AppraisedAsync(batch);
        await journey.ApprovedAsync(batch);
        await province.IssueAsync(await journey.DraftAsync(batch), province.Chair);
        province.Clock.GoTo(2027, 1, 1);
        await province.RunJobsAsync();
        return (an, amount);
    }

    private static async Task<Guid> RecruitAsync(Province province, string personalId, string from)
    {
        Guid id;
        await using (var desk = await province.AsAsync(province.Hr)) id = (await desk.Get<StartDraftHandler>().HandleAsync(new StartDraft(ActionCodes.Recruit, Finance, []), default)).ShouldBeOfType<StartDraftOutcome.Started>().Id;
        var form = new Dictionary<string, string>
        {
            ["fullName"] = "Nguyễn Văn An", ["birth"] = "01/05/1968", ["sex"] = "male", ["personalId"] = personalId, ["ethnicity"] = "01", ["religion"] = "00", ["unit"] = $"{Budget}", ["category"] = "civil-servant", ["jobTitle"] = "Chuyên viên",
            ["from"] = from, ["rank"] = "01.003", ["step"] = "1", ["degree"] = "university", ["approval"] = "Quyết định 30/QĐ-SNV",
        };
        await using (var desk = await province.AsAsync(province.Hr))
        {
            var loaded = await desk.Get<DecisionStore>().ReadAsync(id, default);
            var own = desk.Get<ActionCatalogue>().Find(ActionCodes.Recruit).Inputs.Where(i => i.PerItem).Select(i => i.Key).ToHashSet();
            (await desk.Get<SaveDraftHandler>().HandleAsync(new SaveDraft(id, loaded.Decision.Version, form.Where(f => !own.Contains(f.Key)).ToDictionary(), loaded.Kept.ToDictionary(i => i.Id, _ => (IReadOnlyDictionary<string, string>)form.Where(f => own.Contains(f.Key)).ToDictionary())), default)).ShouldBeOfType<MoveOutcome.Done>();
        }
        return id;
    }

    private static async Task<IReadOnlyList<Check>> ChecksAsync(Province province, Guid id)
    {
        await using var reading = await province.AsAsync(province.Hr);
        var preview = await reading.Get<PreviewDraft>().OfAsync(id, default);
        preview.Items.SelectMany(i => i.Assessment.Errors).Select(e => $"{e.Key}: {e.Message}").ShouldBeEmpty();
        return [.. preview.Items.SelectMany(i => i.Checks)];
    }
}
