using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests;

/// <summary>What one person has open. Whatever the browser complains about is kept.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly List<string> _problems = [];

    private Window(IPage page)
    {
        Page = page;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _problems.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => _problems.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>Errors of scripts, refusals of the content policy, files that did not come.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public static async Task<Window> OpenAsync(IBrowser browser, Uri address, string? state, int width, int height)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(), StorageState = state, Locale = "vi-VN", TimezoneId = "Asia/Ho_Chi_Minh", ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(30_000);
        return new(await context.NewPageAsync());
    }

    /// <summary>Opens an address, which must answer with a page.</summary>
    public async Task GoAsync(string url, int status = 200)
    {
        var answer = await Page.GotoAsync(url);
        answer!.Status.ShouldBe(status, url);
    }

    /// <summary>Presses the button with exactly these words.</summary>
    public Task PressAsync(string words) => Main.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First.ClickAsync();

    /// <summary>Follows the link with these words.</summary>
    public Task FollowAsync(string words) => Main.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).First.ClickAsync();

    /// <summary>Types into a field found by its label.</summary>
    public Task TypeAsync(string label, string text) => Main.GetByLabel(label).First.FillAsync(text);

    /// <summary>Types into a combobox and takes the first suggestion.</summary>
    public async Task ChooseAsync(string label, string text)
    {
        var box = Main.GetByLabel(new Regex("^" + Regex.Escape(label))).And(Page.GetByRole(AriaRole.Combobox)).First;
        await box.ClickAsync();
        await box.FillAsync(text);
        await Main.GetByRole(AriaRole.Option).Filter(new() { HasText = text }).First.ClickAsync();
    }

    /// <summary>Waits until the main part of the page says this.</summary>
    public Task SeesAsync(string words) => Assertions.Expect(Main).ToContainTextAsync(words);

    /// <summary>Saves what a link downloads; its name and length.</summary>
    public async Task<(string Name, byte[] Content)> DownloadAsync(string link)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => FollowAsync(link));
        await using var stream = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return (download.SuggestedFilename, copy.ToArray());
    }

    /// <summary>What a link leads to once a job has made it.</summary>
    public async Task<byte[]> MadeByJobAsync(string link, string type)
    {
        var url = (await Main.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).GetAttributeAsync("href"))!;
        for (var tries = 0; tries < 120; tries++)
        {
            var answer = await Page.APIRequest.GetAsync(url, new() { MaxRedirects = 0 });
            if (answer.Headers.GetValueOrDefault("content-type", "").StartsWith(type, StringComparison.Ordinal)) return await answer.BodyAsync();
            await Task.Delay(500);
        }
        throw new TimeoutException($"{url} was not made.");
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
