using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using CongVu.Examinations.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CongVu.Examinations.Room;

internal sealed record SendRequest(IReadOnlyList<Entry>? Entries, bool More);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(SeatView))]
[JsonSerializable(typeof(PaperWire))]
internal sealed partial class RoomJson : JsonSerializerContext;

/// <summary>
/// Takes what machines hand in. Thousands come every second, so it runs before the rest of the pipeline, needs no services of its own request as long as nothing is
/// refused, and reads and writes its JSON by generated code.
/// </summary>
internal sealed class SendEndpoint(SeatCalls calls, EntryWriter writer)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var address = RoomEntrance.AddressOf(http);
        var (session, status, refused) = await calls.OfAsync(http, address);
        if (session is null) { await RefuseAsync(http, status, refused!); return; }
        async Task WriteDownAsync(string what, object? detail = null) => await SeatCalls.Refusals(http).OfSeatAsync(session.Seat, what, address, CancellationToken.None, detail);

        SendRequest? message;
        try { message = http.Request.ContentLength > RoomEndpoints.LargestMessage ? throw new BadHttpRequestException("", 413) : await ReadAsync(http); }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await WriteDownAsync("too-large");
            await RefuseAsync(http, 413, "too-large");
            return;
        }
        var entries = message?.Entries ?? [];
        if (message is null || Fault(entries) is not null)
        {
            await WriteDownAsync("bad-entry", message is null ? "json" : Fault(entries));
            await RefuseAsync(http, 422, "bad-entry");
            return;
        }
        // Once read, a message is kept whether or not its machine still waits for the answer.
        var outcome = await writer.AppendAsync(new Append(session.Seat.SeatId, session.Epoch, entries, message.More, EntrySource.Live));
        if (outcome is AppendOutcome.Kept kept)
        {
            if (kept.Uncounted > 0) await WriteDownAsync(kept.View.Live ? "late" : "not-live", kept.Uncounted);
            await AnswerAsync(http, kept.View);
            return;
        }
        var what = outcome switch { AppendOutcome.Gap => "gap", AppendOutcome.Conflict => "conflict", AppendOutcome.AfterSealing => "sealed", AppendOutcome.NotOpen => "not-open", _ => "unknown" };
        await WriteDownAsync(what, (outcome as AppendOutcome.Conflict)?.Sequence ?? entries.FirstOrDefault()?.S);
        await RefuseAsync(http, outcome is null ? 401 : 409, what, outcome?.View);
    }

    private static string? Fault(IReadOnlyList<Entry> entries)
    {
        if (entries.Count > Entry.Most) return "count";
        foreach (var e in entries) if ((e is null ? "json" : e.K is null ? "kind" : e.Fault()) is { } fault) return fault;
        return null;
    }

    private static async ValueTask<SendRequest?> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = RoomEndpoints.LargestMessage;
        var body = http.Request.BodyReader;
        for (; ; )
        {
            var read = await body.ReadAsync(http.RequestAborted);
            if (!read.IsCompleted) { body.AdvanceTo(read.Buffer.Start, read.Buffer.End); continue; }
            var message = Parse(read.Buffer);
            body.AdvanceTo(read.Buffer.End);
            return message;
        }
    }

    private static SendRequest? Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            var message = JsonSerializer.Deserialize(ref json, RoomJson.Default.SendRequest);
            return json.Read() ? null : message;
        }
        catch (JsonException) { return null; }
    }

    private static async Task AnswerAsync(HttpContext http, SeatView view)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(view, RoomJson.Default.SeatView);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        await http.Response.BodyWriter.WriteAsync(json);
    }

    private static Task RefuseAsync(HttpContext http, int status, string what, SeatView? view = null) => RoomEndpoints.Refused(status, what, view).ExecuteAsync(http);
}
