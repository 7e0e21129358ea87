using Microsoft.AspNetCore.Http;

namespace CongVu.Platform.Web;

/// <summary>The columns a person chose: from the address if it says so, else from the cookie of an earlier choice.</summary>
internal static class TableColumns
{
    /// <summary>Value of <c>cot</c> that forgets the choice.</summary>
    public const string Default = "mac-dinh";

    public static IReadOnlySet<string>? Read(HttpContext http, string table)
    {
        var cookie = "cot-" + table;
        if (!http.Request.Query.TryGetValue("cot", out var given))
        {
            return http.Request.Cookies.TryGetValue(cookie, out var kept) ? Keys(kept) : null;
        }

        if (given == Default)
        {
            http.Response.Cookies.Delete(cookie);
            return null;
        }

        var chosen = Keys(string.Join('.', given.OfType<string>()));
        http.Response.Cookies.Append(cookie, string.Join('.', chosen), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
        return chosen;
    }

    // Only what a declared key may look like: a cookie is input as any other.
    private static HashSet<string> Keys(string? text) =>
        [.. (text ?? "").Split(['.', ','], StringSplitOptions.RemoveEmptyEntries)
            .Where(k => k.Length <= 40 && k.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')).Take(100)];
}
