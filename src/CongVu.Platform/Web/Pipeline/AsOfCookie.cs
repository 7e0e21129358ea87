using System.Globalization;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Http;

namespace CongVu.Platform.Web.Pipeline;

/// <summary>The as-of choice travels in a cookie of this browser session, so that every screen shows the same day.</summary>
public static class AsOfCookie
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Applies the choice to the request; a cookie that does not parse is ignored.</summary>
    internal static void Apply(HttpContext http, AsOfContext asOf)
    {
        if (!http.Request.Cookies.TryGetValue(SignInFlow.AsOfCookie, out var text) || string.IsNullOrEmpty(text)) return;
        var parts = text.Split('@');
        if (!Parse(parts[0], out var valid)) return;
        // "As known on D" means: with everything recorded up to the end of that day.
        DateTime? known = parts.Length > 1 && Parse(parts[1], out var day) ? VietnamTime.StartOf(day.AddDays(1)).UtcDateTime : null;
        asOf.Choose(new AsOf(valid, known));
    }

    /// <summary>Keeps a choice, or forgets it when it is today as known now.</summary>
    public static void Keep(HttpContext http, DateOnly? validOn, DateOnly? knownOn)
    {
        if (validOn is not { } valid) { http.Response.Cookies.Delete(SignInFlow.AsOfCookie); return; }
        var value = valid.ToString(Format, CultureInfo.InvariantCulture) + (knownOn is { } k ? "@" + k.ToString(Format, CultureInfo.InvariantCulture) : "");
        http.Response.Cookies.Append(SignInFlow.AsOfCookie, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
    }

    private static bool Parse(string text, out DateOnly day) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
