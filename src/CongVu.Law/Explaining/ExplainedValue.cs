using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CongVu.Law;

/// <summary>What an explained value is, so that it can be shown in the right form years later.</summary>
public enum ExplainedKind
{
    Money,
    Coefficient,
    Percent,
    Date,
    Months,
    Integer,
    Text,
}

/// <summary>
/// A typed value in an explanation. Its JSON is <c>{"kind":"money","value":17646750}</c>; money, months and integers are numbers, coefficients and
/// percents are strings ("4.98", "25"), dates are ISO, text is itself.
/// </summary>
[JsonConverter(typeof(ExplainedValueJson))]
public readonly record struct ExplainedValue
{
    private readonly long number;
    private readonly string? text;

    private ExplainedValue(ExplainedKind kind, long number, string? text = null)
    {
        Kind = kind;
        this.number = number;
        this.text = text;
    }

    public ExplainedKind Kind { get; }

    /// <summary>An amount in đồng.</summary>
    public static ExplainedValue Money(long amount) => new(ExplainedKind.Money, amount);

    public static ExplainedValue Coefficient(Coefficient value) => new(ExplainedKind.Coefficient, value.Hundredths);

    public static ExplainedValue Percent(Percent value) => new(ExplainedKind.Percent, value.Hundredths);

    public static ExplainedValue Date(DateOnly day) => new(ExplainedKind.Date, day.DayNumber);

    /// <summary>A span in months.</summary>
    public static ExplainedValue Months(int months) => new(ExplainedKind.Months, months);

    public static ExplainedValue Integer(int value) => new(ExplainedKind.Integer, value);

    public static ExplainedValue Text(string text) => new(ExplainedKind.Text, 0, text);

    /// <summary>The amount, for a money value.</summary>
    public long AsMoney => Kind == ExplainedKind.Money ? number : throw Wrong();

    /// <summary>The day, for a date.</summary>
    public DateOnly AsDate => Kind == ExplainedKind.Date ? DateOnly.FromDayNumber((int)number) : throw Wrong();

    /// <summary>As Vietnamese forms print it: <c>17.646.750 đ</c>, <c>4,98</c>, <c>25%</c>, <c>01/03/2027</c>, <c>36 tháng</c>.</summary>
    public override string ToString() => Kind switch
    {
        ExplainedKind.Money => CongVu.Law.Money.Format(number),
        ExplainedKind.Coefficient => new Coefficient((int)number).ToString(),
        ExplainedKind.Percent => new Percent((int)number).ToString(),
        ExplainedKind.Date => LawDay.Format(DateOnly.FromDayNumber((int)number)),
        // The decrees count in months ("đủ 36 tháng"), so explanations do too.
        ExplainedKind.Months => $"{number} tháng",
        ExplainedKind.Integer => number.ToString(CultureInfo.InvariantCulture),
        _ => text ?? "",
    };

    private InvalidOperationException Wrong() => new($"The value is of kind {Kind}.");

    private sealed class ExplainedValueJson : JsonConverter<ExplainedValue>
    {
        public override ExplainedValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var element = JsonElement.ParseValue(ref reader);
            var value = element.GetProperty("value");
            return element.GetProperty("kind").GetString() switch
            {
                "money" => Money(value.GetInt64()),
                "months" => Months(value.GetInt32()),
                "integer" => Integer(value.GetInt32()),
                "coefficient" => Coefficient(CongVu.Law.Coefficient.Parse(value.GetString()!)),
                "percent" when CongVu.Law.Percent.TryParse(value.GetString(), out var percent) => Percent(percent),
                "date" => Date(DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
                "text" => Text(value.GetString()!),
                var kind => throw new JsonException($"Unknown kind of explained value: {kind}."),
            };
        }

        public override void Write(Utf8JsonWriter writer, ExplainedValue value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", value.Kind.ToString().ToLowerInvariant());
            switch (value.Kind)
            {
                case ExplainedKind.Money or ExplainedKind.Months or ExplainedKind.Integer:
                    writer.WriteNumber("value", value.number);
                    break;
                case ExplainedKind.Coefficient:
                    writer.WriteString("value", new Coefficient((int)value.number).ToInvariant());
                    break;
                case ExplainedKind.Percent:
                    writer.WriteString("value", new Percent((int)value.number).ToInvariant());
                    break;
                case ExplainedKind.Date:
                    writer.WriteString("value", value.AsDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    break;
                default:
                    writer.WriteString("value", value.text);
                    break;
            }
            writer.WriteEndObject();
        }
    }
}
