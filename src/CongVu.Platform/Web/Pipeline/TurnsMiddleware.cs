using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Platform.Web.Pipeline;

/// <summary>
/// Pages are made in the order in which they were asked for, a few at a time. Without it all requests under way share the processors step by
/// step, so that under load everybody waits about as long as for all of them together, and many wait twice as long as others.
/// </summary>
/// <remarks>
/// A turn is held only while the page is made: the form has arrived before, and the answer is sent after. A request that waits long for something else (a lock, a
/// slow query) cannot hold up the others for more than <see cref="Patience"/> each. Forms of pages that set limits of their own, which take files, take no turn.
/// </remarks>
public sealed class TurnsMiddleware(RequestDelegate next) : IDisposable
{
    /// <summary>After this time a request goes on without a turn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private const long SmallForm = 256 << 10;
    private readonly SemaphoreSlim _turns = new(2 * Environment.ProcessorCount);

    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (!await ReadyAsync(http) || !await _turns.WaitAsync(Patience, http.RequestAborted)) { await next(http); return; }
        var held = true;
        http.Response.OnStarting(() =>
        {
            Release();
            return Task.CompletedTask;
        });
        try { await next(http); }
        finally { Release(); }

        void Release()
        {
            if (!held) return;
            held = false;
            _turns.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private static async Task<bool> ReadyAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata is not { } page || page.GetMetadata<PageActionDescriptor>() is null) return false;
        if (!http.Request.HasFormContentType) return true;
        if (page.GetMetadata<IRequestSizeLimitMetadata>() is not null || page.GetMetadata<RequestFormLimitsAttribute>() is not null) return false;
        if (http.Request.ContentLength is not (>= 0 and <= SmallForm)) return false;
        await http.Request.ReadFormAsync(http.RequestAborted);
        return true;
    }
}
