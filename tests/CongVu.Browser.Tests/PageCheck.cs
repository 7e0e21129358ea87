using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CongVu.Browser.Tests;

/// <summary>What is asked of every page.</summary>
internal static class PageCheck
{
    private static readonly AxeRunOptions Wcag = new() { ResultTypes = [ResultType.Violations], RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    // The frame is the same around every page, so it is looked at on the home page alone; and of a long table the first rows are like the others.
    private static readonly AxeRunContext WithoutFrame = new() { Exclude = [new(".cv-header"), new(".cv-nav"), new("tbody tr:nth-child(n+7)")] };
    private static readonly AxeRunContext Whole = new() { Exclude = [new("tbody tr:nth-child(n+7)")] };

    // Words a programmer left, text in a column of one letter, a number broken over two lines, a page wider than the phone.
    private const string Faults = """
        () => {
          const found = [];
          const root = document.scrollingElement;
          for (const form of document.forms) if (form.querySelectorAll('[name=__RequestVerificationToken]').length > 1) found.push(`a form that is always refused, with two tokens: ${form.action}`);
          if (document.documentElement.lang !== 'vi') found.push('lang is not vi');
          if (root.scrollWidth > innerWidth) found.push(`scrolls sideways: ${root.scrollWidth} of ${innerWidth}`);
          const text = document.body.innerText;
          for (const word of text.match(/\b(Submit|Error|Loading|null|undefined|NaN|True|False|Exception|System\.[A-Z]\w+)\b/g) ?? []) found.push(`says “${word}”`);
          for (const at of document.querySelectorAll('main *')) {
            const own = [...at.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join(' ').trim();
            if (own === '' || !at.checkVisibility() || at.closest('svg, .visually-hidden')) continue;
            const range = document.createRange();
            range.selectNodeContents(at);
            const box = range.getBoundingClientRect();
            if (own.length > 16 && box.width > 1 && box.width < 30) found.push(`squeezed to ${Math.round(box.width)} px: ${own.slice(0, 60)}`);
            if (/^[\d.,%+]+$/.test(own) && at.children.length === 0 && new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) found.push(`number over two lines: ${own}`);
          }
          return [...new Set(found)].slice(0, 8);
        }
        """;

    public static async Task<IEnumerable<string>> OfAsync(Window window, string url, int status = 200)
    {
        var complaints = new List<string>();
        await window.Page.SetViewportSizeAsync(1280, 800);
        await window.GoAsync(url, status);
        if (await window.Page.Locator("[data-chart]").CountAsync() > 0) await window.Page.Locator("[data-chart] svg").First.WaitForAsync();
        complaints.AddRange(await BarriersAsync(window, url, url == "/viec-cua-toi" ? Whole : WithoutFrame));
        complaints.AddRange((await window.Page.EvaluateAsync<string[]>(Faults)).Select(f => $"{url} at 1280: {f}"));
        await window.Page.SetViewportSizeAsync(360, 740);
        complaints.AddRange((await window.Page.EvaluateAsync<string[]>(Faults)).Select(f => $"{url} at 360: {f}"));
        return complaints;
    }

    /// <summary>What axe finds on the page that is open, each under a name.</summary>
    public static async Task<IEnumerable<string>> BarriersAsync(Window window, string name, AxeRunContext? within = null)
    {
        // Our pages hold no frames, so axe need not sum them up in a page of its own, which the other way of running it opens each time.
#pragma warning disable CS0618
        var found = await window.Page.RunAxeLegacy(within ?? Whole, Wcag);
#pragma warning restore CS0618
        return found.Violations.Select(v => $"{name}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(2).Select(n => n.Html))}");
    }
}
