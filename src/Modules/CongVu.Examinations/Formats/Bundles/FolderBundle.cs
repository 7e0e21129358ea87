namespace CongVu.Examinations.Formats;

/// <summary>A folder on the operator's disk, for the command line only. Links out of the folder are not followed.</summary>
internal sealed class FolderBundle : FileBundle
{
    private static readonly HashSet<string> Kinds = [".xml", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp3", ".ogg", ".oga", ".wav", ".m4a", ".mp4", ".m4v", ".webm", ".ogv"];
    private readonly string _root;
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly string? _main;
    private long _read;

    private FolderBundle(string root, string? main) => (_root, _main) = (Path.GetFullPath(root), main);

    public override IReadOnlyList<string> Names => _main is null ? [.. _paths.Keys.Order(StringComparer.Ordinal)] : [_main];

    public static FolderBundle Of(string folder)
    {
        var bundle = new FolderBundle(folder, null);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, MaxRecursionDepth = 30 };
        foreach (var path in Directory.EnumerateFiles(bundle._root, "*", options))
        {
            if (bundle._paths.Count == MostFiles) throw new ItemFileException($"Thư mục có hơn {MostFiles} tệp. Chọn đúng thư mục của gói câu hỏi.");
            bundle._paths[Path.GetRelativePath(bundle._root, path).Replace('\\', '/')] = path;
        }
        return bundle;
    }

    /// <summary>One file together with what it refers to beside it and in the folders next to its own, where packages keep passages and pictures.</summary>
    public static FolderBundle Around(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var root = Path.GetDirectoryName(folder);
        return root is null || root == Path.GetPathRoot(root) ? new(folder, Path.GetFileName(file)) : new(root, $"{Path.GetFileName(folder)}/{Path.GetFileName(file)}");
    }

    public override byte[]? Read(string name)
    {
        // A file from outside may ask for what questions are made of, and for nothing else of the disk.
        if (_main is not null && name != _main && !Kinds.Contains(Path.GetExtension(name).ToLowerInvariant())) return null;
        var path = Path.GetFullPath(Path.Combine(_root, name));
        if (!path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path)) return null;
        if (LeadsOut(path)) return null;
        var length = new FileInfo(path).Length;
        _read += length;
        if (length > LargestFile || _read > LargestTotal) throw new ItemFileException($"Tệp “{name}” quá lớn. Bỏ phim, ảnh quét rồi nhập lại.");
        return File.ReadAllBytes(path);
    }

    private bool LeadsOut(string path)
    {
        for (var at = path; at is not null && at.Length > _root.Length; at = Path.GetDirectoryName(at))
        {
            if ((File.GetAttributes(at) & FileAttributes.ReparsePoint) != 0) return true;
        }
        return false;
    }
}
