using System.Text.Json;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>What machines talk to (docs/exam-protocol.md). Open to all, because candidates have no accounts: each message carries its machine's own token.</summary>
internal static class RoomEndpoints
{
    public const string Page = "/phong-thi";
    public const string Api = Page + "/api";
    public const long LargestMessage = 512 << 10;
    private const int DoorsAtOnce = 8;
    private static readonly int PapersAtOnce = Math.Max(2, Environment.ProcessorCount);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var open = new OpenToAllAttribute();
        // Two hundred who press at the same second are served in turn: all at once they would take each other's connections to the database, and each new connection
        // costs more than several answers. Who comes in waits for the disk and others may work meanwhile; a paper is work for the processor alone.
        var (doors, papers) = (Turns(DoorsAtOnce), Turns(PapersAtOnce));
        endpoints.MapPost(Api + "/vao", EnterAsync).WithMetadata(open).AddEndpointFilter(doors);
        endpoints.MapPost(ExaminationLinks.Answers, endpoints.ServiceProvider.GetRequiredService<SendEndpoint>().InvokeAsync).WithMetadata(open).ShortCircuit();
        endpoints.MapGet(Api + "/de", PaperAsync).WithMetadata(open).AddEndpointFilter(papers);
        endpoints.MapPost(Api + "/nop", SealAsync).WithMetadata(open).AddEndpointFilter(doors);
        endpoints.MapGet(Page + "/sw.js", ServiceWorkerAsync).WithMetadata(open);
    }

    private static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Turns(int atOnce)
    {
        var turns = new SemaphoreSlim(atOnce);
        return async (call, next) =>
        {
            await turns.WaitAsync(call.HttpContext.RequestAborted);
            try { return await next(call); }
            finally { turns.Release(); }
        };
    }

    private static async Task<IResult> EnterAsync(HttpContext http, SeatDoor door, CarryKeys keys, TryLimit limit, TimeProvider clock, CancellationToken ct)
    {
        var address = RoomEntrance.AddressOf(http);
        if (!limit.Take($"enter {address}", 3000, TimeSpan.FromMinutes(1))) return Refused(429, "too-many");
        if (await ReadAsync<EnterRequest>(http, 8 << 10) is not { } ask) return Refused(400, "bad-request");
        return await door.EnterAsync(ask, http.Request, address, ct) switch
        {
            EnterOutcome.In entered => TypedResults.Json(await WelcomeAsync(entered, keys, clock, ct), Json),
            EnterOutcome.Refused refused => Refused(refused.Status, refused.What),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<object> WelcomeAsync(EnterOutcome.In entered, CarryKeys keys, TimeProvider clock, CancellationToken ct)
    {
        var seat = entered.Seat;
        return new
        {
            seat = seat.Id, sitting = seat.SittingId, epoch = entered.Epoch, number = seat.Number, name = seat.FullName, birth = seat.Birth, exam = seat.Exam, sittingName = seat.Sitting, room = seat.Room, place = seat.Place,
            minutes = seat.Minutes, profile = JsonDocument.Parse(seat.Profile).RootElement, carryKey = Convert.ToBase64String(await keys.PublicAsync(seat.SittingId, ct)), now = new DateTimeOffset(clock.UtcNow()).ToUnixTimeMilliseconds(),
        };
    }

    private static async Task<IResult> PaperAsync(HttpContext http, SeatCalls calls, NpgsqlDataSource source, SittingPapers papers, RefusalLog refusals, AuditLog audit, CancellationToken ct)
    {
        var (session, refused) = await SessionAsync(http, calls);
        if (session is null) return refused!;
        var address = RoomEntrance.AddressOf(http);
        var asked = await PaperQuery.AskAsync(source, session.Seat.SeatId, session.Epoch, ct);
        var what = asked.Standing.LaterOpenedAt is not null ? "not-live" : asked.Standing.IsSealed ? "sealed" : !asked.Standing.MayWrite ? "not-open"
            : !RoomEntrance.NetworkFits(asked.Networks, address) ? "network" : !RoomEntrance.BrowserFits(asked.BrowserKey, http.Request) ? "browser" : null;
        if (what is not null) { await refusals.OfSeatAsync(session.Seat, what, address, ct, "paper"); return Refused(what is "network" or "browser" ? 403 : 409, what); }
        await audit.ReadAsync(new AuditLine("examinations.paper.read", "exam-seat", session.Seat.SeatId, Detail: new { session.Epoch, address }), ct);
        var paper = PaperWire.Of(await papers.ForSeatAsync(session.Seat.SittingId, asked.Number, ct), Answers.Final(asked.Typed), Answers.Flagged(asked.Typed));
        return TypedResults.Bytes(paper.ToJson(), "application/json; charset=utf-8");
    }

    private sealed record SealRequest(int Last);

    private static async Task<IResult> SealAsync(HttpContext http, SeatCalls calls, NpgsqlDataSource source, Sealer sealer, ScoreAtOnce scores, RefusalLog refusals, CancellationToken ct)
    {
        var (session, refused) = await SessionAsync(http, calls);
        if (session is null) return refused!;
        if (await ReadAsync<SealRequest>(http, 1 << 10) is not { Last: >= 0 } ask) return Refused(400, "bad-request");
        var standing = await StandingQuery.OneAsync(source, session.Seat.SeatId, session.Epoch, ct);
        if (standing!.LaterOpenedAt is not null && !standing.IsSealed)
        {
            await refusals.OfSeatAsync(session.Seat, "not-live", RoomEntrance.AddressOf(http), ct, "seal");
            return Refused(409, "not-live");
        }
        return await sealer.SealAsync(session.Seat.SeatId, SealedBy.Candidate, (session.Epoch, ask.Last), ct) switch
        {
            SealOutcome.Done done => TypedResults.Json(new { receipt = done.Receipt, code = Receipt.Code(done.Receipt), at = new DateTimeOffset(done.At).ToUnixTimeMilliseconds(), done.Entries, done.Answered, qr = Receipt.Qr(done.Receipt), score = await scores.TellAsync(session.Seat.SeatId, ct) }, Json),
            SealOutcome.Incomplete missing => TypedResults.Json(new { error = "incomplete", message = RoomWords.Refusal("incomplete"), ack = missing.Stored }, Json, statusCode: 409),
            _ => Refused(409, "not-open"),
        };
    }

    /// <summary>Served from here because a worker may only look after pages below its own address.</summary>
    private static async Task ServiceWorkerAsync(HttpContext http, IWebHostEnvironment environment)
    {
        http.Response.ContentType = "text/javascript; charset=utf-8";
        http.Response.Headers["Service-Worker-Allowed"] = Page;
        http.Response.Headers.CacheControl = "no-cache";
        await http.Response.SendFileAsync(environment.WebRootFileProvider.GetFileInfo("_content/CongVu.Examinations/room/sw.js"));
    }

    private static async Task<(SeatSession? Session, IResult? Refused)> SessionAsync(HttpContext http, SeatCalls calls)
    {
        var (session, status, refused) = await calls.OfAsync(http, RoomEntrance.AddressOf(http));
        return (session, session is null ? Refused(status, refused!) : null);
    }

    private static async Task<T?> ReadAsync<T>(HttpContext http, long largest) where T : class
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = largest;
        try { return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Json, http.RequestAborted); }
        catch (JsonException) { return null; }
    }

    public static IResult Refused(int status, string what, SeatView? view = null) => TypedResults.Json(new { error = what, message = RoomWords.Refusal(what), view?.Ack, view }, Json, statusCode: status);
}
