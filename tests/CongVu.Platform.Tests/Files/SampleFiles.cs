using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Tests.Printing;
using CongVu.Platform.Printing.Administrative;

namespace CongVu.Platform.Tests.Files;

/// <summary>Good files and bad ones, made on the spot.</summary>
internal static class SampleFiles
{
    public static byte[] Docx() => AdministrativeDocx.Write(SampleDocuments.StepRaise());

    public static byte[] Xlsx()
    {
        var book = new Workbook("Danh sách", "Sở Nội vụ");
        book.AddSheet("Trang", [10]).Row("Nguyễn Thị Hạnh");
        return book.ToArray();
    }

    /// <summary>A good document with further entries.</summary>
    public static byte[] DocxWith(params (string Name, byte[] Content)[] entries)
    {
        using var buffer = new MemoryStream();
        buffer.Write(Docx());
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>A good document with one text replaced in one of its parts.</summary>
    public static byte[] DocxReplacing(string part, string old, string with)
    {
        using var buffer = new MemoryStream();
        buffer.Write(Docx());
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            xml.ShouldContain(old);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(xml.Replace(old, with, StringComparison.Ordinal));
        }

        return buffer.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Makes the directory claim that the largest entry unpacks to <paramref name="claimed"/> bytes.</summary>
    public static byte[] Claiming(byte[] zip, uint claimed)
    {
        var copy = (byte[])zip.Clone();
        var (largest, at) = (0u, 0);
        foreach (var entry in DirectoryEntries(copy))
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(copy.AsSpan(entry + 24));
            (largest, at) = length > largest ? (length, entry) : (largest, at);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(at + 24), claimed);
        return copy;
    }

    /// <summary>Makes all entries share the bytes of the first, as the densest zip bombs do.</summary>
    public static byte[] Overlapping(byte[] zip)
    {
        var copy = (byte[])zip.Clone();
        var entries = DirectoryEntries(copy);
        foreach (var entry in entries)
        {
            copy.AsSpan(entries[0] + 42, 4).CopyTo(copy.AsSpan(entry + 42));
        }

        return copy;
    }

    /// <summary>Sets the "encrypted" flag of the first entry.</summary>
    public static byte[] Encrypted(byte[] zip)
    {
        var copy = (byte[])zip.Clone();
        copy[DirectoryEntries(copy)[0] + 8] |= 1;
        return copy;
    }

    /// <summary>The container of old Office files, holding a stream of this name.</summary>
    public static byte[] CompoundFile(string stream)
    {
        var bytes = new byte[4096];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        Encoding.Unicode.GetBytes(stream).CopyTo(bytes, 2048);
        return bytes;
    }

    public static byte[] Pdf(string objects) => Encoding.Latin1.GetBytes($"%PDF-1.7\n{objects}\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");

    /// <summary>A PDF whose objects are hidden in a compressed object stream.</summary>
    public static byte[] PdfHiding(string objects)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(objects));
        }

        return Pdf($"5 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {packed.Length} >>\nstream\r\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream endobj");
    }

    public static byte[] Png(int width, int height)
    {
        var bytes = new byte[64];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R' }.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return bytes;
    }

    public static byte[] Jpeg(ushort width, ushort height)
    {
        var bytes = new List<byte> { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16 };
        bytes.AddRange(new byte[14]);
        bytes.AddRange([0xFF, 0xFF, 0xC0, 0, 17, 8, (byte)(height >> 8), (byte)(height & 0xFF), (byte)(width >> 8), (byte)(width & 0xFF)]);
        bytes.AddRange(new byte[12]);
        return [.. bytes];
    }

    public static byte[] Gif(ushort width, ushort height) =>
        [.. "GIF89a"u8, (byte)(width & 0xFF), (byte)(width >> 8), (byte)(height & 0xFF), (byte)(height >> 8), 0, 0, 0];

    private static List<int> DirectoryEntries(byte[] zip)
    {
        var found = new List<int>();
        for (var at = zip.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x50, 0x4B, 1, 2]); at >= 0;)
        {
            found.Add(at);
            var next = zip.AsSpan(at + 4).IndexOf((ReadOnlySpan<byte>)[0x50, 0x4B, 1, 2]);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return found;
    }
}
