namespace CongVu.Reform.Reading;

/// <summary>A piece of the plan in reading order: a paragraph, or the rows of a table that is about tasks or goals.</summary>
internal abstract record PlanPart;

internal sealed record TextPart(TextBlock Block) : PlanPart;

internal sealed record TablePart(TableBlock Block, IReadOnlyList<TaskRow> Rows, TableHeader Header, bool OfGoals) : PlanPart;
