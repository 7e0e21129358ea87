namespace CongVu.Platform.Data.Embedded;

/// <summary>The server's log from a moment on: once its log collector runs, it complains there and no longer to us.</summary>
internal sealed class ServerLog(string folder)
{
    private readonly Dictionary<string, long> _before = Files(folder).ToDictionary(f => f.FullName, f => f.Length);

    /// <summary>What was written since this object was made.</summary>
    public string SinceThen()
    {
        var newest = Files(folder).MaxBy(f => f.LastWriteTimeUtc);
        if (newest is null)
            return "";
        using var file = newest.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        // A log of last week is cut off when its day comes again.
        if (_before.TryGetValue(newest.FullName, out var length) && length <= file.Length)
            file.Position = length;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static IEnumerable<FileInfo> Files(string folder) => new DirectoryInfo(folder).EnumerateFiles("*.log");
}
