using System.Text.Json;
using System.Text.Json.Serialization;

namespace CongVu.Law;

/// <summary>
/// A pay coefficient (hệ số), exact to two decimals because the salary tables are. Held as hundredths, so no arithmetic on it ever rounds.
/// </summary>
/// <param name="Hundredths">The coefficient times one hundred: 4,98 is 498.</param>
[JsonConverter(typeof(CoefficientJson))]
public readonly record struct Coefficient(int Hundredths) : IComparable<Coefficient>
{
    /// <summary>Reads "4.98", "4,98", "0.5" or "3". Never more than two decimals.</summary>
    /// <exception cref="FormatException">The text is not a coefficient with at most two decimals.</exception>
    public static Coefficient Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"“{text}” không phải là hệ số có tối đa hai chữ số thập phân.");

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    public static bool TryParse(string? text, out Coefficient value)
    {
        var read = FixedPoint.TryParseHundredths(text, out var hundredths);
        value = new Coefficient(hundredths);
        return read;
    }

    public static Coefficient operator +(Coefficient left, Coefficient right) => new(left.Hundredths + right.Hundredths);
    public static Coefficient operator -(Coefficient left, Coefficient right) => new(left.Hundredths - right.Hundredths);
    public static Coefficient operator *(Coefficient left, int times) => new(left.Hundredths * times);
    public static bool operator <(Coefficient left, Coefficient right) => left.Hundredths < right.Hundredths;
    public static bool operator >(Coefficient left, Coefficient right) => left.Hundredths > right.Hundredths;
    public static bool operator <=(Coefficient left, Coefficient right) => left.Hundredths <= right.Hundredths;
    public static bool operator >=(Coefficient left, Coefficient right) => left.Hundredths >= right.Hundredths;

    public int CompareTo(Coefficient other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>As Vietnamese forms print it: always two decimals after a comma, <c>4,98</c>.</summary>
    public override string ToString() => FixedPoint.TwoDecimals(Hundredths, ',');

    /// <summary>As data files and JSON hold it: <c>4.98</c>.</summary>
    public string ToInvariant() => FixedPoint.TwoDecimals(Hundredths, '.');

    private sealed class CoefficientJson : JsonConverter<Coefficient>
    {
        public override Coefficient Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var value) ? value : throw new JsonException("A coefficient is a string such as \"4.98\".");

        public override void Write(Utf8JsonWriter writer, Coefficient value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToInvariant());
    }
}
