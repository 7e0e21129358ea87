using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Indicators;

/// <summary>One of the numbers a value is made of.</summary>
/// <param name="Key">Name of the part in addresses; null when no people stand behind it.</param>
internal sealed record IndicatorPart(string? Key, string Name, long Count, string? Href = null);

/// <summary>A value with what it was made of. A share has a denominator; a plain count has none.</summary>
internal sealed record IndicatorValue(long Numerator, long? Denominator, IReadOnlyList<IndicatorPart> Parts)
{
    /// <summary>In percent for a share; null when there is nothing to divide by.</summary>
    public decimal? Number => Denominator is not { } whole ? Numerator : whole == 0 ? null : 100m * Numerator / whole;

    /// <summary>"19,3%" or "1.204".</summary>
    public string Words => Number is not { } number ? "–" : Denominator is null ? VnFormat.Count(Numerator) : Percent(number);

    /// <summary>One decimal always: 20,0% says that it was measured.</summary>
    public static string Percent(decimal percent) => percent.ToString("0.0", VnFormat.Numbers) + "%";

    /// <summary>Compares exactly, without rounding first; null when there is no value.</summary>
    public bool? Meets(PlanComparison comparison, decimal value)
    {
        if (Denominator == 0) return null;
        var (left, right) = Denominator is { } whole ? (100m * Numerator, value * whole) : (Numerator, value);
        return comparison switch
        {
            PlanComparison.AtLeast => left >= right,
            PlanComparison.AtMost => left <= right,
            PlanComparison.MoreThan => left > right,
            PlanComparison.LessThan => left < right,
            _ => left == right,
        };
    }
}

/// <summary>When a value is asked for: a state on a day, or what happened from a first day to it.</summary>
internal readonly record struct IndicatorQuestion(DateOnly From, AsOf AsOf);

/// <summary>
/// A declared indicator: what it is called, which sentence of a plan it serves, how it is computed in words, and the query. The
/// figure is the province's; who the people behind it are is shown as far as the gate allows.
/// </summary>
internal abstract class Indicator
{
    public abstract string Key { get; }
    public abstract string Name { get; }

    /// <summary>The kind of sentence of a plan it answers.</summary>
    public abstract string Sentence { get; }

    public abstract string Formula { get; }
    public abstract PlanTargetUnit Unit { get; }

    /// <summary>True when it counts what happened over a time, not what is on a day.</summary>
    public virtual bool OverTime => false;

    /// <summary>Whether the folded words of a target speak of it.</summary>
    public abstract bool Fits(string foldedSentence);

    public abstract Task<IndicatorValue> ComputeAsync(IndicatorQuestion question, CancellationToken ct);

    /// <summary>The people of a part among rows the caller may see; null when the part is unknown.</summary>
    public virtual Task<IQueryable<PersonRow>?> PeopleAsync(string part, IQueryable<PersonRow> seen, IndicatorQuestion question, CancellationToken ct) => Task.FromResult<IQueryable<PersonRow>?>(null);
}
