using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;
using static CongVu.Platform.Printing.Administrative.PaperLayout;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>What stands in the margins, and the sections that carry it.</summary>
internal static class PageFurniture
{
    public const string NumberHeaderId = "rIdHeader";
    public const string FirstHeaderId = "rIdHeaderFirst";
    public const string FooterId = "rIdFooter";
    public const string FirstFooterId = "rIdFooterFirst";

    /// <summary>The page number, centred in the top margin.</summary>
    public static Header NumberHeader()
    {
        var line = Paper.Line("SoTrang");
        line.Append(
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            new Run(new WordText("2")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
        return new Header(line);
    }

    /// <summary>Page 1 has no number.</summary>
    public static Header FirstHeader() => new(Paper.Line("SoTrang"));

    /// <summary>Foot of every page: says that a draft is a draft.</summary>
    public static Footer Footer(AdministrativeDocument document) => new(DraftLine(document));

    /// <summary>Foot of page 1: the address of the agency under a rule (box 13).</summary>
    public static Footer FirstFooter(AdministrativeDocument document)
    {
        var footer = new Footer();
        if (document.ContactLine is { } contact)
        {
            var line = Paper.Line("ChanTrang", contact);
            line.ParagraphProperties!.ParagraphBorders = new ParagraphBorders
            {
                TopBorder = new TopBorder { Val = BorderValues.Single, Size = 4, Space = 1, Color = "000000" },
            };
            footer.Append(line);
        }

        if (document.IsDraft || document.ContactLine is null)
        {
            footer.Append(DraftLine(document));
        }

        return footer;
    }

    /// <summary>Paper, margins and page numbers of one section.</summary>
    public static SectionProperties Section(bool landscape, bool annex)
    {
        var section = new SectionProperties();
        section.Append(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = NumberHeaderId },
            new HeaderReference { Type = HeaderFooterValues.First, Id = FirstHeaderId },
            new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
            new FooterReference { Type = HeaderFooterValues.First, Id = annex ? FooterId : FirstFooterId },
            new SectionType { Val = SectionMarkValues.NextPage },
            landscape
                ? new PageSize { Width = PageLong, Height = PageShort, Orient = PageOrientationValues.Landscape }
                : new PageSize { Width = PageShort, Height = PageLong },
            new PageMargin
            {
                Top = MarginTop, Right = MarginRight, Bottom = MarginBottom, Left = MarginLeft,
                Header = HeaderDistance, Footer = FooterDistance, Gutter = 0,
            },
            new PageNumberType { Start = 1 },
            new TitlePage());
        return section;
    }

    /// <summary>Ends a section; the next one starts on a new page.</summary>
    public static Paragraph SectionEnd(SectionProperties section)
    {
        var line = Paper.Line("KetThuc");
        line.ParagraphProperties!.SectionProperties = section;
        return line;
    }

    private static Paragraph DraftLine(AdministrativeDocument document) =>
        document.IsDraft ? Paper.Line("ChanTrang", "DỰ THẢO - chưa ký ban hành") : Paper.Line("ChanTrang");
}
