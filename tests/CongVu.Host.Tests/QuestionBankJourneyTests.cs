using System.Net;
using System.Text;

namespace CongVu.Host.Tests;

/// <summary>A question paper comes in, is shown with what failed, and goes through the hands of three people who see no more than is theirs.</summary>
public class QuestionBankJourneyTests(RunningHost host)
{
    private static string Paper(string word) => $"""
        Câu 1. Cơ quan nào bầu {word}?
        *A. Quốc hội
        B. Chính phủ
        Câu 2. Không có đáp án
        A. một
        B. hai
        """;

    [Fact]
    public async Task From_a_file_to_an_approved_question()
    {
        var subject = "Môn thử " + Guid.NewGuid().ToString("n")[..8];
        using var author = await host.VisitAsync("hr.sxd");
        await author.OpenAsync("/thi/ngan-hang/nhap");
        await author.PressWithFileAsync("Đọc tệp", "QuestionFile", "de.txt", Encoding.UTF8.GetBytes(Paper("Chủ tịch nước")), ("Subject", subject), ("Level", "2"));
        author.Heading.ShouldBe("Xem trước khi nhập");
        author.Text.ShouldContain("Không thấy đáp án");
        author.Text.ShouldContain("Cơ quan nào bầu Chủ tịch nước?");
        var pending = author.At;

        using var reviewer = await host.VisitAsync("snv");
        await reviewer.OpenAsync(pending);
        reviewer.Status.ShouldBe(HttpStatusCode.NotFound);

        await author.PressAsync("Nhập 1 câu vào ngân hàng");
        author.At.ShouldBe("/thi/cau-hoi");
        author.Text.ShouldContain("Đã nhập 1 câu mới.");
        var question = Link(author, subject);

        await reviewer.OpenAsync(question);
        reviewer.Status.ShouldBe(HttpStatusCode.NotFound);
        await author.OpenAsync(question);
        author.Text.ShouldContain("Đáp án: A");
        await author.PressAsync("Gửi thẩm định");

        await reviewer.OpenAsync("/thi/cau-hoi?muc=cho-toi");
        await reviewer.OpenAsync(Link(reviewer, subject));
        await reviewer.PressAsync("Thẩm định đạt");
        reviewer.Text.ShouldContain("chờ người khác duyệt");
        await reviewer.OpenAsync(question);
        reviewer.Status.ShouldBe(HttpStatusCode.NotFound);

        using var approver = await host.VisitAsync(Signer);
        await approver.OpenAsync(question);
        await approver.PressAsync("Duyệt vào ngân hàng");
        approver.Text.ShouldContain("Đã duyệt vào ngân hàng.");
        await approver.OpenAsync(question);
        approver.Status.ShouldBe(HttpStatusCode.NotFound);
        await approver.OpenAsync("/thi/ngan-hang");
        approver.Text.ShouldContain(subject);
        approver.Text.ShouldNotContain("Cơ quan nào bầu Chủ tịch nước");
    }

    [Fact]
    public async Task A_wrong_form_keeps_what_was_typed_and_scripts_in_a_file_never_reach_a_page()
    {
        using var author = await host.VisitAsync("hr.sxd");
        await author.OpenAsync("/thi/ngan-hang/nhap");
        await author.PressAsync("Đọc tệp", ("Subject", "Môn đã gõ"), ("LawCited", "170/2025/NĐ-CP"));
        author.Text.ShouldContain("Chọn tệp câu hỏi.");
        author.Page.QuerySelectorAll("input").ShouldContain(i => i.GetAttribute("value") == "Môn đã gõ");

        const string Hostile = "<quiz><question type=\"multichoice\"><name><text>&lt;img src=x onerror=alert(1)&gt;</text></name><questiontext format=\"html\"><text><![CDATA[<p onclick=\"x()\">Chào<script>alert(2)</script><iframe src=\"//x\"></iframe></p>]]></text></questiontext><single>true</single><answer fraction=\"100\"><text>a</text></answer><answer fraction=\"0\"><text>b</text></answer></question></quiz>";
        await author.PressWithFileAsync("Đọc tệp", "QuestionFile", "x.xml", Encoding.UTF8.GetBytes(Hostile), ("Subject", "Môn " + Guid.NewGuid()), ("LawCited", ""));
        author.Heading.ShouldBe("Xem trước khi nhập");
        author.Page.QuerySelectorAll("[onclick], [onerror], iframe").ShouldBeEmpty();
        author.Page.QuerySelectorAll("script").ShouldAllBe(s => s.HasAttribute("src"));
        author.Text.ShouldContain("Chào");
    }

    private const string Signer = "gd.sxd";

    private static string Link(Visitor visitor, string subject) =>
        visitor.Page.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(subject, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
}
