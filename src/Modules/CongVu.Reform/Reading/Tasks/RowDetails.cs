namespace CongVu.Reform.Reading;

/// <summary>Product, units and time of a row.</summary>
internal static class RowDetails
{
    public static EntryDetails Of(TaskRow row) => new(row.Source.Source)
    {
        Product = row.Text(ColumnRole.Product),
        Lead = row.Text(ColumnRole.Lead),
        Support = row.Text(ColumnRole.Support),
        LeadAndSupport = row.Text(ColumnRole.LeadAndSupport),
        Time = row.RestSpanning ? "" : Time(row),
    };

    /// <summary>Adds the row to the entry: a new product, or further units for the product merged over both rows.</summary>
    public static void AddTo(PlanEntry entry, TaskRow row)
    {
        var details = Of(row);
        if (details.IsEmpty)
        {
            return;
        }
        var last = entry.Details.Count > 0 ? entry.Details[^1] : null;
        var sameProduct = last is not null && last.Product.Length > 0 && (row.FromAbove(ColumnRole.Product) || (details.Product.Length == 0 && details.HasUnits)) && (details.Product.Length == 0 || details.Product == last.Product);
        var sameTime = last is not null && (details.Time.Length == 0 || details.Time == last.Time);
        if (sameProduct && sameTime)
        {
            last!.Lead = With(last.Lead, details.Lead);
            last.Support = With(last.Support, details.Support);
            last.LeadAndSupport = With(last.LeadAndSupport, details.LeadAndSupport);
            return;
        }
        if (sameProduct && details.Product.Length == 0)
        {
            details.Product = last!.Product;
        }
        entry.Details.Add(details);
    }

    private static string With(string units, string more) =>
        more.Length == 0 || units == more ? units : units.Length == 0 ? more : units + "; " + more;

    private static string Time(TaskRow row)
    {
        var (time, start, end, marks) = (row.Text(ColumnRole.Time), row.Text(ColumnRole.Start), row.Text(ColumnRole.End), row.MarkedTimes());
        var span = (start.Length, end.Length) switch
        {
            (0, 0) => "",
            (_, 0) => "Từ " + start,
            (0, _) => end,
            _ => start + " - " + end,
        };
        return string.Join(", ", ((string[])[time, span, marks]).Where(t => t.Length > 0));
    }
}
