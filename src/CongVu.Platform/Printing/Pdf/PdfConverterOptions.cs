namespace CongVu.Platform.Printing.Pdf;

/// <summary>How <see cref="PdfConverter"/> works; the defaults suit a small server.</summary>
public sealed record PdfConverterOptions
{
    /// <summary>Path of soffice; null looks on PATH and in the usual folders.</summary>
    public string? SofficePath { get; init; }

    /// <summary>Folder for profiles and files in work; null makes a private one under the temporary folder.</summary>
    public string? WorkFolder { get; init; }

    /// <summary>Longest time one conversion may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many conversions run side by side; each takes about a core and 200 MB.</summary>
    public int MaxParallel { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);
}

/// <summary>What is converted.</summary>
public enum OfficeFormat
{
    /// <summary>A Word document.</summary>
    Docx,

    /// <summary>An Excel workbook.</summary>
    Xlsx,
}
