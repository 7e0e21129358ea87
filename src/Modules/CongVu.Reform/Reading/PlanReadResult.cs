namespace CongVu.Reform.Reading;

/// <summary>The kind of file a plan was read from.</summary>
public enum PlanFileFormat { Text, Word, Excel }

/// <summary>Everything the reader found in one plan file, each thing with the place it came from, so that a page can show and correct it.</summary>
/// <param name="Format">What kind of file it was.</param>
/// <param name="Title">Title of the plan as written; null when the file has none.</param>
/// <param name="Number">Number and symbol without blanks, such as <c>104/KH-UBND</c>; null when the file has none.</param>
/// <param name="Issuer">The issuing body by its full name; null when it cannot be told.</param>
/// <param name="Issued">Day of issue; null when it is not written.</param>
/// <param name="Period">First and last day the plan runs for; either may be unknown.</param>
/// <param name="Groups">Groups in the order of the file. Codes are unique.</param>
/// <param name="Tasks">Tasks in the order of the file. Codes are unique among tasks; a group that is itself a task shares its code with that task.</param>
/// <param name="Targets">Numeric targets in the order of the file.</param>
/// <param name="NotUnderstood">Lines, or parts of lines, that could not be given a meaning.</param>
/// <param name="TableLines">What became of every non-blank line of every task table: the proof that none is lost.</param>
public sealed record PlanReadResult(
    PlanFileFormat Format,
    string? Title,
    string? Number,
    string? Issuer,
    DateOnly? Issued,
    PlanReadPeriod Period,
    IReadOnlyList<PlanReadGroup> Groups,
    IReadOnlyList<PlanReadTask> Tasks,
    IReadOnlyList<PlanReadTarget> Targets,
    IReadOnlyList<PlanUnreadLine> NotUnderstood,
    IReadOnlyList<PlanLineUse> TableLines);

/// <summary>First and last day; null where the file does not say.</summary>
public readonly record struct PlanReadPeriod(DateOnly? From, DateOnly? To);

/// <summary>A place in the source file.</summary>
/// <param name="Line">1-based: line of a text file, row of a sheet, running number of paragraph or table row in a Word file.</param>
/// <param name="Where">The same place in words for a reader, such as "dòng 12" or "bảng 1, hàng 3, cột 2".</param>
public sealed record PlanSource(int Line, string Where);

/// <summary>A heading that holds tasks.</summary>
/// <param name="Id">Stable between readings of the same text.</param>
/// <param name="Code">Number as printed, made unique by the section's label (such as <c>2013.1</c>) where the file numbers several sections alike.</param>
/// <param name="Title">Words of the heading.</param>
/// <param name="Section">Title of the section of the plan it stands in; null when the plan has only one.</param>
/// <param name="Source">Where it was read.</param>
public sealed record PlanReadGroup(string Id, string Code, string Title, string? Section, PlanSource Source);

/// <summary>One task with at least one product.</summary>
/// <param name="Id">Stable between readings of the same text.</param>
/// <param name="Code">Unique among the tasks of the file; see <see cref="PlanReadGroup.Code"/>.</param>
/// <param name="Group">Code of the group, or null for a task outside any group.</param>
/// <param name="Title">Words of the task.</param>
/// <param name="Section">Title of the section of the plan it stands in; null when the plan has only one.</param>
/// <param name="Products">Never empty; a task without a products column has one product with empty text.</param>
/// <param name="Notes">Texts of further columns (notes, money, submitting body …), each with its column heading.</param>
/// <param name="Source">Where it was read.</param>
public sealed record PlanReadTask(
    string Id,
    string Code,
    string? Group,
    string Title,
    string? Section,
    IReadOnlyList<PlanReadProduct> Products,
    IReadOnlyList<PlanReadNote> Notes,
    PlanSource Source);

/// <summary>A text from a column that is kept but not tracked.</summary>
public sealed record PlanReadNote(string Column, string Text);

/// <summary>A product of a task with the units and time that hold for it.</summary>
public sealed record PlanReadProduct(
    string Id,
    string Text,
    IReadOnlyList<PlanReadUnit> Lead,
    IReadOnlyList<PlanReadUnit> Support,
    PlanReadSchedule Schedule,
    PlanSource Source);

/// <summary>Whether a name stands for one unit or for a group resolved on the date.</summary>
public enum PlanUnitKind { Single, Group }

/// <summary>A unit as the plan writes it.</summary>
/// <param name="Text">As read.</param>
/// <param name="Kind">One unit, or a group of units.</param>
/// <param name="GroupKeys">For a group: keys of <see cref="PlanUnitGroups"/>; empty for a single unit.</param>
public sealed record PlanReadUnit(string Text, PlanUnitKind Kind, IReadOnlyList<string> GroupKeys);

/// <summary>Kinds of schedule (domain: schedules of plan tasks).</summary>
public enum PlanScheduleKind { None, Period, Ongoing, Conditional, OnDemand, Deadline }

/// <summary>When a product is due.</summary>
/// <param name="Kind">The kind of schedule.</param>
/// <param name="From">First day, widened from year, quarter or month; null when open or unknown.</param>
/// <param name="To">Last day; null when open or unknown. A deadline has only this one.</param>
/// <param name="MinPerYear">Least number of times a year, where the plan states one.</param>
/// <param name="Text">The words of the plan; empty when it gives no time.</param>
/// <param name="Yearly">The day of each year by which it is due, for "trước ngày 15/12 hằng năm".</param>
public sealed record PlanReadSchedule(
    PlanScheduleKind Kind,
    DateOnly? From,
    DateOnly? To,
    int? MinPerYear,
    string Text,
    PlanYearDay? Yearly = null)
{
    internal static PlanReadSchedule None { get; } = new(PlanScheduleKind.None, null, null, null, "");
}

/// <summary>A day that comes back every year.</summary>
public readonly record struct PlanYearDay(int Month, int Day);

/// <summary>How the measured value must compare with the target's value.</summary>
public enum PlanComparison { AtLeast, AtMost, Equal, MoreThan, LessThan }

/// <summary>What the number counts.</summary>
public enum PlanTargetUnit { Percent, Count }

/// <summary>A number the plan wants to reach.</summary>
/// <param name="Id">Stable between readings of the same text.</param>
/// <param name="Text">The sentence of the plan.</param>
/// <param name="Value">The number, not negative.</param>
/// <param name="Comparison">How to compare.</param>
/// <param name="Unit">Percent or count.</param>
/// <param name="By">Last day to reach it; null when neither the sentence nor its heading says.</param>
/// <param name="Source">Where it was read.</param>
public sealed record PlanReadTarget(
    string Id, string Text, decimal Value, PlanComparison Comparison, PlanTargetUnit Unit, DateOnly? By, PlanSource Source);

/// <summary>A line, or a part of one, that the reader gives back instead of guessing.</summary>
public sealed record PlanUnreadLine(int Line, string Text, string Where);

/// <summary>What a line of a task table was used as.</summary>
public enum PlanLineUseKind { Header, Section, Group, Task, Product, Continuation, Repetition, Target, Note, NotUnderstood }

/// <summary>One non-blank line of a task table and what became of it.</summary>
public sealed record PlanLineUse(PlanSource Source, PlanLineUseKind Use);
