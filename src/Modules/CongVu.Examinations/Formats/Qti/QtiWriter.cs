using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>Writes a set as a QTI content package. Built in the spelling of QTI 2; QTI 3 is the same with other names.</summary>
internal static class QtiWriter
{
    /// <summary>The modal feedback that carries the explanation of an item.</summary>
    public const string ExplanationId = "EXPLANATION";

    private static readonly XNamespace Asi3 = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
    private static readonly XNamespace Asi21 = "http://www.imsglobal.org/xsd/imsqti_v2p1";
    private static readonly DateTimeOffset EntryTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<ExamItem> items, bool qti3)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            XNamespace cp = qti3 ? "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" : "http://www.imsglobal.org/xsd/imscp_v1p1";
            var resources = new XElement(cp + "resources");
            foreach (var (item, n) in items.Select((i, n) => (i, n + 1)))
            {
                var name = $"items/{n:D4}.xml";
                Add(zip, name, Xml(Item(item, n, qti3)));
                foreach (var medium in item.Media) Add(zip, $"media/{n:D4}/{medium.Name}", medium.Bytes);
                resources.Add(new XElement(cp + "resource", new XAttribute("identifier", $"R{n:D4}"), new XAttribute("type", qti3 ? "imsqti_item_xmlv3p0" : "imsqti_item_xmlv2p1"), new XAttribute("href", name),
                    new XElement(cp + "file", new XAttribute("href", name)), item.Media.Select(m => new XElement(cp + "file", new XAttribute("href", $"media/{n:D4}/{m.Name}")))));
            }
            Add(zip, "imsmanifest.xml", Xml(new XElement(cp + "manifest", new XAttribute("identifier", "CONGVU"),
                new XElement(cp + "metadata", new XElement(cp + "schema", qti3 ? "QTI Package" : "QTIv2.1 Package"), new XElement(cp + "schemaversion", qti3 ? "3.0.0" : "1.0.0")),
                new XElement(cp + "organizations"), resources)));
        }
        return buffer.ToArray();
    }

    /// <summary>One item as the scorer wants it.</summary>
    public static XElement Plain(ExamItem item) => Build(item, 1, qti3: true);

    private static XElement Item(ExamItem item, int n, bool qti3)
    {
        var plain = Build(item, n, qti3);
        var written = qti3 ? QtiDialect.AsQti3(plain, Asi3) : QtiDialect.AsQti2(plain, Asi21);
        return written;
    }

    private static XElement Build(ExamItem item, int n, bool qti3)
    {
        var writing = new QtiItemWriting(item, $"../media/{n:D4}/", qti3);
        var root = new XElement("assessmentItem", new XAttribute("identifier", item.Id), new XAttribute("title", item.Title),
            item.Topic.Length > 0 ? new XAttribute("label", item.Topic) : null, new XAttribute("adaptive", "false"), new XAttribute("timeDependent", "false"));
        root.Add(item.Parts.Select(QtiDeclarations.Response));
        var score = new XElement("outcomeDeclaration", new XAttribute("identifier", "SCORE"), new XAttribute("cardinality", "single"), new XAttribute("baseType", "float"),
            new XAttribute("normalMaximum", QtiDeclarations.Number(item.Points)), new XElement("defaultValue", new XElement("value", "0")));
        if (qti3 && item.Parts.All(p => p.Kind == PartKind.ExtendedText)) score.Add(new XAttribute("externalScored", "human"));
        root.Add(score);
        if (!item.Explanation.IsEmpty) root.Add(new XElement("outcomeDeclaration", new XAttribute("identifier", "FEEDBACK"), new XAttribute("cardinality", "single"), new XAttribute("baseType", "identifier")));
        root.Add(new XElement("itemBody", writing.Body()));
        root.Add(QtiProcessing.Rules(item));
        if (!item.Explanation.IsEmpty)
        {
            var said = writing.Blocks(item.Explanation);
            root.Add(new XElement("modalFeedback", new XAttribute("outcomeIdentifier", "FEEDBACK"), new XAttribute("showHide", "show"), new XAttribute("identifier", ExplanationId),
                qti3 ? new XElement("contentBody", said) : said));
        }
        return root;
    }

    private static byte[] Xml(XElement root)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
        {
            root.Save(writer);
        }
        return buffer.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
