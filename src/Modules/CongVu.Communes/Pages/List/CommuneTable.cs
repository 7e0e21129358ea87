using CongVu.Communes.Contracts;
using CongVu.Communes.Domain;
using CongVu.Communes.Funds;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Html;

namespace CongVu.Communes.Pages.List;

/// <summary>The columns of the list of communes.</summary>
internal static class CommuneTable
{
    public static readonly TableView<CommuneSheet> View = new TableView<CommuneSheet>("cap-xa", "Cấp xã", s => s.Unit.Id.ToString()) { DefaultSort = "ten", RowTone = s => s.IsOver ? "bad" : s.Troubles().Any() ? "warn" : null }
        .Column("ten", "Đơn vị", s => s.Unit.Name, sort: s => VietnameseText.SortKey(s.Unit.Name), fixedColumn: true, url: s => $"{CommuneLinks.Commune(s.Unit.Id)}?ngay={VnFormat.Date(s.Day)}")
        .Column("vuong", "Cần xử lý", s => string.Join("; ", s.Troubles()), show: Troubled)
        .Column("loai", "Loại", s => s.Profile is { } p ? Words.Of(p.Kind) + (p.Class is { } c ? $", loại {c}" : "") : "Chưa nhập", sort: s => s.Class)
        .Column("cbcc", "Cán bộ, công chức", s => Against(s.Staff, s.Staffing.Value?.CadresAndCivilServants), sort: s => s.Staff)
        .Column("kct", "Không chuyên trách", s => Against(s.PartTime, s.Staffing.Value?.PartTime), sort: s => s.PartTime)
        .Column("quy", "Quỹ cấp xã", s => s.Fund.Value?.Amount, CellKind.Money, sort: s => s.FundAmount, shown: false)
        .Column("chi", "Chi cấp xã", s => s.Spent == 0 ? (long?)null : s.Spent, CellKind.Money, sort: s => s.Spent, show: s => OutOf(s.Spent, s.Fund.Value?.Amount ?? 0))
        .Column("thon", "Thôn, tổ", s => s.Villages.Count, CellKind.Count, sort: s => s.Villages.Count)
        .Column("quy-thon", "Quỹ thôn, tổ", s => s.VillageFund == 0 ? (long?)null : s.VillageFund, CellKind.Money, sort: s => s.VillageFund, shown: false)
        .Column("chi-thon", "Chi ở thôn, tổ", s => s.VillageSpent == 0 ? (long?)null : s.VillageSpent, CellKind.Money, sort: s => s.VillageSpent, show: s => OutOf(s.VillageSpent, s.VillageFund));

    private static IHtmlContent OutOf(long spent, long fund) => Markup.Stacked(Markup.Text(spent == 0 ? "" : VnFormat.Money(spent)), fund == 0 ? null : "quỹ " + VnFormat.Money(fund));

    private static IHtmlContent Troubled(CommuneSheet s) => s.Troubles().ToList() is { Count: > 0 } words
        ? Markup.Stacked(s.IsOver ? Markup.Badge("bad", "Vượt") : Markup.Badge("warn", "Cần chú ý"), string.Join("; ", words))
        : Markup.Text("");

    private static string Against(int there, int? allowed) => allowed is { } number ? $"{there}/{number}" : there.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
