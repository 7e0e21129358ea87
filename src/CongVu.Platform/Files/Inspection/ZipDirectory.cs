using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CongVu.Platform.Files.Inspection;

/// <summary>An entry as the directory of a zip file describes it; sizes are claims until measured.</summary>
internal sealed record ZipItem(string Name, bool Encrypted, int Method, long PackedLength, long ClaimedLength, long HeaderOffset);

/// <summary>
/// Reads the directory of a zip file strictly. The framework's reader trusts the sizes an entry claims and lets entries
/// share bytes, which is how zip bombs are made; here claims are compared with what is there.
/// </summary>
internal sealed class ZipDirectory
{
    private const int Stored = 0;
    private const int Deflated = 8;
    private const int EndLength = 22;
    private const int LongestComment = 65_535;
    private const int LongestDirectory = 16 * 1024 * 1024;

    private readonly FileStream _file;
    private readonly Dictionary<ZipItem, (long Start, long End)> _data = [];

    private ZipDirectory(FileStream file, IReadOnlyList<ZipItem> items) => (_file, Items) = (file, items);

    public IReadOnlyList<ZipItem> Items { get; }

    /// <exception cref="InvalidDataException">The file is no well-formed zip file, or uses what Office never uses.</exception>
    public static ZipDirectory Read(FileStream file, int maxItems)
    {
        var (count, size, offset) = FindEnd(file);
        if (count > maxItems)
        {
            throw new TooManyItemsException();
        }

        var directory = new byte[size];
        file.Position = offset;
        file.ReadExactly(directory);
        var items = new List<ZipItem>(count);
        var rest = directory.AsSpan();
        for (var i = 0; i < count; i++)
        {
            Require(rest.Length >= 46 && BinaryPrimitives.ReadUInt32LittleEndian(rest) == 0x02014B50);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(rest[28..]);
            var whole = 46 + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(rest[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(rest[32..]);
            Require(rest.Length >= whole);
            var packed = BinaryPrimitives.ReadUInt32LittleEndian(rest[20..]);
            var claimed = BinaryPrimitives.ReadUInt32LittleEndian(rest[24..]);
            var at = BinaryPrimitives.ReadUInt32LittleEndian(rest[42..]);
            Require(packed != uint.MaxValue && claimed != uint.MaxValue && at != uint.MaxValue);
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(rest[8..]);
            items.Add(new ZipItem(
                Encoding.UTF8.GetString(rest.Slice(46, nameLength)), (flags & 1) != 0, BinaryPrimitives.ReadUInt16LittleEndian(rest[10..]), packed, claimed, at));
            rest = rest[whole..];
        }

        var zip = new ZipDirectory(file, items);
        zip.LocateData(offset);
        return zip;
    }

    /// <summary>The unpacked content; it ends when it ends, whatever the directory claims.</summary>
    public Stream Open(ZipItem item)
    {
        var (start, end) = _data[item];
        var packed = new FileSlice(_file, start, end);
        return item.Method switch
        {
            Stored => packed,
            Deflated => new DeflateStream(packed, CompressionMode.Decompress),
            _ => throw new InvalidDataException("Unknown compression method."),
        };
    }

    private static (int Count, int Size, long Offset) FindEnd(FileStream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndLength + LongestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var i = tail.Length - EndLength; i >= 0; i--)
        {
            var end = tail.AsSpan(i);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != 0x06054B50 || BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length - EndLength)
            {
                continue;
            }

            var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            var position = file.Length - tail.Length + i;
            Require(BinaryPrimitives.ReadUInt32LittleEndian(end[4..]) == 0, "parts on several disks");
            Require(size <= LongestDirectory && offset + (long)size <= position);
            return (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), (int)size, offset);
        }

        throw new InvalidDataException("No end of directory.");
    }

    // Every entry must have bytes of its own between the start of the file and the directory.
    private void LocateData(long directoryOffset)
    {
        var header = new byte[30];
        long free = 0;
        foreach (var item in Items.OrderBy(i => i.HeaderOffset))
        {
            Require(item.HeaderOffset >= free && item.HeaderOffset + 30 <= directoryOffset, "entries share bytes");
            _file.Position = item.HeaderOffset;
            _file.ReadExactly(header);
            Require(BinaryPrimitives.ReadUInt32LittleEndian(header) == 0x04034B50);
            var start = item.HeaderOffset + 30 + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
            free = start + item.PackedLength;
            Require(free <= directoryOffset, "an entry reaches into the directory");
            _data[item] = (start, free);
        }
    }

    private static void Require(bool holds, string what = "not well formed")
    {
        if (!holds)
        {
            throw new InvalidDataException(what);
        }
    }
}

/// <summary>More entries than any real document has.</summary>
internal sealed class TooManyItemsException : Exception;
