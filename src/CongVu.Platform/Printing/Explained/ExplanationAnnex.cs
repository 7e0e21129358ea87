using CongVu.Law;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;

namespace CongVu.Platform.Printing.Explained;

/// <summary>
/// An explained calculation as an annex of a paper: every figure on a numbered line with its formula in words, the facts that went in and the provisions it rests
/// on, so that it can be re-done by hand.
/// </summary>
public static class ExplanationAnnex
{
    /// <summary>One annex; several calculations become one table with a line above each.</summary>
    /// <param name="title">What the annex is called.</param>
    /// <param name="calculations">A heading (a person, a month; may be empty) and the calculation.</param>
    public static Annex Of(string title, params IReadOnlyList<(string Heading, Explanation Calculation)> calculations)
    {
        var notes = calculations.SelectMany(c => Notes(c.Calculation)).Distinct().ToList();
        return new Annex
        {
            Title = title,
            Landscape = true,
            Body = [new BodyBlock.Table(Table(calculations)), .. notes.Select(n => new BodyBlock.Dash(n))],
        };
    }

    /// <summary>The table alone, for papers that put it among other text.</summary>
    public static PrintTable Table(IReadOnlyList<(string Heading, Explanation Calculation)> calculations)
    {
        var rows = new List<PrintRow>();
        foreach (var (heading, calculation) in calculations)
        {
            if (heading.Length > 0) rows.Add(new PrintRow.Group(heading));
            Write(rows, calculation, "", 1);
        }
        return new PrintTable
        {
            FontSize = 11,
            Columns = [new("Số", 0.6, CellAlignment.Center), new("Nội dung", 2.4), new("Kết quả", 1.3, CellAlignment.Right), new("Cách tính và dữ kiện", 3.2), new("Căn cứ", 2.3)],
            Rows = rows,
        };
    }

    private static void Write(List<PrintRow> rows, Explanation node, string above, int ordinal)
    {
        var number = above.Length == 0 ? $"{ordinal}" : $"{above}.{ordinal}";
        IEnumerable<string> how =
        [
            .. node.Formula is { } formula ? [formula] : Array.Empty<string>(),
            .. node.Inputs.Select(i => $"{i.Label}: {i.Value} ({i.Origin}{(i.Decision is { } decision ? $"; {decision}" : "")})"),
            .. node.Rounding is { } rounding ? [$"{rounding.Policy}"] : Array.Empty<string>(),
        ];
        var grounds = node.Parameters.Select(p => $"{p.Label}: {p.Value}; {p.Source}, từ {VnFormat.Date(p.From)}{(p.Status == VerificationStatus.TextRead ? "" : $" [{p.Verification}]")}");
        var cells = new RichText[] { number, node.Label, node.Value.ToString(), string.Join("\n", how), string.Join("\n", grounds) };
        rows.Add(above.Length == 0 ? PrintRow.Total(cells) : PrintRow.Of(cells));
        foreach (var (child, i) in node.Children.Select((c, i) => (c, i))) Write(rows, child, number, i + 1);
    }

    private static IEnumerable<string> Notes(Explanation node) => node.Notes.Concat(node.Children.SelectMany(Notes))
        .Concat(node.RestsOnUnreadText ? ["Các căn cứ có dấu ngoặc vuông chưa được đối chiếu với toàn văn văn bản; đối chiếu trước khi dùng để giải quyết khiếu nại."] : Array.Empty<string>());
}
