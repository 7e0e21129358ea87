using System.Xml;

namespace CongVu.Platform.Printing.Packaging;

/// <summary>Title, language and origin, as the file's properties show them.</summary>
internal sealed record DocumentProperties(string Title, string Creator, string? Category = null, DateOnly? Created = null)
{
    public const string PartName = "docProps/core.xml";
    public const string ContentType = "application/vnd.openxmlformats-package.core-properties+xml";
    public const string RelationshipType = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dc", null, Dc);
        xml.WriteAttributeString("xmlns", "dcterms", null, Terms);
        xml.WriteAttributeString("xmlns", "xsi", null, Xsi);
        if (Category is not null)
        {
            xml.WriteElementString("cp", "category", Core, PrintText.Clean(Category));
        }

        if (Created is { } created)
        {
            xml.WriteStartElement("dcterms", "created", Terms);
            xml.WriteAttributeString("xsi", "type", Xsi, "dcterms:W3CDTF");
            xml.WriteString($"{created:yyyy-MM-dd}T00:00:00Z");
            xml.WriteEndElement();
        }

        xml.WriteElementString("dc", "creator", Dc, PrintText.Clean(Creator));
        xml.WriteElementString("dc", "language", Dc, "vi-VN");
        xml.WriteElementString("dc", "title", Dc, PrintText.Clean(Title));
        xml.WriteEndElement();
    }
}
