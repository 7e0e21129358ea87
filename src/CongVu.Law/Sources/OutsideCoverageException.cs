namespace CongVu.Law;

/// <summary>The law's data have no value for the day asked. Never answered with a neighbouring value instead.</summary>
public sealed class OutsideCoverageException(ParameterName parameter, DateOnly day, DateOnly? coveredFrom, string? reason)
    : Exception(Describe(parameter, day, coveredFrom, reason))
{
    /// <summary>Which parameter was asked.</summary>
    public ParameterName Parameter { get; } = parameter;

    /// <summary>The day asked.</summary>
    public DateOnly Day { get; } = day;

    private static string Describe(ParameterName parameter, DateOnly day, DateOnly? coveredFrom, string? reason)
    {
        var message = $"Dữ liệu pháp luật về “{parameter.Name}” ({parameter.Key}) không có giá trị cho ngày {LawDay.Format(day)}";
        if (reason is not null)
        {
            return $"{message}: {reason}.";
        }
        return coveredFrom is { } from && day < from ? $"{message}; dữ liệu bắt đầu từ ngày {LawDay.Format(from)}." : message + ".";
    }
}
