using System.Text.Json;
using System.Text.Json.Nodes;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Tests.Formats;

namespace CongVu.Examinations.Tests.Marking;

/// <summary>Responses scored by the rules of the file they belong to.</summary>
public sealed class ScoringTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("congvu-exam").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private const string Outcome = """<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>""";

    private JsonNode Score(string item, string responses)
    {
        var path = Path.Combine(_folder, "item.xml");
        File.WriteAllText(path, item);
        var (json, error) = ExamFiles.Score(path, responses);
        error.ShouldBeNull();
        return JsonNode.Parse(json!)!;
    }

    private static string Item(string declarations, string body, string rules) => $"""
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="t">{declarations}<itemBody>{body}</itemBody>{rules}</assessmentItem>
        """;

    private static string Template(string name) => $"""<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/{name}"/>""";

    [Theory]
    [InlineData("""{"luggage":{"RESPONSE":"ChoiceA"}}""", 1)]
    [InlineData("""{"luggage":{"RESPONSE":["ChoiceA"]}}""", 1)]
    [InlineData("""{"luggage":"ChoiceA"}""", 1)]
    [InlineData("""{"RESPONSE":"ChoiceA"}""", 1)]
    [InlineData("""{"RESPONSE":{"base":{"identifier":"ChoiceA"}}}""", 1)]
    [InlineData("""{"luggage":{"RESPONSE":"ChoiceB"}}""", 0)]
    [InlineData("""{"luggage":{}}""", 0)]
    public void Match_correct(string responses, double expected)
    {
        var answer = Score(QtiReadingTests.Choice21, responses);
        Item(answer)["score"]!.GetValue<double>().ShouldBe(expected);
        Item(answer)["maxScore"]!.GetValue<double>().ShouldBe(1);
        Item(answer)["outcomes"]!["SCORE"]!.GetValue<double>().ShouldBe(expected);
        answer["total"]!.GetValue<double>().ShouldBe(expected);
        answer["max"]!.GetValue<double>().ShouldBe(1);
    }

    [Theory]
    [InlineData("""["H","O"]""", 2)]
    [InlineData("""["H"]""", 1)]
    [InlineData("""["H","H"]""", 1)]
    [InlineData("""["H","Cl"]""", 0)]
    [InlineData("""["H","O","X"]""", 0)]
    [InlineData("null", 0)]
    public void Map_response_counts_each_answer_once_within_bounds(string response, double expected)
    {
        var item = Item($"""
            <responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier"><mapping lowerBound="0" upperBound="2" defaultValue="-2"><mapEntry mapKey="H" mappedValue="1"/><mapEntry mapKey="O" mappedValue="1"/><mapEntry mapKey="Cl" mappedValue="-1"/></mapping></responseDeclaration>{Outcome}
            """, "<choiceInteraction responseIdentifier='RESPONSE' maxChoices='0'/>", Template("map_response"));
        Item(Score(item, $"{{\"i\":{{\"RESPONSE\":{response}}}}}"))["score"]!.GetValue<double>().ShouldBe(expected);
        Item(Score(item, "{}"))["maxScore"]!.GetValue<double>().ShouldBe(2);
    }

    [Theory]
    [InlineData("circle", "100,100,10", "106 108", 1)]
    [InlineData("circle", "100,100,10", "108 108", 0)]
    [InlineData("rect", "10,10,20,20", "20 10", 1)]
    [InlineData("rect", "10,10,20,20", "21 10", 0)]
    [InlineData("poly", "0,0,10,0,0,10", "3 3", 1)]
    [InlineData("poly", "0,0,10,0,0,10", "5 5", 1)]
    [InlineData("poly", "0,0,10,0,0,10", "6 6", 0)]
    [InlineData("ellipse", "50,50,20,10", "69 50", 1)]
    [InlineData("ellipse", "50,50,20,10", "50 61", 0)]
    [InlineData("default", "", "9999 1", 1)]
    public void Map_response_point_knows_every_shape(string shape, string coords, string point, double expected)
    {
        var item = Item($"""
            <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="point"><areaMapping defaultValue="0"><areaMapEntry shape="{shape}" coords="{coords}" mappedValue="1"/></areaMapping></responseDeclaration>{Outcome}
            """, "<selectPointInteraction responseIdentifier='RESPONSE' maxChoices='1'/>", Template("map_response_point.xml"));
        Item(Score(item, $$"""{"RESPONSE":"{{point}}"}"""))["score"]!.GetValue<double>().ShouldBe(expected);
        var two = point.Split(' ');
        Item(Score(item, $$"""{"RESPONSE":[{{two[0]}},{{two[1]}}]}"""))["score"]!.GetValue<double>().ShouldBe(expected);
    }

    [Fact]
    public void Pairs_have_no_direction_unless_they_are_directed()
    {
        static string Of(string type) => Item($"""<responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="{type}"><correctResponse><value>A B</value><value>C D</value></correctResponse></responseDeclaration>{Outcome}""",
            "<associateInteraction responseIdentifier='RESPONSE'/>", Template("match_correct"));
        Item(Score(Of("pair"), """{"RESPONSE":["D C","A B"]}"""))["score"]!.GetValue<double>().ShouldBe(1);
        Item(Score(Of("directedPair"), """{"RESPONSE":["D C","A B"]}"""))["score"]!.GetValue<double>().ShouldBe(0);
        Item(Score(Of("directedPair"), """{"RESPONSE":[["C","D"],["A","B"]]}"""))["score"]!.GetValue<double>().ShouldBe(1);
    }

    [Fact]
    public void Order_counts_for_ordered_responses()
    {
        var item = Item($"""<responseDeclaration identifier="RESPONSE" cardinality="ordered" baseType="identifier"><correctResponse><value>C</value><value>A</value></correctResponse></responseDeclaration>{Outcome}""", "<orderInteraction responseIdentifier='RESPONSE'/>", Template("match_correct"));
        Item(Score(item, """{"RESPONSE":["C","A"]}"""))["score"]!.GetValue<double>().ShouldBe(1);
        Item(Score(item, """{"RESPONSE":["A","C"]}"""))["score"]!.GetValue<double>().ShouldBe(0);
    }

    [Theory]
    // Boolean logic with NULL, comparison, arithmetic.
    [InlineData("<sum><baseValue baseType='integer'>2</baseValue><baseValue baseType='float'>0.5</baseValue></sum>", 2.5)]
    [InlineData("<subtract><baseValue baseType='integer'>2</baseValue><baseValue baseType='integer'>5</baseValue></subtract>", -3)]
    [InlineData("<product><variable identifier='N'/><baseValue baseType='integer'>4</baseValue></product>", 12)]
    [InlineData("<divide><baseValue baseType='integer'>1</baseValue><baseValue baseType='integer'>4</baseValue></divide>", 0.25)]
    [InlineData("<power><baseValue baseType='integer'>2</baseValue><baseValue baseType='integer'>10</baseValue></power>", 1024)]
    [InlineData("<integerDivide><baseValue baseType='integer'>-7</baseValue><baseValue baseType='integer'>2</baseValue></integerDivide>", -4)]
    [InlineData("<integerModulus><baseValue baseType='integer'>-7</baseValue><baseValue baseType='integer'>2</baseValue></integerModulus>", 1)]
    [InlineData("<truncate><baseValue baseType='float'>-6.9</baseValue></truncate>", -6)]
    [InlineData("<round><baseValue baseType='float'>-6.5</baseValue></round>", -6)]
    [InlineData("<round><baseValue baseType='float'>6.5</baseValue></round>", 7)]
    [InlineData("<roundTo roundingMode='decimalPlaces' figures='2'><baseValue baseType='float'>1.005</baseValue></roundTo>", 1.01)]
    [InlineData("<roundTo roundingMode='significantFigures' figures='3'><baseValue baseType='float'>1239451</baseValue></roundTo>", 1240000)]
    [InlineData("<containerSize><variable identifier='LIST'/></containerSize>", 3)]
    [InlineData("<containerSize><delete><baseValue baseType='identifier'>b</baseValue><variable identifier='LIST'/></delete></containerSize>", 2)]
    [InlineData("<max><variable identifier='N'/><baseValue baseType='integer'>2</baseValue></max>", 3)]
    [InlineData("<mathOperator name='abs'><baseValue baseType='float'>-2.5</baseValue></mathOperator>", 2.5)]
    [InlineData("<gcd><baseValue baseType='integer'>12</baseValue><baseValue baseType='integer'>18</baseValue></gcd>", 6)]
    [InlineData("<statsOperator name='mean'><multiple><baseValue baseType='float'>1</baseValue><baseValue baseType='float'>2</baseValue></multiple></statsOperator>", 1.5)]
    public void Numbers_of_the_specification(string expression, double expected) =>
        Evaluate($"<setOutcomeValue identifier='SCORE'>{expression}</setOutcomeValue>")["score"]!.GetValue<double>().ShouldBe(expected);

    [Theory]
    [InlineData("<equal toleranceMode='exact'><variable identifier='N'/><baseValue baseType='integer'>3</baseValue></equal>", true)]
    [InlineData("<equal toleranceMode='absolute' tolerance='0.1 0.1'><baseValue baseType='float'>0.3</baseValue><baseValue baseType='float'>0.2</baseValue></equal>", true)]
    [InlineData("<equal toleranceMode='absolute' tolerance='0.1 0.1' includeLowerBound='false'><baseValue baseType='float'>0.3</baseValue><baseValue baseType='float'>0.2</baseValue></equal>", false)]
    [InlineData("<equal toleranceMode='relative' tolerance='5'><baseValue baseType='float'>100</baseValue><baseValue baseType='float'>95</baseValue></equal>", true)]
    [InlineData("<equal toleranceMode='relative' tolerance='5'><baseValue baseType='float'>100</baseValue><baseValue baseType='float'>94.9</baseValue></equal>", false)]
    [InlineData("<equalRounded roundingMode='significantFigures' figures='3'><baseValue baseType='float'>3.175</baseValue><baseValue baseType='float'>3.183</baseValue></equalRounded>", true)]
    [InlineData("<equalRounded roundingMode='significantFigures' figures='3'><baseValue baseType='float'>3.175</baseValue><baseValue baseType='float'>3.1749</baseValue></equalRounded>", false)]
    [InlineData("<stringMatch caseSensitive='false'><baseValue baseType='string'>HUẾ</baseValue><baseValue baseType='string'>huế</baseValue></stringMatch>", true)]
    [InlineData("<stringMatch caseSensitive='true'><baseValue baseType='string'>HUẾ</baseValue><baseValue baseType='string'>huế</baseValue></stringMatch>", false)]
    [InlineData("<substring caseSensitive='false'><baseValue baseType='string'>nội</baseValue><baseValue baseType='string'>Hà Nội</baseValue></substring>", true)]
    [InlineData("<patternMatch pattern='[0-9]{4}'><baseValue baseType='string'>1945</baseValue></patternMatch>", true)]
    [InlineData("<patternMatch pattern='[0-9]{4}'><baseValue baseType='string'>19450</baseValue></patternMatch>", false)]
    [InlineData("<member><baseValue baseType='identifier'>b</baseValue><variable identifier='LIST'/></member>", true)]
    [InlineData("<contains><variable identifier='LIST'/><multiple><baseValue baseType='identifier'>c</baseValue><baseValue baseType='identifier'>a</baseValue></multiple></contains>", true)]
    [InlineData("<match><index n='2'><variable identifier='SEQ'/></index><baseValue baseType='identifier'>y</baseValue></match>", true)]
    [InlineData("<isNull><variable identifier='EMPTY'/></isNull>", true)]
    [InlineData("<and><isNull><variable identifier='EMPTY'/></isNull><gt><variable identifier='N'/><baseValue baseType='integer'>2</baseValue></gt></and>", true)]
    [InlineData("<or><match><variable identifier='EMPTY'/><baseValue baseType='string'>x</baseValue></match><lte><variable identifier='N'/><baseValue baseType='integer'>3</baseValue></lte></or>", true)]
    [InlineData("<not><match><variable identifier='EMPTY'/><baseValue baseType='string'>x</baseValue></match></not>", false)]
    [InlineData("<anyN min='2' max='2'><isNull><variable identifier='EMPTY'/></isNull><isNull><variable identifier='N'/></isNull><gte><variable identifier='N'/><baseValue baseType='integer'>3</baseValue></gte></anyN>", true)]
    [InlineData("<inside shape='rect' coords='0,0,10,10'><baseValue baseType='point'>5 5</baseValue></inside>", true)]
    public void Conditions_of_the_specification(string condition, bool met) => Evaluate($"""
        <responseCondition><responseIf>{condition}<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf>
          <responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseElse></responseCondition>
        """)["score"]!.GetValue<double>().ShouldBe(met ? 1 : 0);

    [Fact]
    public void The_first_branch_that_holds_wins_and_exit_ends_the_rules()
    {
        static string Set(string value) => $"<setOutcomeValue identifier='SCORE'><baseValue baseType='float'>{value}</baseValue></setOutcomeValue>";
        Evaluate($"""
            <responseCondition><responseIf><isNull><variable identifier="N"/></isNull>{Set("9")}</responseIf>
              <responseElseIf><gt><variable identifier="N"/><baseValue baseType="integer">2</baseValue></gt>{Set("2")}<exitResponse/></responseElseIf>
              <responseElse>{Set("8")}</responseElse></responseCondition>{Set("7")}
            """)["score"]!.GetValue<double>().ShouldBe(2);
    }

    [Fact]
    public void Tables_turn_numbers_into_outcomes()
    {
        var item = Item("""
            <responseDeclaration identifier="N" cardinality="single" baseType="integer"/>
            <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><interpolationTable defaultValue="0"><interpolationTableEntry sourceValue="8" targetValue="10"/><interpolationTableEntry sourceValue="5" includeBoundary="false" targetValue="5"/></interpolationTable></outcomeDeclaration>
            """, "<textEntryInteraction responseIdentifier='N'/>", "<responseProcessing><lookupOutcomeValue identifier='SCORE'><variable identifier='N'/></lookupOutcomeValue></responseProcessing>");
        Item(Score(item, """{"N":8}"""))["score"]!.GetValue<double>().ShouldBe(10);
        Item(Score(item, """{"N":6}"""))["score"]!.GetValue<double>().ShouldBe(5);
        Item(Score(item, """{"N":5}"""))["score"]!.GetValue<double>().ShouldBe(0);
    }

    [Theory]
    [InlineData("<setOutcomeValue identifier='SCORE'><randomInteger min='1' max='5'/></setOutcomeValue>", "ngẫu nhiên")]
    [InlineData("<setOutcomeValue identifier='SCORE'><customOperator class='vn.x'/></setOutcomeValue>", "vn.x")]
    [InlineData("<setOutcomeValue identifier='SCORE'><nothingKnown/></setOutcomeValue>", "nothingKnown")]
    [InlineData("<setOutcomeValue identifier='SCORE'><variable identifier='NOWHERE'/></setOutcomeValue>", "NOWHERE")]
    [InlineData("<setOutcomeValue identifier='SCORE'><correct identifier='N'/></setOutcomeValue>", "correctResponse")]
    [InlineData("<unheardOf/>", "unheardOf")]
    public void What_cannot_be_computed_is_an_error_and_no_score(string rules, string says)
    {
        var item = Evaluate(rules);
        item["score"].ShouldBeNull();
        item["errors"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain(says);
    }

    [Theory]
    [InlineData("""{"i":{"N":"ba"}}""", "ba")]
    [InlineData("""{"i":{"M":1}}""", "M")]
    public void A_response_that_does_not_fit_is_an_error(string responses, string says) =>
        Item(Score(Variables("<responseProcessing><setOutcomeValue identifier='SCORE'><variable identifier='N'/></setOutcomeValue></responseProcessing>"), responses))["errors"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain(says);

    [Fact]
    public void Rules_of_qti_3_and_a_template_inside_the_package()
    {
        var path = Path.Combine(_folder, "goi.zip");
        File.WriteAllBytes(path, Samples.Zip(
            ("imsmanifest.xml", """<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"><resources><resource identifier="R1" type="imsqti_item_xmlv3p0" href="a/i.xml"/></resources></manifest>"""),
            ("rptemplates/half.xml", """<qti-response-processing xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"><qti-response-condition><qti-response-if><qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">0.5</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition></qti-response-processing>"""),
            ("a/i.xml", """
                <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="half" title="t">
                  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="boolean"><qti-correct-response><qti-value>true</qti-value></qti-correct-response></qti-response-declaration>
                  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
                  <qti-item-body><p/></qti-item-body><qti-response-processing template="../rptemplates/half.xml"/>
                </qti-assessment-item>
                """)));
        var (json, _) = ExamFiles.Score(path, """[{"half":{"RESPONSE":true}},{"R1":{"RESPONSE":false}}]""");
        var sets = JsonNode.Parse(json!)!.AsArray();
        sets.Select(s => s!["total"]!.GetValue<double>()).ShouldBe([0.5, 0]);
        sets[0]!["max"]!.GetValue<double>().ShouldBe(0.5);
    }

    [Fact]
    public void A_template_is_scored_with_the_values_the_engine_drew()
    {
        var item = Item($"""
            <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="integer"/>{Outcome}<templateDeclaration identifier="A" cardinality="single" baseType="integer"/>
            """, "<p><printedVariable identifier='A'/> + 1 = <textEntryInteraction responseIdentifier='RESPONSE'/></p>",
            "<templateProcessing><setTemplateValue identifier='A'><randomInteger min='1' max='9'/></setTemplateValue><setCorrectResponse identifier='RESPONSE'><sum><variable identifier='A'/><baseValue baseType='integer'>1</baseValue></sum></setCorrectResponse></templateProcessing>" + Template("match_correct"));
        Item(Score(item, """{"RESPONSE":5,"A":4}"""))["score"]!.GetValue<double>().ShouldBe(1);
        Item(Score(item, """{"RESPONSE":5}"""))["score"].ShouldBeNull();
    }

    [Fact]
    public void A_template_that_chooses_its_key_is_scored_too()
    {
        var item = Item($"""
            <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>{Outcome}<templateDeclaration identifier="i" cardinality="single" baseType="integer"/><templateDeclaration identifier="N" cardinality="single" baseType="integer"/>
            """, "<p><inlineChoiceInteraction responseIdentifier='RESPONSE'/></p>", """
            <templateProcessing><setTemplateValue identifier="i"><randomInteger min="1" max="2"/></setTemplateValue>
              <setTemplateValue identifier="N"><index n="i"><ordered><baseValue baseType="integer">3</baseValue><baseValue baseType="integer">8</baseValue></ordered></index></setTemplateValue>
              <templateCondition><templateIf><equal toleranceMode="exact"><variable identifier="N"/><baseValue baseType="integer">3</baseValue></equal><setCorrectResponse identifier="RESPONSE"><baseValue baseType="identifier">odd</baseValue></setCorrectResponse></templateIf>
                <templateElse><setCorrectResponse identifier="RESPONSE"><baseValue baseType="identifier">even</baseValue></setCorrectResponse></templateElse></templateCondition></templateProcessing>
            """ + Template("match_correct"));
        Item(Score(item, """{"RESPONSE":"even","i":2}"""))["score"]!.GetValue<double>().ShouldBe(1);
        Item(Score(item, """{"RESPONSE":"even","i":1}"""))["score"]!.GetValue<double>().ShouldBe(0);
        Item(Score(item, """{"RESPONSE":"even"}"""))["errors"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("ngẫu nhiên");
    }

    [Fact]
    public void A_button_for_a_hint_has_no_right_answer_and_the_maximum_is_known()
    {
        var item = Item($"""
            <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>C</value></correctResponse></responseDeclaration>
            <responseDeclaration identifier="HINT" cardinality="single" baseType="boolean"/>{Outcome}
            """, "<choiceInteraction responseIdentifier='RESPONSE' maxChoices='1'/><p><endAttemptInteraction responseIdentifier='HINT' title='?'/></p>", """
            <responseProcessing><responseCondition><responseIf><variable identifier="HINT"/><exitResponse/></responseIf><responseElseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
              <setOutcomeValue identifier="SCORE"><baseValue baseType="float">2</baseValue></setOutcomeValue></responseElseIf></responseCondition></responseProcessing>
            """);
        var answer = Item(Score(item, """{"i":{"RESPONSE":"C"}}"""));
        (answer["score"]!.GetValue<double>(), answer["maxScore"]!.GetValue<double>()).ShouldBe((2, 2));
        Item(Score(item, """{"i":{"RESPONSE":"C","HINT":true}}"""))["score"]!.GetValue<double>().ShouldBe(0);
    }

    [Fact]
    public void A_bare_item_finds_its_passage_in_the_folder_next_to_it_but_no_other_file()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "items"));
        Directory.CreateDirectory(Path.Combine(_folder, "passages"));
        File.WriteAllText(Path.Combine(_folder, "passages", "p.xml"), "<assessmentStimulus><stimulusBody><p>Đoạn đọc.</p></stimulusBody></assessmentStimulus>");
        File.WriteAllText(Path.Combine(_folder, "passages", "khoa.key"), "bí mật");
        var path = Path.Combine(_folder, "items", "i.xml");
        File.WriteAllText(path, QtiReadingTests.Choice21.Replace("<itemBody>", "<assessmentStimulusRef href='../passages/p.xml'/><itemBody><img src='../passages/khoa.key' alt=''/>"));
        var set = ItemFiles.ReadPath(path);
        set.Items.ShouldHaveSingleItem().Stem.Text().ShouldStartWith("Đoạn đọc.");
        set.Items[0].Media.ShouldBeEmpty();
    }

    [Fact]
    public void Files_that_are_no_qti_are_scored_by_their_own_key()
    {
        var path = Path.Combine(_folder, "x.gift");
        File.WriteAllText(path, "::a:: Một? {=đúng ~sai}\n\n::b:: Hai {~%50%A ~%50%B ~%-100%C}\n\n::c:: Ba {#10:1}\n\n::d:: Viết {}");
        var answer = JsonNode.Parse(ExamFiles.Score(path, """{"Q1":"A","Q2":["A"],"Q3":10.5,"Q9":"A"}""").Json!)!;
        answer["items"]!.AsArray().Select(i => i!["score"]?.GetValue<double>()).ShouldBe([1, 0.5, 1, null]);
        answer["errors"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("Q9");
    }

    [Fact]
    public void The_key_of_every_kind_earns_all_points_in_what_we_write()
    {
        foreach (var item in Samples.All().Where(i => i.Id != "es"))
        {
            var path = Path.Combine(_folder, item.Id + ".zip");
            File.WriteAllBytes(path, ItemExport.Write([item], "qti3", new ExportAccount()).Bytes);
            var responses = item.Parts.ToDictionary(p => p.Id, p => (object)(p.Numbers.Count > 0 ? p.Numbers[0].Value : p.Key.Count > 1 && p.Kind is not CongVu.Examinations.Items.PartKind.GapText || p.Kind == CongVu.Examinations.Items.PartKind.Matching ? p.Key : p.Key[0]));
            var answer = Item(JsonNode.Parse(ExamFiles.Score(path, JsonSerializer.Serialize(responses)).Json!)!);
            answer["errors"]!.AsArray().ShouldBeEmpty(item.Id);
            answer["score"]!.GetValue<double>().ShouldBe((double)item.Points, item.Id);
            answer["maxScore"]!.GetValue<double>().ShouldBe((double)item.Points, item.Id);
        }
    }

    private static JsonNode Item(JsonNode answer) => answer["items"]!.AsArray().ShouldHaveSingleItem()!;

    private JsonNode Evaluate(string rules) => Item(Score(Variables($"<responseProcessing>{rules}</responseProcessing>"), """{"i":{"N":3,"LIST":["a","b","c"],"SEQ":["x","y"]}}"""));

    private static string Variables(string rules) => Item($"""
        <responseDeclaration identifier="N" cardinality="single" baseType="integer"/><responseDeclaration identifier="LIST" cardinality="multiple" baseType="identifier"/>
        <responseDeclaration identifier="SEQ" cardinality="ordered" baseType="identifier"/><responseDeclaration identifier="EMPTY" cardinality="single" baseType="string"/>{Outcome}
        """, "<p>x</p>", rules);
}
