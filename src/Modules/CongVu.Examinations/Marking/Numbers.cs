using System.Xml.Linq;

namespace CongVu.Examinations.Marking;

/// <summary>The arithmetic of QTI. Whole numbers stay whole where the specification keeps them so.</summary>
internal sealed class Numbers(Expressions expressions)
{
    public QtiValue? Evaluate(XElement e) => e.Name.LocalName switch
    {
        "sum" => Fold(e, 0, (a, b) => a + b, (a, b) => a + b),
        "product" => Fold(e, 1, (a, b) => a * b, (a, b) => a * b),
        "max" => Fold(e, null, Math.Max, Math.Max),
        "min" => Fold(e, null, Math.Min, Math.Min),
        "subtract" => expressions.Both(e, (a, b) => a.Single is long x && b.Single is long y ? QtiValue.Of(x - y) : QtiValue.Of(N(a) - N(b))),
        "divide" => expressions.Both(e, (a, b) => N(b) == 0 ? null : QtiValue.Of(N(a) / N(b))),
        "power" => expressions.Both(e, (a, b) => Finite(Math.Pow(N(a), N(b)))),
        "integerDivide" => expressions.Both(e, (a, b) => N(b) == 0 ? null : QtiValue.Of((long)Math.Floor(N(a) / N(b)))),
        "integerModulus" => expressions.Both(e, (a, b) => N(b) == 0 ? null : QtiValue.Of((long)(N(a) - Math.Floor(N(a) / N(b)) * N(b)))),
        "truncate" => expressions.One(e) is { } v ? QtiValue.Of((long)Math.Truncate(N(v))) : null,
        "round" => expressions.One(e) is { } v ? QtiValue.Of((long)Math.Floor(N(v) + 0.5)) : null,
        "roundTo" => expressions.One(e) is { } v ? QtiValue.Of(Rounding.To(Mode(e), Figures(e), N(v))) : null,
        "integerToFloat" => expressions.One(e) is { } v ? QtiValue.Of(N(v)) : null,
        "gt" => Compare(e, (a, b) => a > b),
        "lt" => Compare(e, (a, b) => a < b),
        "gte" => Compare(e, (a, b) => a >= b),
        "lte" => Compare(e, (a, b) => a <= b),
        "durationLT" => Compare(e, (a, b) => a < b),
        "durationGTE" => Compare(e, (a, b) => a >= b),
        "equal" => expressions.Both(e, (a, b) => QtiValue.Of(Equal(e, N(a), N(b)))),
        "equalRounded" => expressions.Both(e, (a, b) => QtiValue.Of(Rounding.To(Mode(e), Figures(e), N(a)) == Rounding.To(Mode(e), Figures(e), N(b)))),
        "gcd" => Fold(e, null, Gcd, (a, b) => Gcd(Whole(a), Whole(b))),
        "lcm" => Fold(e, null, Lcm, (a, b) => Lcm(Whole(a), Whole(b))),
        "mathConstant" => QtiValue.Of(e.Attribute("name")?.Value switch { "pi" => Math.PI, "e" => Math.E, var other => throw new MarkingException($"Hằng số “{other}” không có trong chuẩn.") }),
        "mathOperator" => MathFunctions.Evaluate(e.Attribute("name")?.Value ?? "", [.. Values(e).Select(v => v is null ? (double?)null : N(v))]),
        "statsOperator" => expressions.One(e) is { } list ? MathFunctions.Statistics(e.Attribute("name")?.Value ?? "", [.. list.Items.Select(QtiValue.Number)]) : null,
        _ => null,
    };

    /// <summary>Tells a NULL result from an operator nobody knows.</summary>
    public static QtiValue? NullOf(XElement e) => Known.Contains(e.Name.LocalName) ? null : throw new MarkingException($"Không biết phép tính <{e.Name.LocalName}>.");

    private static readonly HashSet<string> Known =
    [
        "sum", "product", "max", "min", "subtract", "divide", "power", "integerDivide", "integerModulus", "truncate", "round", "roundTo", "integerToFloat", "gt", "lt", "gte", "lte",
        "durationLT", "durationGTE", "equal", "equalRounded", "gcd", "lcm", "mathConstant", "mathOperator", "statsOperator",
    ];

    private List<QtiValue?> Values(XElement e) => [.. expressions.Children(e).Select(expressions.Evaluate)];

    private QtiValue? Fold(XElement e, long? start, Func<long, long, long> whole, Func<double, double, double> real)
    {
        var values = Values(e);
        if (values.Exists(Expressions.IsNull)) return null;
        var items = values.SelectMany(v => v!.Items).ToList();
        if (items.Count == 0) return start is { } empty ? QtiValue.Of(empty) : null;
        if (items.TrueForAll(i => i is long)) return QtiValue.Of(items.Cast<long>().Aggregate(whole));
        return Finite(items.Select(QtiValue.Number).Aggregate(real));
    }

    private QtiValue? Compare(XElement e, Func<double, double, bool> holds) => expressions.Both(e, (a, b) => QtiValue.Of(holds(N(a), N(b))));

    private bool Equal(XElement e, double a, double b)
    {
        var mode = e.Attribute("toleranceMode")?.Value ?? "exact";
        if (mode == "exact") return a == b;
        var tolerance = (e.Attribute("tolerance")?.Value ?? throw new MarkingException("<equal> thiếu tolerance.")).Split((char[]?)[' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(t => expressions.AttributeNumber(new XElement("t", new XAttribute("v", t)), "v")!.Value).ToList();
        if (tolerance.Count is 0 or > 2 || tolerance.Exists(t => t < 0)) throw new MarkingException($"tolerance “{e.Attribute("tolerance")?.Value}” không hợp lệ.");
        var (below, above) = (tolerance[0], tolerance[^1]);
        // a is the exact value's place by the specification: tolerance is taken around the first expression; decimals avoid 0.1 + 0.2.
        var (low, high) = mode switch
        {
            "absolute" => (Exact(a, -below), Exact(a, above)),
            "relative" => (Math.Min(a * (1 - below / 100), a * (1 + above / 100)), Math.Max(a * (1 - below / 100), a * (1 + above / 100))),
            _ => throw new MarkingException($"toleranceMode “{mode}” không có trong chuẩn."),
        };
        var includeLow = e.Attribute("includeLowerBound")?.Value is not ("false" or "0");
        var includeHigh = e.Attribute("includeUpperBound")?.Value is not ("false" or "0");
        return (b > low || (includeLow && b == low)) && (b < high || (includeHigh && b == high));
    }

    private static double Exact(double a, double step) =>
        Math.Abs(a) < 1e12 && Math.Abs(step) < 1e12 ? (double)((decimal)a + (decimal)step) : a + step;

    private static string Mode(XElement e) => e.Attribute("roundingMode")?.Value ?? "significantFigures";

    private int Figures(XElement e) => expressions.AttributeNumber(e, "figures") is { } figures and >= 0 and <= 15 ? (int)figures : throw new MarkingException("figures phải từ 0 đến 15.");

    private static double N(QtiValue value) => value.Items is [var only] ? QtiValue.Number(only) : throw new MarkingException("Phép tính cần một số.");

    private static long Whole(double value) => value == Math.Floor(value) ? (long)value : throw new MarkingException($"{value} không phải là số nguyên.");

    private static QtiValue? Finite(double value) => double.IsFinite(value) ? QtiValue.Of(value) : null;

    private static long Gcd(long a, long b)
    {
        (a, b) = (Math.Abs(a), Math.Abs(b));
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    private static long Lcm(long a, long b) => a == 0 || b == 0 ? 0 : Math.Abs(a / Gcd(a, b) * b);
}
