namespace CongVu.Examinations.Items;

internal enum PartKind
{
    SingleChoice,
    MultipleResponse,
    TrueFalse,
    Matching,
    Ordering,
    GapText,
    GapNumeric,
    InlineChoice,
    Hotspot,
    ExtendedText,
}

/// <summary>The names of kinds in files and on the command line (docs/exam-formats.md).</summary>
internal static class PartKinds
{
    public const string Composite = "composite";

    public static string Name(this PartKind kind) => kind switch
    {
        PartKind.SingleChoice => "single-choice",
        PartKind.MultipleResponse => "multiple-response",
        PartKind.TrueFalse => "true-false",
        PartKind.Matching => "matching",
        PartKind.Ordering => "ordering",
        PartKind.GapText => "gap-text",
        PartKind.GapNumeric => "gap-numeric",
        PartKind.InlineChoice => "inline-choice",
        PartKind.Hotspot => "hotspot",
        PartKind.ExtendedText => "extended-text",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The kind of all parts, or composite when they differ.</summary>
    public static string TypeOf(ExamItem item) =>
        item.Parts.Select(p => p.Kind).Distinct().ToList() is [var only] ? only.Name() : Composite;

    public static PartKind? Parse(string name) => Enum.GetValues<PartKind>().Cast<PartKind?>().FirstOrDefault(k => k!.Value.Name() == name);

    /// <summary>Parts that stand inside the text.</summary>
    public static bool IsInline(this PartKind kind) => kind is PartKind.GapText or PartKind.GapNumeric or PartKind.InlineChoice;
}
