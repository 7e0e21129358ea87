using CongVu.Platform.Text;
using CongVu.Platform.Time;

namespace CongVu.Platform.Web;

/// <summary>Says the two dates of a question, for headings that are printed.</summary>
public static class AsOfWords
{
    /// <summary>"ngày 01/07/2025", with "theo những gì đã biết ngày …" where only past knowledge is shown.</summary>
    public static string InWords(this AsOf asOf) =>
        $"ngày {VnFormat.Date(asOf.ValidOn)}{(asOf.KnownDay() is { } known ? $", theo những gì đã biết ngày {VnFormat.Date(known)}" : "")}";

    /// <summary>The last day whose knowledge is shown; null when it is everything known now.</summary>
    public static DateOnly? KnownDay(this AsOf asOf) => asOf.KnownAt is { } at ? VietnamTime.DayOf(at.AddTicks(-1)) : null;
}
