using System.Globalization;

namespace CongVu.Legislation.Contracts;

/// <summary>Addresses of this module's pages.</summary>
public static class LegislationLinks
{
    /// <summary>The register of instruments.</summary>
    public const string Register = "/phap-luat/van-ban";
    /// <summary>Parameters by area.</summary>
    public const string Values = "/phap-luat/gia-tri";
    /// <summary>What the legal officer has to do.</summary>
    public const string ToDo = "/phap-luat/can-doi-chieu";
    /// <summary>Changes entered through the application.</summary>
    public const string Changes = "/phap-luat/cap-nhat";

    /// <summary>An instrument by its number.</summary>
    public static string Instrument(string number) => $"{Register}/{string.Join('/', number.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>A parameter by its key.</summary>
    public static string Value(string key) => $"{Values}/{Uri.EscapeDataString(key)}";

    /// <summary>Recording a comparison of a value (null: an instrument) with its source.</summary>
    public static string Check(string target, DateOnly? from) => $"/phap-luat/doi-chieu?doi-tuong={Uri.EscapeDataString(target)}{(from is { } day ? "&tu=" + Iso(day) : "")}";

    /// <summary>A change.</summary>
    public static string Change(Guid id) => $"{Changes}/{id}";

    /// <summary>Starting a change with a value of this parameter.</summary>
    public static string NewChange(string? key = null) => $"{Changes}/moi{(key is null ? "" : "?tham-so=" + Uri.EscapeDataString(key))}";

    /// <summary>An instrument within a change.</summary>
    public static string ChangeInstrument(Guid change, Guid? item = null) => $"{Changes}/{change}/van-ban{(item is { } id ? "?muc=" + id : "")}";

    /// <summary>A value within a change.</summary>
    public static string ChangeValue(Guid change, Guid? item = null, string? key = null) => $"{Changes}/{change}/gia-tri{(item is { } id ? "?muc=" + id : key is null ? "" : "?tham-so=" + Uri.EscapeDataString(key))}";

    /// <summary>A computed preview.</summary>
    public static string Impact(Guid run) => $"/phap-luat/tac-dong/{run}";

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
