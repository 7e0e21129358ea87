using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;

namespace CongVu.Host;

/// <summary>The cookie with the session token: not readable by scripts, same-site, secure over HTTPS.</summary>
internal static class SessionCookie
{
    public static void Set(HttpContext http, string token) => http.Response.Cookies.Append(SignInFlow.SessionCookie, token, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
        MaxAge = Sessions.Longest,
        Path = "/",
    });

    public static string Token(HttpContext http) => http.Request.Cookies[SignInFlow.SessionCookie] ?? "";

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(SignInFlow.SessionCookie);
}
