using CongVu.Organisation.Contracts;
using CongVu.Organisation.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using static CongVu.Organisation.Tests.PracticeOffice;

namespace CongVu.Organisation.Tests;

public class DelegationTests
{
    private static readonly DateOnly Today = Day("2026-03-02");

    [Fact]
    public async Task Who_may_sign_by_delegation_is_part_of_the_answer_in_its_days_only()
    {
        await using var office = await OpenAsync();
        var (head, deputy) = await AccountsAsync(office);
        await RuleAsync(office);
        var id = (await EnterAsync(office, Text(head, deputy))).ShouldBeOfType<DelegationEntry.Entered>().Id;

        var delegation = (await WhoAsync(office, "retire", "2026-03-02")).Delegations.ShouldHaveSingleItem();
        delegation.Id.ShouldBe(id);
        delegation.ToName.ShouldBe("Trần Văn Bình");
        (await WhoAsync(office, "transfer", "2026-03-02")).Delegations.ShouldBeEmpty("transfers were not delegated");
        (await WhoAsync(office, "retire", "2026-06-30")).Delegations.Count.ShouldBe(1, "the last day counts");
        (await WhoAsync(office, "retire", "2026-07-01")).Delegations.ShouldBeEmpty();
        (await office.AskAsync(async s => await s.GetRequiredService<AuthorityRules>().DelegatedToAsync(deputy, "retire", Today, default))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ending_a_delegation_ends_it_from_that_day_and_only_once()
    {
        await using var office = await OpenAsync();
        var (head, deputy) = await AccountsAsync(office);
        await RuleAsync(office);
        var id = ((DelegationEntry.Entered)await EnterAsync(office, Text(head, deputy))).Id;
        (await RevokeAsync(office, id, "2026-04-01")).ShouldBeOfType<DelegationEntry.Entered>();
        (await WhoAsync(office, "retire", "2026-03-31")).Delegations.Count.ShouldBe(1);
        (await WhoAsync(office, "retire", "2026-04-01")).Delegations.ShouldBeEmpty();
        (await RevokeAsync(office, id, "2026-03-15")).ShouldBeOfType<DelegationEntry.Refused>();
    }

    [Fact]
    public async Task A_delegate_does_not_delegate_further()
    {
        await using var office = await OpenAsync();
        var (head, deputy) = await AccountsAsync(office);
        await EnterAsync(office, Text(head, deputy));
        var refused = (await EnterAsync(office, Text(deputy, head))).ShouldBeOfType<DelegationEntry.Refused>();
        refused.Problems.ShouldHaveSingleItem().Message.ShouldContain("không được ủy quyền lại");
    }

    [Fact]
    public async Task Faults_of_a_delegation_are_told_field_by_field()
    {
        await using var office = await OpenAsync();
        var (head, deputy) = await AccountsAsync(office);
        var wrong = Text(head, deputy) with { FromPost = "commune-chair", ToUnitId = Finance, SignsAs = SignsAs.TL, LastDay = Day("2026-01-01"), Actions = [], Source = "" };
        (await EnterAsync(office, wrong)).ShouldBeOfType<DelegationEntry.Refused>().Problems.Select(p => p.Field)
            .ShouldBe(["FromPost", "ToPost", "LastDay", "Actions", "Source", "SignsAs"], ignoreOrder: true);
        (await EnterAsync(office, Text(head, head))).ShouldBeOfType<DelegationEntry.Refused>().Problems.ShouldContain(p => p.Field == "ToAccountId");
    }

    [Fact]
    public async Task Only_who_has_the_unit_in_scope_may_enter_its_delegations()
    {
        await using var office = await OpenAsync();
        var (head, deputy) = await AccountsAsync(office);
        await Should.ThrowAsync<ForbiddenException>(() => EnterAsync(office, Text(head, deputy), scope: Finance));
        (await EnterAsync(office, Text(head, deputy), scope: HomeAffairs)).ShouldBeOfType<DelegationEntry.Entered>();
    }

    private static DelegationText Text(Guid from, Guid to) =>
        new(HomeAffairs, "department-head", from, StaffDivision, "division-head", to, SignsAs.TUQ, ["retire", "step-raise"], Day("2026-01-05"), Day("2026-06-30"), "Giấy ủy quyền số 3/GUQ-SNV");

    private static Task<DelegationEntry> EnterAsync(PracticeOffice office, DelegationText text, Guid? scope = null) =>
        AsOfficerAsync(office, scope, s => s.GetRequiredService<DelegationEditing>().EnterAsync(text, "Giám đốc đi công tác", default));

    private static Task<DelegationEntry> RevokeAsync(PracticeOffice office, Guid id, string day) =>
        AsOfficerAsync(office, null, s => s.GetRequiredService<DelegationEditing>().RevokeAsync(id, Day(day), "Giám đốc đã về", default));

    private static Task<T> AsOfficerAsync<T>(PracticeOffice office, Guid? scope, Func<IServiceProvider, Task<T>> act) => office.AskAsync(async s =>
    {
        var actor = new Actor(Guid.CreateVersion7(), "snv", "Nguyễn Thị Hoa", "Sở Nội vụ", null, "test", "", true, true, false, [new ActiveGrant(Roles.HomeAffairs, scope, [], Day("2020-01-01"), null)]);
        await s.GetRequiredService<Gate>().EnterAsync(actor, s.GetRequiredService<IUnitHierarchy>(), default);
        return await act(s);
    });

    private static Task<AuthorityAnswer> WhoAsync(PracticeOffice office, string action, string day) => office.AskAsync(async s =>
        ((AuthorityOutcome.Found)await s.GetRequiredService<AuthorityRules>().WhoSignsAsync(new(action, "civil-servant", LeadershipLevel.None, "01.003", StaffDivision), Day(day), default)).Answer);

    private static Task<RuleEntry> RuleAsync(PracticeOffice office) => office.AskAsync(s => s.GetRequiredService<AuthorityEditing>().EnterAsync(
        new(new(null, null, LeadershipLevel.None, null, null, null), SignerKind.Itself, null, [LeadershipPosts.Head], null, null, "Quyết định số 36/2025/QĐ-UBND", "Điều 5"), Day("2025-07-01"), null, "Theo quy định", default));

    private static Task<(Guid Head, Guid Deputy)> AccountsAsync(PracticeOffice office) => office.AskAsync(async s =>
    {
        var db = s.GetRequiredService<CongVuDb>();
        Account head = new() { UserName = "gd", DisplayName = "Lê Thị Mai", CreatedAt = office.Now.Instant }, deputy = new() { UserName = "tp", DisplayName = "Trần Văn Bình", CreatedAt = office.Now.Instant };
        db.AddRange(head, deputy);
        await db.SaveChangesAsync();
        return (head.Id, deputy.Id);
    });
}
