using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Personnel.Pages.Record;

/// <summary>The way from the user menu to the own record.</summary>
[SignedIn]
internal sealed class OwnModel(Gate gate) : PageModel
{
    /// <summary>Goes there.</summary>
    public IActionResult OnGet() => gate.Actor.PersonId is { } person ? Redirect(PersonnelLinks.Record(person))
        : throw new NotFoundException("Tài khoản này chưa gắn với hồ sơ nào. Đề nghị cán bộ tổ chức của đơn vị gắn hồ sơ vào tài khoản.");
}
