using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Payrolls;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CongVu.Pay.Pages.Payrolls;

/// <summary>The payroll as a file: a laid-out workbook with totals, or plain lines as CSV.</summary>
[Requires(PayPermissions.ExportCode)]
internal sealed class ExportModel(PayrollReckoning reckoning, UnitDirectory units, Gate gate, AuditLog audit, AsOfContext asOf) : PayrollPage(reckoning, units, gate, asOf)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(PayPermissions.Export, ct);
        if (Payroll is not { } payroll) throw new NotFoundException(Problem ?? "Chọn đơn vị trước khi xuất bảng lương.");
        await audit.ReadAsync(new AuditLine("pay.payroll.exported", "unit", UnitId, UnitId, payroll.Rows.Count), ct);
        return Request.Query["dang"] == "csv" ? new TableExport<PayrollRow>(PayrollTable.View, Query, payroll.Rows.ToAsyncEnumerable()) { Remarks = [$"Tháng {Month:MM/yyyy}"] }
            : File(Workbook(payroll), XlsxTable.ContentType, $"bang-luong-{Month:yyyyMM}.xlsx");
    }

    private byte[] Workbook(Payroll payroll)
    {
        var book = new Workbook($"Bảng lương tháng {Month:MM/yyyy}", "CôngVụ");
        var sheet = book.AddSheet("Bảng lương", [6, 28, 12, 8, 6, 9, 9, 9, 16, 16, 16, 16, 16, 18, 30]).Title($"Bảng lương tháng {Month:MM/yyyy}").Subtitle(UnitName ?? "Các đơn vị trong phạm vi").Gap()
            .Header("STT", "Họ và tên", "Mã ngạch", "Bảng", "Bậc", "Hệ số", "HS chức vụ", "VK %", "Lương ngạch, bậc", "PC chức vụ", "PC vượt khung", "PC công vụ", "Phụ cấp khác", "Cộng", "Ghi chú");
        var no = 0;
        foreach (var unit in payroll.Rows.GroupBy(r => r.UnitName))
        {
            sheet.Group(unit.Key);
            foreach (var r in unit)
                sheet.Row(SheetValue.Integer(++no), r.Person.FullName, r.Person.RankCode, r.Person.TableCode, SheetValue.Integer(r.Person.Step), SheetValue.Number(r.Person.Coefficient / 100m), SheetValue.Number(r.PostCoefficient.Hundredths == 0 ? null : r.PostCoefficient.Hundredths / 100m),
                    SheetValue.Integer(r.Person.OverScalePercent is > 0 and var p ? p : null), SheetValue.Money(r.Pay.Salary), SheetValue.Money(r.Pay.PostAllowance), SheetValue.Money(r.Pay.OverScale), SheetValue.Money(r.Pay.CivilServiceAllowance), SheetValue.Money(r.Other), SheetValue.Money(r.Total), r.Problem);
        }
        var t = payroll.Totals;
        sheet.Total("", $"Cộng {VnFormat.Count(t.People)} người", "", "", "", "", "", "", SheetValue.Money(t.Salary), SheetValue.Money(t.Post), SheetValue.Money(t.OverScale), SheetValue.Money(t.CivilService), SheetValue.Money(t.Other), SheetValue.Money(t.Total), "");
        return book.ToArray();
    }
}
