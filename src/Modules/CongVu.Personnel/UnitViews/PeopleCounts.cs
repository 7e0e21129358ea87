using CongVu.Organisation.Contracts;
using CongVu.Personnel.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Personnel.UnitViews;

/// <summary>People by unit, for the tree of units.</summary>
internal sealed class PeopleCounts(UnitRankCounts counts) : HeadcountSource
{
    public override async Task<IReadOnlyDictionary<Guid, int>> CountAsync(AsOf asOf, CancellationToken ct)
    {
        var byUnit = new Dictionary<Guid, int>();
        foreach (var count in await counts.OnAsync(asOf, UnitScope.All, ct)) byUnit[count.UnitId] = byUnit.GetValueOrDefault(count.UnitId) + count.Count;
        return byUnit;
    }
}
