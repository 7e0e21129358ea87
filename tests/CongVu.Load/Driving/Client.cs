using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CongVu.Host.Practice;

namespace CongVu.Load.Driving;

/// <summary>
/// One signed-in user. Measured requests ask for compressed answers as browsers do and read them to the last byte, but do not
/// unpack or understand them, so that the generator takes little from the processors it shares with the server.
/// </summary>
internal sealed class Client : IDisposable
{
    private readonly HttpClient _http;
    private readonly byte[] _buffer = new byte[64 * 1024];

    public Client(Uri address, string account, int number)
    {
        (Account, Number) = (account, number);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public string Account { get; }

    /// <summary>Which of the clients, from 0.</summary>
    public int Number { get; }

    /// <summary>Address of the page opened last.</summary>
    public string At { get; private set; } = "";

    /// <summary>Signs in as a person does: name, password, then the code the practice province shows.</summary>
    public async Task SignInAsync(CancellationToken ct)
    {
        var form = await OpenAsync("/dang-nhap", ct);
        var next = await PostAsync(form, "/dang-nhap", ct, ("UserName", Account), ("Password", PracticeAccounts.Password));
        if (next.QuerySelector("[data-practice-code]") is { } code) await PostAsync(next, At, ct, ("Code", code.TextContent));
        await OpenAsync("/viec-cua-toi", ct);
        if (At != "/viec-cua-toi") throw new InvalidOperationException($"{Account} could not sign in; the browser is at {At}.");
    }

    /// <summary>Opens a page to read it, not to measure; follows redirects.</summary>
    public async Task<IHtmlDocument> OpenAsync(string url, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Get, url, measured: false);
        return await ReadAsync(await _http.SendAsync(request, ct), ct);
    }

    /// <summary>Sends fields with the page's token, to go on, not to measure; follows redirects.</summary>
    public async Task<IHtmlDocument> PostAsync(IHtmlDocument page, string url, CancellationToken ct, params (string Name, string Value)[] fields)
    {
        using var request = Request(HttpMethod.Post, url, measured: false);
        request.Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create(TokenName, Token(page))]);
        return await ReadAsync(await _http.SendAsync(request, ct), ct);
    }

    /// <summary>A measured request for a page: it must be answered with it.</summary>
    public async Task GetAsync(string url, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Get, url, measured: true);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        var length = await DrainAsync(answer, ct);
        if (answer.StatusCode != HttpStatusCode.OK || length == 0) throw new InvalidOperationException($"{Account}: {url} answered {(int)answer.StatusCode} {answer.Headers.Location} with {length} bytes.");
    }

    /// <summary>A measured post that must be answered by sending the browser on to a page.</summary>
    public async Task SendFormAsync(string url, IEnumerable<KeyValuePair<string, string>> fields, string onTo, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Post, url, measured: true);
        request.Content = new FormUrlEncodedContent(fields);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        await DrainAsync(answer, ct);
        if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location?.ToString() != onTo) throw new InvalidOperationException($"{Account}: {url} answered {(int)answer.StatusCode} {answer.Headers.Location}.");
    }

    /// <summary>Takes a file and returns its length.</summary>
    public async Task<long> TakeAsync(string url, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Get, url, measured: true);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{Account}: {url} answered {(int)answer.StatusCode}.");
        return await DrainAsync(answer, ct);
    }

    public void Dispose() => _http.Dispose();

    internal const string TokenName = "__RequestVerificationToken";

    internal static string Token(IHtmlDocument page) => page.QuerySelector<IHtmlInputElement>($"input[name={TokenName}]")?.Value ?? "";

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        for (var hops = 0; hops < 8 && (int)answer.StatusCode is >= 300 and < 400; hops++)
        {
            var next = answer.Headers.Location!.ToString();
            answer.Dispose();
            using var request = Request(HttpMethod.Get, next, measured: false);
            answer = await _http.SendAsync(request, ct);
        }
        using (answer)
        {
            At = answer.RequestMessage!.RequestUri!.PathAndQuery;
            var text = await answer.Content.ReadAsStringAsync(ct);
            return answer.StatusCode == HttpStatusCode.OK ? new HtmlParser().ParseDocument(text) : throw new InvalidOperationException($"{Account}: {At} answered {(int)answer.StatusCode}.");
        }
    }

    private async Task<long> DrainAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        long length = 0;
        for (int read; (read = await body.ReadAsync(_buffer, ct)) > 0;) length += read;
        return length;
    }

    private static HttpRequestMessage Request(HttpMethod method, string url, bool measured)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml");
        if (measured) request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        return request;
    }
}
