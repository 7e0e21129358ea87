using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CongVu.Host.Practice;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests;

/// <summary>Opens every page there is, as accounts that may: those without parameters by their address, the others as linked from those.</summary>
public sealed partial class PageWalkTests(RunningProvince province)
{
    private const int OfEach = 2;

    // A page looks the same to everybody who may open it; the first who comes by looks. Everybody has a home of their own.
    private static readonly ConcurrentDictionary<string, string> LookedAtBy = new();

    public static TheoryData<string> Accounts => [.. PracticeAccounts.All.Select(a => a.UserName).Where(u => u is "hr.sxd" or "snv" or "quantri" or "canbo")];

    [Theory, MemberData(nameof(Accounts))]
    public async Task Every_page_is_accessible_fits_a_phone_and_speaks_Vietnamese(string userName)
    {
        var account = PracticeAccounts.All.Single(a => a.UserName == userName);
        await using var window = await province.OpenAsync(userName);
        var patterns = Patterns(account).ToList();
        var waiting = new Queue<string>(patterns.Select(p => "/" + Optional().Replace(p.Raw, "").TrimStart('/')).Where(a => !a.Contains('{', StringComparison.Ordinal)));
        if (userName == "hr.sxd") waiting.Enqueue(await ADraftAsync(window));
        if (userName == "snv") waiting.Enqueue(await APlanDraftAsync(window));
        var seen = new HashSet<string>();
        var opened = new List<string>();
        var taken = new Dictionary<string, int>();
        var complaints = new List<string>();
        await using var second = await province.OpenAsync(userName);
        while (waiting.Count > 0)
        {
            // Two windows at a time: the machine has at least two cores.
            var urls = new List<string>();
            while (urls.Count < 2 && waiting.TryDequeue(out var next)) if (seen.Add(next)) urls.Add(next);
            foreach (var (url, found, links) in await Task.WhenAll(urls.Zip([window, second], LookAsync)))
            {
                if (links is null) continue;
                opened.Add(url);
                complaints.AddRange(found);
                foreach (var link in links)
                {
                    if (seen.Contains(link) || patterns.FirstOrDefault(p => p.Fits.IsMatch(link)) is not { Raw: { } raw } || taken.GetValueOrDefault(raw) >= OfEach) continue;
                    taken[raw] = taken.GetValueOrDefault(raw) + 1;
                    waiting.Enqueue(link);
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{userName}: {opened.Count} pages: {string.Join(' ', opened)}");
        opened.ShouldNotBeEmpty();
        complaints.Concat(window.Problems).Concat(second.Problems).ShouldBeEmpty();
    }

    [Theory, InlineData("/dang-nhap", 200), InlineData("/dev/components", 200), InlineData("/khong-co-trang-nay", 404)]
    public async Task Pages_for_anybody_are_no_worse(string url, int status)
    {
        await using var window = await province.OpenAsync();

        (await PageCheck.OfAsync(window, url, status)).ShouldBeEmpty();
    }

    private sealed record Pattern(string Raw, Regex Fits);

    private IEnumerable<Pattern> Patterns(PracticeAccount account)
    {
        var catalogue = province.Services.GetRequiredService<PermissionCatalogue>();
        foreach (var endpoint in province.Endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).DistinctBy(e => e.RoutePattern.RawText))
        {
            var raw = endpoint.RoutePattern.RawText!;
            if (raw.Contains('.', StringComparison.Ordinal)) continue; // a file
            var rule = endpoint.Metadata.GetMetadata<EndpointRuleAttribute>();
            var allowed = rule is SignedInAttribute || (rule is RequiresAttribute requires && catalogue.All.Any(p => requires.AnyOf.Contains(p.Code) && catalogue.Holds(account.Role, p)));
            if (allowed && (raw.TrimStart('/') == "viec-cua-toi" || LookedAtBy.GetOrAdd(raw, account.UserName) == account.UserName)) yield return new(raw, new Regex("^/" + Parameter().Replace(Regex.Escape(raw.TrimStart('/')).Replace(@"\{", "{", StringComparison.Ordinal), m => m.Value.Contains("guid", StringComparison.Ordinal) ? "[0-9a-f-]{36}" : "[a-z-]+") + "$"));
        }
    }

    // What is wrong with a page and where it leads; no links at all when the address is no page.
    private static async Task<(string Url, IEnumerable<string> Found, string[]? Links)> LookAsync(string url, Window window) =>
        await IsPageAsync(window, url) ? (url, await PageCheck.OfAsync(window, url), await LinksAsync(window)) : (url, [], null);

    // Files, lists for scripts and addresses that only send on are no pages.
    private static async Task<bool> IsPageAsync(Window window, string url)
    {
        var answer = await window.Page.APIRequest.GetAsync(url, new() { MaxRedirects = 0, Headers = new Dictionary<string, string> { ["Accept"] = "text/html" } });
        await using (answer) return answer.Status == 200 && answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal);
    }

    private static async Task<string[]> LinksAsync(Window window) =>
        await window.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main a[href]')].map(a => new URL(a.href)).filter(u => u.origin === location.origin).map(u => u.pathname)");

    private static async Task<string> ADraftAsync(Window window)
    {
        await window.GoAsync("/ho-so");
        await window.Main.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).Last.ClickAsync();
        await window.FollowAsync("Bổ nhiệm");
        await window.PressAsync("Mở bản soạn");
        await window.Page.WaitForURLAsync(new Regex("/soan$"));
        return new Uri(window.Page.Url).AbsolutePath;
    }

    private static async Task<string> APlanDraftAsync(Window window)
    {
        await window.GoAsync("/ke-hoach/tai-len");
        await window.Main.GetByLabel("Tệp kế hoạch").SetInputFilesAsync(new FilePayload { Name = "ban-nhap.md", MimeType = "text/markdown", Buffer = System.Text.Encoding.UTF8.GetBytes(SamplePlan.Text + "\n\nMột dòng không ai hiểu là gì: ??? 12/\n") });
        await window.PressAsync("Đọc kế hoạch");
        await window.Page.WaitForURLAsync(new Regex("/xem-lai$"));
        return new Uri(window.Page.Url).AbsolutePath;
    }

    [GeneratedRegex(@"/\{[^{}]*\?\}")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Parameter();
}
