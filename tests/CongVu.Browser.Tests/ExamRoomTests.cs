using System.Net;
using CongVu.Examinations.Items;
using CongVu.Examinations.Room;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests;

/// <summary>A candidate loses the network, reloads, comes back, changes the machine and hands in: nothing is lost, and everything can be done with the keyboard.</summary>
public sealed class ExamRoomTests(RunningProvince province)
{
    [Fact]
    public async Task A_candidate_outlives_a_cut_a_reload_and_a_change_of_machine()
    {
        var day = await ExamDay.PlanAsync(province.Services, province.Address, items: Items());
        await using var first = await province.OpenAsync();
        await EnterAsync(first, day);
        await Assertions.Expect(first.Main).ToContainTextAsync("Chờ giám thị kiểm tra giấy tờ");
        await CleanAsync(first);
        await day.StartAsync();
        async Task<bool> HasAnswerAsync() => (await day.EntriesAsync()).Any(e => e.Kind == EntryKinds.Answer);
        var question = first.Page.Locator("#question h2");
        await Assertions.Expect(question).ToContainTextAsync("Câu 1 / 3");
        await CleanAsync(first);
        var line = first.Page.Locator("#line");
        for (var place = 1; place <= 3; place++)
        {
            await Assertions.Expect(question).ToContainTextAsync($"Câu {place} /");
            await AnswerAsync(first.Page, "1945");
            if (place == 1)
            {
                // What is typed is written down a moment later, and then sent.
                for (var tries = 0; tries < 200 && !await HasAnswerAsync(); tries++) await Task.Delay(100);
                (await HasAnswerAsync()).ShouldBeTrue();
                await Assertions.Expect(line).ToContainTextAsync("Đã về máy chủ lúc");
                await first.Page.Context.SetOfflineAsync(true);
            }
            if (place < 3) await first.Page.GetByRole(AriaRole.Button, new() { Name = "Câu sau →" }).ClickAsync();
        }
        await first.Page.Locator("#question h2").FocusAsync();
        await first.Page.Keyboard.PressAsync("f");
        await Assertions.Expect(line).ToContainTextAsync("Mất mạng từ");
        await Assertions.Expect(first.Page.Locator("#answered")).ToHaveTextAsync("Đã trả lời 3/3 câu");
        (await day.EntriesAsync()).Count(e => e.Kind == EntryKinds.Answer).ShouldBe(1);

        // A reload in the middle of the cut: the application and the paper are on the machine.
        await first.Page.ReloadAsync();
        await Assertions.Expect(first.Page.Locator("#answered")).ToHaveTextAsync("Đã trả lời 3/3 câu");
        await Assertions.Expect(first.Page.GetByRole(AriaRole.Button, new() { Name = "Câu 3, đã trả lời, đánh dấu xem lại" })).ToBeVisibleAsync();
        await first.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(line).ToContainTextAsync("Đã về máy chủ lúc");
        var typed = Answers.Final(await day.EntriesAsync());
        typed.Count.ShouldBe(3);

        await using var second = await province.OpenAsync(width: 360, height: 740);
        await EnterAsync(second, day);
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Xin giám thị mã đổi máy");
        var (_, code) = await day.AsAsync<SeatDesk, (Outcome, string? Code)>(day.Invigilator, d => d.AllowMoveAsync(day.Seats[0].Seat, "Bàn phím hỏng", default));
        await second.Page.GetByLabel("Mã đổi máy").FillAsync(code!);
        await second.PressAsync("Vào phòng thi");
        await Assertions.Expect(second.Page.Locator("#answered")).ToHaveTextAsync("Đã trả lời 3/3 câu");
        await Assertions.Expect(first.Main).ToContainTextAsync("Thí sinh đang làm bài ở máy khác");
        (await second.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
        await CleanAsync(second);

        await second.PressAsync("Nộp bài");
        await second.SeesAsync("Đã trả lời tất cả các câu.");
        await second.PressAsync("Nộp bài và niêm phong");
        await Assertions.Expect(second.Heading.Filter(new() { Visible = true })).ToHaveTextAsync("Đã nộp bài");
        var stored = await day.EntriesAsync();
        Answers.Final(stored).ShouldBe(typed, ignoreOrder: true);
        var receipt = Receipt.Of(day.Commitment, day.Seats[0].Number, stored);
        await Assertions.Expect(second.Page.Locator("#receipt-hash")).ToHaveTextAsync(receipt);
        await Assertions.Expect(second.Page.Locator("#receipt-code")).ToHaveTextAsync(Receipt.Code(receipt));
        second.Problems.Where(p => !p.Contains("409", StringComparison.Ordinal)).ShouldBeEmpty();
        first.Problems.Where(p => !p.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_councils_pages_read_well_and_do_what_they_say()
    {
        var day = await ExamDay.PlanAsync(province.Services, province.Address, seats: 4, items: Items());
        using var machine = await day.MachineAt().InAsync();
        await using var desk = await province.OpenAsync();
        var token = await province.Services.GetRequiredService<Sessions>().OpenAsync(day.Invigilator, true, IPAddress.Loopback, "test", CancellationToken.None);
        await desk.Page.Context.AddCookiesAsync([new() { Name = SignInFlow.SessionCookie, Value = token, Url = province.Address.ToString() }]);
        var room = $"/thi/phong/{day.Room}";
        await desk.GoAsync($"{room}/cho/{day.Seats[0].Seat}");
        await desk.PressAsync("Giấy tờ đúng, cho vào thi");
        await desk.SeesAsync("Đã ghi thí sinh có mặt");
        await desk.GoAsync(room);
        await desk.PressAsync("Bắt đầu tính giờ");
        await desk.SeesAsync("Đã bắt đầu tính giờ cho 1 thí sinh");
        machine.Type(1, "c1");
        await machine.SendAllAsync();
        await desk.SeesAsync("Đang làm");
        var complaints = new List<string>();
        foreach (var url in new[] { "/thi/phong", room, $"{room}/cho/{day.Seats[0].Seat}", $"{room}/cho/{day.Seats[1].Seat}", $"{room}/tep" }) complaints.AddRange(await PageCheck.OfAsync(desk, url));
        complaints.ShouldBeEmpty();
        await desk.Page.SetViewportSizeAsync(1280, 800);
        await desk.GoAsync(room);
        var (name, content) = await desk.DownloadAsync("Tải biên bản");
        name.ShouldBe("bien-ban-phong-thi.docx");
        content.AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        desk.Problems.ShouldBeEmpty();
    }

    private static async Task EnterAsync(Window window, ExamDay day)
    {
        await window.GoAsync("/phong-thi");
        await window.Page.GetByLabel("Số báo danh").FillAsync(day.Seats[0].Number.ToLowerInvariant());
        await window.Page.GetByLabel("Mã vào phòng").FillAsync(day.Seats[0].Code);
        await window.PressAsync("Vào phòng thi");
    }

    // The order of the questions is drawn, so each is answered by what it shows.
    private static async Task AnswerAsync(IPage page, string words)
    {
        if (await page.Locator("#question input[type=text]").CountAsync() > 0) await page.Locator("#question input[type=text]").FillAsync(words);
        else if (await page.Locator("#question textarea").CountAsync() > 0) await page.Locator("#question textarea").FillAsync("Bài viết về <script>alert(1)</script> năm 1945");
        else await page.Keyboard.PressAsync("2");
    }

    private static async Task CleanAsync(Window window)
    {
        var result = await window.Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(2).Select(n => n.Html))}").ShouldBeEmpty();
    }

    private static IReadOnlyList<ExamItem> Items() =>
    [
        new() { Id = "mot", Title = "1", Stem = new Content("Ai bầu <b>Chủ tịch nước</b>?<script>document.title = 'hỏng'</script>"), Parts = [new Part { Id = "R", Kind = PartKind.SingleChoice, Choices = [new("A", new Content("Quốc hội")), new("B", new Content("Chính phủ")), new("C", new Content("Tòa án"))], Key = ["A"] }] },
        new() { Id = "hai", Title = "2", Stem = new Content("Cách mạng tháng Tám thành công năm <gap id=\"G\" />."), Parts = [new Part { Id = "G", Kind = PartKind.GapText, Key = ["1945"] }] },
        new() { Id = "ba", Title = "3", Stem = new Content("<p>Viết về một văn bản luật.</p>"), Parts = [new Part { Id = "E", Kind = PartKind.ExtendedText, Lines = 10 }] },
    ];
}
