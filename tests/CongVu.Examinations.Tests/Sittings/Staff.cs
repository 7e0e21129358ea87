using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>A member of a council at a browser without script: opens pages, fills in forms, presses buttons, follows redirects.</summary>
internal sealed class Staff(HttpClient browser) : IDisposable
{
    public HttpStatusCode Status { get; private set; }
    public string At { get; private set; } = "";
    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");
    public byte[] File { get; private set; } = [];
    public string Text => string.Join(' ', (Page.QuerySelector("main") ?? Page.Body)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task OpenAsync(string url)
    {
        using var answer = await browser.GetAsync(url);
        await ReadAsync(answer);
    }

    public Task PressAsync(string button, params (string Name, string Value)[] fields) => SendAsync(button, form =>
    {
        var values = Values(form).Where(v => fields.All(f => f.Name != v.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return new FormUrlEncodedContent(values);
    });

    public Task UploadAsync(string button, string field, string name, byte[] content, params (string Name, string Value)[] fields) => SendAsync(button, form =>
    {
        var parts = new MultipartFormDataContent { { new ByteArrayContent(content), field, name } };
        foreach (var (key, value) in Values(form).Where(v => fields.All(f => f.Name != v.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))) parts.Add(new StringContent(value), key);
        return parts;
    });

    /// <summary>Presses a button of a page opened before.</summary>
    public Task SubmitAsync(IHtmlDocument page, string button)
    {
        Page = page;
        return PressAsync(button);
    }

    /// <summary>Sends a form that the page does not offer, with the token of one it does.</summary>
    public async Task PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var token = Page.QuerySelectorAll("input[name=__RequestVerificationToken]").Select(i => i.GetAttribute("value")!).FirstOrDefault() ?? "";
        using var body = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await browser.PostAsync(address, body);
        await ReadAsync(answer);
    }

    public string Link(string text) => Page.QuerySelectorAll("a").First(a => a.TextContent.Trim() == text).GetAttribute("href")!;

    public void Dispose() => browser.Dispose();

    private async Task SendAsync(string button, Func<IHtmlFormElement, HttpContent> content)
    {
        var pressed = Page.QuerySelectorAll("button").FirstOrDefault(b => b.TextContent.Trim() == button)
            ?? throw new InvalidOperationException($"No button “{button}” on {At}: {string.Join(", ", Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim()))}");
        var form = (IHtmlFormElement)(pressed.GetAttribute("form") is { } id ? Page.GetElementById(id)! : pressed.Closest("form")!);
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        if (action.StartsWith('?')) action = At.Split('?')[0] + action;
        using var body = content(form);
        using var answer = await browser.PostAsync(action.Length == 0 ? At : action, body);
        await ReadAsync(answer);
    }

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        (Status, At) = (answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html") Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        else File = await answer.Content.ReadAsByteArrayAsync();
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form)
    {
        foreach (var e in form.QuerySelectorAll("input, select, textarea"))
        {
            if (e.GetAttribute("name") is not { Length: > 0 } name || e.HasAttribute("disabled")) continue;
            if (e is IHtmlInputElement { Type: "checkbox" or "radio" } box) { if (box.IsChecked) yield return new(name, box.GetAttribute("value") ?? "on"); }
            else if (e is IHtmlInputElement { Type: "file" }) continue;
            else yield return new(name, e switch { IHtmlInputElement input => input.Value, IHtmlSelectElement select => select.Value ?? "", IHtmlTextAreaElement area => area.Value, _ => "" });
        }
    }
}
