using System.Globalization;
using System.Text.RegularExpressions;

namespace CongVu.Examinations.Marking;

/// <summary>What a candidate typed, as the record that QTI makes of it: the text, the number, and how exactly it was given.</summary>
internal static partial class NumberRecord
{
    public static QtiValue? Of(string text)
    {
        var typed = text.Trim();
        if (typed.Length == 0) return null;
        var fields = new Dictionary<string, QtiValue?>(StringComparer.Ordinal) { ["stringValue"] = QtiValue.Container(BaseType.String, Cardinality.Single, [text.Normalize()]) };
        if (Shape().Match(typed) is { Success: true } shape && double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            var (left, right) = (shape.Groups["left"].Value, shape.Groups["right"].Value);
            long? exponent = shape.Groups["exponent"] is { Success: true } given ? long.Parse(given.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;
            fields["floatValue"] = QtiValue.Of(number);
            fields["integerValue"] = right.Length == 0 && exponent is null && Math.Abs(number) < 1e15 ? QtiValue.Of((long)number) : null;
            fields["leftDigits"] = QtiValue.Of((long)left.Length);
            fields["rightDigits"] = QtiValue.Of((long)right.Length);
            fields["ndp"] = QtiValue.Of(Math.Max(0, right.Length - (exponent ?? 0)));
            fields["nsf"] = QtiValue.Of((long)(left + right).TrimStart('0').Length);
            fields["exponent"] = exponent is { } power ? QtiValue.Of(power) : null;
        }
        return QtiValue.Record(fields);
    }

    [GeneratedRegex(@"\A[+-]?(?=\.?[0-9])(?<left>[0-9]*)(?:\.(?<right>[0-9]*))?(?:[eE](?<exponent>[+-]?[0-9]{1,3}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
