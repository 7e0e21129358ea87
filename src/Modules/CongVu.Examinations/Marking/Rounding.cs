using System.Globalization;

namespace CongVu.Examinations.Marking;

/// <summary>Rounds half up on the decimal digits as written, so that 1.005 to two places is 1.01.</summary>
internal static class Rounding
{
    public static double To(string mode, int figures, double value)
    {
        if (value == 0) return 0;
        if (Math.Abs(value) is > 1e25 or < 1e-12) return mode == "decimalPlaces" && Math.Abs(value) < 1 ? 0 : double.Parse(value.ToString($"E{Math.Max(0, figures - 1)}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var exact = (decimal)value;
        if (mode == "decimalPlaces") return (double)Math.Round(exact, figures, MidpointRounding.AwayFromZero);
        if (mode != "significantFigures") throw new MarkingException($"roundingMode “{mode}” không có trong chuẩn.");
        if (figures == 0) throw new MarkingException("Số chữ số có nghĩa phải từ 1.");
        var places = figures - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (places >= 0) return (double)Math.Round(exact, Math.Min(places, 28), MidpointRounding.AwayFromZero);
        var unit = (decimal)Math.Pow(10, -places);
        return (double)(Math.Round(exact / unit, 0, MidpointRounding.AwayFromZero) * unit);
    }
}
