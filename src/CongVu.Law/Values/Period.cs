using System.Globalization;

namespace CongVu.Law;

/// <summary>Units in which the law counts time.</summary>
public enum PeriodUnit
{
    Day,

    /// <summary>Ngày làm việc.</summary>
    WorkingDay,

    Month,
}

/// <summary>A length of time as the law states it: <c>15 working-day</c>.</summary>
/// <param name="Count">How many; 0 or more.</param>
public readonly record struct Period(int Count, PeriodUnit Unit)
{
    /// <summary>Reads <c>90 day</c>, <c>15 working-day</c>, <c>6 month</c>.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text?.Split(' ') is not [var count, var unit]
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || PeriodUnits.Find(unit) is not { } known)
        {
            return false;
        }
        period = new Period(number, known);
        return true;
    }

    /// <summary>As screens print it: <c>15 ngày làm việc</c>.</summary>
    public override string ToString() => $"{Count} {Unit.Vietnamese()}";
}

/// <summary>Codes and names of <see cref="PeriodUnit"/>.</summary>
public static class PeriodUnits
{
    /// <summary>The code in data files and vectors: <c>day</c>, <c>working-day</c>, <c>month</c>.</summary>
    public static string Code(this PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day => "day",
        PeriodUnit.WorkingDay => "working-day",
        PeriodUnit.Month => "month",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>The Vietnamese word.</summary>
    public static string Vietnamese(this PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day => "ngày",
        PeriodUnit.WorkingDay => "ngày làm việc",
        PeriodUnit.Month => "tháng",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>Null when the code is unknown.</summary>
    public static PeriodUnit? Find(string code) => Enum.GetValues<PeriodUnit>().Cast<PeriodUnit?>().FirstOrDefault(u => u!.Value.Code() == code);
}
