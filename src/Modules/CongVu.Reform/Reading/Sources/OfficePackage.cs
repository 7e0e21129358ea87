using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace CongVu.Reform.Reading;

/// <summary>
/// Opens a .docx or .xlsx package. Everything is checked before any part is read: number of entries, declared sizes, ratio, macros. Parts are read as XML
/// without DTD, and the bytes that really come out are counted, since a package may lie about its sizes.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private readonly ZipArchive archive;
    private readonly PlanReadLimits limits;
    private readonly string fileName;
    private long unpacked;

    private OfficePackage(ZipArchive archive, string fileName, PlanReadLimits limits) => (this.archive, this.fileName, this.limits) = (archive, fileName, limits);

    public PlanReadLimits Limits => limits;

    public static PlanDocument Read(byte[] bytes, string fileName, PlanReadLimits limits)
    {
        try
        {
            using var package = new OfficePackage(new ZipArchive(new MemoryStream(bytes, false), ZipArchiveMode.Read), fileName, limits);
            package.Check();
            var main = package.MainPart();
            return main.StartsWith("word/", StringComparison.Ordinal) ? WordSource.Read(package, main)
                : main.StartsWith("xl/", StringComparison.Ordinal) ? ExcelSource.Read(package, main)
                : throw new PlanReadException(PlanReadError.Unsupported,
                    $"Tệp “{fileName}” là tệp nén hoặc loại tài liệu khác, không phải Word (.docx) hay Excel (.xlsx). Giải nén, hoặc lưu lại thành .docx hay .xlsx rồi đọc lại.");
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException or FormatException or ArgumentException or OverflowException)
        {
            throw new PlanReadException(PlanReadError.Broken,
                $"Tệp “{fileName}” bị hỏng, không mở được ({Part(broken)}). Mở tệp bằng Word hoặc Excel để sửa, lưu lại rồi đọc lại; nếu không mở được, hãy lấy bản gốc.", broken);
        }
    }

    public bool Has(string part) => archive.GetEntry(part) is not null;

    /// <summary>Targets of a part's relations by id, as full part names.</summary>
    public Dictionary<string, string> Relations(string part, string? kind = null)
    {
        Dictionary<string, string> targets = [];
        var slash = part.LastIndexOf('/');
        var folder = slash < 0 ? "" : part[..(slash + 1)];
        using var reader = Open($"{folder}_rels/{part[(slash + 1)..]}.rels");
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship" || reader.GetAttribute("TargetMode") == "External"
                || (kind is not null && reader.GetAttribute("Type")?.EndsWith(kind, StringComparison.Ordinal) != true))
            {
                continue;
            }
            var target = reader.GetAttribute("Target") ?? "";
            targets[reader.GetAttribute("Id") ?? ""] = target.StartsWith('/') ? target[1..] : folder + target;
        }
        return targets;
    }

    private string MainPart()
    {
        var named = Relations("", "/officeDocument").Values.FirstOrDefault(Has);
        return named ?? (Has("word/document.xml") ? "word/document.xml" : Has("xl/workbook.xml") ? "xl/workbook.xml" : "");
    }

    /// <summary>A reader over a part that counts what comes out; null when the part is missing.</summary>
    public XmlReader? Open(string part)
    {
        var entry = archive.GetEntry(part);
        if (entry is null)
        {
            return null;
        }
        if (entry.Length > limits.MaxPartBytes)
        {
            throw Bomb($"phần “{part}” bung ra quá lớn");
        }
        RefuseDeepNesting(entry);
        return XmlReader.Create(new CountedStream(entry.Open(), this, part), XmlSettings());
    }

    public void Dispose() => archive.Dispose();

    private static XmlReaderSettings XmlSettings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private void Check()
    {
        if (archive.Entries.Count > limits.MaxPackageEntries)
        {
            throw Bomb(string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"có {archive.Entries.Count:N0} mục bên trong"));
        }
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            total += entry.Length;
            if (total > limits.MaxUnpackedBytes)
            {
                throw Bomb("bung ra quá lớn");
            }
            if (entry.Length > 1_048_576 && entry.Length > (entry.CompressedLength + 1) * limits.MaxCompressionRatio)
            {
                throw Bomb($"phần “{entry.FullName}” được nén quá mức bình thường");
            }
            var name = entry.FullName.ToLowerInvariant();
            if (name.EndsWith("vbaproject.bin", StringComparison.Ordinal) || name.EndsWith("vbadata.xml", StringComparison.Ordinal) || name.StartsWith("xl/macrosheets/", StringComparison.Ordinal))
            {
                throw new PlanReadException(PlanReadError.Macros,
                    $"Tệp “{fileName}” có chứa macro nên không được đọc. Mở tệp, chọn “Lưu thành” .docx hoặc .xlsx (không macro) rồi đọc lại.");
            }
        }
    }

    /// <summary>Walks the part once so that no later step meets elements nested without end.</summary>
    private void RefuseDeepNesting(ZipArchiveEntry entry)
    {
        using var reader = XmlReader.Create(new CountedStream(entry.Open(), this, entry.FullName), XmlSettings());
        while (reader.Read())
        {
            if (reader.Depth > limits.MaxXmlDepth)
            {
                throw Bomb($"phần “{entry.FullName}” lồng quá sâu");
            }
        }
    }

    private PlanReadException Bomb(string what) => new(PlanReadError.Bomb,
        $"Tệp “{fileName}” {what}, có thể là tệp nén độc hại nên không được đọc. Nếu đây là kế hoạch thật, hãy mở bằng Word hoặc Excel, lưu lại thành tệp mới rồi đọc lại.");

    private static string Part(Exception broken) => broken switch
    {
        XmlException xml => $"nội dung XML sai ở dòng {xml.LineNumber}",
        InvalidDataException => "gói nén bị lỗi",
        _ => "cấu trúc tệp bị lỗi",
    };

    private sealed class CountedStream(Stream inner, OfficePackage package, string part) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }
            base.Dispose(disposing);
        }

        private int Count(int bytes)
        {
            read += bytes;
            package.unpacked += bytes;
            // Every part is walked twice.
            if (read > package.limits.MaxPartBytes || package.unpacked > package.limits.MaxUnpackedBytes * 2)
            {
                throw package.Bomb($"phần “{part}” bung ra quá lớn");
            }
            return bytes;
        }
    }
}
