using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Cases;
using CongVu.Severance.Contracts;
using CongVu.Severance.Schemes;
using static CongVu.Severance.Tests.Province;

namespace CongVu.Severance.Tests.Stories;

public sealed class DownsizingStories
{
    // Man born 01/05/1968: age 62 reached 01/06/2030; leaving 01/01/2027 is 41 months early, 3,5 years by rule R1. A1 step 9: 4,98 × 2.530.000 = 12.599.400.
    private const string Birth = "1968-05-01";
    private const long Pay = 12_599_400;

    [Fact]
    public async Task A_case_goes_from_the_record_to_the_signed_decision_and_ends_the_employment()
    {
        await using var province = await OpenAsync();
        var journey = new Journey(province);
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 9, since: "2024-01-01", birth: Birth);
        var batch = await journey.BatchAsync(await journey.SchemeAsync());
        var one = await journey.CaseAsync(batch, an);

        var asked = await journey.ViewAsync(one);
        asked.Reckoning.State.ShouldBe(ConditionState.CannotTellYet);
        asked.Reckoning.Problem!.ShouldContain("bảo hiểm xã hội");
        asked.Reckoning.Questions.Select(q => q.Key).ShouldContain(Questions.Redundant);
        await journey.CompleteAsync(one, insured: 28 * 12 + 2);

        // N1's shape: 5 × 3,5 years + 5 + 0,5 × (28,5 − 20) months of pay.
        var view = await journey.ViewAsync(one);
        view.Reckoning.Problem.ShouldBeNull();
        view.Reckoning.Facts.Single(f => f.Key == "pay").Value.ShouldBe(ExplainedValue.Money(Pay).ToString(), "phụ cấp công vụ does not count in Nghị định 154");
        (view.Reckoning.Benefit!.EarlyYears, view.Reckoning.Benefit.ServiceYears).ShouldBe((Coefficient.Parse("3.50"), Coefficient.Parse("28.50")));
        var expected = (175 * Pay / 10) + (5 * Pay) + (425 * Pay / 100);
        view.Reckoning.Amount.ShouldBe(expected);
        view.Reckoning.Choice!.Regime.ShouldBe(SeveranceRegimes.Decree154);
        view.Reckoning.State.ShouldBe(ConditionState.Met, string.Join("; ", view.Reckoning.Conditions.Where(c => c.State != ConditionState.Met).Select(c => c.Name)));

        await journey.AppraisedAsync(batch);
        (await journey.ViewAsync(one)).Case.AppraisedAmount.ShouldBe(expected);
        await journey.ApprovedAsync(batch);
        var draft = await journey.DraftAsync(batch);
        (await province.StopsAsync(draft)).ShouldBeEmpty();
        var signed = await province.IssueAsync(draft, province.Chair);
        signed.State.ShouldBe(DecisionState.Signed);
        (await province.SqlAsync<long>($"select count(*) from decisions.decision_assessment where decision_id = '{draft}' and stage = 'Signed' and explanation::text like '%severance.154-2025%'")).ShouldBe(1);

        province.Clock.GoTo(2027, 1, 1);
        await province.RunJobsAsync();
        var gone = await province.PersonAsync(an, "2027-01-01");
        (gone.UnitId, gone.EndReason).ShouldBe((null, "retired"));

        var paid = await journey.ListAsync(batch);
        paid.Undecided.ShouldBeEmpty();
        paid.Funding.ShouldBe([(FundingSource.StateBudget, expected)]);
        await using var desk = await province.AsAsync(province.Verifier);
        var results = await desk.Get<ResultsReport>().OfAsync(2027, default);
        (results.People, results.Amount, results.DueOn).ShouldBe((1, expected, D("2028-02-15")));
        results.Groups[0].Lines.Single().Name.ShouldBe("TG01");
    }

    [Fact]
    public async Task Whoever_leaves_at_once_is_paid_from_two_sources_and_reorganisation_has_its_own_regime()
    {
        await using var province = await OpenAsync();
        var journey = new Journey(province);
        var young = await province.OfficialAsync("Trần Văn Bình", step: 4, since: "2024-05-01", birth: "1988-05-01");
        var batch = await journey.BatchAsync(await journey.SchemeAsync());
        var one = await journey.CaseAsync(batch, young, Journey.EarlyRetirement with { Policy = ExitPolicy.Immediate });
        await journey.CompleteAsync(one, insured: 116);
        // 3,33 × 2.530.000; 9 years 8 months are 10 years: 3 months by the agency, 15 by the state.
        const long pay = 8_424_900;
        var view = await journey.ViewAsync(one);
        view.Reckoning.Benefit!.Lines.Select(l => (l.Funding, l.Amount)).ShouldBe([(FundingSource.AgencyBudget, 3 * pay), (FundingSource.StateBudget, 15 * pay)]);

        await using (var desk = await province.AsAsync(province.Hr))
        {
            var (_, list) = await desk.Get<CaseReading>().OfAsync(one, default);
            (await desk.Get<CaseEditing>().ChangeAsync(one, list.Version, new CaseText(ExitPolicy.Immediate, ExitReason.Reorganisation, null, D("2027-01-01")), default)).ShouldBeOfType<Outcome.Done>();
        }
        await journey.AnswerAsync(one, (Questions.AfterMonths, "6"));
        var special = await journey.ViewAsync(one);
        special.Reckoning.Choice!.Regime.ShouldBe(SeveranceRegimes.Decree178);
        special.Reckoning.Choice.Provision.ShouldNotBeNull();
        special.Reckoning.Facts.Single(f => f.Key == "pay").Value.ShouldBe(ExplainedValue.Money(pay + pay / 4).ToString(), "there phụ cấp công vụ counts");
    }

    [Fact]
    public async Task A_record_changed_after_the_appraisal_is_shown_and_must_be_appraised_and_approved_anew()
    {
        await using var province = await OpenAsync();
        var journey = new Journey(province);
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 8, since: "2024-01-01", birth: Birth);
        var batch = await journey.BatchAsync(await journey.SchemeAsync());
        var one = await journey.CaseAsync(batch, an);
        await journey.CompleteAsync(one, insured: 338);
        await journey.AppraisedAsync(batch);
        (await journey.ViewAsync(one)).Changes.ShouldBeEmpty();

        await province.PastAsync((an, D("2026-11-01"), new SetRankAndStep("01.003", "A1", 9, 498, 0, D("2026-11-01"))));
        var changed = await journey.ViewAsync(one);
        changed.Changes.Select(c => c.Label).ShouldBe(["Tổng mức hưởng", "Tiền lương tháng hiện hưởng"]);
        var list = await journey.ListAsync(batch);
        (await journey.DoAsync(province.Chair, d => d.ApproveAsync(batch, list.Batch.Version, D("2026-11-27"), "Quyết định 950/QĐ-UBND", default))).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("thay đổi sau thẩm định");

        (await journey.DoAsync(province.Verifier, d => d.ReappraiseAsync(one, list.Batch.Version, "Nâng bậc lương tháng 11", default))).ShouldBeOfType<Outcome.Done>();
        var again = await journey.ListAsync(batch);
        again.Changed.ShouldBeEmpty();
        again.Batch.FinanceAmount.ShouldBe(again.Total);
        await journey.ApprovedAsync(batch);

        // Changed once more after the approval: the draft cannot go on.
        var draft = await journey.DraftAsync(batch);
        await province.PastAsync((an, D("2026-11-15"), new SetAllowance("seniority", null, 5, null)));
        (await province.StopsAsync(draft)).ShouldContain(c => c.Code == "downsize.unchanged");
    }

    [Fact]
    public async Task A_person_once_one_regime_stale_forms_and_other_units()
    {
        await using var province = await OpenAsync();
        var journey = new Journey(province);
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 9, since: "2024-01-01", birth: Birth);
        var other = await province.OfficialAsync("Lê Văn Khác", step: 9, since: "2024-01-01", birth: Birth, unit: HomeAffairs);
        var scheme = await journey.SchemeAsync();
        var (first, second) = (await journey.BatchAsync(scheme), await journey.BatchAsync(scheme, "Đợt 2 năm 2027"));
        await journey.CaseAsync(first, an);

        (await journey.TryAddAsync(second, an)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("Đợt 1 năm 2027");
        (await journey.TryAddAsync(second, an, version: 99)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("Người khác vừa sửa");
        (await journey.TryAddAsync(second, other)).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("nguoi");
        (await journey.TryAddAsync(second, province.Hr.PersonId)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("Không tự đưa mình");
        (await journey.TryAddAsync(second, other, Journey.EarlyRetirement with { Ground = "TG99" })).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("Ground");

        await using var stranger = await province.AsAsync(province.Stranger);
        await Should.ThrowAsync<NotFoundException>(() => stranger.Get<SchemeReading>().BatchAsync(first, default));
        await Should.ThrowAsync<ForbiddenException>(() => stranger.Get<CaseEditing>().AddAsync(first, 2, other, Journey.EarlyRetirement, default));
    }

    [Fact]
    public async Task Who_prepares_does_not_appraise_who_appraises_does_not_approve_and_nothing_is_decided_twice()
    {
        await using var province = await OpenAsync();
        var journey = new Journey(province);
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 9, since: "2024-01-01", birth: Birth);
        var batch = await journey.BatchAsync(await journey.SchemeAsync());
        var one = await journey.CaseAsync(batch, an);
        var open = await journey.ListAsync(batch);
        await journey.CompleteAsync(one, insured: 338);
        open = await journey.ListAsync(batch);
        (await journey.DoAsync(province.Hr, d => d.SubmitAsync(batch, open.Batch.Version, default))).ShouldBeOfType<Outcome.Done>();
        (await journey.DoAsync(province.Hr, d => d.SubmitAsync(batch, open.Batch.Version, default))).ShouldBeOfType<Outcome.Refused>();
        var sent = await journey.ListAsync(batch);
        var finance = new FinanceText("Công văn 55/STC-NS", D("2026-11-27"), sent.Total, null);
        await Should.ThrowAsync<ForbiddenException>(() => journey.DoAsync(province.Hr, d => d.AppraiseAsync(batch, sent.Batch.Version, finance, default)));
        (await journey.DoAsync(province.Verifier, d => d.AppraiseAsync(batch, sent.Batch.Version, finance with { Amount = 1 }, default))).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("chênh lệch");
        (await journey.DoAsync(province.Verifier, d => d.AppraiseAsync(batch, sent.Batch.Version, finance, default))).ShouldBeOfType<Outcome.Done>();
        var appraised = await journey.ListAsync(batch);
        (await journey.DoAsync(province.Director, d => d.ApproveAsync(batch, appraised.Batch.Version, D("2026-11-27"), "QĐ 1", default))).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("Ủy ban nhân dân tỉnh");
        await journey.ApprovedAsync(batch);
        var ready = await journey.ListAsync(batch);
        await journey.DraftAsync(batch);
        await using var desk = await province.AsAsync(province.Hr);
        (await desk.Get<BatchDeciding>().DecideAsync(batch, ready.Batch.Version, default)).Outcome.ShouldBeOfType<Outcome.Refused>();
    }

    [Fact]
    public async Task Nobody_outside_an_approved_list_can_be_downsized()
    {
        await using var province = await OpenAsync();
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 9, since: "2024-01-01", birth: Birth);
        var draft = await province.DraftAsync(SeveranceActions.Downsize, [an], own: new Dictionary<string, string> { [ActionInput.FromKey] = "01/01/2027" });
        (await province.StopsAsync(draft)).ShouldContain(c => c.Code == "downsize.list");
    }
}
