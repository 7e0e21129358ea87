namespace CongVu.Law.Pay;

/// <summary>A rank of civil servants or professional title of public employees (ngạch, chức danh nghề nghiệp).</summary>
/// <param name="Code">01.003, V.07.05.15…</param>
/// <param name="Table">Code of the salary table it is normally paid by.</param>
/// <param name="AlsoTables">Other tables its holders may be placed in.</param>
/// <param name="Until">Last day it may be given; null while it may.</param>
public sealed record Rank(
    string Code, string Name, StaffCategory Category, string Table, IReadOnlyList<string> AlsoTables, DateOnly From, DateOnly? Until,
    Citation Source, Verification Verification)
{
    /// <summary>Whether its holders may be paid by a table.</summary>
    public bool Allows(string table) => table == Table || AlsoTables.Contains(table);
}

/// <summary>The catalogue of ranks through time.</summary>
public sealed class RankCatalogue
{
    private readonly Timeline<LawTable> table;
    private readonly List<Rank> all;

    internal RankCatalogue(Timeline<LawTable> table)
    {
        this.table = table;
        all = [.. table.Values.SelectMany(v => v.Value.Rows.Select(r => RankOf(v, r)))];
    }

    internal IEnumerable<LawRow> Rows => table.Values.SelectMany(v => v.Value.Rows);

    /// <summary>All ranks that may be given on a day, in the order of the catalogue.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public IReadOnlyList<Rank> On(DateOnly day)
    {
        _ = table.At(day);
        return [.. all.Where(r => r.From <= day && (r.Until is null || day <= r.Until))];
    }

    /// <summary>The rank as it stands on a day; null when the code is unknown or not valid that day.</summary>
    public Rank? Find(string code, DateOnly day) => all.Find(r => r.Code == code && r.From <= day && (r.Until is null || day <= r.Until));

    /// <summary>The name a code last had, for showing old records; null when it never had one.</summary>
    public string? NameOf(string code) => all.FindLast(r => r.Code == code)?.Name;

    internal static IEnumerable<string> TablesOf(LawRow row) => AlsoTablesOf(row).Prepend(row.Text("table"));

    private static string[] AlsoTablesOf(LawRow row) =>
        row.OptionalText("alsoTables")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static Rank RankOf(Dated<LawTable> table, LawRow row) => new(
        row.Text("code"), row.Text("name"), StaffCategories.Find(row.Text("category")) ?? default, row.Text("table"), AlsoTablesOf(row),
        row.From ?? table.From, row.Until ?? table.Until?.AddDays(-1), row.Source, row.Verification);
}
