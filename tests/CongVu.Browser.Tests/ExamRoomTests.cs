using System.Net;
using CongVu.Examinations.Data;
using CongVu.Examinations.Items;
using CongVu.Examinations.Room;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests;

/// <summary>A candidate loses the network, reloads, comes back, changes the machine and hands in: nothing is lost, and everything can be done with the keyboard.</summary>
public sealed class ExamRoomTests(RunningProvince province)
{
    // Asked of the store itself: nothing on the screen tells it.
    private const string ThreeAnswersAreInTheLog = """
        async () => {
          const asked = request => new Promise((given, failed) => { request.onsuccess = () => given(request.result); request.onerror = () => failed(request.error); });
          const store = await asked(indexedDB.open('congvu-room'));
          const log = await asked(store.transaction('log').objectStore('log').getAll());
          store.close();
          return new Set(log.filter(entry => entry.k === 'answer').map(entry => entry.q)).size === 3;
        }
        """;

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
        await using var desk = await DeskAsync(day.Invigilator);
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

    [Fact]
    public async Task A_tab_that_is_killed_comes_back_with_all_that_was_typed()
    {
        var day = await ExamDay.PlanAsync(province.Services, province.Address, items: Items());
        await using var window = await province.OpenAsync();
        await EnterAsync(window, day);
        await day.StartAsync();
        var (context, page) = (window.Page.Context, window.Page);
        await Assertions.Expect(page.Locator("#question h2")).ToContainTextAsync("Câu 1 / 3");
        await Assertions.Expect(page.Locator("#line")).ToContainTextAsync("Đã về máy chủ lúc");
        await context.SetOfflineAsync(true);
        for (var place = 1; place <= 3; place++)
        {
            await Assertions.Expect(page.Locator("#question h2")).ToContainTextAsync($"Câu {place} /");
            await AnswerAsync(page, "1945");
            // The line about the network grows when it says that there is none: nothing must move under the pointer that presses.
            if (place == 1) await Assertions.Expect(page.Locator("#line")).ToContainTextAsync("Mất mạng từ");
            if (place < 3) await page.GetByRole(AriaRole.Button, new() { Name = "Câu sau →" }).ClickAsync();
        }
        // What is typed is written down a moment later.
        await page.Locator("#question h2").ClickAsync();
        await page.WaitForFunctionAsync(ThreeAnswersAreInTheLog);
        // The process of the tab ends at once; nothing of the page runs any more.
        await Should.ThrowAsync<PlaywrightException>(() => page.GotoAsync("chrome://crash", new() { Timeout = 5000 }));
        await page.CloseAsync();
        var again = await context.NewPageAsync();
        await again.GotoAsync("/phong-thi");
        await Assertions.Expect(again.Locator("#answered")).ToHaveTextAsync("Đã trả lời 3/3 câu");
        await context.SetOfflineAsync(false);
        await Assertions.Expect(again.Locator("#line")).ToContainTextAsync("Đã về máy chủ lúc", new() { Timeout = 60_000 });
        Answers.Final(await day.EntriesAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_machine_without_network_writes_into_a_file_two_persons_bring_in()
    {
        var day = await ExamDay.PlanAsync(province.Services, province.Address, minutes: 5, items: Items());
        await using var window = await province.OpenAsync();
        await EnterAsync(window, day);
        await day.StartAsync();
        var page = window.Page;
        await Assertions.Expect(page.Locator("#question h2")).ToContainTextAsync("Câu 1 / 3");
        await day.PassAsync(TimeSpan.FromSeconds(4 * 60 + 40));
        await Assertions.Expect(page.Locator("#clock")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^0?0:[01]"));
        await page.Context.SetOfflineAsync(true);
        await AnswerAsync(page, "1945");
        await page.Locator("#question h2").FocusAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Ghi bài ra tệp để mang tay" }).ClickAsync(new() { Timeout = 60_000 }));
        download.SuggestedFilename.ShouldBe($"bai-thi-{day.Seats[0].Number}.congvu");
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".congvu");
        await download.SaveAsAsync(file);
        try
        {
            (await File.ReadAllTextAsync(file)).ShouldNotContain("RESPONSE", customMessage: "only the server reads it");
            (await day.EntriesAsync()).ShouldNotContain(e => e.Kind == EntryKinds.Answer);
            await using var desk = await DeskAsync(day.Invigilator);
            await desk.GoAsync($"/thi/phong/{day.Room}/tep");
            await desk.Page.GetByLabel("Tệp do máy thi ghi ra").SetInputFilesAsync(file);
            await desk.PressAsync("Nộp tệp");
            await desk.SeesAsync("chờ người thứ hai");
            await using var second = await DeskAsync(day.Second);
            await second.GoAsync($"/thi/phong/{day.Room}/tep");
            await second.PressAsync("Xác nhận đúng tệp và nhận bài");
            await second.SeesAsync("mục mới");
        }
        finally { File.Delete(file); }
        (await day.EntriesAsync()).Where(e => e.Kind == EntryKinds.Answer).ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Counts.ShouldBeTrue(), e => e.Source.ShouldBe(EntrySource.Carried));
    }

    [Fact]
    public async Task Every_kind_of_question_is_answered_with_the_keyboard_alone()
    {
        var items = EveryKind();
        var day = await ExamDay.PlanAsync(province.Services, province.Address, items: items);
        await using var window = await province.OpenAsync();
        await EnterAsync(window, day);
        await day.StartAsync();
        var page = window.Page;
        for (var place = 1; place <= items.Count; place++)
        {
            await Assertions.Expect(page.Locator("#question h2")).ToContainTextAsync($"Câu {place} / {items.Count}");
            await page.Locator("#question h2").FocusAsync();
            (await TabToAsync(page, "#question input, #question select, #question textarea, #question .order button")).ShouldBeTrue($"question {place} can be reached");
            var kind = await page.EvaluateAsync<string>("document.activeElement.tagName + ':' + (document.activeElement.type ?? '')");
            if (kind.StartsWith("SELECT", StringComparison.Ordinal)) await page.Keyboard.PressAsync("ArrowDown");
            else if (kind is "INPUT:checkbox" or "INPUT:radio") await page.Keyboard.PressAsync("Space");
            else if (kind.StartsWith("BUTTON", StringComparison.Ordinal)) await page.Keyboard.PressAsync("Enter");
            else await page.Keyboard.TypeAsync("42");
            var answered = page.Locator("#answered");
            for (var tries = 0; tries < 50 && await answered.TextContentAsync() != $"Đã trả lời {place}/{items.Count} câu"; tries++)
            {
                // Some browsers open the list first and take the choice with Enter.
                if (tries == 10 && kind.StartsWith("SELECT", StringComparison.Ordinal)) await page.Keyboard.PressAsync("Enter");
                await Task.Delay(100);
            }
            (await answered.TextContentAsync()).ShouldBe($"Đã trả lời {place}/{items.Count} câu", $"{kind}: {await page.Locator("#question").TextContentAsync()}");
            if (place == items.Count) break;
            (await TabToAsync(page, "#after")).ShouldBeTrue();
            await page.Keyboard.PressAsync("Enter");
        }
        await CleanAsync(window);
        (await TabToAsync(page, "#hand-in")).ShouldBeTrue();
        await page.Keyboard.PressAsync("Enter");
        (await TabToAsync(page, "#check-go")).ShouldBeTrue();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Heading.Filter(new() { Visible = true })).ToHaveTextAsync("Đã nộp bài");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Mã QR của biên nhận" })).ToBeVisibleAsync();
        Answers.Final(await day.EntriesAsync()).Count.ShouldBe(items.Count);
        window.Problems.ShouldBeEmpty();
    }

    private static async Task<bool> TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return true;
        }
        return false;
    }

    private async Task<Window> DeskAsync(Guid account)
    {
        var desk = await province.OpenAsync();
        var token = await province.Services.GetRequiredService<Sessions>().OpenAsync(account, true, IPAddress.Loopback, "test", CancellationToken.None);
        await desk.Page.Context.AddCookiesAsync([new() { Name = SignInFlow.SessionCookie, Value = token, Url = province.Address.ToString() }]);
        return desk;
    }

    private static IReadOnlyList<ExamItem> EveryKind()
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        ExamItem Of(string id, string stem, Part part) => new() { Id = id, Title = id, Stem = new Content(stem), Parts = [part] };
        Choice[] letters = [new("A", new Content("Một")), new("B", new Content("Hai")), new("C", new Content("Ba"))];
        return
        [
            Of("mot", "Chọn một.", new Part { Id = "R", Kind = PartKind.SingleChoice, Choices = letters, Key = ["A"] }),
            Of("nhieu", "Chọn hai.", new Part { Id = "R", Kind = PartKind.MultipleResponse, Choices = letters, Key = ["A", "B"] }),
            Of("ghep", "Ghép.", new Part { Id = "R", Kind = PartKind.Matching, Key = ["S1 T1"], Choices = [new("S1", new Content("Một")) { Set = 1 }, new("S2", new Content("Hai")) { Set = 1 }, new("T1", new Content("one")) { Set = 2 }, new("T2", new Content("two")) { Set = 2 }] }),
            Of("thutu", "Sắp xếp.", new Part { Id = "R", Kind = PartKind.Ordering, Choices = letters, Key = ["A", "B", "C"] }),
            Of("vung", "Chỉ Hà Nội.", new Part { Id = "R", Kind = PartKind.Hotspot, Picture = new("ban-do.png", 200, 300, "Bản đồ"), Key = ["H1"], Choices = [new("H1", new Content("Hà Nội")) { Shape = "circle", Coords = "50,60,8" }, new("H2", new Content("Huế")) { Shape = "rect", Coords = "1,2,30,40" }] }) with { Media = [new Medium("ban-do.png", png)] },
            Of("trongcau", "Nước là <gap id=\"R\" /> ở 20 °C.", new Part { Id = "R", Kind = PartKind.InlineChoice, Choices = letters, Key = ["A"] }),
            Of("so", "6 × 7 = <gap id=\"R\" />", new Part { Id = "R", Kind = PartKind.GapNumeric, Numbers = [new AcceptedNumber(42, 0)] }),
            Of("nghe", "<p>Nghe rồi chọn.</p><p><audio src=\"nghe.wav\" /></p>", new Part { Id = "R", Kind = PartKind.SingleChoice, Choices = letters, Key = ["B"] }) with { Media = [new Medium("nghe.wav", Silence())] },
        ];
    }

    // A tenth of a second of silence, one channel of 8 bits at 8 kHz.
    private static byte[] Silence()
    {
        var data = Enumerable.Repeat((byte)128, 800).ToArray();
        return [.. "RIFF"u8, .. BitConverter.GetBytes(36 + data.Length), .. "WAVEfmt "u8, .. BitConverter.GetBytes(16), 1, 0, 1, 0, .. BitConverter.GetBytes(8000), .. BitConverter.GetBytes(8000), 1, 0, 8, 0, .. "data"u8, .. BitConverter.GetBytes(data.Length), .. data];
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

    private static async Task CleanAsync(Window window) => (await PageCheck.BarriersAsync(window, "phong-thi")).ShouldBeEmpty();

    private static IReadOnlyList<ExamItem> Items() =>
    [
        new() { Id = "mot", Title = "1", Stem = new Content("Ai bầu <b>Chủ tịch nước</b>?<script>document.title = 'hỏng'</script>"), Parts = [new Part { Id = "R", Kind = PartKind.SingleChoice, Choices = [new("A", new Content("Quốc hội")), new("B", new Content("Chính phủ")), new("C", new Content("Tòa án"))], Key = ["A"] }] },
        new() { Id = "hai", Title = "2", Stem = new Content("Cách mạng tháng Tám thành công năm <gap id=\"G\" />."), Parts = [new Part { Id = "G", Kind = PartKind.GapText, Key = ["1945"] }] },
        new() { Id = "ba", Title = "3", Stem = new Content("<p>Viết về một văn bản luật.</p>"), Parts = [new Part { Id = "E", Kind = PartKind.ExtendedText, Lines = 10 }] },
    ];
}
