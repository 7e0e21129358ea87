using Microsoft.Net.Http.Headers;

namespace CongVu.Host;

/// <summary>Static files: vendored ones never change under their version stamp, so browsers on slow lines keep them for a year.</summary>
internal static class StaticAssets
{
    public static StaticFileOptions Options() => new()
    {
        OnPrepareResponse = file =>
        {
            var stamped = file.Context.Request.Query.ContainsKey("v") || file.Context.Request.Path.StartsWithSegments("/lib");
            file.Context.Response.Headers[HeaderNames.CacheControl] = stamped ? "public,max-age=31536000,immutable" : "public,max-age=300";
        },
    };
}
