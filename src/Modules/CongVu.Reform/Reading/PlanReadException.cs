namespace CongVu.Reform.Reading;

/// <summary>Why a file could not be read as a plan.</summary>
public enum PlanReadError
{
    /// <summary>The file has no bytes, or no text.</summary>
    Empty,
    /// <summary>The file is above the size limit.</summary>
    TooLarge,
    /// <summary>The file is of a kind the reader does not know.</summary>
    Unsupported,
    /// <summary>The package or its XML is damaged.</summary>
    Broken,
    /// <summary>The package would unpack to more than is safe.</summary>
    Bomb,
    /// <summary>The document carries macros.</summary>
    Macros,
    /// <summary>The text is not Unicode.</summary>
    Encoding,
    /// <summary>The file was read but holds no tasks.</summary>
    NoPlan,
}

/// <summary>A plan file was refused. The message is Vietnamese and says what, where and how to put it right.</summary>
public sealed class PlanReadException : Exception
{
    /// <summary>Builds the refusal.</summary>
    public PlanReadException(PlanReadError error, string message, Exception? inner = null) : base(message, inner) => Error = error;

    /// <summary>Why the file was refused.</summary>
    public PlanReadError Error { get; }
}
