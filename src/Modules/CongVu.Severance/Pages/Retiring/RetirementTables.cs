using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
using CongVu.Severance.Retiring;

namespace CongVu.Severance.Pages.Retiring;

/// <summary>The columns of the forecast.</summary>
internal static class RetirementTables
{
    public static readonly TableView<RetirementRow> View = new TableView<RetirementRow>("nghi-huu", "Người nghỉ hưu trong khoảng thời gian", r => r.PersonId.ToString()) { DefaultSort = "" }
        .Column("ho-ten", "Họ và tên", r => r.Person.FullName, sort: r => r.Person.SortKey, fixedColumn: true, show: r => Markup.Stacked(Markup.Link(r.Person.FullName, SeveranceLinks.RetirementOf(r.PersonId)), r.UnitName))
        .Column("don-vi", "Đơn vị", r => r.UnitName, shown: false)
        .Column("chuc-vu", "Chức vụ", r => r.PostName, wide: true)
        .Column("ngay-sinh", "Ngày sinh", r => r.Person.BirthDate, CellKind.Date, sort: r => r.Person.BirthDate, shown: false)
        .Column("nghi-tu", "Nghỉ hưu từ", r => r.Age.PensionFrom, CellKind.Date, sort: r => r.Age.PensionFrom)
        .Column("thong-bao", "Thông báo chậm nhất", r => r.Deadlines.NoticeBy, CellKind.Date, sort: r => r.Deadlines.NoticeBy)
        .Column("quyet-dinh", "Quyết định chậm nhất", r => r.Deadlines.DecisionBy, CellKind.Date, sort: r => r.Deadlines.DecisionBy)
        .Column("tinh-trang", "Tình trạng", r => r.Badge.Word, show: r => Markup.Badge(r.Badge.State, r.Badge.Word))
        .Column("so-dinh-danh", "Số định danh cá nhân", r => r.Person.PersonalId, shown: false);
}
