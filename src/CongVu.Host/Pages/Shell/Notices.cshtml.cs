using CongVu.Platform.Notices;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Host.Pages.Shell;

/// <summary>The actor's notices, newest first.</summary>
[SignedIn, AllowedOnPastDays]
public sealed class NoticesModel(NoticeBoard board, Gate gate) : PageModel
{
    /// <summary>At most the newest hundred.</summary>
    public IReadOnlyList<Notice> Items { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Items = await board.NewestAsync(gate.Actor.AccountId, 100, ct);

    /// <summary>Marks one (or all) as read and follows its link.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? id, string? href, CancellationToken ct)
    {
        await board.MarkReadAsync(gate.Actor.AccountId, id, ct);
        return Url.IsLocalUrl(href) ? LocalRedirect(href!) : RedirectToPage();
    }
}
