using CongVu.Pay.Due;
using CongVu.Platform.Audit;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CongVu.Pay.Pages.Due;

/// <summary>A due list as a file: what is filtered, with the columns on screen.</summary>
internal static class RaiseExport
{
    public static async Task<IActionResult> OfAsync(RaiseKind kind, HttpContext http, RaiseListing listing, AuditLog audit, AsOfContext asOf, CancellationToken ct)
    {
        var view = RaiseTables.Of(kind);
        var query = view.Read(http);
        var filter = RaiseFilter.Read(key => query[key], asOf.Current.ValidOn);
        var rows = (await listing.OfAsync(kind, filter, ct)).Rows;
        await audit.ReadAsync(new AuditLine("pay.due.exported", "unit", filter.UnitId, filter.UnitId, rows.Count, new { kind = kind.ToString(), filter = http.Request.QueryString.Value }), ct);
        // Names order by their key, code point by code point, as on screen.
        var sorted = query.Sort == "ho-ten" ? query.Descending ? rows.OrderByDescending(r => r.SortKey, StringComparer.Ordinal) : rows.OrderBy(r => r.SortKey, StringComparer.Ordinal) : (IEnumerable<RaiseRow>)rows.AsQueryable().Sorted(view, query);
        return new TableExport<RaiseRow>(view, query, sorted.ToAsyncEnumerable()) { Remarks = [$"Đến hạn từ {VnFormat.Date(filter.From)} đến {VnFormat.Date(filter.To)}"] };
    }
}
