using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Formats;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Import;

/// <summary>A file that was read: every question, what failed and what is left behind; then it is taken in or dropped.</summary>
[Requires(ExaminationPermissions.WriteCode)]
internal sealed class PreviewModel(Importing importing) : PageModel
{
    public PendingImport Pending { get; private set; } = null!;
    public ReadSet Set { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        var found = await importing.FindAsync(id, ct) ?? throw new NotFoundException("Tệp này không còn chờ nhập, hoặc là tệp của người khác.");
        (Pending, Set) = found;
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken ct)
    {
        var outcome = await importing.TakeAsync(id, ct);
        if (outcome is ImportOutcome.Refused refused)
        {
            TempData.SayRefused(refused.Message);
            return Redirect(ExaminationLinks.Import);
        }
        var done = (ImportOutcome.Done)outcome;
        var words = $"Đã nhập {done.New} câu mới" + (done.Again > 0 ? $", {done.Again} câu thành phiên bản mới" : "") + ".";
        if (done.Left.Count == 0) TempData.Say(words);
        else TempData.SayCaution($"{words} Để lại {done.Left.Count} câu: {string.Join("; ", done.Left.Take(10).Select(l => $"{l.Code} ({l.Reason})"))}.");
        return Redirect(ExaminationLinks.Questions);
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        await importing.DiscardAsync(id, ct);
        TempData.Say("Đã bỏ tệp.");
        return Redirect(ExaminationLinks.Import);
    }
}
