using System.Text;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Tests.Room;
using CongVu.Examinations.Tests.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Tests.Bank;

/// <summary>A decree entered into the register freezes the questions on the articles it names, and no others.</summary>
[Trait("Category", "Slow")]
public sealed class ArticleFreezeJourney(ExamHost host)
{
    private const string Target = "172/2025/NĐ-CP";

    [Fact]
    public async Task Only_questions_on_a_touched_article_or_on_the_whole_instrument_wait_for_their_author()
    {
        var subject = "Zl " + Guid.NewGuid().ToString("n")[..8];
        var (author, _, _) = await host.StaffAsync("Tác giả", Roles.UnitHr);
        var (reviewer, _, _) = await host.StaffAsync("Người thẩm định");
        var touched = await QuestionAsync(author, subject, "seven", "khoản 2 Điều 7 Nghị định 172/2025/NĐ-CP");
        var other = await QuestionAsync(author, subject, "nine", "172/2025/NĐ-CP, Điều 9");
        var whole = await QuestionAsync(author, subject, "whole", Target);
        // While it is a draft its author says anew what it rests on.
        var mended = await QuestionAsync(author, subject, "mended", Target);
        await author.OpenAsync(ExaminationLinks.Question(mended));
        await author.PressAsync("Ghi căn cứ", ("cited", "Điều bảy Nghị định 172/2025/NĐ-CP"));
        author.Text.ShouldContain("Không hiểu “Điều bảy”");
        await author.PressAsync("Ghi căn cứ", ("cited", "Điều 8 Nghị định 172/2025/NĐ-CP"));
        author.Text.ShouldContain("Căn cứ: Điều 8, Nghị định 172/2025/NĐ-CP");
        await author.OpenAsync(ExaminationLinks.Questions);
        await author.PressAsync("Gửi thẩm định 4 bản nháp");

        var number = $"{Random.Shared.Next(1000, 9999)}/2026/NĐ-CP";
        var (officer, _, _) = await host.StaffAsync("Pháp chế", Roles.LegalOfficer);
        var (leader, _, _) = await host.StaffAsync("Lãnh đạo", Roles.Signer);
        await officer.OpenAsync("/phap-luat/cap-nhat/moi");
        await officer.PressAsync("Lập hồ sơ", ("Title", "Sửa Điều 7 " + number));
        var change = officer.At;
        await officer.OpenAsync(change + "/van-ban");
        // In force for weeks when somebody enters it: who compared before could not know.
        (string, string)[] decree = [("Input.Number", number), ("Input.Title", "Sửa đổi quy định kỷ luật"), ("Input.Kind", "Decree"), ("Input.Issuer", "Chính phủ"), ("Input.Issued", "01/10/2026"), ("Input.InForce", "01/11/2026"), ("Input.Status", "TextRead"), ("Relations[0].Kind", "Amends"), ("Relations[0].Target", Target)];
        await officer.PressAsync("Lưu vào hồ sơ", [.. decree, ("Relations[0].Articles", "vài điều")]);
        officer.Text.ShouldContain("Không thấy điều nào trong “vài điều”");
        await officer.PressAsync("Lưu vào hồ sơ", [.. decree, ("Relations[0].Articles", "Điều 7, Điều 40")]);
        officer.Text.ShouldContain($"Sửa đổi, bổ sung {Target} (Điều 7, Điều 40)");

        await officer.PressAsync("Xem trước tác động của văn bản");
        var run = await FinishedAsync(officer);
        await officer.OpenAsync($"{run}?phan=exam-questions&q={Uri.EscapeDataString(subject)}");
        officer.Text.ShouldContain("Tác động của văn bản mới");
        officer.Text.ShouldContain("Câu seven");
        officer.Text.ShouldContain("Câu whole");
        officer.Text.ShouldNotContain("Câu nine");
        officer.Text.ShouldNotContain("Câu mended");
        officer.Text.ShouldNotContain("Bí mật");

        await reviewer.OpenAsync(ExaminationLinks.Question(touched));
        reviewer.Text.ShouldNotContain("Luật đã đổi");
        await officer.OpenAsync(change);
        await officer.PressAsync("Trình duyệt");
        await leader.OpenAsync(change);
        await leader.PressAsync("Duyệt, đưa vào áp dụng");
        leader.Text.ShouldContain("Đã duyệt.");

        var why = $"Điều 7, Điều 40 của Nghị định {Target} được sửa đổi, bổ sung bởi Nghị định {number} từ ngày 01/11/2026";
        foreach (var frozen in new[] { touched, whole })
        {
            await reviewer.OpenAsync(ExaminationLinks.Question(frozen));
            reviewer.Text.ShouldContain(why);
            await reviewer.PressAsync("Thẩm định đạt");
            reviewer.Text.ShouldContain("Câu hỏi bị tạm dừng vì luật đã đổi");
        }
        foreach (var standing in new[] { other, mended })
        {
            await reviewer.OpenAsync(ExaminationLinks.Question(standing));
            reviewer.Text.ShouldNotContain("Luật đã đổi");
            await reviewer.PressAsync("Thẩm định đạt");
            reviewer.Text.ShouldContain("Đã thẩm định đạt");
        }

        await author.OpenAsync(ExaminationLinks.Question(touched));
        author.Text.ShouldContain(why);
        await author.PressAsync("Đã rà lại theo luật mới", ("reason", "Quy định nay ở nghị định sửa đổi"), ("cited", $"Điều 1 Nghị định {number}"));
        await reviewer.OpenAsync(ExaminationLinks.Question(touched));
        reviewer.Text.ShouldNotContain("Luật đã đổi");
        reviewer.Text.ShouldContain($"Căn cứ: Điều 1, Nghị định {number}");
        await reviewer.PressAsync("Thẩm định đạt");
        reviewer.Text.ShouldContain("Đã thẩm định đạt");
    }

    private async Task<Guid> QuestionAsync(Staff author, string subject, string code, string cited)
    {
        await author.OpenAsync(ExaminationLinks.Import);
        await author.UploadAsync("Đọc tệp", "QuestionFile", "x.gift", Encoding.UTF8.GetBytes($"// [id:{code}]\n::{code}::Bí mật {code}? {{ =A ~B }}"), ("Subject", subject), ("LawCited", cited));
        await author.PressAsync("Nhập 1 câu vào ngân hàng");
        await using var scope = host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<BankItem>().AsNoTracking().SingleAsync(i => i.Subject == subject && i.Code == code)).Id;
    }

    private static async Task<string> FinishedAsync(Staff officer)
    {
        var run = Uri.UnescapeDataString(officer.At[(officer.At.IndexOf("ve=", StringComparison.Ordinal) + 3)..]);
        for (var tries = 0; tries < 200; tries++)
        {
            await officer.OpenAsync(run);
            if (!officer.Text.Contains("Đang tính cho toàn tỉnh", StringComparison.Ordinal)) return run;
            await Task.Delay(100);
        }
        throw new TimeoutException("The preview does not end.");
    }
}
