using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CongVu.Host.Tests;

/// <summary>A user without script: opens pages, fills in forms by their labels and sends them, follows redirects itself.</summary>
public sealed class Visitor(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseCookies = true }) { BaseAddress = address };

    /// <summary>Status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page shown.</summary>
    public string At { get; private set; } = "";

    /// <summary>The page shown.</summary>
    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    /// <summary>Text of the page.</summary>
    public string Text => Page.Body?.TextContent ?? "";

    /// <summary>Headings of the page.</summary>
    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>Opens an address.</summary>
    public Task OpenAsync(string url) => SendAsync(() => Request(HttpMethod.Get, url));

    /// <summary>Fills in the fields named and sends the form that the button with these words belongs to.</summary>
    public Task PressAsync(string button, params (string Name, string Value)[] fields)
    {
        var pressed = Page.QuerySelectorAll("button").FirstOrDefault(b => b.TextContent.Trim() == button) ?? throw new InvalidOperationException($"No button “{button}” on {At}: {string.Join(", ", Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim()))}");
        var form = pressed.GetAttribute("form") is { } id ? (IHtmlFormElement)Page.GetElementById(id)! : pressed.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"Button “{button}” is in no form.");
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        var values = Values(form).ToList();
        foreach (var (name, value) in fields) { values.RemoveAll(v => v.Key == name); values.Add(new(name, value)); }
        var target = action.Length == 0 ? At : action.StartsWith('?') ? At.Split('?')[0] + action : action;
        return SendAsync(() =>
        {
            var request = Request(HttpMethod.Post, target);
            request.Content = new FormUrlEncodedContent(values);
            return request;
        });
    }

    /// <summary>The same with a file chosen in a field of the form.</summary>
    public Task PressWithFileAsync(string button, string field, string fileName, byte[] content, params (string Name, string Value)[] fields)
    {
        var pressed = Page.QuerySelectorAll("button").First(b => b.TextContent.Trim() == button);
        var form = (IHtmlFormElement)(pressed.GetAttribute("form") is { } id ? Page.GetElementById(id)! : pressed.Closest("form")!);
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        var values = Values(form).Where(v => fields.All(f => f.Name != v.Key)).Concat(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))).ToList();
        return SendAsync(() =>
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in values) parts.Add(new StringContent(value), name);
            parts.Add(new ByteArrayContent(content), field, fileName);
            var request = Request(HttpMethod.Post, action.Length == 0 ? At : At.Split('?')[0] + action);
            request.Content = parts;
            return request;
        });
    }

    /// <summary>Posts fields with the antiforgery token of the page shown.</summary>
    public Task PostAsync(string url, params (string Name, string Value)[] fields) => SendAsync(() =>
    {
        var request = Request(HttpMethod.Post, url);
        var token = Page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value ?? "";
        request.Content = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)), new("__RequestVerificationToken", token)]);
        return request;
    });

    /// <summary>Uploads a file with the form of the page shown.</summary>
    public Task UploadAsync(string field, string fileName, byte[] content) => SendAsync(() =>
    {
        var request = Request(HttpMethod.Post, At);
        var form = new MultipartFormDataContent { { new ByteArrayContent(content), field, fileName } };
        form.Add(new StringContent(Page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value ?? ""), "__RequestVerificationToken");
        request.Content = form;
        return request;
    });

    /// <summary>Bytes of an address.</summary>
    public async Task<byte[]> DownloadAsync(string url)
    {
        using var answer = await _http.SendAsync(Request(HttpMethod.Get, url), TestContext.Current.CancellationToken);
        Status = answer.StatusCode;
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Status of a bare request, redirects not followed.</summary>
    public async Task<(HttpStatusCode Status, string? Location)> AskAsync(HttpMethod method, string url)
    {
        using var answer = await _http.SendAsync(Request(method, url), TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Location?.ToString());
    }

    /// <summary>Signs in with name, password and, where asked for, the code the practice province shows.</summary>
    public async Task SignInAsync(string userName, string password)
    {
        await OpenAsync("/dang-nhap");
        await PressAsync("Đăng nhập", ("UserName", userName), ("Password", password));
        if (At.StartsWith("/dang-nhap/ma-xac-thuc", StringComparison.Ordinal))
            await PressAsync("Xác nhận", ("Code", Page.QuerySelector("[data-practice-code]")!.TextContent));
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task SendAsync(Func<HttpRequestMessage> make)
    {
        var answer = await _http.SendAsync(make(), TestContext.Current.CancellationToken);
        for (var i = 0; i < 8 && (int)answer.StatusCode is >= 300 and < 400; i++)
        {
            var next = answer.Headers.Location!.ToString();
            answer.Dispose();
            answer = await _http.SendAsync(Request(HttpMethod.Get, next), TestContext.Current.CancellationToken);
        }
        using (answer)
        {
            Status = answer.StatusCode;
            At = answer.RequestMessage!.RequestUri!.PathAndQuery;
            Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string url)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml");
        return request;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form) => form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && !e.HasAttribute("disabled")).SelectMany(e => e switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Type: "submit" or "button" or "file" } => [],
        IHtmlInputElement input => [new KeyValuePair<string, string>(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [new KeyValuePair<string, string>(area.Name!, area.Value)],
        IHtmlSelectElement select => [new KeyValuePair<string, string>(select.Name!, select.Value ?? "")],
        _ => Array.Empty<KeyValuePair<string, string>>(),
    });
}
