using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Platform.Web.Pipeline;

/// <summary>Names and addresses the sign-in flow shares with its pages.</summary>
public static class SignInFlow
{
    /// <summary>Cookie with the session token.</summary>
    public const string SessionCookie = "__cv_phien";
    /// <summary>Cookie with the chosen as-of dates, <c>yyyy-MM-dd[@yyyy-MM-dd]</c>.</summary>
    public const string AsOfCookie = "__cv_ngay";
    /// <summary>Sign-in page.</summary>
    public const string SignIn = "/dang-nhap";
    /// <summary>Second factor, or its enrolment.</summary>
    public const string SecondFactor = "/dang-nhap/ma-xac-thuc";
    /// <summary>Choosing an own password.</summary>
    public const string ChoosePassword = "/dang-nhap/doi-mat-khau";
}

/// <summary>
/// The front door of every endpoint: finds the session, lets the actor into the gate, applies the as-of choice and
/// checks the endpoint's rule. An endpoint without a rule is refused.
/// </summary>
public sealed class SessionMiddleware(RequestDelegate next)
{
    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext http, Sessions sessions, Gate gate, AsOfContext asOf, PermissionCatalogue permissions, AuditLog audit)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint is null) { await next(http); return; }
        var rule = endpoint.Metadata.GetMetadata<EndpointRuleAttribute>();

        if (rule is OpenToAllAttribute)
        {
            // The page that tells of an outage and the question whether the process lives must not need the database themselves.
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && http.Items[FailureMiddleware.Key] is null) await EnterAsync(http, sessions, gate);
            await next(http);
            return;
        }
        await EnterAsync(http, sessions, gate);
        if (gate.ActorOrNull is not { } who) { SendToSignIn(http); return; }

        var duringSignIn = rule is SignedInAttribute { DuringSignIn: true };
        if (!duringSignIn && who.NeedsSecondFactor && !who.SecondFactorDone) { Redirect(http, SignInFlow.SecondFactor); return; }
        if (!duringSignIn && who.MustChangePassword) { Redirect(http, SignInFlow.ChoosePassword); return; }

        if (!Allowed(rule, gate, permissions))
        {
            await audit.ReadAsync(new AuditLine("platform.refused", Detail: new { path = http.Request.Path.Value, method = http.Request.Method }), http.RequestAborted);
            throw new ForbiddenException("Tài khoản của bạn không được giao quyền mở trang này.");
        }
        AsOfCookie.Apply(http, asOf);
        if (!asOf.IsNow && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            && endpoint.Metadata.GetMetadata<AllowedOnPastDaysAttribute>() is null)
            throw new ForbiddenException("Đang xem dữ liệu của một ngày khác nên không thay đổi được gì. Bấm “Về hôm nay” rồi làm lại.");
        await next(http);
    }

    private static async Task EnterAsync(HttpContext http, Sessions sessions, Gate gate)
    {
        if (!http.Request.Cookies.TryGetValue(SignInFlow.SessionCookie, out var token) || token.Length is <= 20 or >= 100) return;
        var actor = await sessions.FindAsync(token, http.Connection.RemoteIpAddress, http.RequestServices.GetRequiredService<SessionReadings>(), http.RequestAborted);
        if (actor is not null) await gate.EnterAsync(actor, http.RequestServices.GetRequiredService<IUnitHierarchy>(), http.RequestAborted);
    }

    private static bool Allowed(EndpointRuleAttribute? rule, Gate gate, PermissionCatalogue permissions) => rule switch
    {
        SignedInAttribute => true,
        RequiresAttribute requires => permissions.All.Where(p => requires.AnyOf.Contains(p.Code)).Any(gate.May),
        _ => false,
    };

    private static void SendToSignIn(HttpContext http)
    {
        var wantsPage = HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("html", StringComparison.Ordinal);
        if (wantsPage || HttpMethods.IsPost(http.Request.Method))
            http.Response.Redirect($"{SignInFlow.SignIn}?ve={Uri.EscapeDataString(HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/")}");
        else http.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    private static void Redirect(HttpContext http, string where) => http.Response.Redirect(where);
}
