using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests;

/// <summary>A cut line, a dead server, somebody else's change: what was typed stays in sight.</summary>
public sealed class NothingTypedIsLostTests(RunningProvince province)
{
    private const string Words = "Lý do đã gõ rất lâu, gồm nhiều ý";
    private const string Field = "Biên bản, kết quả thực hiện quy trình";

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_form_sent_to_nowhere_stays_as_it_was_and_goes_when_the_server_is_back(bool lineCut)
    {
        await using var window = await province.OpenAsync("snv2");
        await window.GoAsync("/to-chuc/phan-cap/them");
        var reason = window.Main.GetByRole(AriaRole.Textbox).Last;
        await reason.FillAsync(Words);
        if (lineCut) await window.Page.Context.SetOfflineAsync(true);
        else await window.Page.RouteAsync("**/*", route => route.AbortAsync("connectionrefused"));

        var send = window.Main.Locator("form[method=post] button").Last;
        await send.ClickAsync();

        var notice = window.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Không liên lạc được với máy chủ" });
        await Assertions.Expect(notice).ToBeVisibleAsync();
        await Assertions.Expect(reason).ToHaveValueAsync(Words);

        if (lineCut) await window.Page.Context.SetOfflineAsync(false);
        else await window.Page.UnrouteAllAsync();
        await send.ClickAsync();
        // The server says what is still missing, with the words in their field.
        await Assertions.Expect(window.Page).ToHaveTitleAsync(new Regex("^Cần sửa"));
        await Assertions.Expect(window.Main.GetByRole(AriaRole.Textbox).Last).ToHaveValueAsync(Words);
    }

    [Fact]
    public async Task Who_saves_after_somebody_else_sees_the_own_words_beside_the_others()
    {
        await using var first = await province.OpenAsync("hr.sxd");
        await first.GoAsync("/ho-so");
        await first.Main.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First.ClickAsync();
        await first.FollowAsync("Bổ nhiệm");
        await first.PressAsync("Mở bản soạn");
        await first.Page.WaitForURLAsync(new Regex("/soan$"));
        await using var second = await province.OpenAsync("hr.sxd");
        await second.GoAsync(new Uri(first.Page.Url).AbsolutePath);

        await first.TypeAsync(Field, "Tờ trình số 5/TTr-SXD");
        await first.PressAsync("Lưu");
        await Assertions.Expect(first.Main.GetByLabel(Field).First).ToHaveValueAsync("Tờ trình số 5/TTr-SXD");
        await second.TypeAsync(Field, "Biên bản ngày 03/11/2026");
        await second.PressAsync("Lưu");

        await Assertions.Expect(second.Heading).ToHaveTextAsync("Có người khác vừa sửa");
        await second.SeesAsync("Biên bản ngày 03/11/2026");
    }
}
