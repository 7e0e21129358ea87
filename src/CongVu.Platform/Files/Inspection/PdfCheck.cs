using System.IO.Compression;

namespace CongVu.Platform.Files.Inspection;

/// <summary>
/// Looks for what a PDF may do besides being read. Objects hidden in compressed object streams are looked through too;
/// in an encrypted PDF they cannot be, and that is said.
/// </summary>
internal static class PdfCheck
{
    private const int Block = 1024 * 1024;
    private const int EndWindow = 64 * 1024;
    private const int DictionaryWindow = 4096;
    private const int MaxObjectStreams = 20_000;
    private const long MaxUnpacked = 128L * 1024 * 1024;

    public static IReadOnlyList<string> Check(FileStream file, string name, FileUse use, CancellationToken ct)
    {
        RequireEnd(file, name);
        var seen = new HashSet<string>();
        var objectStreams = new List<long>();
        var scanner = new PdfNameScanner((word, at) =>
        {
            seen.Add(word);
            if (word == "ObjStm" && objectStreams.Count < MaxObjectStreams)
            {
                objectStreams.Add(at);
            }
        });
        var buffer = new byte[Block];
        for (long at = 0; at < file.Length;)
        {
            ct.ThrowIfCancellationRequested();
            var read = RandomAccess.Read(file.SafeFileHandle, buffer, at);
            scanner.Feed(buffer.AsSpan(0, read), at);
            at += read;
        }

        scanner.Finish(file.Length);
        ScanObjectStreams(file, objectStreams, seen, buffer, ct);
        return Warnings(seen, name, use);
    }

    private static void RequireEnd(FileStream file, string name)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndWindow)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        if (tail.AsSpan().IndexOf("%%EOF"u8) < 0 && tail.AsSpan().IndexOf("startxref"u8) < 0)
        {
            throw Refusals.Damaged(name);
        }
    }

    private static void ScanObjectStreams(FileStream file, List<long> offsets, HashSet<string> seen, byte[] buffer, CancellationToken ct)
    {
        var scanner = new PdfNameScanner((word, _) => seen.Add(word));
        long unpacked = 0;
        foreach (var offset in offsets)
        {
            ct.ThrowIfCancellationRequested();
            var read = RandomAccess.Read(file.SafeFileHandle, buffer.AsSpan(0, DictionaryWindow), offset);
            var keyword = buffer.AsSpan(0, read).IndexOf("stream"u8);
            if (keyword < 0)
            {
                continue;
            }

            var start = keyword + 6;
            while (start < read && buffer[start] is (byte)'\r' or (byte)'\n')
            {
                start++;
            }

            try
            {
                using var content = new ZLibStream(new FileSlice(file, offset + start, file.Length), CompressionMode.Decompress);
                int count;
                while (unpacked < MaxUnpacked && (count = content.Read(buffer)) > 0)
                {
                    scanner.Feed(buffer.AsSpan(0, count), 0);
                    unpacked += count;
                }
            }
            catch (InvalidDataException)
            {
                // Not deflated, or damaged: what was unpacked so far has been looked at.
            }

            scanner.Finish(0);
        }
    }

    private static List<string> Warnings(HashSet<string> seen, string name, FileUse use)
    {
        var runs = seen.Contains("JavaScript");
        var launches = seen.Contains("Launch");
        if (use.RefuseActivePdf && (runs || launches))
        {
            throw Refusals.ActivePdf(name);
        }

        var warnings = new List<string>();
        if (launches)
        {
            warnings.Add("Tệp PDF có lệnh mở chương trình khác; khi xem, không đồng ý nếu phần mềm hỏi mở chương trình.");
        }

        if (runs)
        {
            warnings.Add("Tệp PDF chứa mã JavaScript; nên xem bằng trình duyệt hoặc in ra PDF mới trước khi lưu trữ.");
        }

        if (seen.Contains("EmbeddedFile") || seen.Contains("RichMedia"))
        {
            warnings.Add("Tệp PDF có tệp khác đính kèm bên trong; hệ thống không kiểm tra các tệp đó.");
        }

        if (seen.Contains("Encrypt"))
        {
            warnings.Add("Tệp PDF được mã hóa hoặc hạn chế quyền; hệ thống không kiểm tra được hết nội dung, người khác có thể không mở được.");
        }

        return warnings;
    }
}
