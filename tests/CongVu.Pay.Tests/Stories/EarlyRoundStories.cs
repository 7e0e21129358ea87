using CongVu.Decisions.Contracts;
using CongVu.Pay.Actions;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Early;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using static CongVu.Pay.Tests.Province;

namespace CongVu.Pay.Tests.Stories;

public sealed class EarlyRoundStories
{
    [Fact]
    public async Task A_round_goes_from_the_payroll_to_the_signed_decision_and_the_record()
    {
        await using var province = await OpenAsync();
        // 20 on the payroll with the director and the HR officer: quota 2.
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 3, since: "2024-09-01");
        var binh = await province.OfficialAsync("Trần Văn Bình", step: 4, since: "2024-05-01");
        var cuong = await province.OfficialAsync("Lê Văn Cường", step: 4, since: "2024-03-01");
        for (var i = 0; i < 15; i++) await province.OfficialAsync($"Phạm Văn Xa {i}", step: 2, since: "2025-12-01");

        var id = await OpenRoundAsync(province);
        var opened = await ViewAsync(province, id);
        (opened.Round.Headcount, opened.Round.Quota).ShouldBe((20, 2));
        opened.Candidates.Select(c => c.Person.PersonId).ShouldBe([an, binh, cuong], ignoreOrder: true);
        opened.Candidates.ShouldAllBe(c => c.Verdict == Verdict.Unknown);
        opened.Candidates.Single(c => c.Person.PersonId == an).Missing.ShouldBe(9);

        await EnterAsync(province, id, an, "province-emulation", "2025-03-01");
        await EnterAsync(province, id, binh, "grassroots-emulation", "2024-03-01");
        await EnterAsync(province, id, binh, "grassroots-emulation", "2025-03-01");
        await EnterAsync(province, id, cuong, "grassroots-emulation", "2019-03-01"); // seven years back: does not count any more
        foreach (var person in new[] { an, binh, cuong }) await SaveAsync(province, id, person, months: 9);

        var judged = await ViewAsync(province, id);
        judged.Ranking.Select(r => r.View.Person.PersonId).ShouldBe([an, binh]);
        judged.Candidates.Single(c => c.Person.PersonId == cuong).Verdict.ShouldBe(Verdict.NotMet);
        judged.Candidates.Single(c => c.Person.PersonId == cuong).Achievements.Single().WhyNot!.ShouldContain("quá 6 năm");

        (await DecideAsync(province, d => d.PublishAsync(id, judged.Round.Version, D("2026-12-02"), default))).ShouldBeOfType<Outcome.Done>();
        var published = await ViewAsync(province, id);
        var chosen = published.Ranking.Select(r => r.View.Candidate.Id).ToList();
        (await DecideAsync(province, d => d.ApproveAsync(id, published.Round.Version, new ApprovalText(D("2026-11-27"), "Biên bản 05/BB-STC", 9, 8, null, chosen), default))).ShouldBeOfType<Outcome.Done>();

        Guid draft;
        await using (var desk = await province.AsAsync(province.Hr))
            draft = (await desk.Get<RoundDeciding>().DecideAsync(id, default)).DecisionId!.Value;
        (await province.StopsAsync(draft)).ShouldBeEmpty();
        var signed = await province.IssueAsync(draft, province.Director);
        (await province.SqlAsync<long>($"select count(*) from decisions.decision_assessment where decision_id = '{draft}' and stage = 'Signed' and explanation::text like '%early-raise.03-2021%'")).ShouldBeGreaterThan(0);

        signed.State.ShouldBe(DecisionState.Signed, "one of the two takes hold later");
        signed.ActionCode.ShouldBe(PayActions.EarlyRaise);
        // Regular day 01/09/2027, nine months ahead: 01/12/2026 lies ahead; An takes it then, Bình (01/05/2027) from 01/08/2026.
        (await province.PersonAsync(binh, "2026-11-27")).ShouldSatisfyAllConditions(p => p.Step.ShouldBe(5), p => p.StepSince.ShouldBe(D("2026-08-01")), p => p.Coefficient.ShouldBe(366));
        province.Clock.GoTo(2026, 12, 1);
        await province.RunJobsAsync();
        (await province.PersonAsync(an, "2026-12-01")).StepSince.ShouldBe(D("2026-12-01"));
        (await ViewAsync(province, id)).Undecided.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_vote_keeps_to_quota_majority_and_order()
    {
        await using var province = await OpenAsync();
        var people = new List<Guid>();
        foreach (var name in new[] { "An", "Bình", "Chi" }) people.Add(await province.OfficialAsync($"Nguyễn Văn {name}", step: 3, since: "2024-05-01"));
        for (var i = 0; i < 6; i++) await province.OfficialAsync($"Phạm Văn Xa {i}", step: 2, since: "2025-12-01");
        var id = await OpenRoundAsync(province); // 11 on the payroll: quota 1
        await EnterAsync(province, id, people[0], "province-merit", "2025-03-01");
        await EnterAsync(province, id, people[1], "merit-paper", "2025-03-01");
        foreach (var person in people) await SaveAsync(province, id, person, months: 6);
        var ready = await ViewAsync(province, id);
        (await DecideAsync(province, d => d.PublishAsync(id, ready.Round.Version, D("2026-12-02"), default))).ShouldBeOfType<Outcome.Done>();
        var view = await ViewAsync(province, id);
        var (first, second) = (view.Ranking[0].View.Candidate.Id, view.Ranking[1].View.Candidate.Id);
        view.Ranking[0].View.Person.PersonId.ShouldBe(people[0]);

        Task<Outcome> Approve(int inFavour, params Guid[] chosen) => DecideAsync(province, d => d.ApproveAsync(id, view.Round.Version, new ApprovalText(D("2026-11-27"), "Biên bản 1", 10, inFavour, null, chosen), default));
        (await Approve(10, first, second)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("vượt chỉ tiêu 1");
        (await Approve(5, first)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("quá nửa");
        (await Approve(10, second)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("xếp thứ 1");
        (await Approve(6, first)).ShouldBeOfType<Outcome.Done>();
        (await ViewAsync(province, id)).Candidates.Single(c => c.Person.PersonId == people[1]).Candidate.Result.ShouldBe(CandidateResult.NotChosen);
    }

    [Fact]
    public async Task Equals_are_said_to_be_equal_until_the_units_rule_parts_them()
    {
        await using var province = await OpenAsync();
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 3, since: "2024-05-01");
        var binh = await province.OfficialAsync("Trần Văn Bình", step: 3, since: "2024-05-01");
        var id = await OpenRoundAsync(province);
        foreach (var person in new[] { an, binh })
        {
            await EnterAsync(province, id, person, "province-merit", "2025-03-01");
            await SaveAsync(province, id, person, months: 6);
        }

        var tied = await ViewAsync(province, id);
        tied.Ranking.ShouldAllBe(r => r.Tied && r.Place == 1);

        await SaveAsync(province, id, binh, months: 6, priority: 1);
        await SaveAsync(province, id, an, months: 6, priority: 2);
        var parted = await ViewAsync(province, id);
        parted.Ranking.Select(r => r.View.Person.PersonId).ShouldBe([binh, an]);
        parted.Ranking[0].Why.ShouldContain("ưu tiên 1");
    }

    [Fact]
    public async Task Nobody_is_raised_early_twice_in_a_row_and_used_achievements_do_not_count_again()
    {
        await using var province = await OpenAsync();
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 3, since: "2024-05-01");
        for (var i = 0; i < 9; i++) await province.OfficialAsync($"Phạm Văn Xa {i}", step: 2, since: "2025-12-01");
        var id = await OpenRoundAsync(province);
        await EnterAsync(province, id, an, "province-merit", "2025-03-01");
        await SaveAsync(province, id, an, months: 6);
        var view = await ViewAsync(province, id);
        await DecideAsync(province, d => d.PublishAsync(id, view.Round.Version, D("2026-12-02"), default));
        view = await ViewAsync(province, id);
        (await DecideAsync(province, d => d.ApproveAsync(id, view.Round.Version, new ApprovalText(D("2026-11-27"), "Biên bản 1", 5, 5, null, [view.Ranking[0].View.Candidate.Id]), default))).ShouldBeOfType<Outcome.Done>();
        await using (var desk = await province.AsAsync(province.Hr))
            await province.IssueAsync((await desk.Get<RoundDeciding>().DecideAsync(id, default)).DecisionId!.Value, province.Director);

        province.Clock.GoTo(2029, 2, 1); // the next regular raise is 01/11/2029
        var again = await OpenRoundAsync(province, 2029);
        var later = (await ViewAsync(province, again)).Candidates.SingleOrDefault(c => c.Person.PersonId == an);
        if (later is null)
        {
            var round = await ViewAsync(province, again);
            await using var desk = await province.AsAsync(province.Hr);
            (await desk.Get<RoundEditing>().AddAsync(again, round.Round.Version, an, default)).ShouldBeOfType<Outcome.Done>();
            later = (await ViewAsync(province, again)).Candidates.Single(c => c.Person.PersonId == an);
        }

        later.Conditions.ShouldContain(c => c.Why != null && c.Why.Contains("nâng trước thời hạn theo Quyết định 01/QĐ-STC"));
        later.Achievements.Single().WhyNot!.ShouldContain("không dùng lại");
    }

    [Fact]
    public async Task Without_an_approved_round_the_decision_is_stopped_with_the_cure()
    {
        await using var province = await OpenAsync();
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 3, since: "2024-05-01");
        var draft = await province.DraftAsync(PayActions.EarlyRaise, [an], new Dictionary<string, string> { [EarlyRaiseAction.Ground] = EarlyRaiseAction.ByAchievement, [EarlyRaiseAction.Year] = "2026" },
            new Dictionary<string, string> { [EarlyRaiseAction.Months] = "6", [ActionInput.FromKey] = "01/11/2026", [EarlyRaiseAction.Because] = "Bằng khen" });

        (await province.StopsAsync(draft)).Single(c => c.Code == "early-raise.round").Cure!.ShouldContain("Thông qua danh sách");
    }

    [Fact]
    public async Task At_the_notice_of_retirement_one_raise_of_twelve_months_outside_the_quota()
    {
        await using var province = await OpenAsync();
        // Born 05/09/1965: 61 years and 6 months by March 2027, retires from 01/04/2027; regular raise 01/10/2027, six months short.
        var old = await province.OfficialAsync("Phạm Văn Hưu", step: 5, since: "2024-10-01", birth: "1965-09-05");
        await using (var desk = await province.AsAsync(province.Hr))
        {
            var row = (await desk.Get<RetirementRaises>().AheadAsync(Finance, new Platform.Time.AsOf(D("2026-11-27")), default)).Single(r => r.Person.PersonId == old);
            row.From.ShouldBe(D("2026-10-01"));
            row.Missing.ShouldNotBeNull();
        }
        var draft = await province.DraftAsync(PayActions.EarlyRaise, [old], new Dictionary<string, string> { [EarlyRaiseAction.Ground] = EarlyRaiseAction.AtNotice, [EarlyRaiseAction.Year] = "2026" },
            new Dictionary<string, string> { [EarlyRaiseAction.Months] = "12", [ActionInput.FromKey] = "01/10/2026", [EarlyRaiseAction.NoticeOn] = "01/10/2026", [EarlyRaiseAction.Because] = "Thông báo nghỉ hưu 12/TB-STC" });

        await province.IssueAsync(draft, province.Director);

        (await province.PersonAsync(old, "2026-11-27")).Step.ShouldBe(6);
    }

    [Fact]
    public async Task Remainders_are_pooled_by_the_superior_and_allotted_up_to_the_pool()
    {
        await using var province = await OpenAsync();
        for (var i = 0; i < 5; i++) await province.OfficialAsync($"Phạm Văn Tài {i}", step: 2, since: "2025-12-01");
        for (var i = 0; i < 4; i++) await province.OfficialAsync($"Phạm Văn Nội {i}", step: 2, since: "2025-12-01", unit: HomeAffairs);
        var id = await OpenRoundAsync(province);
        await using (var desk = await province.AsAsync(province.Verifier))
        {
            var pool = (await desk.Get<RoundReading>().QuotasAsync(2026, default)).Single(p => p.Superior?.Id == Root);
            // Sở Tài chính 7, Sở Nội vụ 7: no quota each, fourteen left over make one.
            pool.Units.Select(u => (u.Quota, u.Remainder)).ShouldBe([(0, 7), (0, 7)]);
            pool.Pooled.ShouldBe(1);
        }

        var version = (await ViewAsync(province, id)).Round.Version;
        Task<Outcome> Allot(int extra) => DecideAsync(province, d => d.AllotAsync(id, version, extra, "Công văn 9/SNV", default), province.Verifier);
        (await Allot(2)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("chỉ còn giao được 1");
        (await Allot(1)).ShouldBeOfType<Outcome.Done>();
        (await ViewAsync(province, id)).Round.WholeQuota.ShouldBe(1);
        await Should.ThrowAsync<ForbiddenException>(() => DecideAsync(province, d => d.AllotAsync(id, version + 1, 0, null, default)));
    }

    [Fact]
    public async Task After_the_first_quarter_the_quota_has_lapsed_and_others_rounds_stay_unseen()
    {
        await using var province = await OpenAsync();
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 3, since: "2024-05-01");
        var id = await OpenRoundAsync(province);
        await EnterAsync(province, id, an, "province-merit", "2025-03-01");
        await SaveAsync(province, id, an, months: 6);
        await using (var stranger = await province.AsAsync(province.Stranger))
            await Should.ThrowAsync<NotFoundException>(() => stranger.Get<RoundReading>().OfAsync(id, default));

        province.Clock.GoTo(2027, 4, 1);
        var view = await ViewAsync(province, id);
        (await DecideAsync(province, d => d.PublishAsync(id, view.Round.Version, D("2027-04-05"), default))).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("hết hạn");
    }

    private static async Task<Guid> OpenRoundAsync(Province province, int year = 2026)
    {
        await using var desk = await province.AsAsync(province.Hr);
        return (await desk.Get<RoundEditing>().OpenAsync(Finance, year, "Ưu tiên người ở vùng sâu", default)).ShouldBeOfType<Outcome.Done>().Id;
    }

    private static async Task<RoundView> ViewAsync(Province province, Guid id)
    {
        await using var desk = await province.AsAsync(province.Hr);
        return await desk.Get<RoundReading>().OfAsync(id, default);
    }

    private static async Task EnterAsync(Province province, Guid id, Guid person, string level, string on)
    {
        var view = await ViewAsync(province, id);
        await using var desk = await province.AsAsync(province.Hr);
        (await desk.Get<RoundEditing>().EnterAsync(id, view.Round.Version, view.Candidates.Single(c => c.Person.PersonId == person).Candidate.Id, level, null, D(on), "Quyết định 7/QĐ-UBND", null, default)).ShouldBeOfType<Outcome.Done>();
    }

    private static async Task SaveAsync(Province province, Guid id, Guid person, int months, int? priority = null)
    {
        var view = await ViewAsync(province, id);
        await using var desk = await province.AsAsync(province.Hr);
        (await desk.Get<RoundEditing>().SaveAsync(id, view.Round.Version, view.Candidates.Single(c => c.Person.PersonId == person).Candidate.Id, months, priority, priority is null ? null : "Điều 4 quy chế", "Hoàn thành tốt, không kỷ luật", default)).ShouldBeOfType<Outcome.Done>();
    }

    private static async Task<Outcome> DecideAsync(Province province, Func<RoundDeciding, Task<Outcome>> act, Who? who = null)
    {
        await using var desk = await province.AsAsync(who ?? province.Hr);
        return await act(desk.Get<RoundDeciding>());
    }
}
