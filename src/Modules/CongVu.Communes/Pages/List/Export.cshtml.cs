using CongVu.Communes.Contracts;
using CongVu.Communes.Funds;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace CongVu.Communes.Pages.List;

/// <summary>The list of communes as a workbook, a report, or plain lines.</summary>
[Requires(CommunePermissions.ExportCode)]
internal sealed class ExportModel(CommuneReckoning reckoning, FundPapers papers, AuditLog audit, AsOfContext asOf) : CommunesPage(reckoning, asOf)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(CommunePermissions.Export, ct);
        await audit.ReadAsync(new AuditLine("communes.list.exported", Count: Shown.Count), ct);
        var name = $"khoan-kinh-phi-cap-xa-{Month:yyyyMM}";
        return Request.Query["dang"].ToString() switch
        {
            "csv" => new TableExport<CommuneSheet>(CommuneTable.View, Query, Shown.ToAsyncEnumerable()) { Remarks = [$"Tháng {Month:MM/yyyy}"] },
            "docx" => File(await papers.OfProvinceAsync(Shown, Month, ct), AdministrativeDocx.ContentType, name + ".docx"),
            _ => File(FundWorkbook.OfProvince(Shown, Month), XlsxTable.ContentType, name + ".xlsx"),
        };
    }
}
