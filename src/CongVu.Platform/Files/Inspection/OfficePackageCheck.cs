using System.Xml;

namespace CongVu.Platform.Files.Inspection;

/// <summary>What a zip file really is, and whether an Office file is safe to open.</summary>
internal static class OfficePackageCheck
{
    private const int MaxItems = 10_000;

    // Text packs well: an honest sheet reaches 30 to 1, rarely 100. Below the floor a high ratio does no harm.
    private const int MaxRatio = 250;
    private const long RatioFloor = 20 * 1024 * 1024;

    private static readonly string[] LoadedFromElsewhere = ["/attachedTemplate", "/subDocument", "/frame", "/oleObject"];

    public static FileKind Check(FileStream file, string name, FileUse use, CancellationToken ct)
    {
        ZipDirectory zip;
        try
        {
            zip = ZipDirectory.Read(file, MaxItems);
        }
        catch (TooManyItemsException)
        {
            throw Refusals.Bomb(name);
        }
        catch (InvalidDataException e) when (e.Message == "entries share bytes")
        {
            throw Refusals.Bomb(name);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Refusals.Damaged(name);
        }

        RefuseTricks(zip, name);
        Measure(zip, name, use, ct);
        return KindOf(zip, name, use);
    }

    private static void RefuseTricks(ZipDirectory zip, string name)
    {
        if (zip.Items.Any(i => i.Encrypted))
        {
            throw Refusals.Encrypted(name);
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in zip.Items)
        {
            if (item.Name.StartsWith('/') || item.Name.AsSpan().ContainsAny('\\', ':', '\0') || item.Name.Split('/').Contains("..") || !seen.Add(item.Name))
            {
                throw Refusals.Suspicious(name, "có thành phần bên trong mang tên bất thường");
            }
        }
    }

    private static void Measure(ZipDirectory zip, string name, FileUse use, CancellationToken ct)
    {
        if (zip.Items.Sum(i => i.ClaimedLength) > use.MaxUnpackedBytes)
        {
            throw Refusals.Bomb(name);
        }

        var buffer = new byte[128 * 1024];
        long total = 0;
        foreach (var item in zip.Items)
        {
            long length = 0;
            try
            {
                using var content = zip.Open(item);
                int read;
                while ((read = content.Read(buffer)) > 0)
                {
                    ct.ThrowIfCancellationRequested();
                    length += read;
                    total += read;
                    if (length > item.ClaimedLength || total > use.MaxUnpackedBytes || (length > RatioFloor && length / MaxRatio > item.PackedLength))
                    {
                        throw Refusals.Bomb(name);
                    }
                }
            }
            catch (InvalidDataException)
            {
                throw Refusals.Damaged(name);
            }

            if (length != item.ClaimedLength)
            {
                throw Refusals.Damaged(name);
            }
        }
    }

    private static FileKind KindOf(ZipDirectory zip, string name, FileUse use)
    {
        if (zip.Items.FirstOrDefault(i => i.Name == "mimetype") is { } mimetype)
        {
            using var reader = new StreamReader(zip.Open(mimetype));
            var written = new char[80];
            var type = new string(written, 0, reader.Read(written));
            if (type.StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal))
            {
                throw Refusals.OldOffice(name, "OpenDocument", type.Contains("spreadsheet", StringComparison.Ordinal) ? ".xlsx" : ".docx");
            }
        }

        if (zip.Items.FirstOrDefault(i => i.Name == "[Content_Types].xml") is not { } contentTypes)
        {
            throw Refusals.NotAllowed(name, "tệp nén ZIP", use);
        }

        var types = Attributes(zip, contentTypes, name, "ContentType").Select(a => a[0]).ToList();
        if (types.Exists(t => t.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || t.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            || zip.Items.Any(i => i.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || i.Name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
        {
            throw Refusals.Macros(name);
        }

        RefuseLoading(zip, name);
        return Has(types, "wordprocessingml.document.main+xml") ? FileKind.Docx
            : Has(types, "spreadsheetml.sheet.main+xml") ? FileKind.Xlsx
            : throw Refusals.NotAllowed(name, Has(types, "presentationml") ? "bản trình chiếu PowerPoint" : "tệp mẫu hoặc tệp nén", use);
    }

    // A template fetched from the net when the document is opened is the classic way around "no macros".
    private static void RefuseLoading(ZipDirectory zip, string name)
    {
        foreach (var links in zip.Items.Where(i => i.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var link in Attributes(zip, links, name, "Type", "TargetMode", "Target"))
            {
                if (link[1] == "External" && LoadedFromElsewhere.Any(t => link[0].EndsWith(t, StringComparison.Ordinal)) && IsElsewhere(link[2]))
                {
                    throw Refusals.Suspicious(name, "tự tải thành phần từ máy khác khi mở");
                }
            }
        }
    }

    private static bool IsElsewhere(string target) =>
        target.StartsWith(@"\\", StringComparison.Ordinal)
        || (Uri.TryCreate(target, UriKind.Absolute, out var uri) && (!uri.IsFile || uri.IsUnc));

    private static bool Has(List<string> types, string part) => types.Exists(t => t.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static List<string[]> Attributes(ZipDirectory zip, ZipItem item, string name, params string[] attributes)
    {
        var found = new List<string[]>();
        try
        {
            using var content = zip.Open(item);
            using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 16 * 1024 * 1024 });
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute(attributes[0]) is not null)
                {
                    found.Add([.. attributes.Select(a => xml.GetAttribute(a) ?? "")]);
                }
            }
        }
        catch (XmlException)
        {
            throw Refusals.Damaged(name);
        }

        return found;
    }
}
