using System.ComponentModel.DataAnnotations;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CongVu.Host.Pages.SignIn;

/// <summary>Name and password. The second factor follows on its own page.</summary>
[OpenToAll, EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(Platform.Security.SignIn signIn) : PageModel
{
    /// <summary>Sign-in name.</summary>
    [BindProperty, Required(ErrorMessage = "Nhập tên đăng nhập."), StringLength(100)]
    public string UserName { get; set; } = "";

    /// <summary>Password.</summary>
    [BindProperty, Required(ErrorMessage = "Nhập mật khẩu."), StringLength(200)]
    public string Password { get; set; } = "";

    /// <summary>Page to go on to.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <summary>Handles the form.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        switch (await signIn.WithPasswordAsync(UserName, Password, HttpContext.Connection.RemoteIpAddress, Request.Headers.UserAgent.ToString(), ct))
        {
            case SignInOutcome.Opened opened:
                SessionCookie.Set(HttpContext, opened.Token);
                AsOfCookie.Keep(HttpContext, null, null);
                return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo! : "/");
            case SignInOutcome.LockedOut locked:
                ModelState.AddModelError("", $"Sai mật khẩu nhiều lần. Tài khoản tạm khóa đến {VietnamTime.DayOf(locked.Until):dd/MM/yyyy} {locked.Until.Add(VietnamTime.Offset):HH:mm}.");
                break;
            case SignInOutcome.Closed:
                ModelState.AddModelError("", "Tài khoản đã ngừng hoạt động. Liên hệ quản trị hệ thống của Sở Nội vụ.");
                break;
            default:
                ModelState.AddModelError("", "Tên đăng nhập hoặc mật khẩu không đúng.");
                break;
        }
        return Page();
    }
}
