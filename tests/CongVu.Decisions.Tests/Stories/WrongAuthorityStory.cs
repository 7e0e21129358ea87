using CongVu.Decisions.Authority;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;
using CongVu.Organisation.UseCases;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Tests.Stories;

/// <summary>The control that catches wrong authority: decisions from old files, rules corrected afterwards, and what officers do about it.</summary>
[Trait("Category", "Slow")]
public sealed class WrongAuthorityStory
{
    [Fact]
    public async Task An_old_decision_signed_by_somebody_else_is_listed_with_who_should_have_signed_and_by_which_article()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        await ImportAsync(province, Raised(an, Province.HomeAffairs, "department-head", 7), Raised(an, Province.Finance, "department-deputy", 8));

        var line = (await LinesAsync(province, province.Verifier)).Single();

        line.NumberText.ShouldBe("07/QĐ-SNV");
        line.Signer.ShouldBe("Trần Cũ, Giám đốc Sở Nội vụ");
        line.Competent.ShouldBe("Giám đốc Sở Tài chính");
        line.RuleSource.ShouldBe("Khoản 3 Điều 7 Quyết định số 36/2025/QĐ-UBND");
        line.Subjects.ShouldBe("Nguyễn Văn An");
        line.State.ShouldBe(FindingState.Open);
        (await province.SqlAsync<string>("select authority_state from decisions.decision where number = 8")).ShouldBe("Right");
    }

    [Fact]
    public async Task Whoever_is_moved_is_judged_by_where_they_were()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        await province.PastAsync((an, Province.D("2025-06-01"), new SetEmployment(Province.Officers, "civil-servant", null, Province.D("2010-01-01"), "Chuyên viên", "transferred")));
        await ImportAsync(province, Of(an, ActionCodes.Transfer, Province.Finance, "department-head", 3, "2025-05-20", "2025-06-01",
            new SetEmployment(Province.Officers, "civil-servant", null, Province.D("2010-01-01"), "Chuyên viên", "transferred")));

        (await LinesAsync(province, province.Verifier)).ShouldBeEmpty("the director of Sở Tài chính decided about staff of Sở Tài chính");
    }

    [Fact]
    public async Task Handling_is_recorded_once_with_its_history_and_can_be_opened_again()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        await ImportAsync(province, Raised(an, Province.HomeAffairs, "department-head", 7));
        var id = (await LinesAsync(province, province.Verifier)).Single().Id;

        (await HandleAsync(province, province.Verifier, id, HandlingKind.Confirmed, null, "Có ủy quyền")).ShouldBeOfType<HandleOutcome.Incomplete>().Field.ShouldBe("van-ban");
        (await HandleAsync(province, province.Verifier, id, HandlingKind.Annulled, "99/QĐ-SNV", "Đã thu hồi")).ShouldBeOfType<HandleOutcome.Incomplete>().Message.ShouldContain("99/QĐ-SNV");
        (await HandleAsync(province, province.Verifier, id, HandlingKind.Confirmed, "Công văn 12/SNV-CCVC", "Sở Tài chính ủy quyền bằng văn bản")).ShouldBeOfType<HandleOutcome.Done>();
        province.Clock.Pass(TimeSpan.FromMinutes(5));
        await Should.ThrowAsync<StaleEditException>(() => HandleAsync(province, province.OtherVerifier, id, HandlingKind.FalseFinding, null, "Nhầm", version: 1));
        (await HandleAsync(province, province.OtherVerifier, id, HandlingKind.FalseFinding, null, "Nhầm")).ShouldBeOfType<HandleOutcome.NotPossible>().Why.ShouldContain("Đã xử lý");
        (await HandleAsync(province, province.OtherVerifier, id, HandlingKind.Reopened, null, "Văn bản ủy quyền không có số này")).ShouldBeOfType<HandleOutcome.Done>();

        await using var desk = await province.AsAsync(province.Auditor);
        var view = await desk.Get<WrongAuthorityList>().FindAsync(id, default);
        view.Finding.State.ShouldBe(FindingState.Open);
        view.Handlings.Select(h => (h.Kind, h.AccountName)).ShouldBe([(HandlingKind.Reopened, "Bùi Thị Định"), (HandlingKind.Confirmed, "Ngô Văn Thẩm")]);
    }

    [Fact]
    public async Task An_annulment_signed_here_can_be_named_as_the_cure()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync(step: 2, stepSince: "2023-03-01");
        await ImportAsync(province, Raised(an, Province.HomeAffairs, "department-head", 7));
        var id = (await LinesAsync(province, province.Verifier)).Single().Id;
        var cure = await province.RaiseAsync(an, "01/03/2026");

        (await HandleAsync(province, province.Verifier, id, HandlingKind.Corrected, cure.NumberText, "Quyết định mới thay")).ShouldBeOfType<HandleOutcome.Done>();

        (await province.SqlAsync<Guid>("select by_decision_id from decisions.authority_handling")).ShouldBe(cure.Id);
    }

    [Fact]
    public async Task Only_who_may_sees_and_handles_and_only_in_their_units()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        await ImportAsync(province, Raised(an, Province.HomeAffairs, "department-head", 7));
        var id = (await LinesAsync(province, province.Verifier)).Single().Id;

        (await LinesAsync(province, province.Auditor)).Count.ShouldBe(1);
        (await LinesAsync(province, province.Hr)).ShouldBeEmpty("officers of units have no part in this");
        var elsewhere = Over(province.Auditor, Roles.Auditor, Province.Officers);
        (await LinesAsync(province, elsewhere)).ShouldBeEmpty("an auditor over another unit");
        await Should.ThrowAsync<ForbiddenException>(() => HandleAsync(province, province.Auditor, id, HandlingKind.FalseFinding, null, "Nhầm"));
        await using var desk = await province.AsAsync(elsewhere);
        await Should.ThrowAsync<NotFoundException>(() => desk.Get<WrongAuthorityList>().FindAsync(id, default));
    }

    [Fact]
    public async Task A_rule_corrected_from_its_first_day_makes_decisions_wrong_and_right_again_our_own_too()
    {
        await using var province = await Province.OpenAsync();
        var (an, binh) = (await province.OfficialAsync(), await province.OfficialAsync("Lê Thị Bình"));
        await ImportAsync(province, Raised(an, Province.HomeAffairs, "department-head", 7));
        await province.RaiseAsync(binh, "01/03/2026");
        await province.RunJobsAsync();
        (await LinesAsync(province, province.Verifier)).Single().NumberText.ShouldBe("07/QĐ-SNV");

        // The instrument really gave these raises to Sở Nội vụ: the rule had been typed in wrongly.
        await SupersedeAsync(province, "Khoản 3 Điều 7", SignerKind.Named, Province.HomeAffairs, "1990-01-01");
        var now = await LinesAsync(province, province.Verifier);
        now.Single().NumberText.ShouldBe("01/QĐ-STC");
        now.Single().Competent.ShouldBe("Giám đốc Sở Nội vụ");
        (await province.SqlAsync<string>("select withdrawn_why from decisions.authority_finding where state = 'Withdrawn'")).ShouldContain("đúng thẩm quyền");

        await SupersedeAsync(province, "Khoản 3 Điều 7", SignerKind.Itself, null, "1990-01-01");
        (await LinesAsync(province, province.Verifier)).Single().NumberText.ShouldBe("07/QĐ-SNV");
    }

    [Fact]
    public async Task A_handling_stands_when_a_recheck_finds_the_same()
    {
        await using var province = await Province.OpenAsync();
        var an = await province.OfficialAsync();
        await ImportAsync(province, Raised(an, Province.HomeAffairs, "department-head", 7));
        var id = (await LinesAsync(province, province.Verifier)).Single().Id;
        (await HandleAsync(province, province.Verifier, id, HandlingKind.Confirmed, "Công văn 12/SNV-CCVC", "Có ủy quyền")).ShouldBeOfType<HandleOutcome.Done>();

        await SupersedeAsync(province, "Khoản 1 Điều 6", SignerKind.Named, Province.HomeAffairs, "1990-01-01"); // another matter

        var line = (await LinesAsync(province, province.Verifier)).Single();
        (line.Id, line.State).ShouldBe((id, FindingState.Handled));
    }

    private static Who Over(Who who, string role, Guid unit) => who with { Actor = who.Actor with { Grants = [new ActiveGrant(role, unit, [], Province.D("2020-01-01"), null)] } };

    private static ImportedDecision Raised(Guid person, Guid signer, string post, int number) =>
        Of(person, ActionCodes.StepRaise, signer, post, number, "2023-02-20", "2023-03-01", new SetRankAndStep("01.003", "A1", 3, 300, 0, Province.D("2023-03-01")));

    private static ImportedDecision Of(Guid person, string action, Guid signer, string post, int number, string signed, string from, Effect effect) =>
        new(Guid.CreateVersion7(), action, Province.Budget, signer, "QĐ", number, $"{number:00}/QĐ-{(signer == Province.HomeAffairs ? "SNV" : "STC")}", Province.D(signed), Province.D(from), "Trần Cũ", post,
            [new ImportedItem(person, "Nguyễn Văn An", Province.Budget, "Quyết định cũ", [new PlannedEffect(Guid.CreateVersion7(), person, Province.D(from), effect)])]);

    private static async Task ImportAsync(Province province, params ImportedDecision[] decisions)
    {
        await using (var desk = province.Desk())
        {
            await using var process = await desk.Get<ProcessLog>().BeginAsync(DecisionProcesses.Import, null, null, default);
            await desk.Get<DecisionImport>().RunAsync(process.Connection, decisions, process.Run.At, default);
            await process.CommitAsync(default);
        }
        await province.RunJobsAsync();
    }

    private static async Task<List<FindingLine>> LinesAsync(Province province, Who who)
    {
        await using var desk = await province.AsAsync(who);
        return await desk.Get<WrongAuthorityList>().Lines(new FindingFilter()).ToListAsync();
    }

    private static async Task<HandleOutcome> HandleAsync(Province province, Who who, Guid id, HandlingKind kind, string? document, string reason, int? version = null)
    {
        version ??= await province.SqlAsync<int>($"select version from decisions.authority_finding where id = '{id}'");
        await using var desk = await province.AsAsync(who);
        return await desk.Get<HandleFindingHandler>().HandleAsync(new HandleFinding(id, version.Value, kind, document, reason), default);
    }

    private static async Task SupersedeAsync(Province province, string article, SignerKind signer, Guid? unit, string from)
    {
        await using (var desk = await province.AsAsync(province.Verifier))
        {
            var rule = (await desk.Get<AuthorityRules>().InForceAsync(Province.D("2026-03-02"), default)).First(r => r.Article == article && r.Key.Action is (ActionCodes.StepRaise or ActionCodes.Recruit));
            var outcome = await desk.Get<AuthorityEditing>().SupersedeAsync(rule.Id, AuthorityRuleText.Of(rule) with { Signer = signer, SignerUnitId = unit }, Province.D(from), "Nhập sai", default);
            outcome.ShouldBeOfType<RuleEntry.Entered>();
        }
        await province.RunJobsAsync();
    }
}
