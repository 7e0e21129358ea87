using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Domain;
using CongVu.Platform.Text;
using CongVu.Platform.Web;

namespace CongVu.Legislation.Pages.Register;

/// <summary>An instrument in the list, with its force on the day on screen.</summary>
internal sealed record InstrumentRow(Instrument Instrument, Force Force, bool Amended, IReadOnlyList<string> Areas, int Values)
{
    public static readonly TableView<InstrumentRow> View = new TableView<InstrumentRow>("van-ban", "Danh mục văn bản", r => r.Instrument.Number) { DefaultSort = "-hieu-luc" }
        .Column("so", "Văn bản", r => r.Instrument.ShortName, sort: r => r.Instrument.Number, fixedColumn: true,
            show: r => Markup.Stacked(Markup.Link(r.Instrument.ShortName, LegislationLinks.Instrument(r.Instrument.Number)), r.Instrument.Title))
        .Column("ten", "Trích yếu", r => r.Instrument.Title, shown: false)
        .Column("co-quan", "Cơ quan ban hành", r => r.Instrument.Issuer, sort: r => VietnameseText.SortKey(r.Instrument.Issuer), wide: true)
        .Column("ban-hanh", "Ngày ban hành", r => r.Instrument.Issued, CellKind.Date, sort: r => r.Instrument.Issued ?? DateOnly.MinValue, wide: true, shown: false)
        .Column("hieu-luc", "Có hiệu lực", r => r.Instrument.InForce, CellKind.Date, sort: r => r.Instrument.InForce)
        .Column("het", "Hết hiệu lực", r => r.Instrument.Ceases, CellKind.Date, sort: r => r.Instrument.Ceases ?? DateOnly.MaxValue, wide: true)
        .Column("tinh-trang", "Hiệu lực vào ngày xem", r => LawWords.Of(r.Force), sort: r => (int)r.Force,
            show: r => Markup.Stacked(Markup.Badge(LawWords.Look(r.Force), LawWords.Of(r.Force)), r.Amended && r.Force != Force.Ceased ? "đã được sửa đổi, bổ sung" : null))
        .Column("gia-tri", "Giá trị", r => r.Values, CellKind.Count, sort: r => r.Values, wide: true, hint: "Số giá trị trong hệ thống dẫn chiếu văn bản");
}
