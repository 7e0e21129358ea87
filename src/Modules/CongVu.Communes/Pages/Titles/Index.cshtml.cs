using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Communes.Facts;
using CongVu.Law;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Pages.Titles;

/// <summary>Resolutions on titles and allowances, and the titles that count on the day on screen.</summary>
[Requires(CommunePermissions.ReadCode)]
internal sealed class IndexModel(CongVuDb db, CommuneFacts facts, LawBook law, Gate gate, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<Resolution> Resolutions { get; private set; } = [];
    public ResolutionView? InForce { get; private set; }
    public DateOnly Day => asOf.Current.ValidOn;
    public bool MayPropose => asOf.IsNow && gate.May(CommunePermissions.Propose);

    /// <summary>Base salary of the day, when the data reach it.</summary>
    public long? BaseSalary { get; private set; }

    /// <summary>The part-time titles of villages by the decree of the day, and where it says so.</summary>
    public (string Names, string Source)? VillageTitles { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var known = asOf.Current.KnownAt;
        Resolutions = await db.Set<Resolution>().AsNoTracking().Where(r => known == null || r.CreatedAt <= known).OrderByDescending(r => r.FromDay).ThenByDescending(r => r.CreatedAt).ToListAsync(ct);
        InForce = await facts.ResolutionAsync(asOf.Current, ct);
        BaseSalary = law.Pay.BaseSalary.Covers(Day) ? law.Pay.BaseSalary.At(Day).Value : null;
        var titles = law.Table("communes.village-titles");
        if (titles.Covers(Day)) VillageTitles = (string.Join("; ", law.Communes.VillageTitlesOn(Day).Select(t => t.Name)), titles.At(Day).Source.Text);
    }
}
