using System.Globalization;

namespace CongVu.Examinations.Marking;

/// <summary>Areas of a picture, edges included.</summary>
internal static class Shapes
{
    public static bool Contains(string shape, string coords, QtiPoint p)
    {
        if (shape == "default") return true;
        var c = Numbers(coords);
        switch (shape)
        {
            case "rect" when c.Length == 4:
                return p.X >= Math.Min(c[0], c[2]) && p.X <= Math.Max(c[0], c[2]) && p.Y >= Math.Min(c[1], c[3]) && p.Y <= Math.Max(c[1], c[3]);
            case "circle" when c.Length == 3:
                return Square(p.X - c[0]) + Square(p.Y - c[1]) <= Square(c[2]);
            case "ellipse" when c.Length == 4 && c[2] > 0 && c[3] > 0:
                return Square((p.X - c[0]) / c[2]) + Square((p.Y - c[1]) / c[3]) <= 1;
            case "poly" when c.Length >= 6 && c.Length % 2 == 0:
                return InPolygon(c, p);
            default:
                throw new MarkingException($"Vùng “{shape}” với toạ độ “{coords}” không hợp lệ.");
        }
    }

    private static bool InPolygon(double[] c, QtiPoint p)
    {
        var inside = false;
        for (int i = 0, j = c.Length - 2; i < c.Length; j = i, i += 2)
        {
            var (ax, ay, bx, by) = (c[i], c[i + 1], c[j], c[j + 1]);
            var cross = (bx - ax) * (p.Y - ay) - (by - ay) * (p.X - ax);
            if (cross == 0 && p.X >= Math.Min(ax, bx) && p.X <= Math.Max(ax, bx) && p.Y >= Math.Min(ay, by) && p.Y <= Math.Max(ay, by)) return true;
            if (ay > p.Y != by > p.Y && p.X < (bx - ax) * (p.Y - ay) / (by - ay) + ax) inside = !inside;
        }
        return inside;
    }

    private static double Square(double x) => x * x;

    private static double[] Numbers(string coords) =>
        [.. coords.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var n)
            ? n : throw new MarkingException($"Toạ độ “{coords}” không phải là các số."))];
}
