using System.Globalization;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Payrolls;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Payrolls;

/// <summary>What the payroll on screen and its file ask alike: unit, month, name.</summary>
internal abstract class PayrollPage(PayrollReckoning reckoning, UnitDirectory units, Gate gate, AsOfContext asOf) : PageModel
{
    public const string UnitKey = "don-vi", MonthKey = "thang";

    public TableQuery Query { get; private set; } = null!;
    public Guid? UnitId { get; private set; }
    public string? UnitName { get; private set; }
    public DateOnly Month { get; private set; }
    public Payroll? Payroll { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>Whether an actor who sees the whole province has yet to choose a unit.</summary>
    public bool MustChoose { get; private set; }

    protected async Task LoadAsync(Permission permission, CancellationToken ct)
    {
        Query = PayrollTable.View.Read(HttpContext);
        Month = ReadMonth(Query[MonthKey]) ?? new DateOnly(asOf.Current.ValidOn.Year, asOf.Current.ValidOn.Month, 1);
        UnitId = Guid.TryParse(Query[UnitKey], out var unit) ? unit : null;
        if (UnitId is { } asked) gate.Demand(permission, asked);
        UnitName = UnitId is { } id ? (await units.TreeAsync(new AsOf(Month), ct)).FullName(id) : Query[UnitKey + ".text"];
        MustChoose = UnitId is null && gate.Scope(permission).IsAll;
        if (MustChoose) return;
        try
        {
            var payroll = await reckoning.OfAsync(UnitId, Month, asOf.Current.KnownAt, permission, ct);
            var text = VietnameseText.Fold(Query.Search);
            Payroll = text.Length == 0 ? payroll : Narrowed(payroll, text);
        }
        catch (OutsideCoverageException e)
        {
            Problem = e.Message;
        }
    }

    private static Payroll Narrowed(Payroll payroll, string text)
    {
        var rows = payroll.Rows.Where(r => r.Person.SearchKey.Contains(text, StringComparison.Ordinal)).ToList();
        return payroll with { Rows = rows, Totals = PayrollTotals.Of(rows) };
    }

    private static DateOnly? ReadMonth(string? text) =>
        DateOnly.TryParseExact("01/" + text, ["dd/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) || VnDate.TryParse(text, out month) ? new DateOnly(month.Year, month.Month, 1) : null;
}
