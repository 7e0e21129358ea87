using CongVu.Communes.Contracts;
using CongVu.Communes.Funds;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CongVu.Communes.Pages.Commune;

/// <summary>The fund list of a commune as a workbook or a report.</summary>
[Requires(CommunePermissions.ExportCode)]
internal sealed class FundExportModel(CommuneReckoning reckoning, FundPapers papers, AuditLog audit, AsOfContext asOf) : FundPage(reckoning, asOf)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, CommunePermissions.Export, ct);
        if (Sheet is not { } sheet) throw new NotFoundException("Đơn vị không tồn tại vào tháng này.");
        await audit.ReadAsync(new AuditLine("communes.fund.exported", "unit", id, id, sheet.People.Count), ct);
        var name = $"khoan-kinh-phi-{sheet.Unit.Code}-{Month:yyyyMM}";
        return Request.Query["dang"] == "docx"
            ? File(await papers.OfCommuneAsync(sheet, ct), AdministrativeDocx.ContentType, name + ".docx")
            : File(FundWorkbook.OfCommune(sheet), XlsxTable.ContentType, name + ".xlsx");
    }
}
