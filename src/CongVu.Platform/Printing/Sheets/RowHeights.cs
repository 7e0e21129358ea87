namespace CongVu.Platform.Printing.Sheets;

/// <summary>
/// Estimated heights of rows whose texts wrap: spreadsheets fit no row with merged cells, and LibreOffice none of a file that
/// gives no heights.
/// </summary>
internal static class RowHeights
{
    /// <summary>Points of a line of the usual letters, and how many widths of a column one of them takes.</summary>
    public static readonly (double Line, double Letter) Plain = (16.5, 0.95);

    /// <summary>The same for the bold letters of a title.</summary>
    public static readonly (double Line, double Letter) Title = (21, 1.25);

    public static double Of(string text, double width) => Of(text, width, Plain);

    public static double Of(string text, double width, (double Line, double Letter) letters)
    {
        var lines = text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length * letters.Letter / Math.Max(width, 1))));
        return lines * letters.Line;
    }
}
