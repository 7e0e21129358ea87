using CongVu.Communes.Contracts;
using CongVu.Communes.Funds;
using CongVu.Law;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Holders;

/// <summary>Numbers and funds of a commune before and after a change, on the day it begins and today.</summary>
internal sealed class FundLimits(CongVuDb db, CommuneReckoning reckoning, TimeProvider clock)
{
    /// <summary>Two changes of one commune are judged one after the other.</summary>
    public Task LockAsync(Guid unitId, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"communes:" + unitId}, 0))", ct);

    /// <summary>The commune on the day and, when that is past, today.</summary>
    public async Task<IReadOnlyList<CommuneSheet>> SheetsAsync(Guid unitId, DateOnly day, CancellationToken ct)
    {
        var sheets = new List<CommuneSheet>();
        foreach (var on in new[] { day, clock.Today() }.Distinct().Where(d => d >= day))
            if (await reckoning.OfAsync(unitId, new AsOf(on), CommunePermissions.Keep, ct) is { } sheet) sheets.Add(sheet);
        return sheets;
    }

    /// <summary>What is exceeded now and was not, or not so far, before; null: nothing.</summary>
    public static string? Worse(IReadOnlyList<CommuneSheet> before, IReadOnlyList<CommuneSheet> after) => before.Zip(after, Worse).FirstOrDefault(w => w is not null);

    private static string? Worse(CommuneSheet before, CommuneSheet after)
    {
        if (after.PartTimeOver > before.PartTimeOver) return $"Vượt số người không chuyên trách: được bố trí {after.Staffing.Value!.PartTime}, sẽ có {after.PartTime}.";
        if (after.Left < 0 && after.Left < before.Left) return $"Vượt quỹ khoán cấp xã {Money.Format(-after.Left.Value)} một tháng (quỹ {Money.Format(after.Fund.Value!.Amount)}).";
        var was = before.Villages.ToDictionary(v => v.State.VillageId, v => v.Left);
        return after.Villages.FirstOrDefault(v => v.Left < 0 && v.Left < (was.GetValueOrDefault(v.State.VillageId) ?? 0)) is { } village
            ? $"Vượt quỹ khoán của {village.State.Name} {Money.Format(-village.Left!.Value)} một tháng (quỹ {Money.Format(village.Fund.Value!.Amount)})." : null;
    }
}
