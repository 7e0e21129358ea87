using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Explained;

namespace CongVu.Platform.Tests.Printing;

/// <summary>An explained calculation on paper.</summary>
public sealed class ExplanationDocxTests
{
    private static readonly Explanation Pay = new MonthlyPay(LawBook.Load(), new DateOnly(2026, 7, 1)).Explain(new PayHolding(StaffCategory.CivilServant, "A2.1", 3, default, new Coefficient(50)) { StepDecision = "Quyết định 12/QĐ-SNV ngày 02/01/2025" });

    [Fact]
    public void The_paper_is_valid_and_says_every_figure_with_its_formula_fact_and_article()
    {
        var bytes = ExplanationDocx.Write(Paper());
        using var docx = new OpenedDocx(bytes);

        docx.Faults().ShouldBeEmpty();
        var text = string.Join('\n', docx.Lines);
        foreach (var said in new[] { "17.646.750 đ", "12.852.400 đ", "3.529.350 đ", "Hệ số 5,08 × mức lương cơ sở", "Quyết định 12/QĐ-SNV ngày 02/01/2025", "161/2026/NĐ-CP", "Giải trình tiền lương tháng 07/2026 của ông Nguyễn Văn An" })
            text.ShouldContain(said);
        ExplanationDocx.Write(Paper()).ShouldBe(bytes);
    }

    [Fact]
    public void Steps_are_numbered_and_figures_nobody_compared_with_the_text_are_marked()
    {
        var table = ExplanationAnnex.Table([("Tháng 07/2026", Pay)]);

        var numbers = table.Rows.OfType<PrintRow.Cells>().Select(r => r.Texts[0].ToString()).ToList();
        numbers.ShouldBe(["1", "1.1", "1.2", "1.3"]);
        var unread = Pay.AllParameters.Any(p => p.Status != VerificationStatus.TextRead);
        table.Rows.OfType<PrintRow.Cells>().Any(r => r.Texts[4].ToString().Contains('[')).ShouldBe(unread);
    }

    private static ExplanationPaper Paper() => new()
    {
        ParentAgency = "Ủy ban nhân dân tỉnh Tân Giang", Agency = "Sở Nội vụ", Symbol = "SNV", Place = "Tân Giang", Day = new DateOnly(2026, 11, 27), SignedBy = "GIÁM ĐỐC",
        Subject = "Giải trình tiền lương tháng 07/2026 của ông Nguyễn Văn An", Words = ["Sở Nội vụ giải trình tiền lương."], Calculations = [("", Pay)],
    };
}
