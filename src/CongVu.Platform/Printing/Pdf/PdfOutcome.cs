namespace CongVu.Platform.Printing.Pdf;

/// <summary>What became of a conversion to PDF. Messages are for the person who asked for the file.</summary>
public abstract record PdfOutcome
{
    private PdfOutcome()
    {
    }

    /// <summary>The PDF has been written.</summary>
    /// <param name="Bytes">Its length.</param>
    /// <param name="Took">How long the conversion ran, waiting for a free place not counted.</param>
    /// <param name="Warning">What may look different on paper (a missing font), or null.</param>
    public sealed record Converted(long Bytes, TimeSpan Took, string? Warning) : PdfOutcome;

    /// <summary>LibreOffice is not installed on this machine.</summary>
    public sealed record LibreOfficeMissing(string Message) : PdfOutcome;

    /// <summary>The conversion did not end in time; its processes have been ended.</summary>
    public sealed record TimedOut(string Message) : PdfOutcome;

    /// <summary>LibreOffice could not convert the file.</summary>
    /// <param name="Message">For the screen.</param>
    /// <param name="Detail">What LibreOffice said, for the log.</param>
    public sealed record Failed(string Message, string Detail) : PdfOutcome;
}
