using System.Globalization;

namespace CongVu.Examinations.Marking;

/// <summary>What the package's rules ask for cannot be computed; the message says why. Never replaced by a guess.</summary>
internal class MarkingException(string message) : Exception(message);

/// <summary>A value hangs on a random number that nobody told. Only what needs the value is lost, not the whole item.</summary>
internal sealed class UndeterminedException(string message) : MarkingException(message);

internal enum BaseType { Identifier, Boolean, Integer, Float, String, Point, Pair, DirectedPair, Duration, File, Uri, IntOrIdentifier }

internal enum Cardinality { Single, Multiple, Ordered, Record }

internal readonly record struct QtiPoint(double X, double Y);

internal readonly record struct QtiPair(string First, string Second);

/// <summary>
/// A value of the QTI run-time: one or several of one base type. NULL is null; empty containers and empty strings are NULL too.
/// Items are string, bool, long, double, <see cref="QtiPoint"/> or <see cref="QtiPair"/>.
/// </summary>
internal sealed record QtiValue(BaseType Type, Cardinality Cardinality, IReadOnlyList<object> Items)
{
    public IReadOnlyDictionary<string, QtiValue?> Fields { get; init; } = new Dictionary<string, QtiValue?>();

    public object Single => Items[0];

    public static QtiValue Of(bool value) => new(BaseType.Boolean, Cardinality.Single, [value]);

    public static QtiValue Of(long value) => new(BaseType.Integer, Cardinality.Single, [value]);

    public static QtiValue Of(double value) => double.IsFinite(value)
        ? new(BaseType.Float, Cardinality.Single, [value])
        : throw new MarkingException("Kết quả phép tính không phải là số hữu hạn.");

    public static QtiValue? Container(BaseType type, Cardinality cardinality, IReadOnlyList<object> items) =>
        items.Count == 0 ? null : new QtiValue(type, cardinality, items);

    public static QtiValue Record(IReadOnlyDictionary<string, QtiValue?> fields) => new(BaseType.String, Cardinality.Record, []) { Fields = fields };

    public bool IsNumeric => Type is BaseType.Integer or BaseType.Float or BaseType.Duration;

    public static double Number(object item) => item switch
    {
        long whole => whole,
        double real => real,
        _ => throw new MarkingException($"“{item}” không phải là số."),
    };

    /// <summary>Reads a value as its base type writes it. NULL for an empty string of any type.</summary>
    public static object Parse(BaseType type, string text)
    {
        var word = text.Trim();
        return type switch
        {
            // The same letters may arrive composed or not, as the machine they were typed on has it.
            BaseType.String => text.Normalize(),
            BaseType.File or BaseType.Uri => text,
            BaseType.Identifier => word,
            BaseType.Boolean => word switch { "true" or "1" => true, "false" or "0" => false, _ => throw Bad(word, "giá trị đúng/sai (true, false)") },
            BaseType.Integer => long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
                : double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && real == Math.Floor(real) && Math.Abs(real) < 1e15 ? (long)real
                : throw Bad(word, "số nguyên"),
            BaseType.Float or BaseType.Duration => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : throw Bad(word, "số"),
            BaseType.Point => Two(word) is var (x, y) ? new QtiPoint((double)Parse(BaseType.Float, x), (double)Parse(BaseType.Float, y)) : default,
            BaseType.Pair or BaseType.DirectedPair => Two(word) is var (a, b) ? new QtiPair(a, b) : default,
            _ => long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : word,
        };
    }

    public static string Write(object item) => item switch
    {
        bool truth => truth ? "true" : "false",
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double real => real.ToString("R", CultureInfo.InvariantCulture),
        QtiPoint point => string.Create(CultureInfo.InvariantCulture, $"{point.X:R} {point.Y:R}"),
        QtiPair pair => $"{pair.First} {pair.Second}",
        _ => (string)item,
    };

    public static bool Same(BaseType type, object one, object other) => (one, other) switch
    {
        (QtiPair a, QtiPair b) => a == b || (type == BaseType.Pair && a.First == b.Second && a.Second == b.First),
        (long or double, long or double) => Number(one) == Number(other),
        (QtiPoint a, QtiPoint b) => a == b,
        (bool a, bool b) => a == b,
        _ => Write(one) == Write(other),
    };

    /// <summary>Equal in the sense of <c>match</c>: order counts for ordered containers only.</summary>
    public static bool Match(QtiValue one, QtiValue other)
    {
        if (one.Cardinality == Cardinality.Record || other.Cardinality == Cardinality.Record)
        {
            return one.Fields.Count == other.Fields.Count && one.Fields.All(f => other.Fields.TryGetValue(f.Key, out var same)
                && (f.Value is null ? same is null : same is not null && Match(f.Value, same)));
        }
        if (one.Items.Count != other.Items.Count) return false;
        if (one.Cardinality == Cardinality.Ordered && other.Cardinality == Cardinality.Ordered)
            return one.Items.Zip(other.Items).All(p => Same(one.Type, p.First, p.Second));
        var rest = other.Items.ToList();
        foreach (var item in one.Items)
        {
            var at = rest.FindIndex(o => Same(one.Type, item, o));
            if (at < 0) return false;
            rest.RemoveAt(at);
        }
        return true;
    }

    private static (string, string) Two(string text) => text.Split((char[]?)[' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries) is [var a, var b]
        ? (a, b)
        : throw Bad(text, "cặp hai giá trị cách nhau bằng dấu cách");

    private static MarkingException Bad(string text, string wanted) => new($"“{text}” không phải là {wanted}.");
}
