using System.Globalization;

namespace CongVu.Law;

/// <summary>
/// A coefficient that carries a percent of another and so has more than two decimals (6,78 and 5% over scale are 7,119). Held as millionths: two decimals of a
/// coefficient times four of a ratio, nothing rounded.
/// </summary>
/// <param name="Millionths">The coefficient times one million.</param>
public readonly record struct ExactCoefficient(long Millionths) : IComparable<ExactCoefficient>
{
    private const int PerHundredth = 10_000;

    /// <summary>A coefficient, and a percent of it on top.</summary>
    public static ExactCoefficient Of(Coefficient coefficient, Percent onTop = default) => new((long)coefficient.Hundredths * (PerHundredth + onTop.Hundredths));

    public static ExactCoefficient operator -(ExactCoefficient left, ExactCoefficient right) => new(left.Millionths - right.Millionths);
    public static bool operator <(ExactCoefficient left, ExactCoefficient right) => left.Millionths < right.Millionths;
    public static bool operator >(ExactCoefficient left, ExactCoefficient right) => left.Millionths > right.Millionths;
    public static bool operator <=(ExactCoefficient left, ExactCoefficient right) => left.Millionths <= right.Millionths;
    public static bool operator >=(ExactCoefficient left, ExactCoefficient right) => left.Millionths >= right.Millionths;

    public int CompareTo(ExactCoefficient other) => Millionths.CompareTo(other.Millionths);

    /// <summary>As Vietnamese forms print it, at least two decimals: <c>7,119</c>, <c>0,14</c>.</summary>
    public override string ToString() => ToInvariant().Replace('.', ',');

    /// <summary>As data hold it: <c>7.119</c>.</summary>
    public string ToInvariant() => (Millionths / 1_000_000m).ToString("0.00####", CultureInfo.InvariantCulture);
}
