using System.Globalization;
using CongVu.Platform.Text;

namespace CongVu.Platform.Printing.Sheets;

/// <summary>Writes rows and cells of a worksheet part.</summary>
internal sealed class CellWriter(Utf8Buffer to)
{
    /// <summary>Excel refuses longer texts in a cell.</summary>
    private const int LongestText = 32_767;

    // Day 0 of Excel. Its calendar holds a 29 February 1900 that never was, so earlier days are written as text.
    private const int DayZero = 693_593;
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1);

    private int _row;

    public void StartRow(int row, double? height = null)
    {
        _row = row;
        to.Raw("<row r=\""u8);
        to.Whole(row);
        if (height is { } points)
        {
            to.Raw("\" ht=\""u8);
            to.Number((decimal)points);
            to.Raw("\" customHeight=\"1"u8);
        }

        to.Raw("\">"u8);
    }

    public void EndRow() => to.Raw("</row>"u8);

    public void Empty(byte[] column, int style)
    {
        Open(column, style);
        to.Raw("\"/>"u8);
    }

    public void Text(byte[] column, string text, int style, int guardedStyle)
    {
        if (text.Length == 0)
        {
            Empty(column, style);
            return;
        }

        // Typed as text it is no formula; the quote prefix keeps it none when someone edits the cell.
        Open(column, LooksLikeFormula(text) ? guardedStyle : style);
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n'))
        {
            to.Raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        }
        else
        {
            to.Raw("\" t=\"inlineStr\"><is><t>"u8);
        }

        to.Xml(Storable(text));
        to.Raw("</t></is></c>"u8);
    }

    public void Whole(byte[] column, long value, int style)
    {
        Open(column, style);
        to.Raw("\"><v>"u8);
        to.Whole(value);
        to.Raw("</v></c>"u8);
    }

    public void Number(byte[] column, decimal value, int style)
    {
        Open(column, style);
        to.Raw("\"><v>"u8);
        to.Number(value);
        to.Raw("</v></c>"u8);
    }

    public void Day(byte[] column, DateOnly day, int style, int textStyle)
    {
        if (day < FirstSafeDay)
        {
            Text(column, VnFormat.Date(day), textStyle, textStyle);
        }
        else
        {
            Whole(column, day.DayNumber - DayZero, style);
        }
    }

    public static bool LooksLikeFormula(string text) => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    /// <summary>"A", "Z", "AA": the letters of a column counted from 0.</summary>
    public static byte[] ColumnName(int column)
    {
        var name = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
        {
            name = (char)('A' + ((n - 1) % 26)) + name;
        }

        return System.Text.Encoding.ASCII.GetBytes(name);
    }

    /// <summary>"B7" for row 7 and column 1.</summary>
    public static string Reference(int row, int column) =>
        System.Text.Encoding.ASCII.GetString(ColumnName(column)) + row.ToString(CultureInfo.InvariantCulture);

    private static string Storable(string text)
    {
        if (text.Length > LongestText)
        {
            text = string.Concat(text.AsSpan(0, LongestText - 1), "…");
        }

        // Excel reads "_x000D_" as a character code; an underscore written as its own code stops that.
        return text.Contains("_x", StringComparison.Ordinal) ? text.Replace("_x", "_x005F_x", StringComparison.Ordinal) : text;
    }

    private void Open(byte[] column, int style)
    {
        to.Raw("<c r=\""u8);
        to.Raw(column);
        to.Whole(_row);
        to.Raw("\" s=\""u8);
        to.Whole(style);
    }
}
