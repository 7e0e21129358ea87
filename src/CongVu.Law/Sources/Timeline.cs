using System.Collections.Immutable;

namespace CongVu.Law;

/// <summary>A parameter's identity: its key in the data and its Vietnamese name.</summary>
public sealed record ParameterName(string Key, string Name)
{
    /// <summary>Day its values were last compared with their sources; null for names made up outside the data.</summary>
    public DateOnly? Checked { get; init; }
}

/// <summary>One dated value with its own source.</summary>
/// <param name="From">First day it holds.</param>
/// <param name="Until">First day it no longer holds; null while no later value or gap is known.</param>
public sealed record Dated<T>(ParameterName Parameter, DateOnly From, DateOnly? Until, T Value, Citation Source, Verification Verification)
{
    /// <summary>Whose value it is.</summary>
    public LawScope Scope { get; init; }

    /// <summary>The same stretch of time and source carrying something derived from the value.</summary>
    public Dated<TOther> With<TOther>(TOther value) => new(Parameter, From, Until, value, Source, Verification) { Scope = Scope };
}

/// <summary>A stretch the data declare themselves silent about.</summary>
/// <param name="Until">First day after it; null when it is open.</param>
/// <param name="Reason">Why, in Vietnamese.</param>
public sealed record CoverageGap(DateOnly From, DateOnly? Until, string Reason);

/// <summary>
/// The dated values of one parameter. There is no "latest" value: every question names a day, and a day the data do not cover is an error.
/// </summary>
public sealed class Timeline<T>
{
    private readonly ImmutableArray<Dated<T>> values;
    private readonly ImmutableArray<CoverageGap> gaps;

    /// <summary>Values and gaps must each be in order and must not overlap; the loader sees to it.</summary>
    /// <exception cref="ArgumentException">Starts do not strictly increase.</exception>
    public Timeline(ParameterName parameter, IEnumerable<Dated<T>> values, IEnumerable<CoverageGap>? gaps = null)
    {
        Parameter = parameter;
        this.values = [.. values];
        this.gaps = [.. gaps ?? []];
        for (var i = 1; i < this.values.Length; i++)
        {
            if (this.values[i].From <= this.values[i - 1].From)
            {
                throw new ArgumentException($"Starts of “{parameter.Key}” must strictly increase.", nameof(values));
            }
        }
    }

    public ParameterName Parameter { get; }

    /// <summary>All values, earliest first.</summary>
    public IReadOnlyList<Dated<T>> Values => values;

    /// <summary>Declared holes.</summary>
    public IReadOnlyList<CoverageGap> Gaps => gaps;

    /// <summary>The value that holds on the day, with its source.</summary>
    /// <exception cref="OutsideCoverageException">The data have no value for that day.</exception>
    public Dated<T> At(DateOnly day)
    {
        var index = IndexOf(day);
        return index >= 0 ? values[index] : throw Outside(day);
    }

    /// <summary>Whether the data have a value for the day.</summary>
    public bool Covers(DateOnly day) => IndexOf(day) >= 0;

    /// <summary>The same stretches carrying something derived from each value.</summary>
    public Timeline<TOther> Select<TOther>(Func<Dated<T>, TOther> derive) => new(Parameter, values.Select(v => v.With(derive(v))), gaps);

    private int IndexOf(DateOnly day)
    {
        // Lists are short (rarely above ten), and most questions are about recent law.
        for (var i = values.Length - 1; i >= 0; i--)
        {
            var value = values[i];
            if (value.From <= day)
            {
                return value.Until is null || day < value.Until ? i : -1;
            }
        }
        return -1;
    }

    private OutsideCoverageException Outside(DateOnly day)
    {
        var gap = gaps.FirstOrDefault(g => g.From <= day && (g.Until is null || day < g.Until));
        return new OutsideCoverageException(Parameter, day, values.Length > 0 ? values[0].From : null, gap?.Reason);
    }
}
