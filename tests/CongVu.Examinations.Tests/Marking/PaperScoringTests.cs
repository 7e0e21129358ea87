using CongVu.Examinations.Results;

namespace CongVu.Examinations.Tests.Marking;

public sealed class PaperScoringTests
{
    [Theory]
    [InlineData("""{"RESPONSE":"\ud800"}""")]
    [InlineData("""{"RESPONSE":["A","\ud800"]}""")]
    [InlineData("""{"RESPONSE":[]}""")]
    [InlineData("""{"\udc00":"A"}""")]
    [InlineData("""{"RESPONSE":""")]
    [InlineData("""["A"]""")]
    [InlineData("""{"RESPONSE":"  "}""")]
    [InlineData(null)]
    public void What_is_no_text_counts_as_no_answer_and_stops_no_marking(string? body) => PaperScoring.Responses(body).ShouldBeEmpty();

    [Fact]
    public void What_is_an_answer_stays_one() => PaperScoring.Responses("""{"RESPONSE":"A","EMPTY":""}""").Keys.ShouldBe(["RESPONSE"]);
}
