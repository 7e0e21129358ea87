using System.Diagnostics;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.UseCases;
using CongVu.Personnel.Contracts;

namespace CongVu.Decisions.Tests.Stories;

/// <summary>One decision for many people: getting them in, seeing who does not fit, and what happens when things move meanwhile.</summary>
public sealed class ManyPeopleStory
{
    [Fact]
    public async Task A_pasted_list_finds_people_and_says_of_each_other_line_what_is_wrong()
    {
        await using var province = await Province.OpenAsync();
        var (an, binh) = (await province.OfficialAsync(), await province.OfficialAsync("Lê Thị Bình"));
        var elsewhere = await province.OfficialAsync("Người Nơi Khác", unit: Province.Officers);
        async Task<string> Id(Guid person) => (await province.PersonAsync(person, "2026-03-02"))!.PersonalId;
        var text = $"1. Nguyễn Văn An\t{await Id(an)}\tPhòng Ngân sách\r\n\n{await Id(binh)}\n{(await Id(an))[1..]}\n9,9E+10\nNguyễn Văn An\n099999999999\n{await Id(elsewhere)}\n{await Id(an)}";

        await using var desk = await province.AsAsync(province.Hr);
        var read = await desk.Get<PastedPeople>().ReadAsync(text, ActionCodes.StepRaise, default);

        read.People.ShouldBe([an, binh]);
        read.Faults.Select(f => f.Line).ShouldBe([4, 5, 6, 7, 8]);
        read.Faults[0].Why.ShouldContain("11 chữ số");
        read.Faults[1].Why.ShouldContain("Excel");
        read.Faults[2].Why.ShouldContain("12 chữ số liền nhau");
        read.Faults[3].Why.ShouldContain("099999999999");
        read.Faults[4].Why.ShouldContain("phạm vi đơn vị");
        read.Left.Split('\n').Length.ShouldBe(5);
    }

    [Fact]
    public async Task Two_hundred_people_are_checked_fluently_the_bad_rows_first_each_with_its_cure()
    {
        await using var province = await Province.OpenAsync();
        var good = await province.OfficialsAsync(195, Province.Budget);
        var early = await province.OfficialsAsync(5, Province.Budget, stepSince: "2024-03-01");
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [.. good, .. early], ("from", "01/03/2026"));
        await province.PreviewAsync(province.Hr, id);

        var watch = Stopwatch.StartNew();
        var preview = await province.PreviewAsync(province.Hr, id);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));

        var first = preview.WorstFirst.Take(5).ToList();
        first.Select(i => i.Item.SubjectId).ShouldBe(early, ignoreOrder: true);
        first.ShouldAllBe(i => i.Checks.Any(c => c.Code == "step-raise.due" && c.Stops && c.Cure != null));
        Refusals.Say("Chưa trình được", preview).ShouldContain("Cách xử lý: Sửa ngày, hoặc chọn nâng bậc trước thời hạn. Còn 4 điều kiện khác");
    }

    [Fact]
    public async Task People_who_do_not_fit_are_taken_out_each_with_the_own_reason()
    {
        await using var province = await Province.OpenAsync();
        var (an, early) = (await province.OfficialAsync(), await province.OfficialAsync("Lê Thị Sớm", stepSince: "2024-03-01"));
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an, early], ("from", "01/03/2026"));
        var draft = await province.PreviewAsync(province.Hr, id);
        var bad = draft.Items.Single(i => !i.MayGoOn);

        await using (var desk = await province.AsAsync(province.Hr))
            (await desk.Get<EditItemsHandler>().HandleAsync(new DropItem(id, draft.Loaded.Decision.Version, [bad.Item.Id], "Chưa đủ điều kiện", new Dictionary<Guid, string> { [bad.Item.Id] = "Chưa đủ 36 tháng" }), default)).ShouldBeOfType<EditItemsOutcome.Done>();

        var loaded = await province.ReadAsync(id);
        loaded.Kept.Single().SubjectId.ShouldBe(an);
        loaded.Items.Single(i => i.Id == bad.Item.Id).DropReason.ShouldBe("Chưa đủ 36 tháng");
        (await province.SubmitAsync(province.Hr, id)).ShouldBeDone();
    }

    [Fact]
    public async Task Values_are_suggested_only_where_nothing_was_typed()
    {
        await using var province = await Province.OpenAsync();
        var (an, binh) = (await province.OfficialAsync(), await province.OfficialAsync("Lê Thị Bình", stepSince: "2023-05-01"));
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an], ("from", "15/03/2026"));
        await using (var desk = await province.AsAsync(province.Hr))
        {
            var version = (await province.ReadAsync(id)).Decision.Version;
            (await desk.Get<EditItemsHandler>().HandleAsync(new AddItems(id, version, [binh]), default)).ShouldBeOfType<EditItemsOutcome.Done>();
            await desk.Get<SuggestValues>().ForAsync(id, default);
        }

        (await province.ReadAsync(id)).Kept.Select(i => i.OwnInputs["from"]).ShouldBe(["15/03/2026", "01/05/2026"]);
    }

    [Fact]
    public async Task Whoever_moved_to_another_agency_meanwhile_stops_the_draft_with_the_cure()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an], ("from", "01/03/2026"));
        await province.PastAsync((an, Province.D("2026-03-02"), new SetEmployment(Province.Officers, "civil-servant", null, Province.D("2010-01-01"), "Chuyên viên", "transferred")));

        var check = (await province.SubmitAsync(province.Hr, id)).ShouldBeStoppedBy("moved");

        check.Message!.ShouldContain("đã chuyển từ Sở Tài chính sang");
        check.Message!.ShouldContain("Phòng Công chức, viên chức");
        check.Cure!.ShouldContain("Đưa người này ra khỏi danh sách");
    }

    [Fact]
    public async Task Whoever_only_changed_the_division_does_not_stop_it()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an], ("from", "01/03/2026"));
        await province.PastAsync((an, Province.D("2026-03-02"), new SetEmployment(Province.Prices, "civil-servant", null, Province.D("2010-01-01"), "Chuyên viên", "transferred")));

        (await province.SubmitAsync(province.Hr, id)).ShouldBeDone();
    }

    [Fact]
    public async Task A_second_click_on_sign_changes_nothing_and_a_second_signer_is_told_who_was_first()
    {
        await using var province = await Province.OpenAsync();
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [await province.OfficialAsync()], ("from", "01/03/2026"));
        (await province.SubmitAsync(province.Hr, id)).ShouldBeDone();
        (await province.VerifyAsync(province.Verifier, id)).ShouldBeDone();
        var version = (await province.ReadAsync(id)).Decision.Version;
        async Task<MoveOutcome> Press(Who who)
        {
            await using var desk = await province.AsAsync(who);
            return await desk.Get<SignDecisionHandler>().HandleAsync(new SignDecision(id, version), default);
        }

        var outcomes = await Task.WhenAll(Press(province.Director), Press(province.Director), Press(province.Deputy));

        var signed = (await province.ReadAsync(id)).Decision;
        signed.NumberText.ShouldBe("01/QĐ-STC");
        (await province.SqlAsync<int>("select last_number from decisions.register")).ShouldBe(1);
        var first = signed.SignerAccountId == province.Deputy.Actor.AccountId ? 1 : 2;
        outcomes.OfType<MoveOutcome.Done>().Count().ShouldBe(first);
        outcomes.OfType<MoveOutcome.NotPossible>().ShouldAllBe(o => o.Why.Contains(signed.SignerName!) && o.Why.Contains("01/QĐ-STC"));
    }
}
