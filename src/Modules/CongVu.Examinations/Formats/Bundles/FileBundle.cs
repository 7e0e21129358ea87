namespace CongVu.Examinations.Formats;

/// <summary>The files an item set comes in: a package, an unpacked package, or one file. Names use "/" and never leave the bundle.</summary>
internal abstract class FileBundle : IDisposable
{
    /// <summary>Bytes of one file in a bundle.</summary>
    public const long LargestFile = 64L * 1024 * 1024;
    /// <summary>Bytes of all files of a bundle together.</summary>
    public const long LargestTotal = 512L * 1024 * 1024;
    public const int MostFiles = 20_000;

    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>The content of a file, or null when there is none of that name.</summary>
    public abstract byte[]? Read(string name);

    public virtual void Dispose()
    {
    }

    /// <summary>A reference inside a file as the name of a file; null when it points outside the bundle or to another server.</summary>
    public static string? Resolve(string from, string href)
    {
        var cut = href.IndexOfAny(['?', '#']);
        var path = (cut < 0 ? href : href[..cut]).Trim().Replace('\\', '/');
        if (path.Length == 0 || path.Contains(':', StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal)) return null;
        try { path = Uri.UnescapeDataString(path); }
        catch (UriFormatException) { return null; }
        List<string> parts = path.StartsWith('/') ? [] : [.. from.Split('/')[..^1]];
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return parts.Count == 0 ? null : string.Join('/', parts);
    }
}

/// <summary>One uploaded file and nothing beside it.</summary>
internal sealed class LoneFile(string name, byte[] bytes) : FileBundle
{
    public override IReadOnlyList<string> Names => [name];
    public override byte[]? Read(string wanted) => wanted == name ? bytes : null;
}
