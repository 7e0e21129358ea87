using System.Globalization;

namespace CongVu.Law;

/// <summary>
/// Arithmetic on money, which is a <see cref="long"/> of đồng everywhere. Products that do not come out whole are rounded to the nearest đồng,
/// half a đồng upwards (away from zero): the pay instruments read so far name no rule of their own, so this one is stated in every explanation that needed it.
/// </summary>
public static class Money
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "-" };

    /// <summary>Coefficient × amount, in đồng.</summary>
    /// <exception cref="OverflowException">The product does not fit a long.</exception>
    public static long Times(Coefficient coefficient, long amount) => DivideRounding(coefficient.Hundredths * amount, 100);

    /// <summary>Percent of an amount, in đồng.</summary>
    public static long Share(Percent percent, long amount) => DivideRounding(percent.Hundredths * amount, 10_000);

    /// <summary>The whole part of a percent of a count.</summary>
    public static long WholeShare(Percent percent, long count) => percent.Hundredths * count / 10_000;

    /// <summary>The least count whose percent has that whole part.</summary>
    public static long LeastFor(Percent percent, long whole) => percent == default ? 0 : ((whole * 10_000) + percent.Hundredths - 1) / percent.Hundredths;

    /// <summary>Coefficient × percent × amount rounded once, at the end.</summary>
    public static long Times(Coefficient coefficient, Percent percent, long amount) =>
        percent == default ? 0 : DivideRounding((Int128)coefficient.Hundredths * percent.Hundredths * amount, 1_000_000);

    /// <summary>Coefficient × coefficient × amount rounded once, at the end.</summary>
    public static long Times(Coefficient left, Coefficient right, long amount) => DivideRounding((Int128)left.Hundredths * right.Hundredths * amount, 10_000);

    /// <summary>Whether coefficient × coefficient × amount is a whole number of đồng.</summary>
    public static bool IsWhole(Coefficient left, Coefficient right, long amount) => (Int128)left.Hundredths * right.Hundredths * amount % 10_000 == 0;

    /// <summary>Whether coefficient × percent × amount is a whole number of đồng, so that nothing was rounded.</summary>
    public static bool IsWhole(Coefficient coefficient, Percent percent, long amount) =>
        (Int128)coefficient.Hundredths * percent.Hundredths * amount % 1_000_000 == 0;

    /// <summary>Whether percent × amount is a whole number of đồng.</summary>
    public static bool IsWhole(Percent percent, long amount) => percent.Hundredths * amount % 10_000 == 0;

    /// <summary>As screens print it: <c>12.852.400 đ</c>.</summary>
    public static string Format(long amount) => amount.ToString("#,0", Vietnamese) + " đ";

    private static long DivideRounding(long dividend, int divisor)
    {
        var half = dividend < 0 ? -(divisor / 2) : divisor / 2;
        return (dividend + half) / divisor;
    }

    private static long DivideRounding(Int128 dividend, int divisor)
    {
        var half = dividend < 0 ? -(divisor / 2) : divisor / 2;
        return checked((long)((dividend + half) / divisor));
    }
}
