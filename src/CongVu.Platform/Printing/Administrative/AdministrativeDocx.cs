using CongVu.Platform.Printing.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>
/// Prints an <see cref="AdministrativeDocument"/> as a Word document in the layout of Nghị định 30/2020/NĐ-CP.
/// The same document always gives the same bytes.
/// </summary>
public static class AdministrativeDocx
{
    /// <summary>Media type of the result.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Main = "word/document.xml";

    /// <summary>The whole .docx file.</summary>
    /// <exception cref="ArgumentException">The document cannot be laid out: no authority line, or a table whose rows do not fit its columns.</exception>
    public static byte[] Write(AdministrativeDocument document)
    {
        var properties = new DocumentProperties(TitleOf(document), document.Agency, document.Type.Title, document.Date.Day);
        var package = new OpcPackage();
        foreach (var picture in PicturesOf(document))
        {
            package.Add(picture.PartName, picture.MediaType, stream => stream.Write(picture.Content)).Link(Main, picture.Id, Links + "image", picture.PartName["word/".Length..]);
        }

        return package
            .Add(Main, Word + "document.main+xml", new Document(BodyOf(document)))
            .Add("word/styles.xml", Word + "styles+xml", DocumentStyles.Build())
            .Add("word/settings.xml", Word + "settings+xml", SettingsOf())
            .Add("word/header1.xml", Word + "header+xml", PageFurniture.NumberHeader())
            .Add("word/header2.xml", Word + "header+xml", PageFurniture.FirstHeader())
            .Add("word/footer1.xml", Word + "footer+xml", PageFurniture.Footer(document))
            .Add("word/footer2.xml", Word + "footer+xml", PageFurniture.FirstFooter(document))
            .Add(DocumentProperties.PartName, DocumentProperties.ContentType, properties.Write)
            .Link("", "rId1", Links + "officeDocument", Main)
            .Link("", "rId2", DocumentProperties.RelationshipType, DocumentProperties.PartName)
            .Link(Main, "rIdStyles", Links + "styles", "styles.xml")
            .Link(Main, "rIdSettings", Links + "settings", "settings.xml")
            .Link(Main, PageFurniture.NumberHeaderId, Links + "header", "header1.xml")
            .Link(Main, PageFurniture.FirstHeaderId, Links + "header", "header2.xml")
            .Link(Main, PageFurniture.FooterId, Links + "footer", "footer1.xml")
            .Link(Main, PageFurniture.FirstFooterId, Links + "footer", "footer2.xml")
            .ToArray();
    }

    private static IEnumerable<PrintPicture> PicturesOf(AdministrativeDocument document) => document.Body.OfType<BodyBlock.Table>()
        .SelectMany(t => t.Content.Rows.OfType<PrintRow.Cells>()).Select(r => r.Picture?.Content).OfType<PrintPicture>().DistinctBy(p => p.Id);

    private static Body BodyOf(AdministrativeDocument document)
    {
        var body = new Body(OpeningBoxes.Build(document));
        body.Append(BodyText.Build(document.Body, PaperLayout.TextWidth, closes: true));
        body.Append(ClosingBoxes.Build(document));
        var section = PageFurniture.Section(landscape: false, annex: false);
        for (var i = 0; i < document.Annexes.Count; i++)
        {
            body.Append(PageFurniture.SectionEnd(section));
            body.Append(AnnexText.Build(document, i));
            section = PageFurniture.Section(document.Annexes[i].Landscape, annex: true);
        }

        // Word wants a paragraph behind the last table.
        body.Append(Paper.Line("KetThuc"), section);
        return body;
    }

    private static Settings SettingsOf() => new(
        new DefaultTabStop { Val = 720 },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(
            new DoNotExpandShiftReturn(), // a line ended by hand in a justified paragraph is not stretched
            new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }),
        new ThemeFontLanguages { Val = "vi-VN" });

    private static string TitleOf(AdministrativeDocument document) =>
        document.Type.IsLetter ? $"Công văn {document.Subject}" : $"{document.Type.Title} {document.Subject}";
}
