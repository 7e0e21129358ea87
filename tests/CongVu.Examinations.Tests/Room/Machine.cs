using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using CongVu.Examinations.Room;
using Microsoft.AspNetCore.WebUtilities;

namespace CongVu.Examinations.Tests.Room;

/// <summary>A machine in the room, written from docs/exam-protocol.md.</summary>
internal sealed class Machine : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _number, _code;

    public Machine(Uri host, string number, string code, string from)
    {
        (_number, _code) = (number, code);
        // Machines are told apart by the address they call from.
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, ct) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(IPAddress.Parse(context.DnsEndPoint.Host), context.DnsEndPoint.Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = host };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public string Token { get; set; } = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public int Epoch { get; private set; }

    /// <summary>Everything typed here, in order.</summary>
    public List<Entry> Log { get; } = [];

    public Dictionary<string, string> Headers { get; } = [];

    public JsonElement Welcome { get; private set; }

    public Entry Type(int question, string answer, long clock = 1000)
    {
        var entry = new Entry(Log.Count + 1, clock, EntryKinds.Answer, question, JsonSerializer.Serialize(new Dictionary<string, string> { ["RESPONSE"] = answer }));
        Log.Add(entry);
        return entry;
    }

    public async Task<(int Status, JsonElement Body)> EnterAsync(string? move = null, string? code = null, string? number = null)
    {
        var answer = await AskAsync(HttpMethod.Post, "vao", new { number = number ?? _number, code = code ?? _code, token = Token, move }, withToken: false);
        if (answer.Status == 200) (Epoch, Welcome) = (answer.Body.GetProperty("epoch").GetInt32(), answer.Body);
        return answer;
    }

    /// <summary>Enters and expects to be let in.</summary>
    public async Task<Machine> InAsync(string? move = null)
    {
        (await EnterAsync(move)).Status.ShouldBe(200);
        return this;
    }

    public Task<(int Status, JsonElement Body)> SendAsync(IEnumerable<Entry> entries, bool more = false) => AskAsync(HttpMethod.Post, "gui", new { entries, more });

    /// <summary>Hands in everything and expects it to be taken.</summary>
    public async Task<JsonElement> SendAllAsync()
    {
        var (status, body) = await SendAsync(Log);
        status.ShouldBe(200, body.ToString());
        body.GetProperty("ack").GetInt32().ShouldBe(Log.Count);
        return body;
    }

    public Task<(int Status, JsonElement Body)> PaperAsync() => AskAsync(HttpMethod.Get, "de", null);

    public Task<(int Status, JsonElement Body)> SealAsync(int? last = null) => AskAsync(HttpMethod.Post, "nop", new { last = last ?? Log.Count });

    public async Task<(int Status, JsonElement Body)> AskAsync(HttpMethod method, string what, object? body, bool withToken = true)
    {
        using var request = new HttpRequestMessage(method, $"/phong-thi/api/{what}") { Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body) };
        if (withToken) request.Headers.Authorization = new AuthenticationHeaderValue("Seat", Token);
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public void Dispose() => _http.Dispose();
}
