using System.IO.Compression;

namespace CongVu.Examinations.Formats;

/// <summary>
/// A zip file from outside. Names with tricks are refused, sizes are not believed: the bytes that really come out are counted, for each file and for all.
/// </summary>
internal sealed class ZipBundle : FileBundle
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private long _unpacked;

    private ZipBundle(ZipArchive archive) => _archive = archive;

    public override IReadOnlyList<string> Names => [.. _entries.Keys];

    public static ZipBundle Open(byte[] bytes)
    {
        ZipBundle bundle;
        try { bundle = new ZipBundle(new ZipArchive(new MemoryStream(bytes, false), ZipArchiveMode.Read)); }
        catch (InvalidDataException broken) { throw new ItemFileException("Tệp nén bị hỏng, không mở được. Tải lại tệp gốc rồi nhập lại.", broken); }
        try { bundle.Take(); }
        catch (InvalidDataException broken) { throw new ItemFileException("Danh mục của tệp nén bị hỏng. Tải lại tệp gốc rồi nhập lại.", broken); }
        return bundle;
    }

    public override byte[]? Read(string name)
    {
        if (!_entries.TryGetValue(name, out var entry)) return null;
        try
        {
            using var source = entry.Open();
            using var target = new MemoryStream();
            var buffer = new byte[81_920];
            for (var read = source.Read(buffer); read > 0; read = source.Read(buffer))
            {
                target.Write(buffer, 0, read);
                _unpacked += read;
                if (target.Length > LargestFile || _unpacked > LargestTotal) throw Bomb($"phần “{name}” bung ra quá lớn");
            }
            return target.ToArray();
        }
        catch (InvalidDataException broken) { throw new ItemFileException($"Phần “{name}” của tệp nén bị hỏng.", broken); }
        catch (NotSupportedException broken) { throw new ItemFileException($"Phần “{name}” được nén theo cách không đọc được. Nén lại bằng .zip thường.", broken); }
    }

    public override void Dispose() => _archive.Dispose();

    private void Take()
    {
        if (_archive.Entries.Count > MostFiles) throw Bomb($"có hơn {MostFiles} mục bên trong");
        long claimed = 0;
        foreach (var entry in _archive.Entries)
        {
            if (entry.FullName.EndsWith('/')) continue;
            claimed += entry.Length;
            if (claimed > LargestTotal || entry.Length > LargestFile) throw Bomb("bung ra quá lớn");
            if (entry.Length > 1_048_576 && entry.Length / 1000 > entry.CompressedLength) throw Bomb($"phần “{entry.FullName}” được nén quá mức bình thường");
            var name = entry.FullName.Replace('\\', '/');
            var isTrick = name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal) || name.Split('/').Contains("..");
            if (isTrick) throw new ItemFileException($"Tệp nén có mục “{name}” chỉ ra ngoài gói nên không được đọc. Nếu gói là thật, giải nén rồi nén lại.");
            _entries.TryAdd(name, entry);
        }
    }

    private static ItemFileException Bomb(string what) => new($"Tệp nén {what}, có thể là tệp độc hại nên không được đọc.");
}
