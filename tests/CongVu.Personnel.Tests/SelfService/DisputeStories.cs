using CongVu.Personnel.Contracts;
using CongVu.Personnel.Disputes;
using CongVu.Platform.Notices;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;

namespace CongVu.Personnel.Tests.SelfService;

/// <summary>A person holds that the own record is wrong.</summary>
public sealed class DisputeStories(RegisterFixture register) : IClassFixture<RegisterFixture>
{
    [Fact]
    public async Task It_gets_a_number_a_deadline_and_an_answer_that_the_person_is_told()
    {
        var office = await Office.OpenAsync(register);
        var dispute = await RaiseAsync(office);
        dispute.Number.ShouldBeGreaterThan(0);
        dispute.DueOn.ShouldBe(new DateOnly(2026, 6, 30));
        await using (var officer = await office.OfficerAsync())
        {
            (await officer.Get<NoticeBoard>().NewestAsync(office.OfficerAccount, 5, default)).ShouldContain(n => n.Title == "Đề nghị đính chính hồ sơ: Lê Thị Mai");
            (await officer.Get<DisputeDesk>().AnswerAsync(dispute.Id, 1, null, "Đúng", default)).ShouldBeOfType<DisputeOutcome.Invalid>().Field.ShouldBe("Upheld");
            (await officer.Get<DisputeDesk>().AnswerAsync(dispute.Id, 1, true, " ", default)).ShouldBeOfType<DisputeOutcome.Invalid>().Field.ShouldBe("Answer");
            (await officer.Get<DisputeDesk>().AnswerAsync(dispute.Id, 1, true, "Đã đối chiếu giấy khai sinh.", default)).ShouldBeOfType<DisputeOutcome.Done>();
        }
        await using var self = await office.SelfAsync();
        var (answered, _) = await self.Get<DisputeDesk>().ReadAsync(dispute.Id, default);
        (answered.State, answered.Answer, answered.AnswererName).ShouldBe((DisputeState.Upheld, "Đã đối chiếu giấy khai sinh.", "Phạm Văn Tổ"));
        (await self.Get<NoticeBoard>().NewestAsync(office.Account, 5, default)).ShouldContain(n => n.Href == PersonnelLinks.Dispute(dispute.Id));
        (await self.Get<DisputeDesk>().TakeBackAsync(dispute.Id, default)).ShouldBeOfType<DisputeOutcome.NotPossible>();
    }

    [Fact]
    public async Task The_same_fact_is_not_disputed_twice_at_once_but_again_after_taking_back()
    {
        var office = await Office.OpenAsync(register);
        var first = await RaiseAsync(office);
        await using var self = await office.SelfAsync();
        (await self.Get<DisputeDesk>().RaiseAsync(Guid.CreateVersion7(), new(first.EffectId, first.About, first.Stated), "1986", "Khai sinh", null, default))
            .ShouldBeOfType<DisputeOutcome.NotPossible>().Why.ShouldContain(first.Label);
        (await self.Get<DisputeDesk>().TakeBackAsync(first.Id, default)).ShouldBeOfType<DisputeOutcome.Done>();
        (await RaiseAsync(office, first.EffectId)).Number.ShouldBe(first.Number + 1);
    }

    [Fact]
    public async Task Other_units_do_not_find_it_and_nobody_answers_the_own_one()
    {
        var office = await Office.OpenAsync(register);
        var dispute = await RaiseAsync(office);
        await using var outsider = await office.OutsiderAsync();
        await Should.ThrowAsync<NotFoundException>(() => outsider.Get<DisputeDesk>().ReadAsync(dispute.Id, default));
        await Should.ThrowAsync<NotFoundException>(() => outsider.Get<DisputeDesk>().AnswerAsync(dispute.Id, 1, false, "Không", default));
        await using var both = await register.Desk().AsPersonAsync(office.Account, office.Person, "Lê Thị Mai", (Roles.HomeAffairs, null));
        await Should.ThrowAsync<ForbiddenException>(() => both.Get<DisputeDesk>().AnswerAsync(dispute.Id, 1, true, "Đúng", default));
    }

    [Fact]
    public async Task A_second_answer_is_shown_beside_the_first()
    {
        var office = await Office.OpenAsync(register);
        var dispute = await RaiseAsync(office);
        await using (var officer = await office.OfficerAsync()) await officer.Get<DisputeDesk>().AnswerAsync(dispute.Id, 1, true, "Đúng như đề nghị", default);
        await using var late = await office.HomeAffairsAsync();
        var stale = await Should.ThrowAsync<StaleEditException>(() => late.Get<DisputeDesk>().AnswerAsync(dispute.Id, 1, false, "Hồ sơ đúng", default));
        stale.Differences.ShouldContain(d => d.Typed == "Hồ sơ đúng" && d.Stored == "Đúng như đề nghị");
    }

    private static async Task<Dispute> RaiseAsync(Office office, Guid? effect = null)
    {
        await using var self = await office.SelfAsync();
        return (await self.Get<DisputeDesk>().RaiseAsync(Guid.CreateVersion7(), new(effect ?? Guid.CreateVersion7(), "Thông tin cá nhân: Ngày sinh", "05/03/1985"), "05/03/1986", "Theo giấy khai sinh", null, default))
            .ShouldBeOfType<DisputeOutcome.Done>().Dispute;
    }
}
