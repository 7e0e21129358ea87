using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Host.Pages.SignIn;

/// <summary>Ends the session on the server and removes the cookies.</summary>
[SignedIn(DuringSignIn = true), AllowedOnPastDays]
public sealed class SignOutModel(Sessions sessions) : PageModel
{
    /// <summary>A typed address changes nothing.</summary>
    public IActionResult OnGet() => Redirect("/");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.EndAsync(SessionCookie.Token(HttpContext), "signed-out", ct);
        SessionCookie.Remove(HttpContext);
        AsOfCookie.Keep(HttpContext, null, null);
        return Redirect(SignInFlow.SignIn);
    }
}
