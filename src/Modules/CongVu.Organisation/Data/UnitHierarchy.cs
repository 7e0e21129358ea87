using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;

namespace CongVu.Organisation.Data;

/// <summary>Unit subtrees for the gate, from memory.</summary>
internal sealed class UnitHierarchy(UnitDirectory units) : IUnitHierarchy
{
    public async ValueTask<IReadOnlySet<Guid>> SubtreeAsync(Guid unitId, CancellationToken ct) => (await units.ArchiveAsync(ct)).Keeps(unitId);
}
