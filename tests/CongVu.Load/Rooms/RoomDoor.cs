using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CongVu.Load.Rooms;

/// <summary>What candidates do besides saving: enter, fetch the paper, hand in.</summary>
internal sealed class RoomDoor(Uri host) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10) }) { BaseAddress = host, Timeout = TimeSpan.FromMinutes(1) };

    public async Task EnterAsync(ExamSeat seat, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync("/phong-thi/api/vao", new { number = seat.Number, code = seat.Code, token = seat.Token }, ct);
        await ReadAsync("vao", answer, ct);
    }

    public async Task PaperAsync(ExamSeat seat, CancellationToken ct)
    {
        using var paper = await ReadAsync("de", await SendAsync(HttpMethod.Get, "de", seat, null, ct), ct);
        if (paper.RootElement.GetProperty("questions").GetArrayLength() != 60) throw new InvalidOperationException("de: not 60 questions");
    }

    public async Task SealAsync(ExamSeat seat, CancellationToken ct)
    {
        using var receipt = await ReadAsync("nop", await SendAsync(HttpMethod.Post, "nop", seat, new { last = seat.Acknowledged }, ct), ct);
        if (receipt.RootElement.GetProperty("entries").GetInt32() != seat.Acknowledged) throw new InvalidOperationException("nop: not all entries");
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string what, ExamSeat seat, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, $"/phong-thi/api/{what}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Seat", seat.Token);
        return await _http.SendAsync(request, ct);
    }

    private static async Task<JsonDocument> ReadAsync(string what, HttpResponseMessage answer, CancellationToken ct) =>
        answer.StatusCode == HttpStatusCode.OK ? JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct)) : throw new InvalidOperationException($"{what}: {(int)answer.StatusCode}");
}
