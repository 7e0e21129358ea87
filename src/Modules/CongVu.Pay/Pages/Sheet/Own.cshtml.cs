using CongVu.Pay.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Sheet;

/// <summary>The way from the menu to the own pay.</summary>
[Requires(PayPermissions.OwnCode)]
internal sealed class OwnModel(Gate gate) : PageModel
{
    public IActionResult OnGet() => gate.Actor.PersonId is { } person ? Redirect(PayLinks.Sheet(person))
        : throw new NotFoundException("Tài khoản này chưa gắn với hồ sơ nào. Đề nghị cán bộ tổ chức của đơn vị gắn hồ sơ vào tài khoản.");
}
