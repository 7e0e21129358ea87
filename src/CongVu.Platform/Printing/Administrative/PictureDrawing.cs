using System.Globalization;
using System.Security;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>A picture as WordprocessingML draws one in a line of text.</summary>
internal static class PictureDrawing
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Place = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private const string Main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static Drawing Of(PrintPicture picture)
    {
        var (width, height) = picture.Extent();
        var number = int.Parse(picture.Id[^7..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) + 1;
        return new Drawing(string.Create(CultureInfo.InvariantCulture, $"""
            <w:drawing xmlns:w="{Word}"><wp:inline xmlns:wp="{Place}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="{picture.Id}" descr="{SecurityElement.Escape(picture.Alternative)}"/><a:graphic xmlns:a="{Main}"><a:graphicData uri="{Picture}"><pic:pic xmlns:pic="{Picture}"><pic:nvPicPr><pic:cNvPr id="{number}" name="{picture.Id}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{Links}" r:embed="{picture.Id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>
            """));
    }
}
