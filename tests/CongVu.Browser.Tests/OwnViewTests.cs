using Microsoft.Playwright;

namespace CongVu.Browser.Tests;

/// <summary>What an official, an auditor and somebody looking at a past day get to see.</summary>
public sealed class OwnViewTests(RunningProvince province)
{
    [Fact]
    public async Task An_official_opens_the_own_record_from_the_account_menu()
    {
        await using var self = await province.OpenAsync("canbo");
        await self.GoAsync("/viec-cua-toi");
        var name = await self.Page.Locator("header summary").Filter(new() { HasText = "Tài khoản" }).Locator("b, .cv-who-name").First.InnerTextAsync();
        await self.Page.Locator("header summary").Filter(new() { HasText = "Tài khoản" }).ClickAsync();
        await self.Page.GetByRole(AriaRole.Link, new() { Name = "Hồ sơ của tôi" }).ClickAsync();

        await Assertions.Expect(self.Heading).ToHaveTextAsync(name);
        await self.SeesAsync("Số định danh cá nhân");
        (await self.Main.GetByRole(AriaRole.Link, new() { Name = "Bổ nhiệm", Exact = true }).CountAsync()).ShouldBe(0, "nobody decides on themselves");
        self.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_auditor_sees_who_opened_a_record()
    {
        await using var officer = await province.OpenAsync("hr.phuong");
        await officer.GoAsync("/ho-so");
        await officer.Main.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First.ClickAsync();
        await officer.SeesAsync("Số định danh cá nhân");

        await using var auditor = await province.OpenAsync("thanhtra");
        await auditor.GoAsync("/quan-tri/nhat-ky");
        var seen = auditor.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "hr.phuong" }).Filter(new() { HasText = "hồ sơ" });
        await Assertions.Expect(seen.First).ToBeVisibleAsync();
        auditor.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_past_day_the_band_says_so_and_a_form_is_refused()
    {
        await using var officer = await province.OpenAsync("snv2");
        await officer.GoAsync("/quyet-dinh/soan-moi/appoint");
        await using var elsewhere = new SecondTab(await officer.Page.Context.NewPageAsync());
        var band = elsewhere.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Đang xem dữ liệu ngày 31/12/2024" });
        await elsewhere.Page.GotoAsync("/viec-cua-toi");
        await elsewhere.Page.Locator("header summary").Filter(new() { HasText = "Ngày xem" }).ClickAsync();
        await elsewhere.Page.GetByLabel("Xem dữ liệu ngày").FillAsync("31/12/2024");
        await elsewhere.Page.GetByRole(AriaRole.Button, new() { Name = "Xem ngày này" }).ClickAsync();
        await Assertions.Expect(band).ToBeVisibleAsync();

        await officer.PressAsync("Mở bản soạn");

        await Assertions.Expect(officer.Heading).ToHaveTextAsync("Không được phép");
        await officer.SeesAsync("không thay đổi được gì");
        await elsewhere.Page.GetByRole(AriaRole.Button, new() { Name = "Về hôm nay" }).ClickAsync();
        await Assertions.Expect(band).ToHaveCountAsync(0);
    }

    private sealed record SecondTab(IPage Page) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Page.CloseAsync();
    }
}
