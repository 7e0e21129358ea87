using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Tests.Formats;

/// <summary>Shapes that other systems publish.</summary>
public sealed class QtiReadingTests
{
    public const string Choice21 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="luggage" title="Hành lý" adaptive="false" timeDependent="false">
          <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
            <correctResponse><value>ChoiceA</value></correctResponse>
          </responseDeclaration>
          <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
          <itemBody>
            <p>Nhìn biển báo:</p><p><img src="images/sign.png" alt="KHÔNG BỎ HÀNH LÝ"/></p>
            <choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
              <prompt>Biển nói gì?</prompt>
              <simpleChoice identifier="ChoiceA">Phải giữ hành lý.</simpleChoice>
              <simpleChoice identifier="ChoiceB">Bỏ <feedbackInline outcomeIdentifier="F" identifier="ChoiceB" showHide="show">Sai rồi</feedbackInline></simpleChoice>
              <simpleChoice identifier="ChoiceC">Gửi.</simpleChoice>
            </choiceInteraction>
          </itemBody>
          <responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
        </assessmentItem>
        """;

    [Fact]
    public void A_choice_of_qti_21_with_prompt_and_missing_picture()
    {
        var set = Samples.Read("choice.xml", Choice21);
        set.Format.ShouldBe("qti21");
        var item = set.Items.ShouldHaveSingleItem();
        (item.Id, item.Title, PartKinds.TypeOf(item)).ShouldBe(("luggage", "Hành lý", "single-choice"));
        item.Parts[0].Key.ShouldBe(["ChoiceA"]);
        item.Parts[0].Choices.Select(c => c.Id).ShouldBe(["ChoiceA", "ChoiceB", "ChoiceC"]);
        item.Stem.Text().ShouldBe("Nhìn biển báo: KHÔNG BỎ HÀNH LÝ Biển nói gì?");
        set.Losses.ShouldContain(l => l.Id == "luggage" && l.What.Contains("images/sign.png"));
    }

    [Fact]
    public void Qti_3_spells_names_with_a_prefix()
    {
        var set = Samples.Read("x.xml", """
            <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="multi" title="Nước" adaptive="false" time-dependent="false">
              <qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="identifier">
                <qti-correct-response><qti-value>H</qti-value><qti-value>O</qti-value></qti-correct-response>
                <qti-mapping lower-bound="0" upper-bound="2" default-value="-2"><qti-map-entry map-key="H" mapped-value="1"/><qti-map-entry map-key="O" mapped-value="1"/><qti-map-entry map-key="Cl" mapped-value="-1"/></qti-mapping>
              </qti-response-declaration>
              <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
              <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="0" shuffle="true"><qti-prompt>Nước gồm gì?</qti-prompt>
                <qti-simple-choice identifier="H">Hiđrô</qti-simple-choice><qti-simple-choice identifier="O">Ôxi</qti-simple-choice><qti-simple-choice identifier="Cl" fixed="true">Clo</qti-simple-choice>
              </qti-choice-interaction></qti-item-body>
              <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"/>
            </qti-assessment-item>
            """);
        set.Format.ShouldBe("qti3");
        var part = set.Items.ShouldHaveSingleItem().Parts[0];
        part.Kind.ShouldBe(PartKind.MultipleResponse);
        part.Key.ShouldBe(["H", "O"]);
        part.Points.ShouldBe(2);
        part.Scores.ShouldContain(new AnswerScore("Cl", -1));
        part.Choices[2].Fixed.ShouldBeTrue();
        set.Losses.ShouldContain(l => l.What.Contains("-2"));
    }

    [Theory]
    [InlineData("orderInteraction", "ordered", "identifier", "B A", "ordering", "B,A", "<simpleChoice identifier='A'>a</simpleChoice><simpleChoice identifier='B'>b</simpleChoice>")]
    [InlineData("associateInteraction", "multiple", "pair", "A B", "matching", "A B", "<simpleAssociableChoice identifier='A' matchMax='1'>a</simpleAssociableChoice><simpleAssociableChoice identifier='B' matchMax='1'>b</simpleAssociableChoice>", true)]
    [InlineData("matchInteraction", "multiple", "directedPair", "A X", "matching", "A X", "<simpleMatchSet><simpleAssociableChoice identifier='A' matchMax='1'>a</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier='X' matchMax='2'>x</simpleAssociableChoice></simpleMatchSet>", true)]
    [InlineData("gapMatchInteraction", "multiple", "directedPair", "W G1", "matching", "W G1", "<gapText identifier='W' matchMax='1'>gió</gapText><p>Mùa <gap identifier='G1'/> đến</p>", true)]
    [InlineData("hottextInteraction", "single", "identifier", "H1", "single-choice", "H1", "<p>Câu <hottext identifier='H1'>có</hottext> lỗi <hottext identifier='H2'>ở</hottext></p>")]
    [InlineData("extendedTextInteraction", "single", "string", "", "extended-text", "", "<prompt>Viết thư.</prompt>")]
    [InlineData("sliderInteraction", "single", "integer", "16", "gap-numeric", "16", "")]
    public void Every_interaction_has_its_kind_and_key(string interaction, string cardinality, string type, string key, string kind, string expected, string inner, bool isPair = false)
    {
        var values = key.Length == 0 ? [] : isPair ? [key] : key.Split(' ');
        var set = Samples.Read("x.xml", $"""
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i" title="t">
              <responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="{type}"><correctResponse>{string.Concat(values.Select(v => $"<value>{v}</value>"))}</correctResponse></responseDeclaration>
              <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
              <itemBody><p>Câu hỏi</p><{interaction} responseIdentifier="RESPONSE">{inner}</{interaction}></itemBody>
              <responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/match_correct.xml"/>
            </assessmentItem>
            """);
        set.Format.ShouldBe("qti22");
        set.Errors.ShouldBeEmpty();
        var item = set.Items.ShouldHaveSingleItem();
        PartKinds.TypeOf(item).ShouldBe(kind);
        string.Join(',', ReadSetJson.Key(item)).ShouldBe(expected);
    }

    [Fact]
    public void Several_interactions_keep_their_places_and_own_points()
    {
        var set = Samples.Read("x.xml", """
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="poem" title="Thơ">
              <responseDeclaration identifier="R1" cardinality="single" baseType="string"><correctResponse><value>trăng</value></correctResponse>
                <mapping defaultValue="0"><mapEntry mapKey="trăng" mappedValue="1"/><mapEntry mapKey="giăng" mappedValue="0.5"/></mapping></responseDeclaration>
              <responseDeclaration identifier="R2" cardinality="single" baseType="identifier"><correctResponse><value>B</value></correctResponse></responseDeclaration>
              <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
              <itemBody><p>Đầu giường ánh <textEntryInteraction responseIdentifier="R1" expectedLength="9"/> rọi, của
                <inlineChoiceInteraction responseIdentifier="R2" shuffle="true"><inlineChoice identifier="A">Đỗ Phủ</inlineChoice><inlineChoice identifier="B">Lý Bạch</inlineChoice></inlineChoiceInteraction>.</p></itemBody>
              <responseProcessing>
                <setOutcomeValue identifier="SCORE"><mapResponse identifier="R1"/></setOutcomeValue>
                <responseCondition><responseIf><match><variable identifier="R2"/><correct identifier="R2"/></match>
                  <setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">2</baseValue></sum></setOutcomeValue></responseIf></responseCondition>
              </responseProcessing>
            </assessmentItem>
            """);
        var item = set.Items.ShouldHaveSingleItem();
        PartKinds.TypeOf(item).ShouldBe("composite");
        item.Stem.Text().ShouldBe("Đầu giường ánh ____ rọi, của ____.");
        item.Parts.Select(p => p.Points).ShouldBe([1m, 2m]);
        item.Parts[0].Scores.ShouldBe([new AnswerScore("giăng", 0.5m)]);
        ReadSetJson.Key(item).ShouldBe(["trăng", "B"]);
        set.Losses.ShouldBeEmpty();
    }

    [Fact]
    public void Tolerance_written_in_the_rules_is_understood()
    {
        var set = Samples.Read("x.xml", """
            <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="pi" title="Pi">
              <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="float"><qti-correct-response><qti-value>3.14</qti-value></qti-correct-response></qti-response-declaration>
              <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
              <qti-item-body><p>Pi = <qti-text-entry-interaction response-identifier="RESPONSE"/></p></qti-item-body>
              <qti-response-processing><qti-response-condition><qti-response-if>
                <qti-equal tolerance-mode="absolute" tolerance="0.01 0.01"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal>
                <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition></qti-response-processing>
            </qti-assessment-item>
            """);
        set.Items.ShouldHaveSingleItem().Parts[0].Numbers.ShouldBe([new AcceptedNumber(3.14m, 0.01m)]);
        ReadSetJson.Key(set.Items[0]).ShouldBe(["3.14±0.01"]);
    }

    [Fact]
    public void A_package_is_read_by_its_manifest_with_shared_passage_and_pictures()
    {
        var item = Choice21.Replace("<itemBody>", "<itemBody>", StringComparison.Ordinal);
        var bytes = Samples.Zip(
            ("imsmanifest.xml", """
                <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><resources>
                  <resource identifier="T" type="imsqti_test_xmlv2p1" href="test.xml"/>
                  <resource identifier="I1" type="imsqti_item_xmlv2p1" href="items/a.xml"><file href="items/a.xml"/></resource>
                  <resource identifier="I2" type="imsqti_item_xmlv3p0" href="items/b.xml"/>
                  <resource identifier="I3" type="imsqti_item_xmlv2p1" href="items/missing.xml"/>
                  <resource identifier="I4" type="imsqti_item_xmlv2p1" href="items/broken.xml"/>
                </resources></manifest>
                """),
            ("test.xml", "<assessmentTest/>"),
            ("items/a.xml", item),
            ("items/images/sign.png", "không phải ảnh thật"),
            ("items/broken.xml", "<assessmentItem><p></assessmentItem>"),
            ("passages/p.xml", """<qti-assessment-stimulus xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="p" title="p"><qti-stimulus-body><p>Đêm không trăng.</p></qti-stimulus-body></qti-assessment-stimulus>"""),
            ("items/b.xml", """
                <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="night" title="Đêm">
                  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>t</qti-value></qti-correct-response></qti-response-declaration>
                  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
                  <qti-assessment-stimulus-ref identifier="p" href="../passages/p.xml"/>
                  <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Có trăng?</qti-prompt><qti-simple-choice identifier="t">Sai</qti-simple-choice><qti-simple-choice identifier="f">Đúng</qti-simple-choice></qti-choice-interaction></qti-item-body>
                  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct"/>
                </qti-assessment-item>
                """));
        var set = ItemFiles.Read("goi.zip", bytes);
        set.Found.ShouldBe(4);
        set.Items.Select(i => i.Id).ShouldBe(["luggage", "night"]);
        set.Items[0].Media.ShouldHaveSingleItem().Name.ShouldBe("sign.png");
        set.Items[1].Stem.Text().ShouldBe("Đêm không trăng. Có trăng?");
        PartKinds.TypeOf(set.Items[1]).ShouldBe("true-false");
        set.Errors.Select(e => e.Where).ShouldBe(["items/missing.xml", "items/broken.xml, dòng 1"]);
    }

    [Theory]
    [InlineData("customInteraction")]
    [InlineData("uploadInteraction")]
    [InlineData("drawingInteraction")]
    public void What_a_bank_cannot_hold_is_refused_with_a_reason(string interaction)
    {
        var set = Samples.Read("x.xml", $"""
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="u" title="t"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="file"/>
            <itemBody><{interaction} responseIdentifier="RESPONSE"/></itemBody></assessmentItem>
            """);
        set.Found.ShouldBe(1);
        set.Items.ShouldBeEmpty();
        set.Unsupported.ShouldHaveSingleItem().Reason.ShouldContain(interaction);
    }
}
