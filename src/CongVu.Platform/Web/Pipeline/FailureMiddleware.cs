using CongVu.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CongVu.Platform.Web.Pipeline;

/// <summary>What went wrong with a request, for the page that tells the user.</summary>
public sealed record Failure(int Status, string? Message, string TraceId, StaleEditException? Stale = null, string? Path = null);

/// <summary>
/// Outermost: turns refusals and faults into one page in Vietnamese that says what, where and what to do, without losing
/// the status code. While the database is away the page needs none.
/// </summary>
public sealed partial class FailureMiddleware(RequestDelegate next, ILogger<FailureMiddleware> log)
{
    /// <summary>Key of the <see cref="Failure"/> in <see cref="HttpContext.Items"/>.</summary>
    public const string Key = "CongVu.Failure";
    /// <summary>Page that shows it.</summary>
    public const string Page = "/loi";

    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        Failure? failure = null;
        try
        {
            await next(http);
            if (http.Response.HasStarted || http.Response.StatusCode < 400 || http.Response.ContentLength > 0 || http.Response.ContentType is not null) return;
            failure = new Failure(IsTooLarge(http) ? StatusCodes.Status413PayloadTooLarge : http.Response.StatusCode, null, http.TraceIdentifier, Path: http.Request.Path);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested) { return; }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            failure = Classify(e, http);
            if (failure.Status >= 500) LogFault(log, e, http.Request.Path, http.TraceIdentifier);
        }
        await ShowAsync(http, failure);
    }

    // A form too large to be read has no antiforgery token that could be found, and is refused for that.
    private static bool IsTooLarge(HttpContext http) =>
        http.Response.StatusCode == StatusCodes.Status400BadRequest && http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most && http.Request.ContentLength > most;

    private static Failure Classify(Exception e, HttpContext http)
    {
        Failure Of(int status, string? message, StaleEditException? stale = null) => new(status, message, http.TraceIdentifier, stale, http.Request.Path);
        for (var inner = e; inner is not null; inner = inner.InnerException)
            if (DatabaseIsAway(inner)) return Of(503, null);
        return e switch
        {
            ForbiddenException => Of(403, e.Message),
            NotFoundException => Of(404, e.Message),
            StaleEditException stale => Of(409, stale.Message, stale),
            DbUpdateConcurrencyException => Of(409, null),
            BadHttpRequestException bad => Of(bad.StatusCode, null),
            InvalidDataException when http.Request.HasFormContentType => Of(413, null),
            NpgsqlException { IsTransient: true } or TimeoutException => Of(503, null),
            _ => Of(500, null),
        };
    }

    /// <summary>The server does not answer, is going down or coming up, or takes no more connections.</summary>
    internal static bool DatabaseIsAway(Exception e) =>
        e is PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" } or NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } or System.Net.Sockets.SocketException;

    private async Task ShowAsync(HttpContext http, Failure failure)
    {
        var accept = http.Request.Headers.Accept.ToString();
        var method = http.Request.Method;
        http.Response.Clear();
        http.Response.StatusCode = failure.Status;
        if (accept.Length > 0 && !accept.Contains("html", StringComparison.Ordinal) && !accept.Contains("*/*", StringComparison.Ordinal))
        {
            await http.Response.WriteAsJsonAsync(new { status = failure.Status, message = failure.Message, traceId = failure.TraceId });
            return;
        }
        http.Items[Key] = failure;
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.Request.Path = Page;
        http.Request.QueryString = QueryString.Empty;
        http.Request.Method = HttpMethods.Get;
        try { await next(http); }
        finally { http.Request.Method = method; }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Path} failed ({TraceId})")]
    private static partial void LogFault(ILogger log, Exception exception, string path, string traceId);
}
