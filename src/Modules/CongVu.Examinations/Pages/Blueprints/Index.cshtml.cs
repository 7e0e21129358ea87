using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Blueprints;

/// <summary>All blueprints.</summary>
[Requires(ExaminationPermissions.ExamsCode)]
internal sealed class IndexModel(CongVuDb db, Gate gate, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<(BlueprintRow Row, int Questions, decimal Points)> Rows { get; private set; } = [];
    public bool MayWrite => gate.May(ExaminationPermissions.Plan) && asOf.IsNow;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await db.Set<BlueprintRow>().AsNoTracking().OrderBy(b => b.State).ThenBy(b => b.Subject).ThenBy(b => b.Name).Take(500).ToListAsync(ct);
        Rows = rows.ConvertAll(r => (r, r.Plan().Questions, r.Plan().Cells.Sum(c => c.Count * c.PointsHundredths) / 100m));
    }
}
