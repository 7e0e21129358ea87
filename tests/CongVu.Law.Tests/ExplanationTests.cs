using System.Text.Json;
using CongVu.Law.Pay;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

public class ExplanationTests
{
    [Fact]
    public void An_explanation_read_back_from_JSON_says_the_same()
    {
        var told = new RegularStepRaise(Book, Day("2026-11-21")).Explain(new StepHolding(StaffCategory.CivilServant, "A1", 3, Day("2023-09-01"))
        {
            Disciplines = [new(DisciplineForm.Reprimand, Day("2025-05-10"), "Quyết định số 77/QĐ-SNV")],
        });

        var json = told.ToJson();

        Explanation.FromJson(json).ToJson().ShouldBe(json);
        json.ShouldContain("Quyết định số 77/QĐ-SNV");
        json.ShouldContain("\"status\":\"text-read\"");
    }

    [Fact]
    public void Every_kind_of_value_keeps_its_kind_and_reads_in_Vietnamese()
    {
        (ExplainedValue Value, string Printed)[] values =
        [
            (ExplainedValue.Money(17_646_750), "17.646.750 đ"),
            (ExplainedValue.Coefficient(new Coefficient(508)), "5,08"),
            (ExplainedValue.Percent(new Percent(250)), "2,5%"),
            (ExplainedValue.Date(Day("2027-03-01")), "01/03/2027"),
            (ExplainedValue.Months(42), "3 năm 6 tháng"),
            (ExplainedValue.Integer(4), "4"),
            (ExplainedValue.Text("Đã hưởng bậc lương cuối cùng"), "Đã hưởng bậc lương cuối cùng"),
        ];
        foreach (var (value, printed) in values)
        {
            var again = Explanation.FromJson(new Explanation("Thử", value).ToJson()).Value;
            again.ShouldBe(value);
            again.ToString().ShouldBe(printed);
        }
    }

    [Fact]
    public void JSON_written_by_a_later_version_is_still_read()
    {
        var read = Explanation.FromJson("""{"label":"Thử","value":{"kind":"money","value":5,"currency":"VND"},"chart":{"x":1},"inputs":[]}""");

        read.Value.AsMoney.ShouldBe(5);
        read.Children.ShouldBeEmpty();
        Should.Throw<JsonException>(() => Explanation.FromJson("""{"label":"Thử","value":{"kind":"colour","value":5}}"""));
    }

    [Fact]
    public void It_knows_whether_it_rests_on_figures_nobody_has_read_in_the_norm()
    {
        var read = new Explanation("Thử", ExplainedValue.Integer(1)) { Parameters = [Figure(VerificationStatus.TextRead, null)] };

        read.RestsOnUnreadText.ShouldBeFalse();
        new Explanation("Cha", ExplainedValue.Integer(1)) { Children = [read, read with { Parameters = [Figure(VerificationStatus.Recalled, Confidence.Medium)] }] }
            .RestsOnUnreadText.ShouldBeTrue();
        Figure(VerificationStatus.Recalled, Confidence.Medium).Verification.ToString().ShouldBe("chưa đối chiếu văn bản, độ tin cậy trung bình");
    }

    private static ExplainedParameter Figure(VerificationStatus status, Confidence? confidence) =>
        new("pay.rate", "Tỷ lệ", ExplainedValue.Integer(1), Day("2020-01-01"), "1/2020/NĐ-CP", "Điều 1, Nghị định 1/2020/NĐ-CP", status, confidence);
}
