using CongVu.Pay.Contracts;
using CongVu.Pay.Payrolls;
using CongVu.Platform.Web;

namespace CongVu.Pay.Pages.Payrolls;

/// <summary>The columns of a payroll.</summary>
internal static class PayrollTable
{
    public static readonly TableView<PayrollRow> View = new TableView<PayrollRow>("bang-luong", "Bảng lương", r => r.Person.PersonId.ToString()) { DefaultSort = "don-vi", RowTone = r => r.Problem is null ? null : "warn" }
        .Column("ho-ten", "Họ và tên", r => r.Person.FullName, sort: r => r.Person.SortKey, fixedColumn: true, url: r => PayLinks.Sheet(r.Person.PersonId))
        .Column("don-vi", "Đơn vị", r => r.UnitName, sort: r => r.UnitName)
        .Column("ngach", "Ngạch, bậc", r => $"{r.Person.RankCode}, {r.Person.TableCode} bậc {r.Person.Step}", show: r => r.Problem is { } problem ? Markup.Stacked(Markup.Badge("warn", "Chưa tính được"), problem) : Markup.Stacked(Markup.Text($"{r.Person.TableCode} bậc {r.Person.Step}"), r.RankName))
        .Column("cong", "Cộng", r => r.Total, CellKind.Money, sort: r => r.Total, fixedColumn: true)
        .Column("luong", "Lương ngạch, bậc", r => Amount(r.Pay.Salary), CellKind.Money, sort: r => r.Pay.Salary)
        .Column("chuc-vu", "Chức vụ", r => Amount(r.Pay.PostAllowance), CellKind.Money, wide: true)
        .Column("vuot-khung", "Vượt khung", r => Amount(r.Pay.OverScale), CellKind.Money, wide: true)
        .Column("cong-vu", "Công vụ", r => Amount(r.Pay.CivilServiceAllowance), CellKind.Money, wide: true)
        .Column("khac", "Phụ cấp khác", r => Amount(r.Other), CellKind.Money, wide: true)
        .Column("he-so", "Hệ số", r => r.Person.Coefficient / 100m, CellKind.Coefficient, sort: r => r.Person.Coefficient, shown: false)
        .Column("pc", "Hệ số chức vụ", r => r.PostCoefficient.Hundredths == 0 ? null : r.PostCoefficient.Hundredths / 100m, CellKind.Coefficient, shown: false)
        .Column("vk", "Mức vượt khung", r => r.Person.OverScalePercent is > 0 and var p ? p : null, CellKind.Percent, shown: false)
        .Column("so-dinh-danh", "Số định danh cá nhân", r => r.Person.PersonalId, shown: false);

    // An empty cell says "none" more calmly than a nought.
    private static long? Amount(long amount) => amount == 0 ? null : amount;
}
