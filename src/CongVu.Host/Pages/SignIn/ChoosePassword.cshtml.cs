using System.ComponentModel.DataAnnotations;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Host.Pages.SignIn;

/// <summary>Choosing an own password: at the first sign-in, or whenever the owner wants to. Other sessions of the account end.</summary>
[SignedIn(DuringSignIn = true), AllowedOnPastDays]
public sealed class ChoosePasswordModel(Platform.Security.SignIn signIn, Sessions sessions, Gate gate) : PageModel
{
    /// <summary>Password so far.</summary>
    [BindProperty, Required(ErrorMessage = "Nhập mật khẩu hiện tại.")]
    public string Current { get; set; } = "";

    /// <summary>New password.</summary>
    [BindProperty, Required(ErrorMessage = "Nhập mật khẩu mới."), StringLength(200, ErrorMessage = "Mật khẩu dài tối đa 200 ký tự.")]
    public string Chosen { get; set; } = "";

    /// <summary>New password again.</summary>
    [BindProperty, Compare(nameof(Chosen), ErrorMessage = "Hai lần nhập mật khẩu mới không giống nhau.")]
    public string Repeated { get; set; } = "";

    /// <summary>True when the change is demanded, not asked for.</summary>
    public bool IsDemanded => gate.Actor.MustChangePassword;

    /// <summary>Handles the form.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (gate.Actor is { NeedsSecondFactor: true, SecondFactorDone: false }) return Redirect(SignInFlow.SecondFactor);
        if (!ModelState.IsValid) return Page();
        if (await signIn.ChoosePasswordAsync(gate.Actor.AccountId, Current, Chosen, ct) is { } weakness)
        {
            ModelState.AddModelError(nameof(Chosen), weakness);
            return Page();
        }
        await sessions.EndAllAsync(gate.Actor.AccountId, "password-changed", ct);
        SessionCookie.Remove(HttpContext);
        TempData["Flash"] = "Đã đổi mật khẩu. Đăng nhập lại bằng mật khẩu mới.";
        return Redirect(SignInFlow.SignIn);
    }
}
