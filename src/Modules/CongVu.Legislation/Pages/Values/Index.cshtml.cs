using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Domain;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Legislation.Pages.Values;

/// <summary>A parameter in the list, with its value on the day on screen (null: none).</summary>
internal sealed record ParameterRow(LawParameter Parameter, Dated<object>? Value, Standing? Standing, string? Upcoming)
{
    public static readonly TableView<ParameterRow> View = new TableView<ParameterRow>("gia-tri", "Giá trị pháp luật", r => r.Parameter.Name.Key) { DefaultSort = "ten" }
        .Column("ten", "Tham số", r => r.Parameter.Name.Name, sort: r => VietnameseText.SortKey(r.Parameter.Name.Name), fixedColumn: true, url: r => LegislationLinks.Value(r.Parameter.Name.Key))
        .Column("linh-vuc", "Lĩnh vực", r => LawWords.Area(r.Parameter.Name.Key), sort: r => LawWords.Area(r.Parameter.Name.Key), wide: true)
        .Column("gia-tri", "Giá trị vào ngày xem", r => r.Shown, show: r => Markup.Stacked(Markup.Text(r.Shown), r.Upcoming))
        .Column("tu", "Từ ngày", r => r.Value?.From, CellKind.Date, sort: r => r.Value == null ? DateOnly.MinValue : r.Value.From)
        .Column("nguon", "Căn cứ", r => r.Value?.Source.Text, wide: true)
        .Column("doi-chieu", "Đối chiếu", r => r.Standing is { } s ? LawWords.Of(s.Status) : "", sort: r => r.Standing == null ? 0 : (int)r.Standing.Status,
            show: r => r.Standing is { } s ? Markup.Stacked(Markup.Badge(s.FoundWrong ? "bad" : s.Status.ToString(), s.FoundWrong ? "Đối chiếu thấy khác" : LawWords.Of(s.Status)), s.Confidence is { } sure ? LawWords.Of(sure) : null) : Markup.Text(""));

    private string Shown => Value is { } value ? LawWords.Short(Parameter, value.Value) : "chưa có giá trị";
}

/// <summary>Parameters by area, with the value of the day on screen.</summary>
[Requires(LegislationPermissions.ReadCode)]
internal sealed class IndexModel(LawInUse law, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "lv")]
    public string? Area { get; set; }

    public TablePage<ParameterRow> Table { get; private set; } = null!;
    public IReadOnlyList<string> Areas { get; private set; } = [];
    public IReadOnlyList<Choice> Statuses { get; } = Choice.From<VerificationStatus>(LawWords.Of);
    public DateOnly On => asOf.Current.ValidOn;
    public bool MayKeep => asOf.IsNow && gate.May(LegislationPermissions.Keep);

    public void OnGet()
    {
        gate.Demand(LegislationPermissions.Read);
        var all = law.KnownAt(asOf.Current.KnownAt).Parameters.Values;
        Areas = [.. all.Select(p => LawWords.AreaOf(p.Name.Key)).Distinct().OrderBy(LawWords.Area, StringComparer.Ordinal)];
        if (Area is not null && !Areas.Contains(Area)) Area = null;
        var query = ParameterRow.View.Read(HttpContext);
        var text = VietnameseText.Fold(query.Search);
        var rows = all.Where(p => Area is null || LawWords.AreaOf(p.Name.Key) == Area).Where(p => text.Length == 0 || VietnameseText.Fold(p.Name.Name + " " + p.Name.Key).Contains(text, StringComparison.Ordinal)).Select(Row)
            .Where(r => query["dc"] is not { Length: > 0 } status || r.Standing?.Status.ToString() == status).ToList();
        Table = rows.ToTablePage(ParameterRow.View, query);
    }

    private ParameterRow Row(LawParameter parameter)
    {
        var value = parameter.Values.Covers(On) ? parameter.Values.At(On) : null;
        var next = parameter.Values.Values.FirstOrDefault(v => v.From > On);
        return new ParameterRow(parameter, value, value is null ? null : law.Comparisons.Of(parameter, value, asOf.Current.KnownAt), next is null ? null : $"từ {VnFormat.Date(next.From)}: {LawWords.Short(parameter, next.Value)}");
    }
}
