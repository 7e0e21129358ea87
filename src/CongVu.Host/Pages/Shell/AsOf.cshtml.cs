using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Host.Pages.Shell;

/// <summary>Chooses the day every screen shows, or goes back to today.</summary>
[SignedIn, AllowedOnPastDays]
public sealed class AsOfModel(AsOfContext asOf) : PageModel
{
    /// <summary>The day to look at; empty means today.</summary>
    [BindProperty(Name = "ngay")]
    public DateOnly? ValidOn { get; set; }

    /// <summary>With what was known on this day; empty means known now.</summary>
    [BindProperty(Name = "biet")]
    public DateOnly? KnownOn { get; set; }

    /// <summary>Page to go back to.</summary>
    [BindProperty(Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <summary>A typed address changes nothing.</summary>
    public IActionResult OnGet() => Redirect("/");

    /// <summary>Keeps the choice.</summary>
    public IActionResult OnPost()
    {
        var wrong = !ModelState.IsValid ? "Ngày xem không đọc được. Nhập theo dạng 31/12/2024."
            : ValidOn is { Year: < 1945 } || ValidOn > asOf.Today.AddYears(50) ? "Ngày xem nằm ngoài khoảng dữ liệu (từ năm 1945)."
            : KnownOn > asOf.Today ? "Ngày biết không thể sau hôm nay." : null;
        if (wrong is not null) TempData["Flash.Bad"] = wrong;
        else if (ValidOn is null && KnownOn is null) AsOfCookie.Keep(HttpContext, null, null);
        else AsOfCookie.Keep(HttpContext, ValidOn ?? asOf.Today, KnownOn == asOf.Today ? null : KnownOn);
        return LocalRedirect(Url.IsLocalUrl(ReturnTo) ? ReturnTo! : "/");
    }
}
