using System.Xml;

namespace CongVu.Platform.Printing.Sheets;

/// <summary>
/// The one style sheet of all our workbooks. Numbers carry the Vietnamese locale, so that LibreOffice shows 4,98 and
/// 12.852.400 on any machine; Excel takes the signs from Windows.
/// </summary>
internal static class XlsxStyles
{
    public const int Normal = 0;
    public const int Title = 1;
    public const int Subtitle = 2;
    public const int Header = 3;
    public const int Text = 4;
    public const int GuardedText = 5;
    public const int Integer = 6;
    public const int Money = 7;
    public const int Date = 8;
    public const int Wrapped = 9;
    public const int CenteredText = 10;
    public const int BoldText = 11;
    public const int BoldInteger = 12;
    public const int BoldMoney = 13;
    public const int Group = 14;
    public const int Plain = 15;
    public const int PlainBold = 16;
    public const int PlainItalic = 17;
    public const int GuardedWrapped = 18;
    public const int OrdinalNumber = 19;
    public const int MaxDecimals = 6;
    private const int FirstDecimal = 20;
    private const int FirstBoldDecimal = FirstDecimal + MaxDecimals;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int DateFormat = 164;
    private const int MoneyFormat = 165;
    private const int FirstDecimalFormat = 166;

    /// <summary>A narrow column of whole numbers counts the rows (TT) and is centred.</summary>
    public static int WholeNumber(double width) => width <= 7 ? OrdinalNumber : Integer;

    public static int Decimal(int decimals) => FirstDecimal + decimals - 1;

    public static int BoldDecimal(int decimals) => FirstBoldDecimal + decimals - 1;

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        List(xml, "numFmts", [
            () => NumberFormat(xml, DateFormat, "dd/mm/yyyy"),
            () => NumberFormat(xml, MoneyFormat, "[$-42A]#,##0"),
            .. Enumerable.Range(1, MaxDecimals).Select(d => (Action)(() => NumberFormat(xml, FirstDecimalFormat + d - 1, "[$-42A]#,##0." + new string('0', d)))),
        ]);
        List(xml, "fonts", [
            () => Font(xml, 12), () => Font(xml, 12, bold: true), () => Font(xml, 14, bold: true), () => Font(xml, 12, italic: true),
        ]);
        List(xml, "fills", [() => Fill(xml, "none", null), () => Fill(xml, "gray125", null), () => Fill(xml, "solid", "FFE7EDF5")]);
        List(xml, "borders", [() => Border(xml, null), () => Border(xml, "thin")]);
        List(xml, "cellStyleXfs", [() => Format(xml, new Look())]);
        List(xml, "cellXfs", [.. Looks().Select(look => (Action)(() => Format(xml, look, cell: true)))]);
        List(xml, "cellStyles", [() =>
        {
            xml.WriteStartElement("cellStyle", Main);
            xml.WriteAttributeString("name", "Normal");
            xml.WriteAttributeString("xfId", "0");
            xml.WriteAttributeString("builtinId", "0");
            xml.WriteEndElement();
        }]);
        xml.WriteEndElement();
    }

    // In the order of the constants above.
    private static IEnumerable<Look> Looks() =>
    [
        new(),
        new(Font: 2, Horizontal: "center", Wrap: true),
        new(Font: 3, Horizontal: "center", Wrap: true),
        new(Font: 1, Fill: 2, Border: 1, Horizontal: "center", Wrap: true),
        new(Border: 1, Vertical: "top"),
        new(Border: 1, Vertical: "top", Quoted: true),
        new(Border: 1, Format: 1, Vertical: "top"),
        new(Border: 1, Format: MoneyFormat, Vertical: "top"),
        new(Border: 1, Format: DateFormat, Horizontal: "center", Vertical: "top"),
        new(Border: 1, Wrap: true, Vertical: "top"),
        new(Border: 1, Horizontal: "center", Vertical: "top"),
        new(Font: 1, Border: 1, Wrap: true, Vertical: "top"),
        new(Font: 1, Border: 1, Format: 1, Vertical: "top"),
        new(Font: 1, Border: 1, Format: MoneyFormat, Vertical: "top"),
        new(Font: 1, Fill: 2, Border: 1, Wrap: true, Vertical: "top"),
        new(Horizontal: "center", Wrap: true),
        new(Font: 1, Horizontal: "center", Wrap: true),
        new(Font: 3, Horizontal: "center", Wrap: true),
        new(Border: 1, Wrap: true, Vertical: "top", Quoted: true),
        new(Border: 1, Format: 1, Horizontal: "center", Vertical: "top"),
        .. Enumerable.Range(0, MaxDecimals).Select(d => new Look(Border: 1, Format: FirstDecimalFormat + d, Vertical: "top")),
        .. Enumerable.Range(0, MaxDecimals).Select(d => new Look(Font: 1, Border: 1, Format: FirstDecimalFormat + d, Vertical: "top")),
    ];

    private static void List(XmlWriter xml, string name, IReadOnlyList<Action> items)
    {
        xml.WriteStartElement(name, Main);
        Number(xml, "count", items.Count);
        foreach (var item in items)
        {
            item();
        }

        xml.WriteEndElement();
    }

    private static void NumberFormat(XmlWriter xml, int id, string code)
    {
        xml.WriteStartElement("numFmt", Main);
        Number(xml, "numFmtId", id);
        xml.WriteAttributeString("formatCode", code);
        xml.WriteEndElement();
    }

    private static void Font(XmlWriter xml, int size, bool bold = false, bool italic = false)
    {
        xml.WriteStartElement("font", Main);
        if (bold)
        {
            Leaf(xml, "b");
        }

        if (italic)
        {
            Leaf(xml, "i");
        }

        Leaf(xml, "sz", ("val", size.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Leaf(xml, "name", ("val", "Times New Roman"));
        Leaf(xml, "family", ("val", "1"));
        xml.WriteEndElement();
    }

    private static void Fill(XmlWriter xml, string pattern, string? color)
    {
        xml.WriteStartElement("fill", Main);
        xml.WriteStartElement("patternFill", Main);
        xml.WriteAttributeString("patternType", pattern);
        if (color is not null)
        {
            Leaf(xml, "fgColor", ("rgb", color));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Border(XmlWriter xml, string? style)
    {
        xml.WriteStartElement("border", Main);
        foreach (var side in new[] { "left", "right", "top", "bottom" })
        {
            Leaf(xml, side, style is null ? [] : [("style", style)]);
        }

        xml.WriteEndElement();
    }

    private static void Format(XmlWriter xml, Look look, bool cell = false)
    {
        xml.WriteStartElement("xf", Main);
        Number(xml, "numFmtId", look.Format);
        Number(xml, "fontId", look.Font);
        Number(xml, "fillId", look.Fill);
        Number(xml, "borderId", look.Border);
        if (cell)
        {
            Number(xml, "xfId", 0);
            foreach (var part in new[] { "applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment" })
            {
                Number(xml, part, 1);
            }
        }

        if (look.Quoted)
        {
            Number(xml, "quotePrefix", 1);
        }

        xml.WriteStartElement("alignment", Main);
        if (look.Horizontal is not null)
        {
            xml.WriteAttributeString("horizontal", look.Horizontal);
        }

        xml.WriteAttributeString("vertical", look.Vertical);
        if (look.Wrap)
        {
            Number(xml, "wrapText", 1);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Leaf(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private sealed record Look(
        int Font = 0, int Fill = 0, int Border = 0, int Format = 0, string? Horizontal = null, string Vertical = "center", bool Wrap = false, bool Quoted = false);
}
