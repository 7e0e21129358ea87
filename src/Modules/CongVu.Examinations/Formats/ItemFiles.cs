using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CongVu.Examinations.Formats.Aiken;
using CongVu.Examinations.Formats.Gift;
using CongVu.Examinations.Formats.Moodle;
using CongVu.Examinations.Formats.Qti;
using CongVu.Examinations.Formats.Tables;
using CongVu.Examinations.Formats.Word;

namespace CongVu.Examinations.Formats;

/// <summary>Tells the format of a file by its content and hands it to the right reader. Whatever happens, an account comes back.</summary>
internal static partial class ItemFiles
{
    /// <summary>Reads an uploaded file.</summary>
    public static ReadSet Read(string name, byte[] bytes) => Guarded(name, () => FromBytes(name, bytes, null));

    /// <summary>Reads a file or folder of the operator's disk; a bare item may use pictures beside it.</summary>
    public static ReadSet ReadPath(string path) => Guarded(Path.GetFileName(path.TrimEnd('/', '\\')), () =>
    {
        if (Directory.Exists(path))
        {
            using var folder = FolderBundle.Of(path);
            return QtiReader.Read(folder);
        }
        return FromBytes(Path.GetFileName(path), Take(path), path);
    });

    /// <summary>The file as a QTI package when it is one; null when it is another format.</summary>
    public static FileBundle? QtiBundle(string path)
    {
        if (Directory.Exists(path)) return FolderBundle.Of(path);
        var bytes = Take(path);
        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            var zip = ZipBundle.Open(bytes);
            if (!zip.Names.Contains("word/document.xml") && !zip.Names.Contains("xl/workbook.xml") && Inner(zip) is null) return zip;
            zip.Dispose();
            return null;
        }
        return Xml(bytes) is { } root && QtiPackage.IsQti(root) ? FolderBundle.Around(path) : null;
    }

    private static byte[] Take(string path)
    {
        if (new FileInfo(path).Length > FileBundle.LargestFile) throw new ItemFileException("Tệp lớn hơn 64 MB. Chia tệp, bỏ phim và ảnh quét rồi nhập lại.");
        return File.ReadAllBytes(path);
    }

    private static ReadSet FromBytes(string name, byte[] bytes, string? path)
    {
        if (bytes.Length == 0) throw new ItemFileException("Tệp rỗng (0 byte). Kiểm tra lại tệp gốc.");
        if (bytes.Length > FileBundle.LargestFile) throw new ItemFileException("Tệp lớn hơn 64 MB. Chia tệp, bỏ phim và ảnh quét rồi nhập lại.");
        if (bytes.AsSpan().StartsWith("PK"u8)) return FromZip(name, bytes);
        RefuseOthers(bytes);
        var text = TextOf.Bytes(bytes);
        if (text.TrimStart().StartsWith('<')) return FromXml(name, bytes, path);
        if (string.IsNullOrWhiteSpace(text)) throw new ItemFileException("Tệp không có chữ nào.");
        return FromText(name, text);
    }

    private static ReadSet FromZip(string name, byte[] bytes)
    {
        using var zip = ZipBundle.Open(bytes);
        if (zip.Names.Contains("word/document.xml")) return WordReader.Read(name, zip);
        if (zip.Names.Contains("xl/workbook.xml")) return TableReader.Read("xlsx", name, SheetRows.Workbook(zip));
        if (Inner(zip) is { } inner) return FromBytes(inner, zip.Read(inner)!, null);
        return QtiReader.Read(zip);
    }

    // A single Moodle, GIFT or Aiken file that somebody zipped.
    private static string? Inner(ZipBundle zip)
    {
        var files = zip.Names.Where(n => !n.StartsWith("__MACOSX/", StringComparison.Ordinal) && !n.EndsWith(".DS_Store", StringComparison.Ordinal)).ToList();
        if (files is not [var only]) return null;
        if (only.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) return Xml(zip.Read(only)!) is { Name.LocalName: "quiz" } ? only : null;
        return Path.GetExtension(only).ToLowerInvariant() is ".gift" or ".txt" or ".csv" ? only : null;
    }

    private static ReadSet FromXml(string name, byte[] bytes, string? path)
    {
        var root = SafeXml.Load(bytes);
        if (root.Name.LocalName == "quiz") return MoodleReader.Read(name, root);
        if (root.Name.LocalName == "questestinterop") throw new ItemFileException("Đây là QTI 1.2, phiên bản cũ chưa nhập được. Xuất lại từ hệ thống nguồn ở dạng QTI 2.1, 2.2 hoặc 3.0.");
        if (!QtiPackage.IsQti(root)) throw new ItemFileException($"XML có gốc <{root.Name.LocalName}> không phải câu hỏi QTI hay Moodle.");
        using FileBundle bundle = path is null ? new LoneFile(name, bytes) : FolderBundle.Around(path);
        return QtiReader.Read(bundle);
    }

    private static ReadSet FromText(string name, string text)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (extension is ".csv" or ".tsv") return TableReader.Read("csv", name, SheetRows.Csv(text));
        if (extension == ".gift") return GiftReader.Read(name, text);
        var hasBraces = GiftText.Find(text, "{") >= 0 && GiftText.Find(text, "}") >= 0;
        // Braces with answers in them; others are words of a question.
        var hasAnswers = hasBraces && GiftAnswers().IsMatch(text);
        if (!hasAnswers && AikenFormat.Looks(text)) return AikenFormat.Read(name, text);
        if (PaperReader.Looks(text) && !hasAnswers) return PaperReader.Read("text", name, [.. text.ReplaceLineEndings("\n").Split('\n').Select((l, i) => new PaperLine([new Piece(l.Normalize(), Look.None)], $"dòng {i + 1}"))], new MediaShelf(_ => null));
        if (hasBraces) return GiftReader.Read(name, text);
        throw new ItemFileException("Không nhận ra định dạng. Đọc được: QTI 2.1, 2.2, 3.0 (.zip, .xml), Moodle XML, GIFT, Aiken, Word (.docx), Excel (.xlsx), CSV.");
    }

    [GeneratedRegex(@"(?<!\\)\{\s*(?:[=~#}]|(?:T|F|TRUE|FALSE)\s*[#}])", RegexOptions.IgnoreCase)]
    private static partial Regex GiftAnswers();

    private static XElement? Xml(byte[] bytes)
    {
        try { return SafeXml.Load(bytes); }
        catch (XmlException) { return null; }
    }

    private static ReadSet Guarded(string name, Func<ReadSet> read)
    {
        try { return read(); }
        catch (ItemFileException refused)
        {
            var set = new ReadSet("");
            set.Fail(name, refused.Message);
            return set;
        }
        catch (XmlException broken)
        {
            var set = new ReadSet("");
            set.Fail($"{name}, dòng {broken.LineNumber}", $"XML không đúng cú pháp: {broken.Message}");
            return set;
        }
    }

    private static void RefuseOthers(byte[] bytes)
    {
        var message = bytes switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "Đây là tệp Word/Excel kiểu cũ (.doc, .xls) hoặc có mật khẩu. Mở tệp, lưu thành .docx hoặc .xlsx rồi nhập lại.",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "Đây là tệp PDF. Dùng tệp Word gốc (.docx).",
            [0x1F, 0x8B, ..] or [(byte)'R', (byte)'a', (byte)'r', ..] or [(byte)'7', (byte)'z', 0xBC, ..] => "Đây là tệp nén không phải .zip. Giải nén rồi nén lại bằng .zip.",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "Đây là tệp RTF. Mở bằng Word, lưu thành .docx rồi nhập lại.",
            _ => null,
        };
        if (message is not null) throw new ItemFileException(message);
    }
}
