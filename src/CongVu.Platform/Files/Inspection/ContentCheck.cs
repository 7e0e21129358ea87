using System.Text;

namespace CongVu.Platform.Files.Inspection;

/// <summary>Tells the kind of a file by its first bytes and hands it to the check of that kind.</summary>
internal static class ContentCheck
{
    private const int HeadLength = 1024;

    public static (FileKind Kind, IReadOnlyList<string> Warnings) Check(FileStream file, string name, FileUse use, CancellationToken ct)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var head = new byte[HeadLength];
        head = head[..RandomAccess.Read(file.SafeFileHandle, head, 0)];
        if (head.Length == 0)
        {
            throw Refusals.Empty(name);
        }

        IReadOnlyList<string> warnings = [];
        var kind = Identify(file, head, name, extension, use, ct);
        if (!use.Allowed.Contains(kind))
        {
            throw Refusals.NotAllowed(name, $"tệp {kind.Called()}", use);
        }

        if (!kind.Has(extension))
        {
            throw Refusals.Mismatch(name, extension, kind);
        }

        if (kind == FileKind.Pdf)
        {
            warnings = PdfCheck.Check(file, name, use, ct);
        }
        else if (kind is FileKind.Png or FileKind.Jpeg or FileKind.Gif)
        {
            ImageCheck.Check(file, kind, name);
        }

        return (kind, warnings);
    }

    private static FileKind Identify(FileStream file, byte[] head, string name, string extension, FileUse use, CancellationToken ct)
    {
        ReadOnlySpan<byte> bytes = head;
        if (bytes.StartsWith("PK"u8) && bytes.Length > 3 && bytes[2] is 3 or 5)
        {
            return OfficePackageCheck.Check(file, name, use, ct);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            throw CompoundFile(file, name, extension);
        }

        if (bytes.IndexOf("%PDF-"u8) >= 0)
        {
            return FileKind.Pdf;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return FileKind.Png;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return FileKind.Jpeg;
        }

        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
        {
            return FileKind.Gif;
        }

        RefuseKnown(bytes, name, use);
        if (FileKinds.TextKindOf(extension) is { } text)
        {
            TextCheck.Check(file, name, use, ct);
            return text;
        }

        throw Refusals.Unknown(name, use);
    }

    private static void RefuseKnown(ReadOnlySpan<byte> bytes, string name, FileUse use)
    {
        if (bytes.StartsWith("MZ"u8) || bytes.StartsWith("\u007FELF"u8) || bytes.StartsWith("#!"u8))
        {
            throw Refusals.Program(name);
        }

        if (bytes.StartsWith("{\\rtf"u8))
        {
            throw Refusals.OldOffice(name, "RTF", ".docx");
        }

        if (bytes.StartsWith("Rar!"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw Refusals.NotAllowed(name, "tệp nén", use);
        }

        if (OtherImage(bytes) is { } image)
        {
            throw Refusals.OtherImage(name, image);
        }

        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 256)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<script", StringComparison.OrdinalIgnoreCase))
        {
            throw Refusals.NotAllowed(name, "trang web HTML", use);
        }
    }

    private static string? OtherImage(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8))
        {
            return bytes[8..12].SequenceEqual("avif"u8) ? "AVIF" : bytes[8..11].SequenceEqual("hei"u8) || bytes[8..12].SequenceEqual("mif1"u8) ? "HEIC của điện thoại" : null;
        }

        return bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) ? "TIFF"
            : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "WebP"
            : bytes.StartsWith("BM"u8) && bytes.Length > 14 && bytes[6..10].SequenceEqual("\0\0\0\0"u8) ? "BMP"
            : null;
    }

    // The container of .doc and .xls, and also of .docx and .xlsx with a password.
    private static FileRefusedException CompoundFile(FileStream file, string name, string extension)
    {
        if (Contains(file, Encoding.Unicode.GetBytes("EncryptedPackage")))
        {
            return Refusals.Encrypted(name);
        }

        if (Contains(file, Encoding.Unicode.GetBytes("Workbook")) || extension is ".xls" or ".xlt" or ".xlsx")
        {
            return Refusals.OldOffice(name, "Excel cũ (.xls)", ".xlsx");
        }

        return Contains(file, Encoding.Unicode.GetBytes("WordDocument")) || extension is ".doc" or ".dot" or ".docx"
            ? Refusals.OldOffice(name, "Word cũ (.doc)", ".docx")
            : Refusals.OldOffice(name, "Office cũ", ".docx hoặc .xlsx");
    }

    private static bool Contains(FileStream file, byte[] sought)
    {
        var block = new byte[256 * 1024];
        for (long at = 0; at < file.Length; at += block.Length - sought.Length)
        {
            var read = RandomAccess.Read(file.SafeFileHandle, block, at);
            if (block.AsSpan(0, read).IndexOf(sought) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
