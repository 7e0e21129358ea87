using CongVu.Personnel.Contracts;
using CongVu.Personnel.Declarations;
using CongVu.Platform.Data;
using CongVu.Platform.Notices;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Personnel.Tests.SelfService;

/// <summary>From what a person types to what the record says.</summary>
public sealed class DeclarationStories(RegisterFixture register) : IClassFixture<RegisterFixture>
{
    private const string Phone = "contact.phone", Religion = "identity.religion", Studies = "qualification.professional";
    private static readonly AsOf Now = new(RegisterFixture.Today);

    [Fact]
    public async Task Accepted_items_enter_the_record_rejected_ones_do_not_and_the_past_stays_known()
    {
        var office = await Office.OpenAsync(register);
        var before = register.Clock.Now;
        register.Clock.Now = before.AddMinutes(10);
        var sent = await office.SentAsync((Phone, "phone", "0987654321"), ("contact.email", "email", "mai@tinh.gov.vn"), (Studies, "level", "master"), (Studies, "major", "Luật hành chính"));
        sent.Number.ShouldNotBeNull();
        await using (var officer = await office.OfficerAsync())
        {
            (await Office.DecideAsync(officer, sent, (Phone, true, null), ("contact.email", false, "Không phải thư công vụ"), (Studies, true, null))).ShouldBeOfType<DeclarationOutcome.Done>();
            (await officer.Get<RecordReplay>().VerifyAsync()).Differences.ShouldBeEmpty();
        }
        await using var reader = register.Desk();
        var state = (await reader.People.StateAsync(office.Person, Now, default))!;
        state.Contact!.Value.ShouldBe(new SetContact("Xã Tân Giang", null, "0987654321", null));
        state.Qualifications.Single().Value.ShouldBe(new SetQualification("professional", "master", "Luật hành chính", "Trường Đại học Luật", 2007, "chính quy"));
        state.Contact.Source.DeclarationId.ShouldBe(sent.Id);
        state.Contact.Source.Label.ShouldBe($"Kê khai số {sent.Number}/2026 được chấp nhận bởi Phạm Văn Tổ ngày 15/06/2026");
        (await reader.People.TimelineAsync(office.Person, Now, default)).Where(l => l.Source.DeclarationId == sent.Id).Select(l => l.Kind).ShouldBe([FactKind.Contact, FactKind.Qualification], ignoreOrder: true);

        (await reader.People.StateAsync(office.Person, Now with { KnownAt = before }, default))!.Contact!.Value.Phone.ShouldBe("0912345678", "nobody knew of it then");
        (await reader.People.StateAsync(office.Person, new AsOf(RegisterFixture.Today.AddDays(-1)), default))!.Contact!.Value.Phone.ShouldBe("0912345678", "it held from the declared day on");
        (await reader.People.FindAsync(office.Person, Now, default))!.ProfessionalLevel.ShouldBe("master", "the list of today follows");
        (await reader.Get<NoticeBoard>().NewestAsync(office.Account, 5, default)).ShouldContain(n => n.Title == $"Bản kê khai số {sent.Number}/2026 đã có kết quả" && n.Href == PersonnelLinks.Declaration(sent.Id));
    }

    [Fact]
    public async Task What_a_decision_changed_meanwhile_is_not_undone_by_accepting()
    {
        var office = await Office.OpenAsync(register);
        var sent = await office.SentAsync((Phone, "phone", "0987654321"));
        await using (var decisions = register.Desk())
            await decisions.ActAsync("Quyết định", register.Clock.Now.AddMinutes(1), (office.Person, RegisterFixture.Today, new SetContact("Phường Mới", "Số 5", "0912345678", null)));
        await using var officer = await office.OfficerAsync();
        (await Office.DecideAsync(officer, sent, (Phone, true, null))).ShouldBeOfType<DeclarationOutcome.Done>();
        (await officer.People.StateAsync(office.Person, Now, default))!.Contact!.Value.ShouldBe(new SetContact("Phường Mới", "Số 5", "0987654321", null));
    }

    [Fact]
    public async Task Nobody_decides_about_the_own_declaration()
    {
        var office = await Office.OpenAsync(register);
        var sent = await office.SentAsync((Phone, "phone", "0987654321"));
        await using var both = await register.Desk().AsPersonAsync(office.Account, office.Person, "Lê Thị Mai", (Roles.UnitHr, RegisterFixture.HomeAffairs), (Roles.HomeAffairs, null));
        await Should.ThrowAsync<ForbiddenException>(() => Office.DecideAsync(both, sent, (Phone, true, null)));
        await Should.ThrowAsync<ForbiddenException>(() => both.Get<DeclarationReview>().ReturnAsync(sent.Id, sent.Version, "Bổ sung", default));
        (await both.People.StateAsync(office.Person, Now, default))!.Contact!.Value.Phone.ShouldBe("0912345678");
    }

    [Fact]
    public async Task To_other_units_and_other_people_a_declaration_does_not_exist_and_a_draft_only_to_its_author()
    {
        var office = await Office.OpenAsync(register);
        var draft = await office.DraftAsync((Phone, "phone", "0987654321"));
        await using var officer = await office.OfficerAsync();
        await Should.ThrowAsync<NotFoundException>(() => officer.Get<DeclarationStore>().ReadAsync(draft.Id, default));
        await office.SubmitAsync(draft.Id);
        (await officer.Get<DeclarationStore>().ReadAsync(draft.Id, default)).Items.Count.ShouldBe(1);
        await using var outsider = await office.OutsiderAsync();
        await Should.ThrowAsync<NotFoundException>(() => outsider.Get<DeclarationStore>().ReadAsync(draft.Id, default));
        await Should.ThrowAsync<NotFoundException>(() => Office.DecideAsync(outsider, draft, (Phone, true, null)));
        await using var colleague = await register.Desk().AsPersonAsync(Guid.CreateVersion7(), Guid.CreateVersion7(), "Đồng Nghiệp");
        await Should.ThrowAsync<NotFoundException>(() => colleague.Get<DeclarationDesk>().WithdrawAsync(draft.Id, default));
    }

    [Fact]
    public async Task Sent_twice_it_is_sent_once_and_begun_twice_it_is_one()
    {
        var office = await Office.OpenAsync(register);
        var sent = await office.SentAsync((Phone, "phone", "0987654321"));
        (await office.SubmitAsync(sent.Id)).ShouldBeOfType<DeclarationOutcome.NotPossible>().Why.ShouldContain("đã được gửi");
        await using var self = await office.SelfAsync();
        (await self.Get<DeclarationDesk>().StartAsync(default)).ShouldBe(sent.Id);
        (await self.Get<DeclarationStore>().StepsAsync(sent.Id, default)).Count.ShouldBe(2, "begun and sent");
    }

    [Fact]
    public async Task Of_two_officers_at_once_one_decides_and_the_other_is_shown_what_he_chose_beside_what_holds()
    {
        var office = await Office.OpenAsync(register);
        var sent = await office.SentAsync((Phone, "phone", "0987654321"));
        await using var first = await office.OfficerAsync();
        await using var second = await office.HomeAffairsAsync();
        var both = await Task.WhenAll(Try(first, true, null), Try(second, false, "Số này không liên lạc được"));
        both.Count(o => o is null).ShouldBe(1, "one of them was too late");
        var stale = both.OfType<StaleEditException>().ShouldHaveSingleItem();
        var line = stale.Differences.Single(d => d.Label == "Điện thoại");
        line.Typed.ShouldNotBe(line.Stored);
        await using var reader = register.Desk();
        (await reader.People.TimelineAsync(office.Person, Now, default)).Count(l => l.Source.DeclarationId == sent.Id).ShouldBe(both[0] is null ? 1 : 0);

        async Task<Exception?> Try(Desk officer, bool accepted, string? reason)
        {
            try { (await Office.DecideAsync(officer, sent, (Phone, accepted, reason))).ShouldBeOfType<DeclarationOutcome.Done>(); return null; }
            catch (StaleEditException e) { return e; }
        }
    }

    [Fact]
    public async Task The_same_result_pressed_twice_is_recorded_once()
    {
        var office = await Office.OpenAsync(register);
        var sent = await office.SentAsync((Phone, "phone", "0987654321"));
        for (var press = 0; press < 2; press++)
        {
            await using var officer = await office.OfficerAsync();
            (await Office.DecideAsync(officer, sent, (Phone, true, null))).ShouldBeOfType<DeclarationOutcome.Done>();
        }
        await using var reader = register.Desk();
        (await reader.People.TimelineAsync(office.Person, Now, default)).Count(l => l.Source.DeclarationId == sent.Id).ShouldBe(1);
    }

    [Fact]
    public async Task Every_item_needs_a_verdict_and_a_refusal_its_reason()
    {
        var office = await Office.OpenAsync(register);
        var sent = await office.SentAsync((Phone, "phone", "0987654321"), ("contact.email", "email", "mai@tinh.gov.vn"));
        await using var officer = await office.OfficerAsync();
        (await Office.DecideAsync(officer, sent, (Phone, false, "  "))).ShouldBeOfType<DeclarationOutcome.Invalid>().Problems.Select(p => p.Field).ShouldBe(["ld.contact.phone", "kq.contact.email"]);
        await using var again = await office.OfficerAsync();
        (await again.Get<DeclarationStore>().ReadAsync(sent.Id, default)).Declaration.State.ShouldBe(DeclarationState.Submitted);
    }

    [Fact]
    public async Task Asked_back_it_is_completed_and_keeps_its_number()
    {
        var office = await Office.OpenAsync(register);
        var sent = await office.SentAsync((Phone, "phone", "0987654321"));
        await using (var officer = await office.OfficerAsync())
        {
            (await officer.Get<DeclarationReview>().ReturnAsync(sent.Id, sent.Version, " ", default)).ShouldBeOfType<DeclarationOutcome.Invalid>();
            (await officer.Get<DeclarationReview>().ReturnAsync(sent.Id, sent.Version, "Ghi thêm nơi ở hiện nay", default)).ShouldBeOfType<DeclarationOutcome.Done>();
        }
        await using (var self = await office.SelfAsync())
        {
            (await self.Get<DeclarationStore>().AskedAsync(sent.Id, default)).ShouldBe("Ghi thêm nơi ở hiện nay");
            (await WorkAsync(self)).ShouldContain(w => w.Title == "Bản kê khai cần bổ sung");
        }
        await office.SaveAsync(sent.Id, null, Guid.CreateVersion7(), ("contact.address", "address", "Số 9, phường Tân An"));
        var again = (await office.SubmitAsync(sent.Id)).ShouldBeOfType<DeclarationOutcome.Done>().Declaration;
        (again.Number, again.ItemCount).ShouldBe((sent.Number, 2));
        await using var waiting = await office.OfficerAsync();
        (await WorkAsync(waiting)).ShouldContain(w => w.Title == "Kê khai chờ xem xét" && w.Count >= 1);
        await using var outsider = await office.OutsiderAsync();
        (await WorkAsync(outsider)).ShouldNotContain(w => w.Title == "Kê khai chờ xem xét");
    }

    [Fact]
    public async Task What_needs_a_paper_or_cannot_be_right_is_not_sent_but_kept()
    {
        var office = await Office.OpenAsync(register);
        var draft = await office.DraftAsync((Studies, "level", "master"), (Studies, "year", "2031"), (Phone, "phone", "không có"), (Religion, "religion", null));
        var problems = (await office.SubmitAsync(draft.Id)).ShouldBeOfType<DeclarationOutcome.Invalid>().Problems;
        problems.Select(p => p.Field).ShouldBe(["kk.contact.phone.phone", "kk.identity.religion.religion", "kk.qualification.professional.year", "tu.qualification.professional", "Upload"], ignoreOrder: true);
        await using var self = await office.SelfAsync();
        var kept = await self.Get<DeclarationStore>().ReadAsync(draft.Id, default);
        (kept.Declaration.State, kept.Declaration.Number).ShouldBe((DeclarationState.Draft, null));
        DeclaredValues.FromJson(kept.Item(Phone)!.Wanted)["phone"].ShouldBe("không có");
    }

    [Fact]
    public async Task A_second_window_does_not_overwrite_the_first_and_loses_nothing_typed()
    {
        var office = await Office.OpenAsync(register);
        var draft = await office.DraftAsync((Phone, "phone", "0987654321"));
        var window = Guid.CreateVersion7();
        await office.SaveAsync(draft.Id, null, window, (Phone, "phone", "0900000001"));
        (await office.SaveAsync(draft.Id, draft.Version, window, (Phone, "phone", "0900000002"))).ShouldBeOfType<DeclarationOutcome.Done>("the same page, saved again before it heard of its first save");
        var stale = await Should.ThrowAsync<StaleEditException>(() => office.SaveAsync(draft.Id, draft.Version, Guid.CreateVersion7(), (Phone, "phone", "0900000003")));
        var line = stale.Differences.Single(d => d.Label == "Điện thoại");
        (line.Typed, line.Stored).ShouldBe(("0900000003", "0900000002"));
    }

    [Fact]
    public async Task Typing_the_recorded_value_again_declares_nothing()
    {
        var office = await Office.OpenAsync(register);
        var draft = await office.DraftAsync((Phone, "phone", "0987654321"));
        await office.SaveAsync(draft.Id, null, Guid.CreateVersion7(), (Phone, "phone", "0912345678"));
        await using var self = await office.SelfAsync();
        (await self.Get<DeclarationStore>().ReadAsync(draft.Id, default)).Items.ShouldBeEmpty();
        (await office.SubmitAsync(draft.Id)).ShouldBeOfType<DeclarationOutcome.Invalid>().Problems.Single().Message.ShouldContain("Chưa có nội dung nào khác với hồ sơ");
    }

    private static async Task<List<WorkItem>> WorkAsync(Desk desk)
    {
        var items = new List<WorkItem>();
        foreach (var source in desk.Get<IServiceProvider>().GetServices<WorkItemSource>()) items.AddRange(await source.ForAsync(desk.Get<Gate>(), RegisterFixture.Today, default));
        return items;
    }
}
