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
            (ExplainedValue.Months(42), "42 tháng"),
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

    [Fact]
    public void As_plain_text_it_reads_like_a_page_of_arithmetic() =>
        new RegularStepRaise(Book, Day("2026-11-21")).Explain(new StepHolding(StaffCategory.PublicEmployee, "B", 3, Day("2024-02-29")) { NotCompletedYears = [2020] })
            .ToText().ShouldBe("""
                Ngày đủ thời gian nâng bậc lương thường xuyên: 28/02/2026
                  = Ngày bắt đầu tính thời gian giữ bậc + thời gian giữ bậc + thời gian không được tính + thời gian kéo dài
                  - Đối tượng: viên chức (Hồ sơ: quá trình công tác)
                  - Bảng lương: B (Loại B) (Hồ sơ: ngạch, bậc lương)
                  - Bậc hiện giữ: 3 (Hồ sơ: ngạch, bậc lương)
                  - Tính nâng bậc lần sau từ ngày: 29/02/2024 (Hồ sơ: ngạch, bậc lương)
                  ! Không hoàn thành nhiệm vụ năm 2020: không kéo dài lần nâng bậc này vì nằm ngoài thời gian giữ bậc.
                  - Chế độ áp dụng: Nâng bậc lương thường xuyên theo Thông tư 08/2013/TT-BNV, sửa đổi bởi Thông tư 03/2021/TT-BNV
                  Thời gian giữ bậc: 24 tháng
                    - Thời gian giữ bậc để nâng bậc lương thường xuyên: 24 tháng (Điều 1 khoản 2, Thông tư 03/2021/TT-BNV; đã đọc văn bản)
                  Hệ số lương bậc 4: 2,46
                    = Hệ số bậc 3 (2,26) + khoảng cách giữa hai bậc (0,20)
                    - Bảng lương chuyên môn, nghiệp vụ đối với viên chức (Bảng 3): B: 1,86–4,06, 12 bậc, mỗi bậc cách 0,20 (Bảng 3, Nghị định 204/2004/NĐ-CP; chưa đối chiếu văn bản, độ tin cậy cao)
                """);

    private static ExplainedParameter Figure(VerificationStatus status, Confidence? confidence) =>
        new("pay.rate", "Tỷ lệ", ExplainedValue.Integer(1), Day("2020-01-01"), "1/2020/NĐ-CP", "Điều 1, Nghị định 1/2020/NĐ-CP", status, confidence);
}
