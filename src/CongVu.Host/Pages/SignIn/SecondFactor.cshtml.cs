using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;

namespace CongVu.Host.Pages.SignIn;

/// <summary>The one-time code, or at the first sign-in the enrolment of an authenticator app.</summary>
[SignedIn(DuringSignIn = true), AllowedOnPastDays, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SecondFactorModel(Platform.Security.SignIn signIn, Gate gate, Settings settings, IDataProtectionProvider protection) : PageModel
{
    /// <summary>Six digits typed by the user.</summary>
    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>The new secret during enrolment, protected so that it survives the round trip unseen.</summary>
    [BindProperty]
    public string? Pending { get; set; }

    /// <summary>Secret in the clear, to type into an app by hand; null when enrolled.</summary>
    public string? Secret { get; private set; }

    /// <summary>QR code of the enrolment as an SVG data address.</summary>
    public string? QrAddress { get; private set; }

    /// <summary>Current code; shown in the practice province only.</summary>
    public string? PracticeCode { get; private set; }

    private IDataProtector Protector => protection.CreateProtector("CongVu.Totp.Enrolment");

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (gate.Actor.SecondFactorDone) return Redirect("/");
        await PrepareAsync(ct);
        return Page();
    }

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var token = SessionCookie.Token(HttpContext);
        var done = gate.Actor.SecondFactorEnrolled
            ? await signIn.WithCodeAsync(gate.Actor.AccountId, token, Code, await PracticeAsync(ct), ct)
            : Pending is not null && await signIn.EnrolAsync(gate.Actor.AccountId, token, Protector.Unprotect(Pending), Code, ct);
        if (done) return Redirect("/");
        ModelState.AddModelError(nameof(Code), "Mã không đúng hoặc đã dùng. Nhập mã 6 chữ số đang hiện trên ứng dụng xác thực; kiểm tra giờ của điện thoại.");
        await PrepareAsync(ct);
        return Page();
    }

    private async Task<bool> PracticeAsync(CancellationToken ct) => await settings.GetAsync(Settings.Practice, ct) == "true";

    private async Task PrepareAsync(CancellationToken ct)
    {
        if (gate.Actor.SecondFactorEnrolled)
        {
            if (await PracticeAsync(ct)) PracticeCode = await signIn.CurrentCodeAsync(gate.Actor.AccountId, ct);
            return;
        }
        Secret = Pending is null ? Totp.NewSecret() : Protector.Unprotect(Pending);
        Pending = Protector.Protect(Secret);
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Totp.EnrolmentUri(gate.Actor.UserName, Secret), QRCodeGenerator.ECCLevel.M);
        QrAddress = "data:image/png;base64," + Convert.ToBase64String(new PngByteQRCode(data).GetGraphic(5));
    }
}
