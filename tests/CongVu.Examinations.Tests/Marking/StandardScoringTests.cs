using System.Text.Json.Nodes;
using CongVu.Examinations.Contracts;

namespace CongVu.Examinations.Tests.Marking;

/// <summary>What the standard demands in the corners that published example items show.</summary>
public sealed class StandardScoringTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("congvu-exam").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private const string Score = """<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>""";

    private JsonNode Answer(string item, string responses)
    {
        var path = Path.Combine(_folder, "item.xml");
        File.WriteAllText(path, item);
        return JsonNode.Parse(ExamFiles.Score(path, responses).Json!)!["items"]!.AsArray().ShouldHaveSingleItem()!;
    }

    private double? Points(string item, string responses) => Answer(item, responses)["score"]?.GetValue<double>();

    private static string Item(string declarations, string rules) => $"""
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="i" title="t">{declarations}<itemBody><p>x</p></itemBody>{rules}</assessmentItem>
        """;

    private static string Rules(string rules) => $"<responseProcessing>{rules}</responseProcessing>";

    private static string Text(string id, string key = "") => $"""<responseDeclaration identifier="{id}" cardinality="single" baseType="identifier"><correctResponse><value>{key}</value></correctResponse></responseDeclaration>""";

    [Fact]
    public void A_random_number_spoils_only_what_hangs_on_it()
    {
        var item = Item($"""
            {Text("CUA", "a")}{Score}<outcomeDeclaration identifier="MO" cardinality="single" baseType="identifier"/><outcomeDeclaration identifier="GHI" cardinality="single" baseType="identifier"/>
            <templateDeclaration identifier="N" cardinality="single" baseType="integer"/>
            <templateProcessing><setTemplateValue identifier="N"><randomInteger min="1" max="9"/></setTemplateValue></templateProcessing>
            """, Rules("""
            <setOutcomeValue identifier="MO"><random><multiple><baseValue baseType="identifier">b</baseValue><baseValue baseType="identifier">c</baseValue></multiple></random></setOutcomeValue>
            <responseCondition><responseIf><gt><variable identifier="N"/><baseValue baseType="integer">4</baseValue></gt><setOutcomeValue identifier="GHI"><baseValue baseType="identifier">lon</baseValue></setOutcomeValue></responseIf>
              <responseElse><setOutcomeValue identifier="completionStatus"><baseValue baseType="identifier">completed</baseValue></setOutcomeValue></responseElse></responseCondition>
            <responseCondition><responseIf><match><variable identifier="CUA"/><correct identifier="CUA"/></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">4</baseValue></setOutcomeValue></responseIf></responseCondition>
            """));
        var answer = Answer(item, """{"CUA":"a"}""");
        answer["errors"]!.AsArray().ShouldBeEmpty();
        answer["score"]!.GetValue<double>().ShouldBe(4);
        (answer["outcomes"]!["MO"], answer["outcomes"]!["GHI"]).ShouldBe((null, null));
        Answer(item, """{"CUA":"a","N":7}""")["outcomes"]!["GHI"]!.GetValue<string>().ShouldBe("lon");
    }

    [Theory]
    [InlineData("<setOutcomeValue identifier='SCORE'><sum><variable identifier='N'/><baseValue baseType='float'>1</baseValue></sum></setOutcomeValue>")]
    [InlineData("<responseCondition><responseIf><gt><variable identifier='N'/><baseValue baseType='integer'>4</baseValue></gt></responseIf><responseElse><setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue></setOutcomeValue></responseElse></responseCondition>")]
    [InlineData("<responseCondition><responseIf><gt><variable identifier='N'/><baseValue baseType='integer'>4</baseValue></gt><exitResponse/></responseIf></responseCondition><setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue></setOutcomeValue>")]
    [InlineData("<responseCondition><responseIf><match><variable identifier='R'/><correct identifier='R'/></match><setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue></setOutcomeValue></responseIf></responseCondition>")]
    public void A_score_that_hangs_on_a_random_number_is_never_guessed(string rules)
    {
        var answer = Answer(Item($"""
            {Text("R", "a")}{Score}<templateDeclaration identifier="N" cardinality="single" baseType="integer"/>
            <templateProcessing><setTemplateValue identifier="N"><randomInteger min="1" max="9"/></setTemplateValue>
              <templateCondition><templateIf><lt><variable identifier="N"/><baseValue baseType="integer">5</baseValue></lt><setCorrectResponse identifier="R"><baseValue baseType="identifier">b</baseValue></setCorrectResponse></templateIf></templateCondition></templateProcessing>
            """, Rules(rules)), """{"R":"b"}""");
        answer["score"].ShouldBeNull();
        answer["errors"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("ngẫu nhiên");
    }

    [Theory]
    [InlineData("""{"R":"x","N":2}""", 2)]
    [InlineData("""{"N":3}""", 3)]
    public void A_template_may_set_what_a_variable_begins_with(string responses, double expected) => Points(Item($"""
        {Text("R")}{Score}<templateDeclaration identifier="N" cardinality="single" baseType="integer"/>
        <templateProcessing><setDefaultValue identifier="SCORE"><variable identifier="N"/></setDefaultValue></templateProcessing>
        """, Rules("<setOutcomeValue identifier='SCORE'><default identifier='SCORE'/></setOutcomeValue>")), responses).ShouldBe(expected);

    [Theory]
    [InlineData("null", -1)]
    [InlineData("[\"a\"]", 1)]
    [InlineData("[\"a\",\"z\"]", 0)]
    [InlineData("[\"z\"]", -1)]
    public void No_answer_maps_to_the_default_of_the_table(string response, double expected) => Points(Item($"""
        <responseDeclaration identifier="R" cardinality="multiple" baseType="identifier"><mapping lowerBound="-1" defaultValue="-1"><mapEntry mapKey="a" mappedValue="1"/></mapping></responseDeclaration>{Score}
        """, Rules("<setOutcomeValue identifier='SCORE'><mapResponse identifier='R'/></setOutcomeValue>")), $$"""{"R":{{response}}}""").ShouldBe(expected);

    [Theory]
    [InlineData("{}", -2)]
    [InlineData("""{"R":""}""", -2)]
    [InlineData("""{"R":"huế"}""", 1)]
    [InlineData("""{"R":"hue\u0302\u0301"}""", 1)]
    [InlineData("""{"R":"Vinh"}""", 0)]
    public void An_empty_text_has_an_entry_of_its_own_and_letters_match_however_they_are_composed(string responses, double expected) => Points(Item($"""
        <responseDeclaration identifier="R" cardinality="single" baseType="string"><mapping defaultValue="0"><mapEntry mapKey="" mappedValue="-2"/><mapEntry mapKey="Huế" mappedValue="1" caseSensitive="0"/></mapping></responseDeclaration>{Score}
        """, Rules("<setOutcomeValue identifier='SCORE'><mapResponse identifier='R'/></setOutcomeValue>")), responses).ShouldBe(expected);

    [Fact]
    public void A_click_that_misses_or_is_not_made_gets_the_default_of_the_areas()
    {
        var item = Item($"""
            <responseDeclaration identifier="R" cardinality="single" baseType="point"><areaMapping defaultValue="-5"><areaMapEntry shape="rect" coords="0,0,10,10" mappedValue="1"/><areaMapEntry shape="rect" coords="5,5,20,20" mappedValue="3"/></areaMapping></responseDeclaration>{Score}
            """, Rules("<setOutcomeValue identifier='SCORE'><mapResponsePoint identifier='R'/></setOutcomeValue>"));
        ((string[])["{}", """{"R":"21 3"}""", """{"R":"7 7"}""", """{"R":"11 11"}"""]).Select(r => Points(item, r)).ShouldBe([-5, -5, 1, 3]);
    }

    [Theory]
    [InlineData("0.1235", 4, 4, null)]
    [InlineData("-0,5", null, null, null)]
    [InlineData("1.20e-3", 5, 3, -3)]
    [InlineData("1200", 0, 4, null)]
    [InlineData("1.2e5", 0, 2, 5)]
    [InlineData("nhiều", null, null, null)]
    public void A_typed_number_becomes_a_record_that_tells_its_precision(string typed, int? places, int? figures, int? exponent)
    {
        var outcomes = Answer(Item($"""
            <responseDeclaration identifier="R" cardinality="record"/>{Score}<outcomeDeclaration identifier="COPY" cardinality="record"/>
            """, Rules("<setOutcomeValue identifier='COPY'><variable identifier='R'/></setOutcomeValue>")), $$"""{"R":"{{typed}}"}""")["outcomes"]!["COPY"]!;
        outcomes["stringValue"]!.GetValue<string>().ShouldBe(typed);
        ((int?)outcomes["ndp"], (int?)outcomes["nsf"], (int?)outcomes["exponent"]).ShouldBe((places, figures, exponent));
    }

    [Theory]
    [InlineData("""{"R":"3.14"}""", 1)]
    [InlineData("""{"R":3.1}""", 0)]
    [InlineData("{}", 0)]
    public void Precision_of_a_typed_number_can_earn_points(string responses, double expected) => Points(Item($"""
        <responseDeclaration identifier="R" cardinality="record"/>{Score}
        """, Rules("""
        <responseCondition><responseIf><isNull><variable identifier="R"/></isNull></responseIf>
          <responseElseIf><and><equalRounded roundingMode="decimalPlaces" figures="2"><fieldValue fieldIdentifier="floatValue"><variable identifier="R"/></fieldValue><mathConstant name="pi"/></equalRounded>
            <gte><fieldValue fieldIdentifier="ndp"><variable identifier="R"/></fieldValue><baseValue baseType="integer">2</baseValue></gte></and>
            <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseElseIf></responseCondition>
        """)), responses).ShouldBe(expected);

    [Theory]
    [InlineData("""{"R":"a"}""", 3)]
    [InlineData("""{"R":"a","numAttempts":2}""", 1)]
    [InlineData("""{"R":"a","numAttempts":1,"duration":90}""", 2)]
    public void The_engine_may_tell_attempts_and_time(string responses, double expected) => Points($"""
        <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="t" time-dependent="true">
          <qti-response-declaration identifier="R" cardinality="single" base-type="identifier"/><qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
          <qti-item-body><p>x</p></qti-item-body>
          <qti-response-processing><qti-response-condition>
            <qti-response-if><qti-gt><qti-variable identifier="numAttempts"/><qti-base-value base-type="integer">1</qti-base-value></qti-gt><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value></qti-response-if>
            <qti-response-else-if><qti-duration-gte><qti-variable identifier="duration"/><qti-base-value base-type="duration">60</qti-base-value></qti-duration-gte><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">2</qti-base-value></qti-set-outcome-value></qti-response-else-if>
            <qti-response-else><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">3</qti-base-value></qti-set-outcome-value></qti-response-else>
          </qti-response-condition></qti-response-processing>
        </qti-assessment-item>
        """, responses).ShouldBe(expected);

    [Theory]
    [InlineData("CC2_match", """{"RESPONSE":"đúng"}""", 100, "đúng")]
    [InlineData("CC2_match", """{"RESPONSE":"sai"}""", 0, "sai")]
    [InlineData("CC2_map_response", """{"RESPONSE":"đúng"}""", 100, "correct")]
    [InlineData("CC2_map_response", "{}", 0, "incorrect")]
    public void Templates_of_common_cartridges_give_the_declared_maximum(string template, string responses, double expected, string feedback)
    {
        var answer = Answer(Item($"""
            <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>đúng</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="đúng" mappedValue="100"/></mapping></responseDeclaration>{Score}
            <outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/><outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"><defaultValue><value>100</value></defaultValue></outcomeDeclaration>
            """, $"""<responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/{template}"/>"""), responses);
        (answer["score"]!.GetValue<double>(), answer["maxScore"]!.GetValue<double>(), answer["outcomes"]!["FEEDBACK"]!.GetValue<string>()).ShouldBe((expected, 100, feedback));
    }

    [Theory]
    [InlineData("SCORE0", 2.0)]
    [InlineData("ITEMSCORE", 2.0)]
    [InlineData("MAXSCORE1", null)]
    [InlineData("MEAN", null)]
    public void The_only_score_of_an_item_is_its_score_whatever_its_number(string name, double? expected) => Points(Item($"""
        {Text("R")}<outcomeDeclaration identifier="{name}" cardinality="single" baseType="float"/>
        """, Rules($"<setOutcomeValue identifier='{name}'><baseValue baseType='float'>2</baseValue></setOutcomeValue>")), """{"R":"a"}""").ShouldBe(expected);

    [Fact]
    public void Repeating_less_than_once_is_no_value() => Points(Item(Text("R") + Score,
        Rules("<responseCondition><responseIf><isNull><repeat numberRepeats='0'><baseValue baseType='integer'>1</baseValue></repeat></isNull><setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue></setOutcomeValue></responseIf></responseCondition>")),
        "{}").ShouldBe(1);
}
