using CongVu.Platform.Time;

namespace CongVu.Pay.Due;

/// <summary>A month of the forecast.</summary>
internal sealed record ForecastMonth(DateOnly First, int Regular, int OverScale, long RegularMonthly, long OverScaleMonthly)
{
    public DateOnly Last => First.AddMonths(1).AddDays(-1);
    public int People => Regular + OverScale;
    public long Monthly => RegularMonthly + OverScaleMonthly;
}

/// <summary>A year of raises ahead, by month; whoever retires before the day is left out.</summary>
internal sealed record Forecast(IReadOnlyList<ForecastMonth> Months, int Overdue, int Retiring)
{
    /// <summary>What all raises cost until the end of the twelve months.</summary>
    public long UntilTheEnd => Months.Select((m, i) => m.Monthly * (Months.Count - i)).Sum();
}

/// <summary>Makes the forecast.</summary>
internal sealed class RaiseForecast(RaiseReckoning reckoning)
{
    public const int MonthsAhead = 12;

    /// <summary>Twelve months from the month of a day. What fell due before and is not decided counts as overdue.</summary>
    public async Task<Forecast> FromAsync(DateOnly day, Guid? unitId, AsOf asOf, CancellationToken ct)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        var last = first.AddMonths(MonthsAhead).AddDays(-1);
        var rows = new List<RaiseRow>();
        foreach (var kind in Enum.GetValues<RaiseKind>())
            rows.AddRange((await reckoning.ListAsync(kind, unitId, first.AddYears(-2), last, asOf, ct)).Rows);
        var retiring = rows.Where(r => r.Due >= first && reckoning.RetiresFrom(r.Person) <= r.Due).Select(r => r.PersonId).ToHashSet();
        var staying = rows.Where(r => r.Due >= first && !retiring.Contains(r.PersonId)).ToLookup(r => (r.Due.Year, r.Due.Month, r.Kind));
        return new Forecast([.. Enumerable.Range(0, MonthsAhead).Select(i => first.AddMonths(i)).Select(m =>
        {
            var (regular, over) = (staying[(m.Year, m.Month, RaiseKind.Regular)].ToList(), staying[(m.Year, m.Month, RaiseKind.OverScale)].ToList());
            return new ForecastMonth(m, regular.Count, over.Count, regular.Sum(r => r.Increase), over.Sum(r => r.Increase));
        })], rows.Count(r => r.Due < first), retiring.Count);
    }
}
