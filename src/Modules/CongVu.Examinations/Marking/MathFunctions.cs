namespace CongVu.Examinations.Marking;

/// <summary>mathOperator and statsOperator. NULL in, or a result that is no number, gives NULL.</summary>
internal static class MathFunctions
{
    public static QtiValue? Evaluate(string name, IReadOnlyList<double?> values)
    {
        if (values.Any(v => v is null)) return null;
        var x = values.Count > 0 ? values[0]!.Value : throw new MarkingException($"Hàm “{name}” thiếu đối số.");
        if (name is "floor") return QtiValue.Of((long)Math.Floor(x));
        if (name is "ceil") return QtiValue.Of((long)Math.Ceiling(x));
        if (name is "signum") return QtiValue.Of((long)Math.Sign(x));
        if (name is "atan2") return Finite(values.Count == 2 ? Math.Atan2(x, values[1]!.Value) : throw new MarkingException("Hàm “atan2” cần hai đối số."));
        return Finite(name switch
        {
            "sin" => Math.Sin(x),
            "cos" => Math.Cos(x),
            "tan" => Math.Tan(x),
            "sec" => 1 / Math.Cos(x),
            "csc" => 1 / Math.Sin(x),
            "cot" => 1 / Math.Tan(x),
            "asin" => Math.Asin(x),
            "acos" => Math.Acos(x),
            "atan" => Math.Atan(x),
            "asec" => Math.Acos(1 / x),
            "acsc" => Math.Asin(1 / x),
            "acot" => Math.Atan(1 / x),
            "sinh" => Math.Sinh(x),
            "cosh" => Math.Cosh(x),
            "tanh" => Math.Tanh(x),
            "sech" => 1 / Math.Cosh(x),
            "csch" => 1 / Math.Sinh(x),
            "coth" => 1 / Math.Tanh(x),
            "log" => Math.Log10(x),
            "ln" => Math.Log(x),
            "exp" => Math.Exp(x),
            "abs" => Math.Abs(x),
            "toRadians" => x * Math.PI / 180,
            "toDegrees" => x * 180 / Math.PI,
            _ => throw new MarkingException($"Hàm “{name}” không có trong chuẩn."),
        });
    }

    public static QtiValue? Statistics(string name, IReadOnlyList<double> values)
    {
        var mean = values.Average();
        var squares = values.Sum(v => (v - mean) * (v - mean));
        return name switch
        {
            "mean" => Finite(mean),
            "popVariance" => Finite(squares / values.Count),
            "popSD" => Finite(Math.Sqrt(squares / values.Count)),
            "sampleVariance" => values.Count < 2 ? null : Finite(squares / (values.Count - 1)),
            "sampleSD" => values.Count < 2 ? null : Finite(Math.Sqrt(squares / (values.Count - 1))),
            _ => throw new MarkingException($"Thống kê “{name}” không có trong chuẩn."),
        };
    }

    private static QtiValue? Finite(double value) => double.IsFinite(value) ? QtiValue.Of(value) : null;
}
