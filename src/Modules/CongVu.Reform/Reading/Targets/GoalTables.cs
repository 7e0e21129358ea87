using System.Globalization;

namespace CongVu.Reform.Reading;

/// <summary>Tables of goals: a goal a row, with its value in a column of a year, or inside its words.</summary>
internal static class GoalTables
{
    public static IEnumerable<PlanReadTarget> Read(IReadOnlyList<PlanPart> parts)
    {
        foreach (var table in parts.OfType<TablePart>().Where(t => t.OfGoals))
        {
            foreach (var row in table.Rows)
            {
                foreach (var target in OfRow(row, table.Header).ToList())
                {
                    yield return target;
                }
            }
        }
    }

    private static IEnumerable<PlanReadTarget> OfRow(TaskRow row, TableHeader header)
    {
        var goal = row.Line(ColumnRole.Goal);
        if (goal.Length == 0)
        {
            yield break;
        }
        row.Use(PlanLineUseKind.Target);
        var measure = Vietnamese.Fold(row.Line(ColumnRole.Measure));
        var percent = measure.Contains('%', StringComparison.Ordinal) || Vietnamese.HasAny(measure, ["phan tram", "ty le"]);
        var dated = header.Columns.Where(c => c.Role == ColumnRole.TimeMark || (c.Role is ColumnRole.Note or ColumnRole.Unknown or ColumnRole.Time or ColumnRole.Task && DateMentions.Find(c.Label).Count > 0)).ToList();
        var found = false;
        foreach (var column in dated)
        {
            var by = DateMentions.Find(column.Label).LastOrDefault(d => d.Last is not null)?.Last;
            var cell = row.Source.Cells.Find(c => c.Start >= column.Start && c.Start < column.End && !c.IsBlank);
            if (cell is null || Value(cell.Text, percent) is not { } value)
            {
                continue;
            }
            found = true;
            cell.Use = PlanLineUseKind.Target;
            yield return new PlanReadTarget(Ids.Of("target", goal, column.Label), goal, value.Value, value.Comparison, value.Unit, by, cell.Source);
        }
        if (!found)
        {
            var due = DateMentions.Find(row.Line(ColumnRole.Time)).LastOrDefault(d => d.Last is not null)?.Last;
            foreach (var target in TargetReader.InText(goal, row.Source.Source, due, null, false))
            {
                yield return target;
            }
        }
    }

    private static TargetNumber? Value(string cell, bool percent)
    {
        var text = Vietnamese.OneLine(cell);
        if (TargetNumbers.In(text) is [var stated, ..])
        {
            return stated;
        }
        var plain = text.TrimEnd('%', ' ');
        return decimal.TryParse(plain.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && plain.Length <= 10
            ? new TargetNumber(value, percent && value == 100 ? PlanComparison.Equal : PlanComparison.AtLeast, percent ? PlanTargetUnit.Percent : PlanTargetUnit.Count, 0, true)
            : null;
    }
}
