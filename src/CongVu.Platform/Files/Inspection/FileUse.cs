namespace CongVu.Platform.Files.Inspection;

/// <summary>What a file is taken in for, and therefore what it may be.</summary>
/// <param name="Name">How messages call it, such as "tệp kế hoạch".</param>
/// <param name="Allowed">Kinds taken.</param>
/// <param name="MaxBytes">Largest size taken.</param>
public sealed record FileUse(string Name, IReadOnlyList<FileKind> Allowed, long MaxBytes)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A plan to read tasks from.</summary>
    public static readonly FileUse Plan = new("tệp kế hoạch", [FileKind.Docx, FileKind.Xlsx, FileKind.Text, FileKind.Markdown, FileKind.Csv], 20 * Megabyte);

    /// <summary>A document that proves something: a scan, a decision, a report.</summary>
    public static readonly FileUse Evidence = new("tài liệu minh chứng", [FileKind.Pdf, FileKind.Docx, FileKind.Xlsx, FileKind.Png, FileKind.Jpeg], 25 * Megabyte);

    /// <summary>A portrait for a record.</summary>
    public static readonly FileUse Portrait = new("ảnh chân dung", [FileKind.Jpeg, FileKind.Png], 5 * Megabyte);

    /// <summary>A table of data to import.</summary>
    public static readonly FileUse Import = new("tệp dữ liệu nhập", [FileKind.Xlsx, FileKind.Csv], 50 * Megabyte);

    /// <summary>How large the parts of an Office file may be together once unpacked.</summary>
    public long MaxUnpackedBytes { get; init; } = 300 * Megabyte;

    /// <summary>Refuse PDFs with scripts or programs in them, instead of only saying so.</summary>
    public bool RefuseActivePdf { get; init; }
}
