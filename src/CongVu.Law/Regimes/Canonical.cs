namespace CongVu.Law;

/// <summary>The one text form of a value for hashing. Sources are in it; how well they were checked is not, for reading a text again changes no result.</summary>
internal static class Canonical
{
    public static string Of(LawParameter parameter, DateOnly day) => parameter.Values.Covers(day) && parameter.Values.At(day) is var dated
        ? $"{Content(dated.Value, day)} ({dated.Source})"
        : "—";

    private static string Content(object value, DateOnly day) => value switch
    {
        LawTable table => string.Join("; ", table.Rows.Where(r => r.IsValid(day)).Select(r => $"{r.Canonical()} ({r.Source})")),
        CodeList list => string.Join("; ", list.Items.Select(i => $"{i.Code} {i.Name} {i.Level}")),
        Procedure procedure => string.Join("; ", procedure.Steps.Select(s => $"{s.Code} {s.Name} {s.Who} {s.Within} {s.Before} {s.Extension} {s.Event} ({s.Source})")),
        Coefficient coefficient => coefficient.ToInvariant(),
        Percent percent => percent.ToInvariant() + "%",
        _ => FormattableString.Invariant($"{value}"),
    };
}
