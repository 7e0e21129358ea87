using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace CongVu.Platform.Tests.Web;

/// <summary>A token that is always the same, so that forms can be looked at without keys.</summary>
internal sealed class FixedToken : IAntiforgery
{
    private static readonly AntiforgeryTokenSet Set = new("t", "c", "__token", "h");

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => Set;

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => Set;

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(true);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
    }

    public Task ValidateRequestAsync(HttpContext httpContext) => Task.CompletedTask;
}
