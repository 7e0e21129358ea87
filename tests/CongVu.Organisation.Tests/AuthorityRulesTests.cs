using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;
using CongVu.Organisation.UseCases;
using CongVu.Platform.Acts;
using CongVu.Platform.Web.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using static CongVu.Organisation.Tests.PracticeOffice;

namespace CongVu.Organisation.Tests;

public class AuthorityRulesTests
{
    private static readonly DateOnly From = Day("2025-07-01");
    private static readonly DateOnly Today = Day("2026-03-02");

    [Fact]
    public async Task Without_rules_nobody_is_said_to_sign()
    {
        await using var office = await OpenAsync();
        (await AskAsync(office, "retire", StaffDivision)).ShouldBeOfType<AuthorityOutcome.NoRule>().Why.ShouldContain("Chưa có quy định");
    }

    [Fact]
    public async Task The_most_specific_rule_wins_and_names_posts_and_article()
    {
        await using var office = await OpenAsync();
        await EnterAsync(office, Rule(new(null, null, LeadershipLevel.None, null, null, null), SignerKind.Itself, null, "Khoản 1 Điều 5"));
        await EnterAsync(office, Rule(new("retire", null, LeadershipLevel.None, null, null, null), SignerKind.Named, Finance, "Khoản 2 Điều 5"));
        await EnterAsync(office, Rule(new("retire", "civil-servant", LeadershipLevel.None, "senior", null, null), SignerKind.ParentAgency, null, "Khoản 3 Điều 5"));

        var inside = Found(await AskAsync(office, "transfer", StaffDivision));
        inside.SignerUnitId.ShouldBe(HomeAffairs, "a division belongs to its agency");
        inside.PostCodes.ShouldBe(["department-head", "department-deputy"]);
        inside.Source.ShouldBe("Khoản 1 Điều 5 Quyết định số 36/2025/QĐ-UBND");
        Found(await AskAsync(office, "retire", StaffDivision)).SignerUnitId.ShouldBe(Finance);
        var senior = Found(await AskAsync(office, "retire", StaffDivision, rank: "01.001"));
        senior.SignerUnitId.ShouldBe(Province);
        senior.PostCodes.ShouldBe(["province-chair", "province-vice-chair"]);
    }

    [Fact]
    public async Task Rules_hold_only_in_their_days()
    {
        await using var office = await OpenAsync();
        await EnterAsync(office, Rule(new("retire", null, null, null, null, null), SignerKind.Itself));
        (await AskAsync(office, "retire", Finance, on: "2025-06-30")).ShouldBeOfType<AuthorityOutcome.NoRule>();
        (await AskAsync(office, "retire", Finance, on: "2025-07-01")).ShouldBeOfType<AuthorityOutcome.Found>();
    }

    [Fact]
    public async Task A_rule_that_contradicts_an_equally_specific_one_is_refused_and_the_other_shown()
    {
        await using var office = await OpenAsync();
        await EnterAsync(office, Rule(new("retire", null, null, null, null, null), SignerKind.Itself, null, "Điều 5"));
        var refused = (await TryAsync(office, Rule(new(null, "civil-servant", null, null, null, null), SignerKind.Named, HomeAffairs, "Điều 6"))).ShouldBeOfType<RuleEntry.Contradicts>();
        refused.Rules.ShouldHaveSingleItem().Article.ShouldBe("Điều 5");
        (await TryAsync(office, Rule(new("transfer", null, null, null, null, null), SignerKind.Itself))).ShouldBeOfType<RuleEntry.Entered>("no case falls under both");
        (await TryAsync(office, Rule(new("retire", "civil-servant", null, null, null, null), SignerKind.Named, HomeAffairs))).ShouldBeOfType<RuleEntry.Entered>("it is more specific");
    }

    [Fact]
    public async Task Contradicting_rules_that_came_in_otherwise_are_an_open_question_not_a_guess()
    {
        await using var office = await OpenAsync();
        await EnterAsync(office, Rule(new("retire", null, null, null, null, null), SignerKind.Itself, null, "Điều 5"));
        await office.SqlAsync<object>("""
            insert into organisation.authority_rule(id, rule_id, valid, recorded, action, category, level, rank_group, unit_kind, unit_level, signer, posts, instrument, article, process_id, reason)
            select gen_random_uuid(), gen_random_uuid(), valid, recorded, '*', 'civil-servant', level, rank_group, unit_kind, unit_level, signer, posts, instrument, 'Điều 6', process_id, reason
            from organisation.authority_rule returning id
            """);
        await office.SqlAsync<object>("update organisation.revision set no = no + 1 where what = 'authority' returning no");
        (await AskAsync(office, "retire", Finance)).ShouldBeOfType<AuthorityOutcome.Ambiguous>().Rules.Select(r => r.Article).ShouldBe(["Điều 5", "Điều 6"], ignoreOrder: true);
    }

    [Fact]
    public async Task Superseding_a_rule_keeps_what_held_before_and_the_old_wording_stays_readable()
    {
        await using var office = await OpenAsync();
        var old = await EnterAsync(office, Rule(new("retire", null, null, null, null, null), SignerKind.Itself, null, "Điều 5"));
        await office.AskAsync(s => s.GetRequiredService<AuthorityEditing>().SupersedeAsync(old, Rule(new("retire", null, null, null, null, null), SignerKind.Named, HomeAffairs, "Điều 8"), Day("2026-01-01"), "Quy định mới", default));
        Found(await AskAsync(office, "retire", Finance, on: "2025-12-31")).SignerUnitId.ShouldBe(Finance);
        Found(await AskAsync(office, "retire", Finance, on: "2026-01-01")).SignerUnitId.ShouldBe(HomeAffairs);
        (await office.AskAsync(async s => await s.GetRequiredService<AuthorityRules>().FindAsync(old, default)))!.Article.ShouldBe("Điều 5");
        (await office.SqlAsync<long>("select count(*) from organisation.authority_rule")).ShouldBe(3, "the first wording, its shortened days, the new one");
    }

    [Fact]
    public async Task Two_people_who_supersede_the_same_wording_do_not_overwrite_each_other()
    {
        await using var office = await OpenAsync();
        var old = await EnterAsync(office, Rule(new("retire", null, null, null, null, null), SignerKind.Itself, null, "Điều 5"));
        await office.AskAsync(s => s.GetRequiredService<AuthorityEditing>().CloseAsync(old, Day("2026-02-01"), "Hết hiệu lực", default));
        var stale = await Should.ThrowAsync<StaleEditException>(() => office.AskAsync(s =>
            s.GetRequiredService<AuthorityEditing>().SupersedeAsync(old, Rule(new("retire", null, null, null, null, null), SignerKind.Itself, null, "Điều 9"), Day("2026-01-01"), "Sửa", default)));
        stale.Differences.ShouldContain(d => d.Typed != null && d.Typed.StartsWith("Điều 9"));
        (await AskAsync(office, "retire", Finance, on: "2026-02-01")).ShouldBeOfType<AuthorityOutcome.NoRule>();
    }

    [Fact]
    public async Task An_incomplete_rule_is_told_field_by_field()
    {
        await using var office = await OpenAsync();
        var text = new AuthorityRuleText(new("fly", null, null, "gods", null, null), SignerKind.Named, Guid.NewGuid(), [], null, null, "", " ");
        (await TryAsync(office, text)).ShouldBeOfType<RuleEntry.Incomplete>().Problems.Select(p => p.Field).ShouldBe(["Posts", "Instrument", "Article", "Action", "RankGroup", "SignerUnitId"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_rule_that_names_a_dissolved_unit_leads_to_its_successor()
    {
        await using var office = await OpenAsync();
        await EnterAsync(office, Rule(new("retire", null, null, null, null, null), SignerKind.Named, Finance));
        var successor = Guid.CreateVersion7();
        await office.ApplyAsync(New(successor, "STC", "Sở Tài chính", UnitKind.Department, UnitLevel.Province, Province, "2026-01-01", Finance), On(Finance, "2026-01-01", new DissolveUnit([successor])));
        Found(await AskAsync(office, "retire", StaffDivision)).SignerUnitId.ShouldBe(successor);
    }

    [Fact]
    public async Task Acts_on_units_look_at_the_unit_itself()
    {
        await using var office = await OpenAsync();
        await EnterAsync(office, Rule(new("unit-rename", null, null, null, null, null), SignerKind.Named, Province));
        await EnterAsync(office, Rule(new("unit-rename", null, null, null, UnitKind.Division, null), SignerKind.Itself));
        Found(await AskAsync(office, "unit-rename", StaffDivision, category: null)).SignerUnitId.ShouldBe(HomeAffairs);
        Found(await AskAsync(office, "unit-rename", HomeAffairs, category: null)).SignerUnitId.ShouldBe(Province);
    }

    [Theory]
    [InlineData("step-raise", "civil-servant", LeadershipLevel.None, "01.003", "SNV")]
    [InlineData("step-raise", "civil-servant", LeadershipLevel.None, "01.002", "SNV")]
    [InlineData("retire", "civil-servant", LeadershipLevel.None, "01.001", "UBND")]
    [InlineData("appoint", "civil-servant", LeadershipLevel.DepartmentHead, "01.001", "UBND")]
    [InlineData("appoint", "civil-servant", LeadershipLevel.DivisionHead, "01.003", "SNV")]
    [InlineData("recruit", "civil-servant", LeadershipLevel.None, null, "SNV")]
    public async Task The_practice_province_has_an_answer_for_the_usual_cases_then_and_now(string action, string category, LeadershipLevel level, string? rank, string signer)
    {
        await using var office = await OpenAsync();
        await office.AskAsync(async s =>
        {
            await using var connection = await s.GetRequiredService<Npgsql.NpgsqlDataSource>().OpenConnectionAsync();
            return await s.GetRequiredService<AuthorityImport>().ImportAsync(connection, AuthorityFile.Practice(), code => code == "SNV" ? HomeAffairs : Province,
                new ActSource(null, null, Guid.CreateVersion7(), office.Now.Instant, "Quy định phân cấp của tỉnh"), default);
        });
        foreach (var day in (string[])["2012-05-01", "2025-06-30", "2025-07-01", "2026-03-02"])
        {
            var outcome = await office.AskAsync(async s => await s.GetRequiredService<AuthorityRules>().WhoSignsAsync(new(action, category, level, rank, StaffDivision), Day(day), default));
            Found(outcome).SignerUnitId.ShouldBe(signer == "SNV" ? HomeAffairs : Province, day);
        }
    }

    [Fact]
    public void A_file_whose_rules_contradict_each_other_is_refused_by_name()
    {
        const string Yaml = """
            - instrument: Quyết định số 1/2026/QĐ-UBND
              from: 2026-01-01
              rules:
                - { article: Điều 1, action: retire, signer: itself, posts: [head] }
                - { article: Điều 2, category: civil-servant, signer: parent, posts: [head] }
            """;
        Should.Throw<FormatException>(() => AuthorityFile.Read(Yaml)).Message.ShouldSatisfyAllConditions(m => m.ShouldContain("Điều 1"), m => m.ShouldContain("Điều 2"));
        Should.Throw<FormatException>(() => AuthorityFile.Read(Yaml.Replace("article: Điều 2", "artikel: Điều 2")));
        Should.Throw<FormatException>(() => AuthorityFile.Read(Yaml.Replace("category: civil-servant", "level: King")));
    }

    [Fact]
    public void Specificity_prefers_the_rule_that_says_more_whatever_it_speaks_of()
    {
        new AuthorityKey("retire", null, LeadershipLevel.None, null, null, null).Specificity.ShouldBe(2);
        new AuthorityKey(null, null, null, null, null, null).Specificity.ShouldBe(0);
        new AuthorityKey("retire", null, null, null, null, null).Meets(new(null, "cadre", null, null, null, null)).ShouldBeTrue();
        new AuthorityKey("retire", null, null, null, null, null).Meets(new("recruit", "cadre", null, null, null, null)).ShouldBeFalse();
    }

    private static AuthorityRuleText Rule(AuthorityKey key, SignerKind signer, Guid? named = null, string article = "Điều 5") =>
        new(key, signer, named, [LeadershipPosts.Head, LeadershipPosts.Deputy], null, "Sở Nội vụ", "Quyết định số 36/2025/QĐ-UBND", article);

    private static Task<RuleEntry> TryAsync(PracticeOffice office, AuthorityRuleText text) =>
        office.AskAsync(s => s.GetRequiredService<AuthorityEditing>().EnterAsync(text, From, null, "Theo quy định phân cấp của tỉnh", default));

    private static async Task<Guid> EnterAsync(PracticeOffice office, AuthorityRuleText text) => (await TryAsync(office, text)).ShouldBeOfType<RuleEntry.Entered>().Id;

    private static Task<AuthorityOutcome> AskAsync(PracticeOffice office, string action, Guid unit, string? category = "civil-servant", string? rank = "01.003", string? on = null) =>
        office.AskAsync(async s => await s.GetRequiredService<AuthorityRules>().WhoSignsAsync(new(action, category, LeadershipLevel.None, rank, unit), on is null ? Today : Day(on), default));

    private static AuthorityAnswer Found(AuthorityOutcome outcome) => outcome.ShouldBeOfType<AuthorityOutcome.Found>().Answer;
}
