using System.ComponentModel.DataAnnotations;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Host.Pages.Administration;

/// <summary>Opens an account.</summary>
[Requires("platform.accounts.manage")]
public sealed class NewAccountModel(AccountDesk desk) : PageModel
{
    /// <summary>Sign-in name.</summary>
    [BindProperty, Required(ErrorMessage = "Nhập tên đăng nhập.")]
    public string UserName { get; set; } = "";

    /// <summary>Name shown.</summary>
    [BindProperty, Required(ErrorMessage = "Nhập họ và tên."), StringLength(120, ErrorMessage = "Họ và tên dài tối đa 120 ký tự.")]
    public string DisplayName { get; set; } = "";

    /// <summary>Unit shown beside the name.</summary>
    [BindProperty, StringLength(120, ErrorMessage = "Tên đơn vị dài tối đa 120 ký tự.")]
    public string? UnitLabel { get; set; }

    /// <summary>Why.</summary>
    [BindProperty, Required(ErrorMessage = "Nêu căn cứ mở tài khoản, ví dụ số văn bản đề nghị."), StringLength(500)]
    public string Reason { get; set; } = "";

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        switch (await desk.OpenAsync(UserName, DisplayName, UnitLabel ?? "", null, Reason, ct))
        {
            case AccountOutcome.Refused refused:
                ModelState.AddModelError(refused.Field, refused.Message);
                return Page();
            case AccountOutcome.Issued issued:
                TempData["Issued"] = issued.Password.Password;
                return Redirect($"/quan-tri/tai-khoan/{issued.Password.AccountId}");
            default:
                return Redirect("/quan-tri/tai-khoan");
        }
    }
}
