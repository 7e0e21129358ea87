using CongVu.Organisation.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Web;

namespace CongVu.Organisation.Pages.Units;

/// <summary>A unit in the list.</summary>
internal sealed record UnitRow(UnitView Unit, string Parent, int? People, int? PeopleBelow)
{
    public string SortKey { get; } = VietnameseText.SortKey(Unit.Name);

    public static readonly TableView<UnitRow> View = new TableView<UnitRow>("don-vi", "Danh sách cơ quan, đơn vị", r => r.Unit.Id.ToString()) { DefaultSort = "ten" }
        .Column("ten", "Tên", r => r.Unit.Name, sort: r => r.SortKey, fixedColumn: true, url: r => OrganisationLinks.Unit(r.Unit.Id))
        .Column("ma", "Mã", r => r.Unit.Code, sort: r => r.Unit.Code)
        .Column("loai", "Loại", r => OrganisationWords.KindAndLevel(r.Unit), sort: r => OrganisationWords.KindAndLevel(r.Unit), wide: true)
        .Column("cap-tren", "Cơ quan cấp trên", r => r.Parent, sort: r => VietnameseText.SortKey(r.Parent), wide: true)
        .Column("ky-hieu", "Ký hiệu văn bản", r => r.Unit.Symbol, wide: true, shown: false)
        .Column("tu", "Từ ngày", r => r.Unit.From, CellKind.Date, sort: r => r.Unit.From, wide: true, hint: "Ngày bắt đầu mang tên và trực thuộc như hiện nay")
        .Column("den", "Đến hết ngày", r => r.Unit.Until?.AddDays(-1), CellKind.Date, sort: r => r.Unit.Until, wide: true, shown: false)
        .Column("nguoi", "Số người", r => r.People, CellKind.Count, sort: r => r.People, hint: "Làm việc trực tiếp tại đơn vị")
        .Column("ca-cap-duoi", "Cả cấp dưới", r => r.PeopleBelow, CellKind.Count, sort: r => r.PeopleBelow, hint: "Kể cả các đơn vị trực thuộc");
}
