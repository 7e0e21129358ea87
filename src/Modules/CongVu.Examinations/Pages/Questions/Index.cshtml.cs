using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Questions;

/// <summary>One's own questions, and those that wait for one. No question is opened here.</summary>
[Requires(ExaminationPermissions.WriteCode, ExaminationPermissions.ReviewCode, ExaminationPermissions.ApproveCode)]
internal sealed class IndexModel(QuestionDesk desk, Gate gate, AsOfContext asOf) : PageModel
{
    private const int Most = 500;

    [FromQuery(Name = "muc")] public string? Tab { get; set; }

    public bool ForMe => Tab == "cho-toi";
    public bool MayWrite => gate.May(ExaminationPermissions.Write) && asOf.IsNow;
    public IReadOnlyList<(BankItem Item, int Changes)> Rows { get; private set; } = [];

    /// <summary>Own drafts, for sending them all at once.</summary>
    public int Drafts => ForMe ? 0 : Rows.Count(r => r.Item.State == BankState.Draft);

    public async Task<IActionResult> OnPostSubmitAllAsync(CancellationToken ct)
    {
        TempData.Say($"Đã gửi thẩm định {await desk.SubmitAllAsync(ct)} câu.");
        return Redirect(ExaminationLinks.Questions);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = gate.Actor.AccountId;
        var rows = await desk.Visible().Where(i => ForMe ? i.AuthorId != me : i.AuthorId == me).OrderBy(i => i.Subject).ThenBy(i => i.Code).Take(Most).ToListAsync(ct);
        Rows = [.. rows.Select(i => (i, desk.LawChanges(i).Count))];
    }
}
