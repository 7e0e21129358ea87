using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Practice;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Practice;

/// <summary>What an official can practise with, and the official's own papers.</summary>
[Requires(ExaminationPermissions.PracticeCode)]
internal sealed class IndexModel(PracticeDesk desk, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<PracticeOffer> Offers { get; private set; } = [];
    public IReadOnlyList<(PracticePaper Paper, string Name)> Papers { get; private set; } = [];
    public bool IsNow => asOf.IsNow;

    public async Task OnGetAsync(CancellationToken ct) => (Offers, Papers) = (await desk.OffersAsync(ct), await desk.MineAsync(ct));

    public async Task<IActionResult> OnPostAsync(Guid blueprint, CancellationToken ct)
    {
        var (paper, refused) = await desk.DrawAsync(blueprint, ct);
        if (paper is { } drawn) return Redirect(ExaminationLinks.PracticePaper(drawn));
        TempData.SayRefused(refused!);
        return Redirect(ExaminationLinks.Practice);
    }
}
