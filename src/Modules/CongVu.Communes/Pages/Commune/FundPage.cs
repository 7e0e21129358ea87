using CongVu.Communes.Funds;
using CongVu.Communes.Pages.List;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Communes.Pages.Commune;

/// <summary>What a fund list on screen and its file ask alike: a commune and a month.</summary>
internal abstract class FundPage(CommuneReckoning reckoning, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = CommunesPage.MonthKey)]
    public string? MonthText { get; set; }

    public DateOnly Month { get; private set; }
    public UnitView Unit { get; private set; } = null!;
    public CommuneSheet? Sheet { get; private set; }

    protected async Task LoadAsync(Guid id, Permission permission, CancellationToken ct)
    {
        Month = CommunesPage.ReadMonth(MonthText) ?? CommunesPage.FirstOf(asOf.Current.ValidOn);
        var at = new AsOf(Month, asOf.Current.KnownAt);
        Unit = await reckoning.NamedAsync(id, at, permission, ct);
        Sheet = await reckoning.OfAsync(id, at, permission, ct);
    }
}
