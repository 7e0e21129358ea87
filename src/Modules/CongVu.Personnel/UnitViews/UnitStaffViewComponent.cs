using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.UnitViews;

/// <summary>What the panel shows.</summary>
/// <param name="Staff">Category in words, people directly in the unit, people with all units below.</param>
public sealed record UnitStaff(UnitView Unit, IReadOnlyList<PostHolder> Leaders, IReadOnlyList<(string Category, int Direct, int Whole)> Staff);

/// <summary>Leaders and headcount of one unit. Public because the framework finds view components so.</summary>
public sealed class UnitStaffViewComponent(People people, UnitDirectory units, StaffCodes codes) : ViewComponent
{
    /// <summary>Renders the panel.</summary>
    public async Task<IViewComponentResult> InvokeAsync(UnitView unit, AsOf asOf)
    {
        var ct = HttpContext.RequestAborted;
        var below = (await units.TreeAsync(asOf, ct)).Subtree(unit.Id);
        var counts = await people.On(asOf).Where(r => r.UnitId != null && below.Contains(r.UnitId!.Value))
            .GroupBy(r => r.Category).Select(g => new { Category = g.Key, Whole = g.Count(), Direct = g.Count(r => r.UnitId == unit.Id) }).ToListAsync(ct);
        var staff = codes.On(StaffCodes.Categories, asOf.ValidOn).Select(c => c.Code).Union(counts.Select(c => c.Category!))
            .Join(counts, code => code, c => c.Category, (code, c) => (codes.Name(StaffCodes.Categories, code), c.Direct, c.Whole)).ToList();
        return View(new UnitStaff(unit, await people.HoldersAsync(unit.Id, [], asOf, ct), staff));
    }
}
