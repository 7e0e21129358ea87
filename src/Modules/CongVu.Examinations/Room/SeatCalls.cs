using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Room;

/// <summary>Who sends a message: finds the machine by the token in the header, holds it to its address and counts what it asks.</summary>
internal sealed class SeatCalls(SeatSessions sessions, TryLimit limit, TimeProvider clock)
{
    public const int MessagesPerTenSeconds = 100;
    private const int UnknownPerMinute = 100;
    private const string Scheme = "Seat ";
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10), UnknownWindow = TimeSpan.FromMinutes(1);

    /// <summary>The machine, or why it is not listened to; a refusal is written down here.</summary>
    public async ValueTask<(SeatSession? Session, int Status, string? Refused)> OfAsync(HttpContext http, string address)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.Ordinal) && SeatSessions.IsToken(header.AsSpan(Scheme.Length)) ? header[Scheme.Length..] : null;
        var session = token is null ? null : sessions.Known(token);
        if (session is null)
        {
            var key = $"unknown {address}";
            if (limit.IsSpent(key, UnknownPerMinute, UnknownWindow)) return (null, 429, "too-many");
            if (token is not null) session = await sessions.FindAsync(token, http.RequestAborted);
            if (session is null)
            {
                limit.Take(key, UnknownPerMinute, UnknownWindow);
                await Refusals(http).OfStrangerAsync("unknown", address, http.RequestAborted);
                return (null, 401, "unknown");
            }
        }
        if (!await sessions.MayComeFromAsync(session, address, http.RequestAborted))
        {
            await Refusals(http).OfSeatAsync(session.Seat, "other-machine", address, http.RequestAborted);
            return (null, 403, "other-machine");
        }
        return session.TakeMessage(clock.GetUtcNow(), MessagesPerTenSeconds, Window) ? (session, 0, null) : (null, 429, "too-many");
    }

    /// <summary>Made only when there is something to refuse: it needs the services of a request.</summary>
    public static RefusalLog Refusals(HttpContext http) => http.RequestServices.GetRequiredService<RefusalLog>();
}
