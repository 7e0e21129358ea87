using CongVu.Law;
using CongVu.Pay.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Personnel.Contracts;
using CongVu.Organisation.Contracts;

namespace CongVu.Pay.Due;

/// <summary>What the address of a due list asks for.</summary>
internal sealed record RaiseFilter(Guid? UnitId, DateOnly From, DateOnly To, string? Category, string? Text, string? Only)
{
    public const string Unit = "don-vi", FromKey = "tu", ToKey = "den", CategoryKey = "doi-tuong", TextKey = "q", OnlyKey = "xem", Blocked = "vuong", Clear = "lap-duoc";

    /// <summary>Lists look this far back for what was not decided in time, and this far ahead.</summary>
    public const int MonthsBack = 6, MonthsAhead = 2;

    /// <summary>No list reaches further than this: the law of the last day is reckoned with.</summary>
    private const int LongestYears = 5;

    /// <summary>Reads the keys of an address; days that cannot be read fall back to the usual window.</summary>
    public static RaiseFilter Read(Func<string, string?> value, DateOnly today)
    {
        var from = VnDate.TryParse(value(FromKey), out var f) ? f : new DateOnly(today.Year, today.Month, 1).AddMonths(-MonthsBack);
        var to = VnDate.TryParse(value(ToKey), out var t) ? t : LawDay.LastOfMonth(today.AddMonths(MonthsAhead));
        if (to < from) to = from;
        if (to > today.AddYears(LongestYears)) to = today.AddYears(LongestYears);
        return new RaiseFilter(Guid.TryParse(value(Unit), out var unit) ? unit : null, from < to ? from : to, to, value(CategoryKey), value(TextKey), value(OnlyKey));
    }

    /// <summary>Whether a row is meant.</summary>
    public bool Fits(RaiseRow row) => (Category is null || row.Person.Category == Category)
        && (Text is null || row.Person.SearchKey.Contains(VietnameseText.Fold(Text), StringComparison.Ordinal))
        && Only switch { Blocked => row.Obstacle is not null, Clear => row.Obstacle is not { Stops: true }, _ => true };
}

/// <summary>Due lists as pages ask for them: gated, filtered, with the names the screen shows.</summary>
internal sealed class RaiseListing(RaiseReckoning reckoning, UnitDirectory units, StaffCodes codes, Gate gate, AsOfContext asOf)
{
    public async Task<RaiseList> OfAsync(RaiseKind kind, RaiseFilter filter, CancellationToken ct)
    {
        if (filter.UnitId is { } unit) gate.Demand(PayPermissions.Read, unit);
        var tree = await units.TreeAsync(asOf.Current, ct);
        var list = await reckoning.ListAsync(kind, filter.UnitId, filter.From, filter.To, asOf.Current, ct);
        return list with { Rows = [.. list.Rows.Where(filter.Fits).Select(r => r with { UnitName = tree.FullName(r.UnitId), RankName = codes.RankName(r.Person.RankCode) })] };
    }
}
