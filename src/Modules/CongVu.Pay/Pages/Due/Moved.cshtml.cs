using CongVu.Pay.Contracts;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Due;

/// <summary>The address the due list had when it was part of decisions; people have kept it.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class MovedModel : PageModel
{
    public IActionResult OnGet() => RedirectPermanent(PayLinks.Due + Request.QueryString);
}
