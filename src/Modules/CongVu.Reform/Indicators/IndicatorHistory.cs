using System.Collections.Concurrent;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Indicators;

/// <summary>Values of past days, kept for a while: they change only when something is corrected backwards.</summary>
internal sealed class IndicatorMemory(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<(string, IndicatorQuestion), (IndicatorValue Value, DateTimeOffset At)> _values = new();
    private readonly SemaphoreSlim _one = new(1, 1); // what everybody asks for at once is computed by the first

    public async Task<IndicatorValue> OfAsync(Indicator indicator, IndicatorQuestion question, CancellationToken ct)
    {
        if (Known(indicator, question) is { } known) return known;
        await _one.WaitAsync(ct);
        try
        {
            if (Known(indicator, question) is { } meanwhile) return meanwhile;
            if (_values.Count > 2000) _values.Clear();
            var at = clock.GetUtcNow();
            var value = await indicator.ComputeAsync(question, ct);
            _values[(indicator.Key, question)] = (value, at);
            return value;
        }
        finally { _one.Release(); }
    }

    public void Dispose() => _one.Dispose();

    private IndicatorValue? Known(Indicator indicator, IndicatorQuestion question) =>
        _values.TryGetValue((indicator.Key, question), out var known) && clock.GetUtcNow() - known.At < Kept ? known.Value : null;
}

/// <summary>An indicator over the last years or quarters, with the line of a target.</summary>
internal sealed class IndicatorHistory(IndicatorMemory memory)
{
    private const int Points = 8;

    public async Task<ChartModel> ChartAsync(Indicator indicator, IndicatorQuestion question, Target? target, bool byQuarter, CancellationToken ct)
    {
        var days = Days(question.AsOf.ValidOn, byQuarter).ToList();
        var values = new List<IndicatorValue>();
        foreach (var day in days)
        {
            var from = indicator.OverTime && day < question.From ? new DateOnly(day.Year, 1, 1) : question.From;
            values.Add(await memory.OfAsync(indicator, new(from, question.AsOf with { ValidOn = day }), ct));
        }
        var labels = days.Select(d => byQuarter ? $"Quý {(d.Month + 2) / 3}/{d.Year}" : d is { Month: 12, Day: 31 } ? $"{d.Year}" : VnFormat.Date(d)).ToList();
        if (indicator.Unit == PlanTargetUnit.Count)
            return new ChartModel(ChartKind.StackedBar, $"{indicator.Name}, đến {VnFormat.Date(question.AsOf.ValidOn)}", byQuarter ? "Quý" : "Năm", labels,
                [.. values[^1].Parts.Select(p => new ChartSeries(p.Name, [.. values.Select(v => (decimal?)v.Parts.First(x => x.Name == p.Name).Count)]))], "người");
        return new ChartModel(ChartKind.Line, $"{indicator.Name}, đến {VnFormat.Date(question.AsOf.ValidOn)}", byQuarter ? "Quý" : "Năm", labels,
            [new ChartSeries("Tỷ lệ", [.. values.Select(v => v.Number is { } n ? Math.Round(n, 1) : (decimal?)null)])], "%", target?.Value, target is null ? null : $"Mục tiêu {ScheduleWords.Value(target)}");
    }

    /// <summary>Ends of quarters or years, the day itself last.</summary>
    private static IEnumerable<DateOnly> Days(DateOnly last, bool byQuarter)
    {
        var ends = new List<DateOnly> { last };
        var day = byQuarter ? new DateOnly(last.Year, ((last.Month - 1) / 3 * 3) + 1, 1).AddDays(-1) : new DateOnly(last.Year - 1, 12, 31);
        while (ends.Count < Points)
        {
            ends.Add(day);
            day = byQuarter ? day.AddDays(1).AddMonths(-3).AddDays(-1) : day.AddYears(-1);
        }
        ends.Reverse();
        return ends;
    }
}
