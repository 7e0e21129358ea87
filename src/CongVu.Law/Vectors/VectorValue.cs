using System.Globalization;

namespace CongVu.Law.Vectors;

/// <summary>A computed result as vectors compare it: exactly, amounts in đồng, ratios in percents, dates ISO.</summary>
public readonly record struct VectorValue
{
    private readonly string text;
    private readonly bool isNumber;

    private VectorValue(string text, bool isNumber)
    {
        this.text = text;
        this.isNumber = isNumber;
    }

    public static implicit operator VectorValue(long number) => new(number.ToString(CultureInfo.InvariantCulture), true);

    public static implicit operator VectorValue(Coefficient coefficient) => new(coefficient.ToInvariant(), true);

    public static implicit operator VectorValue(ExactCoefficient coefficient) => new(coefficient.ToInvariant(), true);

    public static implicit operator VectorValue(Percent percent) => new(percent.ToInvariant(), true);

    public static implicit operator VectorValue(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false);

    /// <summary>Whether an expectation as written in a file asks for this value; 4.98 and 4.980 are the same number.</summary>
    public bool Matches(string expected) => isNumber
        ? decimal.TryParse(expected, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Parse(text, CultureInfo.InvariantCulture)
        : expected == text;

    public override string ToString() => text;
}
