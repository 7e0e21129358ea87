namespace CongVu.Law;

/// <summary>A place in the law's data: path relative to the law folder, and line counted from 1.</summary>
public sealed record FilePlace(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>One thing wrong with the data.</summary>
public sealed record LawDataError(FilePlace Place, string Message)
{
    public override string ToString() => $"{Place}: {Message}";
}

/// <summary>The law's data do not hold together. Carries every error found, not only the first.</summary>
public sealed class LawDataException(IReadOnlyList<LawDataError> errors)
    : Exception("Dữ liệu pháp luật có lỗi:" + Environment.NewLine + string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<LawDataError> Errors { get; } = errors;
}
