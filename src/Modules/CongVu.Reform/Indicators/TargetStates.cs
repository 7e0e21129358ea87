using CongVu.Platform.Data;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Reform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Indicators;

/// <summary>A target of a plan beside the value of its indicator.</summary>
/// <param name="State">Look in <see cref="BadgeStates"/>; computed, never set.</param>
/// <param name="Suggested">Indicator whose words fit the sentence, for a person to confirm.</param>
internal sealed record TargetState(Target Target, Indicator? Indicator, IndicatorValue? Value, string State, string StateWords, string? Suggested, IReadOnlyList<Choice> Choices)
{
    /// <summary>"19,3% (27/140)".</summary>
    public string Words => Value is null ? "" : Value.Denominator is { } whole ? $"{Value.Words} ({VnFormat.Count(Value.Numerator)}/{VnFormat.Count(whole)})" : Value.Words;
}

/// <summary>Measures the targets of a plan by the indicators a person has confirmed for them.</summary>
internal sealed class TargetStates(CongVuDb db, IEnumerable<Indicator> indicators)
{
    public async Task<IReadOnlyList<TargetState>> OfAsync(Guid planId, AsOf asOf, CancellationToken ct)
    {
        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == planId, ct);
        var targets = await db.Set<Target>().AsNoTracking().Where(t => t.PlanId == planId).OrderBy(t => t.Ord).ToListAsync(ct);
        var found = new List<TargetState>();
        foreach (var target in targets)
        {
            var indicator = indicators.FirstOrDefault(i => i.Key == target.IndicatorKey);
            var until = target.DueBy is { } by && by < asOf.ValidOn ? asOf with { ValidOn = by } : asOf; // reached or not is settled on the day set
            var value = indicator is null ? null : await indicator.ComputeAsync(new(plan.PeriodFrom ?? new DateOnly(asOf.ValidOn.Year, 1, 1), until), ct);
            var (state, words) = StateOf(target, value, asOf.ValidOn);
            found.Add(new TargetState(target, indicator, value, state, words, Suggest(target), [.. indicators.Where(i => i.Unit == target.Unit).Select(i => new Choice(i.Key, i.Name))]));
        }
        return found;
    }

    public static (string State, string Words) StateOf(Target target, IndicatorValue? value, DateOnly on) => value?.Meets(target.Comparison, target.Value) switch
    {
        null => ("quiet", "Chưa có số liệu"),
        true => ("good", "Đạt"),
        false when target.DueBy is { } by && by < on => ("bad", "Không đạt"),
        _ => ("warn", "Chưa đạt"),
    };

    private string? Suggest(Target target)
    {
        var folded = VietnameseText.Fold(target.Text);
        return indicators.FirstOrDefault(i => i.Unit == target.Unit && i.Fits(folded))?.Key;
    }
}
