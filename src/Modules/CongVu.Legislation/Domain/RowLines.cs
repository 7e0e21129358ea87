using CongVu.Law;
using CongVu.Platform.Text;

namespace CongVu.Legislation.Domain;

/// <summary>Rows of a table as lines of text that a person can edit, or paste from a spreadsheet: cells between bars or tabs, in the order of the columns.</summary>
internal static class RowLines
{
    /// <summary>Names of the columns, and of the row's own days where rows of this table have them.</summary>
    public static IReadOnlyList<string> Columns(LawParameter parameter) =>
        [.. parameter.Columns.Select(c => c.Name), .. parameter.Values.Values.Any(v => v.Value is LawTable t && t.Rows.Any(r => r.From is not null || r.Until is not null)) ? (string[])["from", "until"] : []];

    public static string Write(LawParameter parameter, LawTable table) => Lines(table.Rows.Select(row => Columns(parameter).Select(c => c switch
    {
        "from" => VnFormat.Date(row.From),
        "until" => VnFormat.Date(row.Until),
        _ => CellForms.ToType(row.Cell(c)),
    })));

    public static string Write(LawParameter parameter, IReadOnlyList<Dictionary<string, string>> rows) => Lines(rows.Select(row => Columns(parameter).Select(c => row.GetValueOrDefault(c, ""))));

    public static IReadOnlyList<Dictionary<string, string>> Read(LawParameter parameter, string text)
    {
        var columns = Columns(parameter);
        var kinds = parameter.Columns.ToDictionary(c => c.Name, c => c.Kind);
        var rows = new List<Dictionary<string, string>>();
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Trim().Length > 0))
        {
            var cells = line.Split(line.Contains('\t') ? '\t' : '|');
            var row = new Dictionary<string, string>();
            for (var i = 0; i < cells.Length; i++)
            {
                // A cell too many is kept under a name the law's check refuses, so that nothing typed is dropped in silence.
                var name = i < columns.Count ? columns[i] : $"o-thua-{i + 1}";
                var cell = cells[i].Trim();
                if (cell.Length > 0) row[name] = name is "from" or "until" ? Day(cell) : CellForms.ToLaw(kinds.GetValueOrDefault(name, "text"), cell);
            }
            rows.Add(row);
        }
        return rows;
    }

    private static string Day(string text) => VnDate.TryParse(text, out var day) ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : text;

    private static string Lines(IEnumerable<IEnumerable<string>> rows) => string.Join('\n', rows.Select(r => string.Join(" | ", r).TrimEnd(' ', '|')));
}
