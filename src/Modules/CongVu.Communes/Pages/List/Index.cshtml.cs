using CongVu.Communes.Contracts;
using CongVu.Communes.Funds;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;

namespace CongVu.Communes.Pages.List;

/// <summary>All communes in scope for a month: numbers and funds.</summary>
[Requires(CommunePermissions.ReadCode)]
internal sealed class IndexModel(CommuneReckoning reckoning, Gate gate, AuditLog audit, AsOfContext asOf) : CommunesPage(reckoning, asOf)
{
    public TablePage<CommuneSheet> Table { get; private set; } = null!;
    public bool MayExport => gate.May(CommunePermissions.Export);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(CommunePermissions.Read, ct);
        Table = Shown.ToTablePage(CommuneTable.View, Query);
        await audit.ReadAsync(new AuditLine("communes.list.read", Count: Shown.Count), ct);
    }
}
