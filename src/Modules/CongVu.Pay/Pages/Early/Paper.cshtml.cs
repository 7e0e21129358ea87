using CongVu.Pay.Contracts;
using CongVu.Pay.Early;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Early;

/// <summary>A paper of a round as a Word file.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class PaperModel(RoundReading reading, RoundPapers papers, AuditLog audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string paper, CancellationToken ct)
    {
        if (paper is not (RoundPapers.List or RoundPapers.Report)) throw new NotFoundException("Không có văn bản này.");
        var view = await reading.OfAsync(id, ct);
        await audit.ReadAsync(new AuditLine("pay.early-round.printed", "early-round", id, view.Round.UnitId, view.Candidates.Count, new { paper }), ct);
        return File(await papers.WriteAsync(view, paper, ct), AdministrativeDocx.ContentType, $"{paper}-nang-bac-truoc-han-{view.Round.Year}.docx");
    }
}
