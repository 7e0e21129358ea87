using System.Buffers.Binary;

namespace CongVu.Platform.Files.Inspection;

/// <summary>Reads the dimensions of an image without decoding it.</summary>
internal static class ImageCheck
{
    // A3 at 600 dpi is 7,016 × 9,921.
    private const long MaxSide = 20_000;
    private const long MaxPixels = 100_000_000;

    public static void Check(FileStream file, FileKind kind, string name)
    {
        var (width, height) = Size(file, kind);
        if (width == 0 || height == 0)
        {
            throw Refusals.Damaged(name);
        }

        if (width > MaxSide || height > MaxSide || width * height > MaxPixels)
        {
            throw Refusals.ImageTooLarge(name, width, height);
        }
    }

    /// <summary>Pixels across and down; zero where the file does not say.</summary>
    public static (long Width, long Height) Size(Stream file, FileKind kind)
    {
        file.Position = 0;
        return kind switch
        {
            FileKind.Png => Png(file),
            FileKind.Gif => Gif(file),
            _ => Jpeg(file),
        };
    }

    private static (long Width, long Height) Png(Stream file)
    {
        Span<byte> head = stackalloc byte[24];
        return file.ReadAtLeast(head, 24, throwOnEndOfStream: false) == 24 && head[12..16].SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]))
            : (0, 0);
    }

    private static (long Width, long Height) Gif(Stream file)
    {
        Span<byte> head = stackalloc byte[10];
        return file.ReadAtLeast(head, 10, throwOnEndOfStream: false) == 10
            ? (BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]))
            : (0, 0);
    }

    // Walks the segments to the start of frame.
    private static (long Width, long Height) Jpeg(Stream file)
    {
        Span<byte> bytes = stackalloc byte[9];
        file.Position = 2;
        while (file.ReadAtLeast(bytes[..4], 4, throwOnEndOfStream: false) == 4)
        {
            if (bytes[0] != 0xFF)
            {
                return (0, 0);
            }

            if (bytes[1] == 0xFF)
            {
                file.Position -= 3; // a fill byte
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
            if (bytes[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return file.ReadAtLeast(bytes[..5], 5, throwOnEndOfStream: false) == 5
                    ? (BinaryPrimitives.ReadUInt16BigEndian(bytes[3..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]))
                    : (0, 0);
            }

            if (length < 2)
            {
                return (0, 0);
            }

            file.Position += length - 2;
        }

        return (0, 0);
    }
}
