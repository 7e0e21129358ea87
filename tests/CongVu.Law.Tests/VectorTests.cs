using CongVu.Law.Vectors;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

public class VectorTests
{
    private static readonly VectorRunner Runner = new(Book);

    [Fact]
    public void Every_vector_of_the_project_passes()
    {
        var report = Runner.Run(Path.Combine(LawFolder.Find(), "vectors"));

        var text = new StringWriter();
        report.WriteTo(text);
        report.Failed.ShouldBe(0, text.ToString());
        report.Passed.ShouldBeGreaterThanOrEqualTo(150);
        text.ToString().TrimEnd().Split('\n')[^1].ShouldBe($"{report.Passed} passed, 0 failed, 0 skipped");
    }

    [Fact]
    public void Every_area_has_vectors_and_every_vector_cites_an_instrument_of_the_register()
    {
        var folder = Path.Combine(LawFolder.Find(), "vectors");
        Runner.Run(folder).Results.Select(r => r.Area).Distinct().Order().ShouldBe(Runner.Areas);
        foreach (var line in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).SelectMany(File.ReadLines).Where(l => l.Contains("source:")))
        {
            Book.Instruments.Keys.ShouldContain(line.Split("instrument: ")[1].Split(',')[0]);
        }
    }

    [Fact]
    public void A_wrong_figure_fails_and_says_both()
    {
        var result = One("""
            - name: wrong
              area: pay.base-salary
              date: 2026-07-01
              expect: { amount: 2530001 }
            """);

        result.Outcome.ShouldBe(VectorOutcome.Failed);
        result.Message.ShouldBe("amount: cần 2530001, tính được 2530000");
        result.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("an unknown area", "area: pay.unknown, date: 2026-07-01, expect: { amount: 1 }", "pay.unknown")]
    [InlineData("an unknown input key", "area: pay.base-salary, date: 2026-07-01, input: { year: 2026 }, expect: { amount: 2530000 }", "year")]
    [InlineData("an unknown expected key", "area: pay.base-salary, date: 2026-07-01, expect: { sum: 2530000 }", "sum")]
    [InlineData("an unknown case key", "area: pay.base-salary, date: 2026-07-01, expect: { amount: 2530000 }, skip: true", "skip")]
    [InlineData("a missing input key", "area: pay.step-coefficient, date: 2026-07-01, input: { category: cong-chuc, table: A1 }, expect: { coefficient: 2.34 }", "step")]
    [InlineData("an ill-typed input", "area: pay.step-coefficient, date: 2026-07-01, input: { category: cong-chuc, table: A1, step: first }, expect: { coefficient: 2.34 }", "step")]
    [InlineData("an unknown category", "area: pay.step-coefficient, date: 2026-07-01, input: { category: robot, table: A1, step: 1 }, expect: { coefficient: 2.34 }", "robot")]
    [InlineData("a missing date", "area: pay.base-salary, expect: { amount: 2530000 }", "date")]
    [InlineData("an impossible date", "area: pay.base-salary, date: 2026-02-30, expect: { amount: 2530000 }", "2026-02-30")]
    [InlineData("no expectation", "area: pay.base-salary, date: 2026-07-01", "expect")]
    [InlineData("an empty expectation", "area: pay.base-salary, date: 2026-07-01, expect: {}", "expect")]
    [InlineData("a value where a refusal was asked", "area: pay.base-salary, date: 2026-07-01, expect: { error: outside-coverage }", "error")]
    [InlineData("a refusal where a value was asked", "area: pay.base-salary, date: 2000-01-01, expect: { amount: 1 }", "outside-coverage")]
    [InlineData("an unknown form of discipline", "area: pay.next-step-date, date: 2026-07-01, input: { category: cong-chuc, table: A1, step: 1, since: 2024-01-01, disciplines: [{ form: scolding, date: 2025-01-01 }] }, expect: { date: 2027-01-01 }", "scolding")]
    [InlineData("a refusal of unreadable input is not a refusal by law", "area: pay.step-coefficient, date: 2026-07-01, input: { category: cong-chuc, table: A1, step: x }, expect: { error: invalid-case }", "step")]
    public void What_cannot_be_judged_is_a_failure_never_skipped(string name, string body, string told)
    {
        var result = One($"- {{ name: {name}, {body} }}");

        result.Outcome.ShouldBe(VectorOutcome.Failed);
        result.Message!.ShouldContain(told);
    }

    [Theory]
    [InlineData("not a list: true", "danh sách")]
    [InlineData("- name: [", "YAML")]
    [InlineData("- { name: a, name: b }", "bị lặp")]
    [InlineData("- 5", "khóa")]
    public void A_file_that_is_no_list_of_cases_fails_as_a_whole(string file, string told) => One(file).Message!.ShouldContain(told);

    [Fact]
    public void Numbers_compare_as_numbers_and_sexes_and_categories_have_several_spellings()
    {
        Passes("area: pay.step-coefficient, date: 2026-07-01, input: { category: civil-servant, table: A3.1, step: 6 }, expect: { coefficient: 8 }");
        Passes("area: retirement.age, date: 2026-07-01, input: { sex: nữ, birth: 1969-05-01 }, expect: { years: 57 }");
        Passes("area: pay.over-scale, date: 2025-01-01, input: { table: A1, lastStepSince: 2022-01-01 }, expect: { percent: 5.0 }");
    }

    [Theory]
    [InlineData("sex: male, birth: 1955-06-10", "60", "2015-07-01")]
    [InlineData("sex: male, birth: 1964-10-10", "61", "2026-05-01")]
    public void Without_a_day_the_retirement_law_is_that_of_the_time_of_retirement(string input, string years, string pensionFrom) =>
        Passes($"area: retirement.age, input: {{ {input} }}, expect: {{ years: {years}, pensionFrom: {pensionFrom} }}");

    [Fact]
    public void A_question_put_as_JSON_is_answered_with_its_explanation()
    {
        var answer = Runner.Answer("pay.monthly", Day("2026-07-01"), """{"category":"cong-chuc","table":"A2.1","step":3,"postCoefficient":"0.50"}""");

        answer.Explanation.Value.AsMoney.ShouldBe(17_646_750);
        Should.Throw<UnreadableInputException>(() => Runner.Answer("pay.monthly", Day("2026-07-01"), "[]"));
        Runner.Answer("pay.base-salary", Day("2026-07-01"), "").Explanation.Value.AsMoney.ShouldBe(2_530_000);
    }

    [Fact]
    public void The_report_as_JSON_counts_and_lists()
    {
        var json = new VectorReport([new("a.yaml", 3, "tên", "pay.base-salary", VectorOutcome.Failed, "sai")]).ToJson();

        json.ShouldContain("\"failed\":1");
        json.ShouldContain("\"outcome\":\"failed\"");
        json.ShouldContain("tên");
    }

    private static void Passes(string body)
    {
        var result = One($"- {{ name: thử, {body} }}");
        result.Outcome.ShouldBe(VectorOutcome.Passed, result.Message);
    }

    private static VectorResult One(string yaml)
    {
        using var folder = new ScratchFolder();
        folder.Write("cases.yaml", yaml);
        return Runner.Run(folder.Path).Results.ShouldHaveSingleItem();
    }
}
