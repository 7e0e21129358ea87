using System.Net;
using System.Text;
using CongVu.Examinations.Data;
using CongVu.Examinations.Tests.Room;
using CongVu.Examinations.Tests.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Examinations.Tests.Practice;

/// <summary>Officials practise with a bank of its own: from the file to the marked paper, and nothing of it in any examination.</summary>
public sealed class PracticeJourney(ExamHost host)
{
    private const string File = """
        Mã;Loại;Chủ đề;Câu hỏi;A;B;C;D;Đáp án;Điểm;Giải thích
        {0}1;Một lựa chọn;Chung;Ngày đầu tiên có được tính vào thời hạn không?;Có;Không;;;B;1;Giải thích kín {0}
        {0}2;Nhiều lựa chọn;Chung;Văn bản nào là luật?;Bộ luật Dân sự;Tờ trình;Luật Cán bộ, công chức;;A, C;1;
        {0}3;Sắp thứ tự;Chung;Sắp các bước.;Ký;Soạn;Phát hành;;B, A, C;1;
        {0}4;Ghép đôi;Chung;Ghép chữ viết tắt.;Quyết định -> QĐ;Tờ trình -> TTr;;;;1;
        {0}5;Điền số;Chung;Một nửa viết bằng số thập phân?;;;;;0,5;1;
        {0}6;Tự luận;Chung;Trình bày.;;;;;;10;
        """;

    [Fact]
    public async Task An_official_draws_a_paper_keeps_it_goes_on_and_sees_what_was_right_and_by_which_law()
    {
        var (subject, prefix) = ("Zp " + Guid.NewGuid().ToString("n")[..8], Guid.NewGuid().ToString("n")[..6].ToUpperInvariant());
        var (officer, _, _) = await host.StaffAsync("Người soạn");
        var (approver, _, _) = await host.StaffAsync("Người duyệt", Roles.Signer);
        await officer.OpenAsync("/thi/ngan-hang/nhap");
        officer.Text.ShouldContain("không bao giờ ra trong đề thi");
        await officer.UploadAsync("Đọc tệp", "QuestionFile", "on.csv", Encoding.UTF8.GetBytes(string.Format(null, File, prefix)), ("Subject", subject), ("IsPractice", "true"), ("LawCited", "91/2015/QH13"));
        officer.Text.ShouldContain("ngân hàng ôn tập");
        await officer.PressAsync("Nhập 6 câu vào ngân hàng");
        officer.Text.ShouldContain($"{prefix}6 (bài ôn tập chấm trên máy nên không nhận câu tự luận)");
        await ApproveAsync(subject);

        await officer.OpenAsync($"/thi/ma-tran/sua?on-tap=true&mon={Uri.EscapeDataString(subject)}");
        await officer.PressAsync("Lưu ma trận đề", ("Name", "Ôn tập " + subject), ("Topic", ""), ("Level", "0"), ("Count", "5"), ("Points", "2"));
        await approver.OpenAsync(officer.At);
        await approver.PressAsync("Duyệt ma trận đề");
        // Examinations know nothing of it.
        await officer.OpenAsync("/thi/ma-tran/sua");
        officer.Page.QuerySelectorAll("option").ShouldNotContain(o => o.TextContent.Contains(subject, StringComparison.Ordinal));

        var (official, stranger) = (await OfficialAsync(), await OfficialAsync());
        await official.OpenAsync("/on-tap");
        await official.PressAsync($"Rút đề, làm bài Ôn tập {subject}");
        var paper = official.At;
        official.Text.ShouldContain("Chưa lưu lần nào");
        official.Page.DocumentElement.OuterHtml.ShouldNotContain("Giải thích kín");
        await official.OpenAsync("/on-tap");
        official.Text.ShouldContain("Làm tiếp bài đang dở");
        await official.OpenAsync(paper);

        await official.PressAsync("Lưu, làm tiếp sau", [.. Answers(official)]);
        official.Text.ShouldContain("Đã lưu bài ôn tập");
        official.Page.QuerySelectorAll("input:checked").Length.ShouldBe(1 + 2 + 2, "what was chosen stands there again");
        official.Page.QuerySelectorAll("select option[selected]").Select(o => o.TextContent).Order().ShouldBe(["1", "2", "3"]);
        await stranger.OpenAsync(paper);
        stranger.Status.ShouldBe(HttpStatusCode.NotFound);
        await official.OpenAsync(paper);
        await official.PressAsync("Nộp bài, xem điểm", [.. Answers(official)]);
        official.Text.ShouldContain("Đã nộp và chấm bài ôn tập");
        // Four of five right, two points each; the order was wrong.
        Tile(official, "Điểm").ShouldBe("8 trên 10");
        Tile(official, "Câu đúng").ShouldBe("4 trên 5");
        official.Text.ShouldContain("Giải thích kín " + prefix);
        official.Page.QuerySelectorAll("a[href='/phap-luat/van-ban/91/2015/QH13']").Length.ShouldBe(5);
        official.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Nộp bài", StringComparison.Ordinal));
        await official.OpenAsync("/on-tap");
        official.Text.ShouldContain("8/10");
        await stranger.OpenAsync("/on-tap");
        stranger.Text.ShouldNotContain("8/10");
        await using var scope = host.Services.CreateAsyncScope();
        (await (from s in scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<ItemStatistic>() join i in scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<BankItem>() on s.ItemId equals i.Id where i.Subject == subject select s).AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_database_keeps_practice_and_examinations_apart()
    {
        var (practice, real) = ("Zq " + Guid.NewGuid().ToString("n")[..8], "Zr " + Guid.NewGuid().ToString("n")[..8]);
        await host.BankAsync(practice, 1, practice: true);
        await host.BankAsync(real, 1);
        var day = await host.PlanAsync();
        await using var source = NpgsqlDataSource.Create(host.ConnectionString);
        async Task<string> RefusedAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            return (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).MessageText;
        }
        (await RefusedAsync($"insert into examinations.sitting_item(sitting_id, item_id, item_version) select '{day.Sitting}', id, 1 from examinations.bank_item where subject = '{practice}'")).ShouldContain("nothing of the practice bank");
        (await RefusedAsync($"update examinations.bank_item set is_practice = false where subject = '{practice}'")).ShouldContain("stays so");
        (await RefusedAsync($"update examinations.bank_item set is_practice = true where subject = '{real}'")).ShouldContain("stays so");
        (await RefusedAsync($"""
            with b as (insert into examinations.blueprint(id, name, subject, cells, state, author_id, approver_id, created_at, is_practice) values (gen_random_uuid(), 'x', 'x', '[]', 'Approved', '{day.Invigilator}', '{day.Second}', now(), true) returning id),
              p as (insert into examinations.practice_paper(id, account_id, blueprint_id, started_at, max_hundredths) select gen_random_uuid(), '{day.Invigilator}', b.id, now(), 100 from b returning id)
            insert into examinations.practice_question(paper_id, place, item_id, item_version, points_hundredths) select p.id, 1, i.id, 1, 100 from p, examinations.bank_item i where i.subject = '{real}'
            """)).ShouldContain("never practised with");
    }

    private static string Tile(Staff official, string label) => official.Page.QuerySelectorAll(".cv-tile").Single(t => t.QuerySelector(".cv-tile-label")!.TextContent.Trim() == label).QuerySelector(".cv-tile-value")!.TextContent.Trim();

    // What the page asks, answered right but for the order; by the words of the question, since every paper is shuffled.
    private static List<(string, string)> Answers(Staff official)
    {
        List<(string, string)> answers = [];
        foreach (var card in official.Page.QuerySelectorAll("section.cv-card"))
        {
            void Tick(string words)
            {
                var line = card.QuerySelectorAll(".cv-check-line").Single(l => l.QuerySelector("label")!.TextContent.EndsWith(words, StringComparison.Ordinal)).QuerySelector("input")!;
                answers.Add((line.GetAttribute("name")!, line.GetAttribute("value")!));
            }
            if (card.TextContent.Contains("Ngày đầu tiên", StringComparison.Ordinal)) Tick("Không");
            else if (card.TextContent.Contains("là luật", StringComparison.Ordinal)) { Tick("Bộ luật Dân sự"); Tick("Luật Cán bộ, công chức"); }
            else if (card.TextContent.Contains("Một nửa", StringComparison.Ordinal)) answers.Add((card.QuerySelector("input[type=text]")!.GetAttribute("name")!, "0,5"));
            else if (card.TextContent.Contains("chữ viết tắt", StringComparison.Ordinal))
            {
                var letters = card.QuerySelectorAll("ol > li").Select(l => l.TextContent.Trim()).ToList();
                foreach (var (left, right) in new[] { ("Quyết định", "QĐ"), ("Tờ trình", "TTr") })
                {
                    var box = card.QuerySelectorAll("fieldset").Single(f => f.QuerySelector("legend")!.TextContent.Contains(left, StringComparison.Ordinal)).QuerySelectorAll("input").ElementAt(letters.IndexOf(right));
                    answers.Add((box.GetAttribute("name")!, box.GetAttribute("value")!));
                }
            }
            else
            {
                string[] places = ["Phát hành", "Ký", "Soạn"];
                foreach (var row in card.QuerySelectorAll(".cv-form-row")) answers.Add((row.QuerySelector("select")!.GetAttribute("name")!, $"{Array.IndexOf(places, row.QuerySelector("label")!.TextContent.Trim()) + 1}"));
            }
        }
        return answers;
    }

    private async Task<Staff> OfficialAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        var account = new Account { UserName = Guid.NewGuid().ToString("n"), DisplayName = "Công chức", UnitLabel = "Sở", PersonId = Guid.CreateVersion7(), PasswordHash = "-" };
        db.Add(account);
        await db.SaveChangesAsync();
        return new Staff(await host.BrowserAsync(account.Id));
    }

    private async Task ApproveAsync(string subject)
    {
        var (reviewer, approver) = (await host.AccountAsync("Thẩm định"), await host.AccountAsync("Duyệt"));
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<BankItem>().Where(i => i.Subject == subject).ExecuteUpdateAsync(u => u.SetProperty(i => i.ReviewerId, reviewer).SetProperty(i => i.ApproverId, approver).SetProperty(i => i.State, BankState.Approved));
    }
}
