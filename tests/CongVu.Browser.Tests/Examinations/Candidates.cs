using System.Text;
using System.Text.Json;
using CongVu.Examinations.Room;
using CongVu.Examinations.Tests.Room;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests.Examinations;

/// <summary>What candidates write: the list, the answers they know, how they answer at a machine of the protocol and in a browser.</summary>
internal static class Candidates
{
    public const int Count = 30;
    public const string WithExtraTime = "Đặng Thị Yến";

    private static readonly string[] Surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ"], Given = ["An", "Bình", "Chi", "Dung", "Giang"];

    /// <summary>Right choices of the sample questions, as they are shown.</summary>
    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.Ordinal)
    {
        "Ctrl + S", "Ctrl + C", ".xlsx", "SUM", "https", "RAM", "Lừa đảo qua mạng", "Ai ký và văn bản có bị sửa sau khi ký không", "Ctrl + Z",
        "Quốc hội", "Hai cấp: tỉnh và xã", "Nghị định 30/2020/NĐ-CP", "Ngày 01/7/2025", "Quyết định", "Nghị định 170/2025/NĐ-CP", "Cử tri ở địa phương", "Tòa án nhân dân", "Chính phủ",
    };

    /// <summary>Twenty-nine invented people and one who needs more time.</summary>
    public static byte[] List()
    {
        var lines = new StringBuilder("Họ và tên;Ngày sinh;Số định danh;Đơn vị;Vị trí dự thi;Điểm ưu tiên;Lý do ưu tiên;Thêm giờ (%)\n");
        for (var i = 0; i < Count; i++)
        {
            var name = i == Count - 1 ? WithExtraTime : $"{Surnames[i / 5]} {(i % 2 == 0 ? "Văn" : "Thị")} {Given[i % 5]}";
            lines.Append($"{name};{i % 28 + 1:00}/0{i % 9 + 1}/199{i % 9};00109500{i + 100:0000};;{(i % 3 == 0 ? "Văn thư" : "Chuyên viên tổng hợp")};{(i == 4 ? "5" : "")};{(i == 4 ? "Con thương binh" : "")};{(i == Count - 1 ? "50" : "")}\n");
        }
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>Answers as many questions right as told, the others wrong, writes the essay and hands in.</summary>
    public static async Task SitAsync(Machine machine, int right, string essay)
    {
        var (status, paper) = await machine.PaperAsync();
        status.ShouldBe(200, paper.ToString());
        foreach (var question in paper.GetProperty("questions").EnumerateArray())
        {
            var part = question.GetProperty("parts")[0];
            var choices = part.GetProperty("choices").EnumerateArray().ToList();
            var isKnown = right-- > 0;
            var answer = choices.Count == 0 ? essay : choices.First(c => Known.Contains(c.GetProperty("text").GetString()!) == isKnown).GetProperty("id").GetString()!;
            if (choices.Count == 0) right++;
            machine.Log.Add(new Entry(machine.Log.Count + 1, 1000 + machine.Log.Count, EntryKinds.Answer, question.GetProperty("place").GetInt32(), JsonSerializer.Serialize(new Dictionary<string, string> { [part.GetProperty("id").GetString()!] = answer })));
        }
        await machine.SendAllAsync();
        (await machine.SealAsync()).Status.ShouldBe(200);
    }

    public static async Task EnterAsync(Window window, SeatCard card)
    {
        await window.GoAsync("/phong-thi");
        await window.Page.GetByLabel("Số báo danh").FillAsync(card.Number);
        await window.Page.GetByLabel("Mã vào phòng").FillAsync(card.Code);
        await window.PressAsync("Vào phòng thi");
    }

    /// <summary>Answers the questions from one place to another, all right.</summary>
    public static async Task AnswerAsync(Window window, int from, int to, string essay)
    {
        var page = window.Page;
        for (var place = from; place <= to; place++)
        {
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Câu {place}(,|$)") }).ClickAsync();
            await Assertions.Expect(page.Locator("#question h2")).ToContainTextAsync($"Câu {place} /");
            var choices = await page.Locator("#question label").AllInnerTextsAsync();
            if (await page.Locator("#question input[type=radio]").CountAsync() == 0) await page.Locator("#question textarea").FillAsync(essay);
            else await page.Locator("#question input[type=radio]").Nth(choices.ToList().FindIndex(c => Known.Any(k => c.TrimEnd().EndsWith(k, StringComparison.Ordinal)))).CheckAsync();
        }
    }

    public static async Task HandInAsync(Window window)
    {
        await window.PressAsync("Nộp bài");
        await window.PressAsync("Nộp bài và niêm phong");
        await Assertions.Expect(window.Heading.Filter(new() { Visible = true })).ToHaveTextAsync("Đã nộp bài");
    }
}
