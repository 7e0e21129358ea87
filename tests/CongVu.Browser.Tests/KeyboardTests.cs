using Microsoft.Playwright;

namespace CongVu.Browser.Tests;

/// <summary>The product without a mouse.</summary>
public sealed class KeyboardTests(RunningProvince province)
{
    [Fact]
    public async Task A_slash_goes_to_the_search_and_enter_finds()
    {
        await using var window = await province.OpenAsync("snv");
        await window.GoAsync("/viec-cua-toi");
        await window.Page.Keyboard.PressAsync("/");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("so xay dung");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Heading).ToHaveTextAsync("Sở Xây dựng");
    }

    [Fact]
    public async Task The_first_tab_offers_to_skip_the_menu()
    {
        await using var window = await province.OpenAsync("snv");
        await window.GoAsync("/viec-cua-toi");
        await window.Page.Keyboard.PressAsync("Tab");

        var skip = window.Page.GetByRole(AriaRole.Link, new() { Name = "Đến nội dung chính" });
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Main).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Wherever_the_tab_key_goes_the_focus_can_be_seen()
    {
        await using var window = await province.OpenAsync("snv");
        await window.GoAsync("/ho-so");
        var hidden = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            var lost = await window.Page.EvaluateAsync<string?>("""
                () => {
                  const at = document.activeElement;
                  if (!at || at === document.body) return null;
                  const box = at.getBoundingClientRect(), look = getComputedStyle(at);
                  const seen = box.width > 4 && box.height > 4 && look.opacity !== '0' && box.bottom > 0 && box.top < innerHeight;
                  const marked = (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2) || look.boxShadow !== 'none';
                  return seen && marked ? null : at.outerHTML.slice(0, 150);
                }
                """);
            if (lost is not null) hidden.Add(lost);
        }

        hidden.ShouldBeEmpty();
    }
}
