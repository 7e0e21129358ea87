using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace CongVu.Platform.Printing.Packaging;

/// <summary>
/// An Office package whose bytes depend on its content alone: the SDK's own packaging stamps the clock and random
/// ids into it, and a decision printed twice must have one hash.
/// </summary>
internal sealed class OpcPackage
{
    /// <summary>The earliest moment a zip entry can carry.</summary>
    public static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string RelationshipNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypeNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly List<Part> _parts = [];
    private readonly List<(string Source, Relationship Link)> _links = [];

    /// <summary>Adds a part made of the SDK's elements.</summary>
    public OpcPackage Add(string name, string contentType, OpenXmlElement root)
    {
        return Add(name, contentType, (XmlWriter xml) => root.WriteTo(xml));
    }

    /// <summary>Adds a part that writes its own XML.</summary>
    public OpcPackage Add(string name, string contentType, Action<XmlWriter> write)
    {
        return Add(name, contentType, (Stream stream) => WriteXml(stream, write));
    }

    /// <summary>Adds a part that writes its own bytes.</summary>
    public OpcPackage Add(string name, string contentType, Action<Stream> write)
    {
        _parts.Add(new Part(name, contentType, write));
        return this;
    }

    /// <summary>Links a part (or the package, with an empty source) to another; the target is relative to the source's folder.</summary>
    public OpcPackage Link(string source, string id, string type, string target)
    {
        _links.Add((source, new Relationship(id, type, target)));
        return this;
    }

    /// <summary>Writes the whole package.</summary>
    public byte[] ToArray()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", stream => WriteXml(stream, xml => WriteContentTypes(xml, _parts.Select(p => (p.Name, p.ContentType)))));
            foreach (var group in _links.GroupBy(l => l.Source))
            {
                Write(zip, RelationshipsOf(group.Key), stream => WriteXml(stream, xml => WriteRelationships(xml, group.Select(l => l.Link))));
            }

            foreach (var part in _parts)
            {
                Write(zip, part.Name, part.Write);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Writes [Content_Types].xml; parts not named are of the type <paramref name="otherXml"/>.</summary>
    public static void WriteContentTypes(XmlWriter xml, IEnumerable<(string Name, string ContentType)> parts, string otherXml = "application/xml")
    {
        xml.WriteStartElement("Types", ContentTypeNamespace);
        WriteDefault(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteDefault(xml, "xml", otherXml);
        foreach (var (name, contentType) in parts)
        {
            xml.WriteStartElement("Override", ContentTypeNamespace);
            xml.WriteAttributeString("PartName", "/" + name);
            xml.WriteAttributeString("ContentType", contentType);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Writes one .rels part.</summary>
    public static void WriteRelationships(XmlWriter xml, IEnumerable<Relationship> links)
    {
        xml.WriteStartElement("Relationships", RelationshipNamespace);
        foreach (var link in links)
        {
            xml.WriteStartElement("Relationship", RelationshipNamespace);
            xml.WriteAttributeString("Id", link.Id);
            xml.WriteAttributeString("Type", link.Type);
            xml.WriteAttributeString("Target", link.Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Writes one XML part, declaration included.</summary>
    public static void WriteXml(Stream stream, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static void WriteDefault(XmlWriter xml, string extension, string contentType)
    {
        xml.WriteStartElement("Default", ContentTypeNamespace);
        xml.WriteAttributeString("Extension", extension);
        xml.WriteAttributeString("ContentType", contentType);
        xml.WriteEndElement();
    }

    private static void Write(ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        using var stream = entry.Open();
        write(stream);
    }

    private static string RelationshipsOf(string source)
    {
        var slash = source.LastIndexOf('/');
        return source.Length == 0 ? "_rels/.rels" : $"{source[..(slash + 1)]}_rels/{source[(slash + 1)..]}.rels";
    }

    private sealed record Part(string Name, string ContentType, Action<Stream> Write);
}

/// <summary>A link from one part to another.</summary>
internal sealed record Relationship(string Id, string Type, string Target);
