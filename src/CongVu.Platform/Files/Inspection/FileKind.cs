namespace CongVu.Platform.Files.Inspection;

/// <summary>Kinds of files the system can take in, told by content and not by name.</summary>
public enum FileKind
{
    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Word, .docx.</summary>
    Docx,

    /// <summary>Excel, .xlsx.</summary>
    Xlsx,

    /// <summary>PNG image.</summary>
    Png,

    /// <summary>JPEG image.</summary>
    Jpeg,

    /// <summary>GIF image.</summary>
    Gif,

    /// <summary>Plain text in UTF-8.</summary>
    Text,

    /// <summary>Comma or semicolon separated values in UTF-8.</summary>
    Csv,

    /// <summary>Markdown in UTF-8.</summary>
    Markdown,
}

/// <summary>What is known of each kind.</summary>
public static class FileKinds
{
    private static readonly Dictionary<FileKind, (string MediaType, string Name, string[] Extensions)> All = new()
    {
        [FileKind.Pdf] = ("application/pdf", "PDF", [".pdf"]),
        [FileKind.Docx] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word", [".docx"]),
        [FileKind.Xlsx] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel", [".xlsx"]),
        [FileKind.Png] = ("image/png", "ảnh PNG", [".png"]),
        [FileKind.Jpeg] = ("image/jpeg", "ảnh JPEG", [".jpg", ".jpeg", ".jpe", ".jfif"]),
        [FileKind.Gif] = ("image/gif", "ảnh GIF", [".gif"]),
        [FileKind.Text] = ("text/plain; charset=utf-8", "văn bản thuần", [".txt"]),
        [FileKind.Csv] = ("text/csv; charset=utf-8", "CSV", [".csv"]),
        [FileKind.Markdown] = ("text/markdown; charset=utf-8", "Markdown", [".md", ".markdown"]),
    };

    /// <summary>The media type to store and to serve the file with.</summary>
    public static string MediaType(this FileKind kind) => All[kind].MediaType;

    /// <summary>The usual extension, with its dot.</summary>
    public static string Extension(this FileKind kind) => All[kind].Extensions[0];

    /// <summary>"Word (.docx)", as messages name it.</summary>
    internal static string Called(this FileKind kind) => $"{All[kind].Name} ({All[kind].Extensions[0]})";

    internal static bool Has(this FileKind kind, string extension) => All[kind].Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of text a name promises; text has no signature of its own.</summary>
    internal static FileKind? TextKindOf(string extension) =>
        new FileKind?[] { FileKind.Text, FileKind.Csv, FileKind.Markdown }.FirstOrDefault(k => k!.Value.Has(extension));
}
