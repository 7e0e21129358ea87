namespace CongVu.Platform.Time;

/// <summary>
/// The two dates of every question: what held on <paramref name="ValidOn"/>, as far as was known at
/// <paramref name="KnownAt"/> (null: as known now).
/// </summary>
public readonly record struct AsOf(DateOnly ValidOn, DateTime? KnownAt = null);

/// <summary>The as-of dates of the current request, chosen in the page header; today and now unless chosen.</summary>
public sealed class AsOfContext(TimeProvider clock)
{
    private AsOf? _chosen;

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today { get; } = clock.Today();

    /// <summary>The question every query of this request answers.</summary>
    public AsOf Current => _chosen ?? new AsOf(Today);

    /// <summary>True when the screen shows the present; only then may anything be changed.</summary>
    public bool IsNow => _chosen is null;

    /// <summary>Turns this request into a look at another day. Called by the request pipeline only.</summary>
    public void Choose(AsOf asOf) => _chosen = asOf.ValidOn == Today && asOf.KnownAt is null ? null : asOf;
}
