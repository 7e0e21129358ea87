using CongVu.Decisions.Authority;
using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Pages.Authority;

/// <summary>The list of findings as a table, alike on the screen and in a file.</summary>
internal sealed class FindingTable(WrongAuthorityList list, ActionCatalogue catalogue, UnitDirectory units, AsOfContext asOf)
{
    private readonly Dictionary<Guid, string> _names = [];

    /// <summary>Columns: on the screen what belongs together stands together, in a file each has its own.</summary>
    public TableView<FindingLine> View(bool file = false) => new TableView<FindingLine>("ky-sai-tham-quyen", "Quyết định ký sai thẩm quyền", r => r.Id.ToString())
    {
        DefaultSort = "-ngay",
        RowTone = r => r.State == FindingState.Open ? "bad" : null,
    }
        .Column("so", "Số, ký hiệu", r => r.NumberText, fixedColumn: true, url: r => DecisionLinks.Finding(r.Id))
        .Column("ngay", "Ngày ký", r => r.SignedOn, CellKind.Date, sort: r => r.SignedOn)
        .Column("nghiep-vu", "Nghiệp vụ", r => catalogue.NameOf(r.ActionCode), show: r => Two(catalogue.NameOf(r.ActionCode), r.Subjects))
        .Column("doi-tuong", "Đối tượng", r => r.Subjects, shown: file)
        .Column("don-vi", "Đơn vị", r => _names.GetValueOrDefault(r.UnitId, ""), shown: file, wide: true)
        .Column("nguoi-ky", "Người đã ký", r => r.Signer)
        .Column("le-ra", "Người có thẩm quyền", r => r.Competent, show: r => Two(r.Competent, r.RuleSource))
        .Column("theo", "Theo quy định", r => r.RuleSource, shown: file)
        .Column("tinh-trang", "Tình trạng", r => r.State.Name(), show: r => Markup.Badge(r.State.Badge(), r.State.Name()));

    private static IHtmlContent Two(string first, string second) => Markup.Stacked(new MarkupText().Append(first), second);

    /// <summary>What the address asks for.</summary>
    public async Task<(TableQuery Query, IQueryable<FindingLine> Rows, UnitTree Tree)> ReadAsync(HttpContext http, TableView<FindingLine> view, CancellationToken ct)
    {
        var query = view.Read(http);
        var tree = await units.TreeAsync(asOf.Current, ct);
        var rows = list.Lines(new FindingFilter(
            Enum.TryParse<FindingState>(query["tinh-trang"], out var state) ? state : null, query["nghiep-vu"], int.TryParse(query["nam"], out var year) && year is > 1900 and < 2200 ? year : null,
            Guid.TryParse(query["don-vi"], out var unit) ? [.. tree.Subtree(unit).Append(unit)] : null, VietnameseText.Fold(query.Search)));
        if (!asOf.IsNow) { var day = asOf.Current.ValidOn; rows = rows.Where(r => r.SignedOn <= day); }
        // Many of the units are gone by now: their last name is shown.
        foreach (var id in await rows.Select(r => r.UnitId).Distinct().ToListAsync(ct)) _names[id] = (await units.NearestAsync(id, asOf.Current, ct))?.Name ?? "";
        return (query, rows, tree);
    }
}
