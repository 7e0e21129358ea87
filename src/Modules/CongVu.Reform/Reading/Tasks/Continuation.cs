namespace CongVu.Reform.Reading;

/// <summary>Rows that a page break has cut in two: the second half goes on with the cells above.</summary>
internal static class Continuation
{
    /// <summary>True when every cell of the row reads on from the cell above it.</summary>
    public static bool Is(TaskRow row, PlanEntry current)
    {
        if (row.Bold || current.IsHeading)
        {
            return false;
        }
        var title = row.Line(ColumnRole.Task);
        if (title.Length > 0)
        {
            // Under a repeated heading an unnumbered text with nobody and no time of its own can only be the rest of the row above.
            var alone = row.IsEmpty(ColumnRole.Product) && row.IsEmpty(ColumnRole.Time) && row.IsEmpty(ColumnRole.Lead);
            var restOfRow = row.AfterHeader && alone && current.Number is not null && !Vietnamese.IsCapitals(title) && ItemNumber.OfStart(title) is null && !IsBullet(title);
            return (restOfRow || ReadsOn(current.Title, title, false)) && DetailsReadOn(row, current) && (row.AfterHeader || alone);
        }
        return row.AfterHeader && DetailsReadOn(row, current);
    }

    public static void Append(TaskRow row, PlanEntry current)
    {
        current.AddTitle(row.Text(ColumnRole.Task));
        if (row.HasDetails)
        {
            if (current.Details.Count == 0)
            {
                current.Details.Add(new EntryDetails(row.Source.Source));
            }
            var last = current.Details[^1];
            last.Product = Join(last.Product, row.Text(ColumnRole.Product));
            last.Lead = Join(last.Lead, row.Text(ColumnRole.Lead));
            last.Support = Join(last.Support, row.Text(ColumnRole.Support));
            last.LeadAndSupport = Join(last.LeadAndSupport, row.Text(ColumnRole.LeadAndSupport));
            last.Time = Join(last.Time, RowDetails.Of(row).Time);
        }
        row.Use(PlanLineUseKind.Continuation);
    }

    private static bool DetailsReadOn(TaskRow row, PlanEntry current)
    {
        if (!row.HasDetails)
        {
            return true;
        }
        if (current.Details.Count == 0)
        {
            return false;
        }
        var (last, now) = (current.Details[^1], RowDetails.Of(row));
        return ReadsOn(last.Product, now.Product, false) && ReadsOn(last.Lead, now.Lead, true) && ReadsOn(last.Support, now.Support, true)
            && ReadsOn(last.LeadAndSupport, now.LeadAndSupport, true) && ReadsOn(last.Time, now.Time, false);
    }

    private static bool ReadsOn(string before, string now, bool units)
    {
        if (now.Length == 0)
        {
            return true;
        }
        if (before.Length == 0 || IsBullet(now))
        {
            return false;
        }
        var end = before.TrimEnd();
        var open = end[^1] is ',' or '-' or '–' or '(' or '/' || (units && end[^1] == ';') || end.EndsWith(" và", StringComparison.Ordinal) || end.EndsWith(" của", StringComparison.Ordinal)
            || end.EndsWith(" về", StringComparison.Ordinal) || end.EndsWith(" thuộc", StringComparison.Ordinal) || end.EndsWith(" đối với", StringComparison.Ordinal);
        return open || Vietnamese.StartsSmall(now);
    }

    private static bool IsBullet(string text) => text.Length > 0 && text.TrimStart()[0] is '-' or '+' or '•' or '–' or '*';

    private static string Join(string before, string now) => now.Length == 0 ? before : before.Length == 0 ? now : before + " " + now;

}
