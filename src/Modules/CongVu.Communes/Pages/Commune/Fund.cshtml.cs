using CongVu.Communes.Contracts;
using CongVu.Communes.Funds;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Communes.Pages.Commune;

/// <summary>The fund list of a commune for a month: person by person, then totals against the fund.</summary>
[Requires(CommunePermissions.ReadCode)]
internal sealed class FundModel(CommuneReckoning reckoning, Gate gate, AuditLog audit, AsOfContext asOf) : FundPage(reckoning, asOf)
{
    public IReadOnlyList<FundGroup> Groups { get; private set; } = [];
    public bool MayExport => gate.May(CommunePermissions.Export, Unit.Id);

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, CommunePermissions.Read, ct);
        Groups = Sheet is null ? [] : FundTable.Of(Sheet);
        await audit.ReadAsync(new AuditLine("communes.fund.read", "unit", id, id, Groups.Sum(g => g.Lines.Count)), ct);
    }
}
