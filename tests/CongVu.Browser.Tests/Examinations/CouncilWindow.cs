using Microsoft.Playwright;

namespace CongVu.Browser.Tests.Examinations;

/// <summary>What a member of a council does at pages with a window: opens what asks once more, saves what comes as a file.</summary>
internal static class CouncilWindow
{
    public static string Here(this Window window) => new Uri(window.Page.Url).AbsolutePath;

    /// <summary>Presses what asks once more, and says yes.</summary>
    public static async Task ConfirmAsync(this Window window, string verb, params (string Label, string Value)[] fields)
    {
        var menu = window.Main.Locator("details").Filter(new() { Has = window.Page.Locator("summary").Filter(new() { HasText = verb }) }).First;
        await menu.Locator("summary").ClickAsync();
        foreach (var (label, value) in fields)
        {
            var field = menu.GetByLabel(label).First;
            if (await field.EvaluateAsync<bool>("e => e.tagName === 'SELECT'")) await field.SelectOptionAsync(new SelectOptionValue { Label = value });
            else await field.FillAsync(value);
        }
        await menu.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
    }

    public static async Task<byte[]> PressForFileAsync(this Window window, string button, ILocator? within = null)
    {
        var download = await window.Page.RunAndWaitForDownloadAsync(() => (within ?? window.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
