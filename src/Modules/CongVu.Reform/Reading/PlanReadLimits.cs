namespace CongVu.Reform.Reading;

/// <summary>What the reader refuses to open, so that a hostile or mistaken file costs nothing.</summary>
public sealed record PlanReadLimits
{
    /// <summary>Bytes of the file itself. Default 50 MB.</summary>
    public long MaxFileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>Entries in a .docx or .xlsx package. Default 2,000.</summary>
    public int MaxPackageEntries { get; init; } = 2_000;

    /// <summary>Bytes of a package once unpacked, declared or real. Default 300 MB.</summary>
    public long MaxUnpackedBytes { get; init; } = 300L * 1024 * 1024;

    /// <summary>Bytes of one part that is read as XML. Default 100 MB.</summary>
    public long MaxPartBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>How many times larger than its packed size an entry above 1 MB may be. Default 200.</summary>
    public int MaxCompressionRatio { get; init; } = 200;

    /// <summary>How deep XML elements may nest. Default 200.</summary>
    public int MaxXmlDepth { get; init; } = 200;

    /// <summary>Columns a table may have. Default 200.</summary>
    public int MaxColumns { get; init; } = 200;

    /// <summary>Rows of all tables together. Default 200,000.</summary>
    public int MaxTableRows { get; init; } = 200_000;
}
