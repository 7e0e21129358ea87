using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Due;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Due;

/// <summary>What the two due lists share: the window, the filters, the table, what may be done.</summary>
internal abstract class DueListPage(RaiseKind kind, RaiseListing listing, UnitDirectory units, StaffCodes codes, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    public TablePage<RaiseRow> Table { get; private set; } = null!;
    public TableQuery Query { get; private set; } = null!;
    public RaiseFilter Filter { get; private set; } = null!;
    public IReadOnlyList<Unreckoned> Unreckoned { get; private set; } = [];
    public string? UnitName { get; private set; }
    public string? Problem { get; private set; }
    public long Increase { get; private set; }

    public RaiseKind Kind => kind;
    public DateOnly Today => asOf.Today;
    public bool MayDraft => asOf.IsNow && gate.Scope(PayPermissions.Prepare) is { IsEmpty: false };
    public bool MayExport => gate.May(PayPermissions.Export);
    public IReadOnlyList<Choice> Categories => [.. codes.On(StaffCodes.Categories, asOf.Current.ValidOn).Where(c => c.Code != "commune-part-time").Select(c => new Choice(c.Code, c.Name))];
    public static IReadOnlyList<Choice> Views { get; } = [new(RaiseFilter.Clear, "Lập quyết định được"), new(RaiseFilter.Blocked, "Có vướng mắc")];

    /// <summary>Usual windows: what is late, this month, the next, the year ahead.</summary>
    public IReadOnlyList<(string Words, string Url, bool Here)> Windows
    {
        get
        {
            var month = new DateOnly(Today.Year, Today.Month, 1);
            return [One("Chậm", month.AddYears(-2), Today.AddDays(-1)), One("Tháng này", month, LawDay.LastOfMonth(month)), One("Tháng sau", month.AddMonths(1), LawDay.LastOfMonth(month.AddMonths(1))), One("12 tháng tới", month, month.AddMonths(12).AddDays(-1))];
        }
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var view = RaiseTables.Of(kind);
        Query = view.Read(HttpContext);
        Filter = RaiseFilter.Read(key => Query[key], asOf.Current.ValidOn);
        UnitName = Filter.UnitId is { } unit ? (await units.TreeAsync(asOf.Current, ct)).FullName(unit) : Query[RaiseFilter.Unit + ".text"];
        IReadOnlyList<RaiseRow> rows = [];
        try
        {
            var list = await listing.OfAsync(kind, Filter, ct);
            (rows, Unreckoned) = (list.Rows, list.Unreckoned);
        }
        catch (OutsideCoverageException e)
        {
            Problem = e.Message;
        }
        Table = ((IReadOnlyCollection<RaiseRow>)rows).ToTablePage(view, Query);
        Increase = rows.Sum(r => r.Increase);
        await audit.ReadAsync(new AuditLine(kind == RaiseKind.Regular ? "pay.due.read" : "pay.over-scale.read", "unit", Filter.UnitId, Filter.UnitId, rows.Count), ct);
    }

    private (string, string, bool) One(string words, DateOnly from, DateOnly to) =>
        (words, Query.Url((RaiseFilter.FromKey, CongVu.Platform.Text.VnFormat.Date(from)), (RaiseFilter.ToKey, CongVu.Platform.Text.VnFormat.Date(to))), Filter.From == from && Filter.To == to);
}
