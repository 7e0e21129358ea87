using System.Xml;
using System.Xml.Linq;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>One item file of a package, as QTI 2 spells it.</summary>
internal sealed record QtiItemFile(string Name, string ResourceId, XElement Item, string Version, string Topic);

/// <summary>Finds the items of a package: by its manifest, else by looking at every XML file. A bare item file is a package of one.</summary>
internal sealed class QtiPackage(FileBundle files)
{
    private readonly Dictionary<string, XElement?> _parsed = new(StringComparer.Ordinal);

    public List<QtiItemFile> Items { get; } = [];
    public string Version { get; private set; } = "qti21";
    public FileBundle Files => files;

    public static bool IsItem(XElement root) => root.Name.LocalName is "assessmentItem" or "qti-assessment-item";

    /// <summary>True for the roots of QTI files and of content packages.</summary>
    public static bool IsQti(XElement root) => IsItem(root) || root.Name.LocalName is "manifest" or "assessmentTest" or "qti-assessment-test" or "assessmentStimulus" or "qti-assessment-stimulus" or "assessmentItems";

    public static QtiPackage Open(FileBundle files, ReadSet set)
    {
        var package = new QtiPackage(files);
        var manifest = files.Names.Where(n => n.EndsWith("imsmanifest.xml", StringComparison.OrdinalIgnoreCase)).OrderBy(n => n.Length).FirstOrDefault();
        if (manifest is not null) package.ByManifest(manifest, set);
        if (package.Items.Count == 0 && set.Errors.Count == 0) package.ByLooking(set);
        if (package.Items.Count > 0) package.Version = package.Items[0].Version;
        return package;
    }

    /// <summary>Another file of the package as QTI 2 spells it; null when it is missing or no XML.</summary>
    public XElement? Fragment(string from, string href)
    {
        var name = FileBundle.Resolve(from, href);
        if (name is null || !files.Names.Contains(name))
        {
            // Addresses of the standard's own server stand for the copy a package carries.
            var tail = href.Contains("rptemplates/", StringComparison.Ordinal) ? href[href.LastIndexOf("rptemplates/", StringComparison.Ordinal)..] : null;
            name = tail is null ? name : files.Names.FirstOrDefault(n => n.EndsWith(tail, StringComparison.Ordinal)) ?? name;
        }
        if (name is null) return null;
        if (!_parsed.TryGetValue(name, out var root))
        {
            try { root = files.Read(name) is { } bytes ? QtiDialect.Plain(SafeXml.Load(bytes)) : null; }
            catch (XmlException) { root = null; }
            _parsed[name] = root;
        }
        return root is null ? null : new XElement(root);
    }

    private void ByManifest(string name, ReadSet set)
    {
        XElement manifest;
        try { manifest = SafeXml.Load(files.Read(name)!); }
        catch (XmlException broken)
        {
            set.Fail($"{name}, dòng {broken.LineNumber}", "Bản kê imsmanifest.xml không phải XML đúng cú pháp; đọc các tệp câu hỏi không theo bản kê.");
            ByLooking(set);
            return;
        }
        var folder = name.Contains('/', StringComparison.Ordinal) ? name[..(name.LastIndexOf('/') + 1)] : "";
        HashSet<string> taken = [];
        foreach (var resource in manifest.Descendants().Where(e => e.Name.LocalName == "resource"))
        {
            var type = Value(resource, "type") ?? "";
            var href = Value(resource, "href") ?? resource.Elements().Where(e => e.Name.LocalName == "file").Select(f => Value(f, "href")).FirstOrDefault();
            if (href is null) continue;
            var isItem = type.StartsWith("imsqti_item", StringComparison.OrdinalIgnoreCase) || type.StartsWith("imsqti_apipitem", StringComparison.OrdinalIgnoreCase) || type.Contains("qtiitem", StringComparison.OrdinalIgnoreCase);
            var isOther = !isItem && (type.Contains("imsqti_test", StringComparison.OrdinalIgnoreCase) || type.Contains("stimulus", StringComparison.OrdinalIgnoreCase) || !href.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));
            if (isOther) continue;
            var file = FileBundle.Resolve(folder, href);
            if (file is null || files.Read(file) is not { } bytes)
            {
                if (!isItem) continue;
                set.Found++;
                set.Fail(href, "Bản kê nêu tệp này nhưng trong gói không có. Thêm tệp vào gói rồi nhập lại.");
                continue;
            }
            if (taken.Add(file)) Take(file, bytes, Value(resource, "identifier") ?? "", isItem, set);
        }
    }

    private void ByLooking(ReadSet set)
    {
        foreach (var name in files.Names.Where(n => n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || files.Names.Count == 1).Order(StringComparer.Ordinal))
        {
            if (files.Read(name) is { } bytes) Take(name, bytes, "", files.Names.Count == 1, set);
        }
    }

    private void Take(string name, byte[] bytes, string resource, bool mustBeItem, ReadSet set)
    {
        try
        {
            var root = SafeXml.Load(bytes);
            var items = root.DescendantsAndSelf().Where(IsItem).ToList();
            foreach (var item in items) Items.Add(new QtiItemFile(name, resource, QtiDialect.Plain(item), QtiDialect.Version(item)!, ""));
            if (items.Count > 0) set.Found += items.Count;
            else if (mustBeItem)
            {
                set.Found++;
                set.Fail(name, $"Tệp là <{root.Name.LocalName}>, không phải câu hỏi QTI 2.x hay 3.0 (assessmentItem).");
            }
        }
        catch (XmlException broken)
        {
            if (mustBeItem) set.Found++;
            set.Fail($"{name}, dòng {broken.LineNumber}", $"XML không đúng cú pháp: {broken.Message}");
        }
    }

    private static string? Value(XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name && a.Name.Namespace == XNamespace.None)?.Value;
}
