using CongVu.Examinations.Competitions;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Competitions;

/// <summary>Competitions for leading posts, for every official.</summary>
[Requires(ExaminationPermissions.CompeteCode)]
internal sealed class IndexModel(CompetitionDesk desk) : PageModel
{
    public IReadOnlyList<(Exam Exam, Competition Rules)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await desk.ListAsync(ct);
}
