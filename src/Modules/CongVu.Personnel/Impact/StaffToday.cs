using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Impact;

/// <summary>Everybody employed, with the agency previews are summed up by.</summary>
internal sealed class StaffToday(People people, UnitDirectory units)
{
    public async Task<UnitTree> UnitsAsync(AsOf today, CancellationToken ct) => await units.TreeAsync(today, ct);

    public IAsyncEnumerable<PersonRow> EmployedAsync(AsOf today) => people.On(today).Where(r => r.UnitId != null).OrderBy(r => r.UnitId).ThenBy(r => r.SortKey).ThenBy(r => r.PersonId).AsAsyncEnumerable();

    public static string Agency(UnitTree tree, Guid unit) => tree.Agency(unit)?.Name ?? tree.FullName(unit);
}
