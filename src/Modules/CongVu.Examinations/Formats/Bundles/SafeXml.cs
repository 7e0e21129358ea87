using System.Xml;
using System.Xml.Linq;

namespace CongVu.Examinations.Formats;

/// <summary>XML from outside: no document type is honoured, nothing is fetched, nesting is bounded.</summary>
internal static class SafeXml
{
    private const int Deepest = 200;

    /// <exception cref="XmlException">Not well formed, or nested too deeply.</exception>
    public static XElement Load(byte[] bytes)
    {
        // Old files carry a DOCTYPE for entities; ignoring it leaves their names undefined, which is an error at that place.
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = false,
            IgnoreProcessingInstructions = true,
            MaxCharactersFromEntities = 1_000_000,
        };
        using (var depth = XmlReader.Create(new MemoryStream(bytes, false), settings))
        {
            while (depth.Read())
            {
                if (depth.Depth > Deepest) throw new XmlException($"Các phần tử lồng nhau quá {Deepest} lớp.", null, ((IXmlLineInfo)depth).LineNumber, 1);
            }
        }
        using var reader = XmlReader.Create(new MemoryStream(bytes, false), settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo).Root!;
    }

    public static int Line(XObject node) => node is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;
}
