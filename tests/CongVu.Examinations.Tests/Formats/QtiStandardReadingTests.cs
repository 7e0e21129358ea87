using CongVu.Examinations.Formats;

namespace CongVu.Examinations.Tests.Formats;

/// <summary>Shapes of the published example items that once came in wrong, or without a word about what was lost.</summary>
public sealed class QtiStandardReadingTests
{
    private const string OwnRules = "Quy tắc chấm riêng";

    private static string Item(string declarations, string body, string rules, string more = "") => $"""
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="cau" title="Câu" {more}>{declarations}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
        <outcomeDeclaration identifier="LOI" cardinality="multiple" baseType="identifier"/><itemBody>{body}</itemBody><responseProcessing>{rules}</responseProcessing></assessmentItem>
        """;

    private static string Response(string id, string cardinality, string keys, string mapping = "") => $"""
        <responseDeclaration identifier="{id}" cardinality="{cardinality}" baseType="identifier"><correctResponse>{string.Concat(keys.Split(' ').Select(k => $"<value>{k}</value>"))}</correctResponse>{mapping}</responseDeclaration>
        """;

    private static string Choice(string id, string more = "") => $"""
        <choiceInteraction responseIdentifier="{id}" maxChoices="0"><prompt>Chọn gì?</prompt><simpleChoice identifier="a">Một</simpleChoice><simpleChoice identifier="b">Hai</simpleChoice><simpleChoice identifier="c">Ba</simpleChoice></choiceInteraction>{more}
        """;

    private static string Set(string id, string value) => $"<setOutcomeValue identifier='{id}'>{value}</setOutcomeValue>";

    private static string Number(int value) => $"<baseValue baseType='float'>{value}</baseValue>";

    private const string IsRight = "<match><variable identifier='R'/><correct identifier='R'/></match>";

    private const string Map = "<mapping lowerBound='0' upperBound='5' defaultValue='0'><mapEntry mapKey='a' mappedValue='2'/><mapEntry mapKey='b' mappedValue='2'/><mapEntry mapKey='c' mappedValue='-2'/></mapping>";

    private static IEnumerable<string> Losses(ReadSet set)
    {
        set.Items.ShouldHaveSingleItem();
        return set.Losses.Select(l => l.What);
    }

    [Fact]
    public void Rules_that_only_choose_feedback_are_no_rules_of_their_own()
    {
        var set = Samples.Read("a.xml", Item(Response("R", "single", "a"), Choice("R"), $"""
            <responseCondition><responseIf><isNull><variable identifier="R"/></isNull>{Set("LOI", "<multiple><baseValue baseType='identifier'>trong</baseValue></multiple>")}</responseIf>
              <responseElseIf>{IsRight}{Set("SCORE", $"<sum><variable identifier='SCORE'/>{Number(1)}</sum>")}</responseElseIf>
              <responseElse>{Set("LOI", "<multiple><variable identifier='LOI'/><baseValue baseType='identifier'>sai</baseValue></multiple>")}</responseElse></responseCondition>
            <responseCondition><responseIf><member><baseValue baseType="identifier">sai</baseValue><variable identifier="LOI"/></member>{Set("LOI", "<null/>")}</responseIf></responseCondition>
            """));
        Losses(set).ShouldNotContain(l => l.Contains(OwnRules));
    }

    [Fact]
    public void A_condition_on_feedback_that_decides_the_score_is_a_rule_of_its_own()
    {
        var set = Samples.Read("a.xml", Item(Response("R", "single", "a"), Choice("R"), $"""
            <responseCondition><responseIf>{IsRight}{Set("LOI", "<multiple><baseValue baseType='identifier'>tot</baseValue></multiple>")}</responseIf></responseCondition>
            <responseCondition><responseIf><member><baseValue baseType="identifier">tot</baseValue><variable identifier="LOI"/></member>{Set("SCORE", Number(1))}</responseIf></responseCondition>
            """));
        Losses(set).ShouldContain(l => l.Contains(OwnRules));
    }

    [Fact]
    public void A_bonus_for_all_right_answers_is_told_though_every_rule_is_a_plain_one()
    {
        var with = Item(Response("R", "multiple", "a b", Map), Choice("R"), Set("SCORE", "<mapResponse identifier='R'/>") + $"<responseCondition><responseIf>{IsRight}{Set("SCORE", Number(5))}</responseIf></responseCondition>");
        Losses(Samples.Read("a.xml", with)).ShouldContain(l => l.Contains(OwnRules));
        var without = Item(Response("R", "multiple", "a b", Map), Choice("R"), Set("SCORE", "<mapResponse identifier='R'/>"));
        Losses(Samples.Read("a.xml", without)).ShouldBeEmpty();
    }

    [Fact]
    public void A_key_that_earns_nothing_and_a_key_that_no_choice_carries_are_told()
    {
        var set = Samples.Read("a.xml", Item(Response("R", "single", "d"), Choice("R"), Set("SCORE", "<mapResponse identifier='R'/>")));
        Losses(set).ShouldContain(l => l.Contains("không cho đáp án điểm nào"));
        Losses(set).ShouldContain(l => l.Contains("“d”") && l.Contains("không khớp"));
    }

    [Fact]
    public void A_pair_turned_round_is_told()
    {
        var item = Item(Response("R", "multiple", "a").Replace("baseType=\"identifier\"", "baseType=\"directedPair\"").Replace("<value>a</value>", "<value>y a</value>"),
            "<matchInteraction responseIdentifier='R' maxAssociations='1'><simpleMatchSet><simpleAssociableChoice identifier='a' matchMax='1'>Một</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier='y' matchMax='1'>Hai</simpleAssociableChoice></simpleMatchSet></matchInteraction>",
            $"<responseCondition><responseIf>{IsRight}{Set("SCORE", Number(1))}</responseIf></responseCondition>");
        Losses(Samples.Read("a.xml", item)).ShouldContain(l => l.Contains("“y a”"));
    }

    [Fact]
    public void A_question_whose_next_step_hides_in_feedback_is_refused()
    {
        var set = Samples.Read("a.xml", Item(Response("R", "single", "a") + Response("S", "single", "b"),
            Choice("R") + $"<feedbackBlock outcomeIdentifier='LOI' identifier='sau' showHide='show'>{Choice("S")}</feedbackBlock>", Set("SCORE", Number(1)), "adaptive='true'"));
        set.Items.ShouldBeEmpty();
        set.Unsupported.ShouldHaveSingleItem().Reason.ShouldContain("nhiều bước");
    }

    [Fact]
    public void Two_interactions_of_one_answer_are_refused()
    {
        var set = Samples.Read("a.xml", Item(Response("R", "single", "a"), Choice("R") + Choice("R"), Set("SCORE", Number(1))));
        set.Unsupported.ShouldHaveSingleItem().Reason.ShouldContain("“R”");
    }

    [Fact]
    public void What_stands_beside_a_question_is_named_for_what_it_is()
    {
        var set = Samples.Read("a.xml", Item(Response("R", "single", "a"),
            "<rubricBlock view='candidate'><contentBody><p>Đọc kỹ.</p></contentBody><catalogInfo><catalog id='c'><card support='x'>Lời đọc</card></catalog></catalogInfo></rubricBlock>" + Choice("R") + "<infoControl title='Gợi ý'>Nghĩ lại</infoControl>",
            $"<responseCondition><responseIf>{IsRight}{Set("SCORE", Number(1))}</responseIf></responseCondition>"));
        Losses(set).Count(l => l.Contains("catalogInfo") || l.Contains("infoControl")).ShouldBe(2);
        Losses(set).ShouldNotContain(l => l.StartsWith("Phản hồi"));
        set.Items[0].Stem.Text().ShouldBe("Đọc kỹ. Chọn gì?");
    }

    [Fact]
    public void Where_an_object_cannot_be_shown_its_inner_text_is()
    {
        var set = Samples.Read("a.xml", Item(Response("R", "single", "a"),
            "<div><object data='bai/doc.html' type='text/html'/></div><object data='anh.eps' type='image/eps'><object data='anh.png' type='image/png'><p>Bưu thiếp gửi bạn.</p></object></object>" + Choice("R"),
            $"<responseCondition><responseIf>{IsRight}{Set("SCORE", Number(1))}</responseIf></responseCondition>"));
        set.Items.ShouldHaveSingleItem().Stem.Text().ShouldBe("Bưu thiếp gửi bạn. Chọn gì?");
        foreach (var file in (string[])["bai/doc.html", "anh.eps", "anh.png"]) Losses(set).ShouldContain(l => l.Contains(file));
    }

    [Fact]
    public void Spots_on_a_picture_may_be_named_for_screen_readers_only()
    {
        var set = Samples.Read("a.xml", Item(Response("R", "ordered", "p q"), """
            <graphicOrderInteraction responseIdentifier="R"><prompt>Xếp</prompt><hotspotChoice identifier="p" shape="circle" coords="1,1,1" aria-label="Trạm Bắc"/><hotspotChoice identifier="q" shape="circle" coords="9,9,1"/></graphicOrderInteraction>
            """, $"<responseCondition><responseIf>{IsRight}{Set("SCORE", Number(1))}</responseIf></responseCondition>"));
        set.Items.ShouldHaveSingleItem().Parts[0].Choices.Select(c => c.Content.Text()).ShouldBe(["Trạm Bắc", "q"]);
    }

    [Fact]
    public void Other_number_bases_and_several_essay_boxes_are_told()
    {
        var set = Samples.Read("a.xml", Item("""
            <responseDeclaration identifier="N" cardinality="single" baseType="integer"><correctResponse><value>31</value></correctResponse></responseDeclaration><responseDeclaration identifier="E" cardinality="ordered" baseType="string"/>
            """, "<p><textEntryInteraction responseIdentifier='N' base='16'/></p><extendedTextInteraction responseIdentifier='E' maxStrings='2'/>",
            $"<responseCondition><responseIf><equal toleranceMode='exact'><variable identifier='N'/><correct identifier='N'/></equal>{Set("SCORE", Number(1))}</responseIf></responseCondition>"));
        Losses(set).ShouldContain(l => l.Contains("hệ 16"));
        Losses(set).ShouldContain(l => l.Contains("maxStrings"));
    }
}
