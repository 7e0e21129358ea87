using CongVu.Personnel.Contracts;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Data;

/// <summary>
/// The rows of <c>personnel.person_state</c>. A function's result columns lose their collation, and rows must compare in the order in
/// which they are sorted, so the sort key gets it back here.
/// </summary>
internal static class PersonStateSql
{
    private static readonly string Columns = string.Join(", ",
        typeof(PersonRow).GetProperties().Select(p => SnakeCased(p.Name)).Select(c => c == "sort_key" ? "s.sort_key collate \"C\" as sort_key" : "s." + c));

    private static readonly string Now = $"select {Columns} from personnel.person_state({{0}}, null) s";
    private static readonly string Then = $"select {Columns} from personnel.person_state({{0}}, {{1}}) s";

    public static IQueryable<PersonRow> Of(DbSet<PersonRow> rows, AsOf asOf) =>
        asOf.KnownAt is { } known ? rows.FromSqlRaw(Then, asOf.ValidOn, known) : rows.FromSqlRaw(Now, asOf.ValidOn);

    private static string SnakeCased(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
