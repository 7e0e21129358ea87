using System.Globalization;
using CongVu.Communes.Funds;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Communes.Pages.List;

/// <summary>What the list of communes on screen and its file ask alike: a month, a name, only those with something to settle.</summary>
internal abstract class CommunesPage(CommuneReckoning reckoning, AsOfContext asOf) : PageModel
{
    public const string MonthKey = "thang", OnlyKey = "xem", Troubled = "vuong";

    public TableQuery Query { get; private set; } = null!;
    public DateOnly Month { get; private set; }

    /// <summary>Communes of the month in the actor's scope, before and after the filter.</summary>
    public IReadOnlyList<CommuneSheet> All { get; private set; } = [];
    public IReadOnlyList<CommuneSheet> Shown { get; private set; } = [];

    protected async Task LoadAsync(Permission permission, CancellationToken ct)
    {
        Query = CommuneTable.View.Read(HttpContext);
        Month = ReadMonth(Query[MonthKey]) ?? FirstOf(asOf.Current.ValidOn);
        All = await reckoning.AllAsync(new AsOf(Month, asOf.Current.KnownAt), permission, ct);
        var text = VietnameseText.Fold(Query.Search);
        Shown = [.. All.Where(s => (text.Length == 0 || VietnameseText.Fold(s.Unit.Name).Contains(text, StringComparison.Ordinal)) && (Query[OnlyKey] != Troubled || s.Troubles().Any()))];
    }

    internal static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    internal static DateOnly? ReadMonth(string? text) =>
        DateOnly.TryParseExact("01/" + text, ["dd/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) || VnDate.TryParse(text, out month) ? FirstOf(month) : null;
}
