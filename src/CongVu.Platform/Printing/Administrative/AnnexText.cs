using System.Globalization;
using DocumentFormat.OpenXml;
using static CongVu.Platform.Printing.Administrative.PaperLayout;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>An annex or an attached document, from its name to its last table.</summary>
internal static class AnnexText
{
    /// <summary>Italics run a little narrower than the bold letters lines are measured in.</summary>
    private const double ItalicShare = 0.95;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static IEnumerable<OpenXmlElement> Build(AdministrativeDocument document, int index)
    {
        var annex = document.Annexes[index];
        var width = annex.Landscape ? LandscapeTextWidth : TextWidth;
        yield return Paper.Line("PhuLuc", Label(document, index));
        yield return Paper.Balanced("TieuDePhuLuc", PrintText.Capitals(annex.Title), BodySize, width).Paragraph;
        yield return Paper.Balanced("KemTheo", PrintText.Clean($"(Kèm theo {Reference(document)})"), BodySize * ItalicShare, width).Paragraph;
        foreach (var element in BodyText.Build(annex.Body, width, closes: false))
        {
            yield return element;
        }
    }

    private static string Label(AdministrativeDocument document, int index)
    {
        if (document.Annexes[index].AttachedTypeTitle is { } title)
        {
            return PrintText.Capitals(title);
        }

        var before = document.Annexes.Take(index).Count(a => a.AttachedTypeTitle is null);
        var all = document.Annexes.Count(a => a.AttachedTypeTitle is null);
        return all == 1 ? "Phụ lục" : $"Phụ lục {PrintText.Roman(before + 1)}";
    }

    private static string Reference(AdministrativeDocument document)
    {
        var title = document.Type.Title;
        var name = document.Type.IsLetter ? "Công văn" : title[..1] + title[1..].ToLower(Vietnamese);
        var number = document.Number.Value is null ? document.Number.ToString() : " " + document.Number;
        return $"{name} số{number} {document.Date} của {document.Authority ?? document.Agency}";
    }
}
