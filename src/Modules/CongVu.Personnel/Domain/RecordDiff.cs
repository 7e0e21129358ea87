namespace CongVu.Personnel.Domain;

/// <summary>What must change in the stored facts when a record goes from one fold to another.</summary>
/// <param name="Close">Rows known until now that no longer follow from the log.</param>
/// <param name="Add">Rows that now do.</param>
internal sealed record RecordDiff(List<FactRow> Close, List<FactRow> Add)
{
    public static RecordDiff Empty() => new([], []);

    /// <summary>Adds the difference of one record.</summary>
    public void Compare(List<FactRow> before, List<FactRow> after)
    {
        foreach (ref readonly var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(before))
            if (!Has(after, row)) Close.Add(row);
        foreach (ref readonly var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(after))
            if (!Has(before, row)) Add.Add(row);
    }

    private static bool Has(List<FactRow> rows, in FactRow wanted)
    {
        foreach (ref readonly var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows))
            if (row.SameAs(wanted)) return true;
        return false;
    }
}
