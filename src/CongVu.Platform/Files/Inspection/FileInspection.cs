namespace CongVu.Platform.Files.Inspection;

/// <summary>Why a file was refused.</summary>
public enum RefusalReason
{
    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It is larger than the use allows.</summary>
    TooLarge,

    /// <summary>Its kind is known but not taken for this use.</summary>
    KindNotAllowed,

    /// <summary>Its name promises another kind than its content.</summary>
    NameDoesNotMatch,

    /// <summary>Its kind is not known.</summary>
    Unknown,

    /// <summary>A program or script.</summary>
    Program,

    /// <summary>An Office file with macros.</summary>
    Macros,

    /// <summary>A .doc, .xls, .rtf or OpenDocument file.</summary>
    OtherOfficeFormat,

    /// <summary>Protected by a password.</summary>
    Encrypted,

    /// <summary>Unpacks to far more than it seems.</summary>
    ZipBomb,

    /// <summary>An Office file whose parts have names that lead elsewhere, or that loads a template from elsewhere.</summary>
    Suspicious,

    /// <summary>Cut short or damaged.</summary>
    Damaged,

    /// <summary>A PDF that runs something, where the use refuses such.</summary>
    ActivePdf,

    /// <summary>An image of absurd dimensions.</summary>
    ImageTooLarge,

    /// <summary>Text in another encoding than UTF-8.</summary>
    NotUtf8,
}

/// <summary>What became of an upload.</summary>
public abstract record FileInspection
{
    private FileInspection()
    {
    }

    /// <summary>The file may be used. Dispose to delete the temporary copy, also after it was stored.</summary>
    /// <param name="Kind">What it is, by content.</param>
    /// <param name="Name">A name safe to store and to show, with the extension of the kind.</param>
    /// <param name="Length">Bytes.</param>
    /// <param name="Sha256">Hash of the content, 32 bytes.</param>
    /// <param name="Path">Where the content is until disposal.</param>
    /// <param name="Warnings">What the reader should know, in Vietnamese; usually none.</param>
    public sealed record Accepted(FileKind Kind, string Name, long Length, byte[] Sha256, string Path, IReadOnlyList<string> Warnings) : FileInspection, IDisposable
    {
        internal bool Temporary { get; init; }

        /// <summary>Opens the content for reading.</summary>
        public FileStream OpenRead() => new(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true);

        /// <inheritdoc/>
        public void Dispose()
        {
            if (Temporary)
            {
                File.Delete(Path);
            }
        }
    }

    /// <summary>The file is refused; nothing of it was kept.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Message">What is wrong, why it matters and what to do, in Vietnamese.</param>
    public sealed record Refused(RefusalReason Reason, string Message) : FileInspection;
}

/// <summary>Carries a refusal out of the depths of a check; never leaves <see cref="FileInspector"/>.</summary>
internal sealed class FileRefusedException(RefusalReason reason, string message) : Exception(message)
{
    public RefusalReason Reason => reason;
}
