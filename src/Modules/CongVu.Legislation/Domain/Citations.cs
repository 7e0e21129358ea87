using CongVu.Law;

namespace CongVu.Legislation.Domain;

/// <summary>A dated value that cites an instrument; for a table also through single rows.</summary>
internal sealed record CitedBy(LawParameter Parameter, Dated<object> Value, IReadOnlyList<string> Articles);

/// <summary>Which values rest on which instrument.</summary>
internal static class Citations
{
    public static ILookup<string, CitedBy> Of(LawBook book) =>
        (from parameter in book.Parameters.Values.OrderBy(p => p.Name.Key, StringComparer.Ordinal)
         from value in parameter.Values.Values
         from source in SourcesOf(value).GroupBy(s => s.Instrument)
         select (Number: source.Key, Cited: new CitedBy(parameter, value, [.. source.Select(s => s.Article).Distinct()]))).ToLookup(c => c.Number, c => c.Cited);

    private static IEnumerable<Citation> SourcesOf(Dated<object> value) => value.Value switch
    {
        LawTable table => table.Rows.Select(r => r.Source).Prepend(value.Source),
        Procedure procedure => procedure.Steps.Select(s => s.Source).Prepend(value.Source),
        _ => [value.Source],
    };
}
