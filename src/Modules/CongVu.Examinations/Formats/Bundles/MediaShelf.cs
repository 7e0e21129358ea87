using System.Security.Cryptography;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats;

/// <summary>The pictures and recordings of one item while it is read. A name is given once; equal bytes share it.</summary>
internal sealed class MediaShelf(Func<string, byte[]?> find)
{
    private readonly Dictionary<string, Medium> _byHref = new(StringComparer.Ordinal);

    public IReadOnlyList<Medium> All => [.. _byHref.Values.DistinctBy(m => m.Name).OrderBy(m => m.Name, StringComparer.Ordinal)];

    /// <summary>The name an item uses for what a reference means; null when the file is not there.</summary>
    public string? Take(string href)
    {
        if (_byHref.TryGetValue(href, out var known)) return known.Name;
        var bytes = href.StartsWith("data:", StringComparison.Ordinal) ? FromData(href) : find(href);
        return bytes is null ? null : Put(href, Path.GetFileName(href.StartsWith("data:", StringComparison.Ordinal) ? $"hinh.{Extension(href)}" : Unescape(href)), bytes);
    }

    public string Put(string href, string wished, byte[] bytes)
    {
        if (_byHref.Values.FirstOrDefault(m => m.Bytes.AsSpan().SequenceEqual(bytes)) is { } same)
        {
            _byHref[href] = same;
            return same.Name;
        }
        var name = Clean(wished);
        if (_byHref.Values.Any(m => m.Name == name)) name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..8]}-{name}";
        _byHref[href] = new Medium(name, bytes);
        return name;
    }

    private static string Unescape(string href)
    {
        try { return Uri.UnescapeDataString(href.Split('?', '#')[0].Replace('\\', '/')); }
        catch (UriFormatException) { return href; }
    }

    private static string Clean(string name)
    {
        var clean = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')).TrimStart('.', '-');
        return clean.Length == 0 ? "tep" : clean.Length > 80 ? clean[^80..] : clean;
    }

    private static string Extension(string data)
    {
        var type = data[5..].Split(';', ',')[0];
        var slash = type.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "bin" : type[(slash + 1)..] is "jpeg" ? "jpg" : type[(slash + 1)..].Split('+')[0];
    }

    private static byte[]? FromData(string href)
    {
        var comma = href.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !href[..comma].EndsWith(";base64", StringComparison.Ordinal)) return null;
        try { return Convert.FromBase64String(href[(comma + 1)..]); }
        catch (FormatException) { return null; }
    }
}
