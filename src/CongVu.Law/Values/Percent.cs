using System.Text.Json;
using System.Text.Json.Serialization;

namespace CongVu.Law;

/// <summary>A ratio of the law, exact to a hundredth of a percent.</summary>
/// <param name="Hundredths">Hundredths of one percent: 25 % is 2500.</param>
[JsonConverter(typeof(PercentJson))]
public readonly record struct Percent(int Hundredths) : IComparable<Percent>
{
    /// <summary>So many whole percents.</summary>
    public static Percent Of(int wholePercents) => new(wholePercents * 100);

    /// <summary>Reads "25", "25%", "2.5%" or "2,5%".</summary>
    public static bool TryParse(string? text, out Percent value)
    {
        var read = FixedPoint.TryParseHundredths(text?.TrimEnd('%'), out var hundredths);
        value = new Percent(hundredths);
        return read;
    }

    public static Percent operator +(Percent left, Percent right) => new(left.Hundredths + right.Hundredths);
    public static Percent operator *(Percent left, int times) => new(left.Hundredths * times);

    public int CompareTo(Percent other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>As Vietnamese forms print it: <c>25%</c>, <c>2,5%</c>.</summary>
    public override string ToString() => FixedPoint.Shortest(Hundredths, ',') + "%";

    /// <summary>As data files and JSON hold it: <c>25</c>, <c>2.5</c> (percents, without the sign).</summary>
    public string ToInvariant() => FixedPoint.Shortest(Hundredths, '.');

    private sealed class PercentJson : JsonConverter<Percent>
    {
        public override Percent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var value) ? value : throw new JsonException("A percent is a string such as \"2.5\".");

        public override void Write(Utf8JsonWriter writer, Percent value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToInvariant());
    }
}
