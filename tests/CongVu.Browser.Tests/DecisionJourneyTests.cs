using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests;

/// <summary>A decision from the draft to the record, as the three people it takes, each in a window of their own.</summary>
public sealed partial class DecisionJourneyTests(RunningProvince province)
{
    [Fact]
    public async Task A_step_raise_goes_from_the_due_list_to_the_record_and_its_paper()
    {
        await using var officer = await province.OpenAsync("hr.sxd");
        await officer.GoAsync("/luong/den-han?tu=01/01/2026&den=01/01/2030");
        // Staff of a division in the officer's rank: what the director of the department signs.
        var row = officer.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "(01.003)" }).Filter(new() { HasText = " – " }).Filter(new() { HasNotText = "Chặn" }).First;
        var link = row.GetByRole(AriaRole.Link).First;
        var name = await link.InnerTextAsync();
        var record = $"/ho-so/{PersonId().Match((await link.GetAttributeAsync("href"))!).Value}";
        var words = await row.InnerTextAsync();
        var step = Step().Matches(words)[1].Groups[1].Value; // the one held comes first
        var dueWords = Day().Match(words).Value;
        var due = DateOnly.ParseExact(dueWords, "dd/MM/yyyy", CultureInfo.InvariantCulture);
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await officer.PressAsync("Lập quyết định cho người đã chọn");
        await officer.SeesAsync(name);
        await Assertions.Expect(officer.Main.GetByLabel("Hưởng bậc mới từ ngày").First).ToHaveValueAsync(dueWords);
        await officer.PressAsync("Trình thẩm định");
        await officer.SeesAsync("Chờ thẩm định");

        await DecideAsync(officer, "gd.sxd", async signer =>
        {
            (string paper, byte[] docx) = await signer.DownloadAsync("Bản Word");
            paper.ShouldEndWith(".docx");
            docx.Take(2).ShouldBe("PK"u8.ToArray());
            if (HasLibreOffice())
            {
                var pdf = await signer.MadeByJobAsync("Bản PDF", "application/pdf");
                pdf.Take(5).ShouldBe("%PDF-"u8.ToArray());
            }
        });

        await officer.GoAsync(record);
        await officer.SeesAsync("/QĐ-SXD");
        await officer.SeesAsync($"bậc {step}");
        if (due <= DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).Date))
            await Assertions.Expect(officer.Main.Locator("header")).ToContainTextAsync($"bậc {step}");
        officer.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_appointment_by_competition_changes_the_record_and_the_indicator()
    {
        const string Indicator = "/ke-hoach/chi-tieu/bo-nhiem-qua-thi-tuyen";
        await using var homeAffairs = await province.OpenAsync("snv");
        await homeAffairs.GoAsync(Indicator);
        var before = await CompetitorsAsync(homeAffairs);

        await using var officer = await province.OpenAsync("hr.sxd");
        await officer.GoAsync("/ho-so");
        // The youngest of the divisions but the officer, long before the pension; goes to another division as deputy head.
        var rows = officer.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = " – Sở Xây dựng" });
        var officerName = await officer.Page.Locator("header summary b, header .cv-who-name").First.InnerTextAsync();
        var candidates = new List<(DateOnly Born, string Name, string Unit, string Record)>();
        foreach (var row in await rows.AllAsync())
        {
            var cells = await row.GetByRole(AriaRole.Cell).AllInnerTextsAsync();
            var link = row.GetByRole(AriaRole.Link).First;
            var born = DateOnly.ParseExact(cells.Select(c => Day().Match(c)).First(m => m.Success).Value, "dd/MM/yyyy", CultureInfo.InvariantCulture);
            candidates.Add((born, await link.InnerTextAsync(), cells.First(c => c.Contains(" – Sở Xây dựng", StringComparison.Ordinal)).Trim(), (await link.GetAttributeAsync("href"))!));
        }
        var (_, name, unit, record) = candidates.Where(c => c.Name != officerName).MaxBy(c => c.Born);
        var next = unit.StartsWith("Phòng Quản lý nhà", StringComparison.Ordinal) ? "Phòng Quản lý xây dựng" : "Phòng Quản lý nhà";
        await officer.GoAsync(record);
        await officer.FollowAsync("Bổ nhiệm");
        await officer.SeesAsync(name);
        await officer.PressAsync("Mở bản soạn");
        await officer.TypeAsync("Có hiệu lực từ ngày", TimeProvider.System.GetUtcNow().AddHours(7).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        await officer.Main.GetByLabel("Chức vụ bổ nhiệm").SelectOptionAsync("Phó Trưởng phòng và tương đương");
        await officer.ChooseAsync("Tại đơn vị", next);
        await officer.Main.GetByLabel("Được quy hoạch chức vụ này").CheckAsync();
        await officer.Main.GetByLabel("Được chọn qua thi tuyển").CheckAsync();
        await officer.TypeAsync("Biên bản, kết quả thực hiện quy trình", "Kết quả thi tuyển số 12/KQ-HĐTT ngày 02/11/2026");
        await Assertions.Expect(officer.Main.GetByText("Đã giữ bản soạn")).ToBeVisibleAsync();
        await officer.PressAsync("Trình thẩm định");
        await officer.SeesAsync("Chờ thẩm định");

        await DecideAsync(officer, "gd.sxd", _ => Task.CompletedTask);

        await officer.GoAsync(record);
        await officer.SeesAsync($"Phó Trưởng phòng và tương đương · {next}");
        await Assertions.Expect(officer.Main.GetByRole(AriaRole.Complementary)).ToContainTextAsync("/QĐ-SXD");
        await homeAffairs.GoAsync(Indicator);
        (await CompetitorsAsync(homeAffairs)).ShouldBe(before + 1);
        officer.Problems.ShouldBeEmpty();
    }

    // Sở Nội vụ verifies, the one with authority signs; whoever is next finds the work at home.
    private async Task DecideAsync(Window officer, string signerName, Func<Window, Task> afterwards)
    {
        var decision = DecisionAddress().Match(new Uri(officer.Page.Url).AbsolutePath).Value;
        await using var verifier = await province.OpenAsync("snv2");
        await verifier.GoAsync(decision);
        await verifier.PressAsync("Thẩm định đạt, chuyển ký");
        await verifier.SeesAsync("Chờ ký");
        await using var signer = await province.OpenAsync(signerName);
        await signer.GoAsync("/viec-cua-toi");
        await signer.SeesAsync("ký");
        await signer.GoAsync(decision);
        await signer.PressAsync("Ký ban hành");
        await Assertions.Expect(signer.Heading).ToHaveTextAsync(new Regex(@"Quyết định \d+/QĐ-SXD"));
        await afterwards(signer);
        signer.Problems.Concat(verifier.Problems).ShouldBeEmpty();
    }

    private static async Task<int> CompetitorsAsync(Window window) =>
        int.Parse(Regex.Match(await window.Main.InnerTextAsync(), @"Bổ nhiệm mới qua thi tuyển\s+(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);

    private static bool HasLibreOffice() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "soffice")));

    [GeneratedRegex("^/quyet-dinh/[0-9a-f-]{36}")]
    private static partial Regex DecisionAddress();

    [GeneratedRegex("[0-9a-f-]{36}")]
    private static partial Regex PersonId();

    [GeneratedRegex(@"\d{2}/\d{2}/\d{4}")]
    private static partial Regex Day();

    [GeneratedRegex(@"bậc (\d+)")]
    private static partial Regex Step();
}
