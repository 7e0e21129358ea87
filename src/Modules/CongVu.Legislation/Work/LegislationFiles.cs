using CongVu.Legislation.Contracts;
using CongVu.Platform.Files;
using CongVu.Platform.Security;

namespace CongVu.Legislation.Work;

/// <summary>Evidence of a comparison is a page of a gazette: whoever follows the law's data may open it.</summary>
internal sealed class CheckEvidenceGuard : FileGuard
{
    public const string Type = "legislation-check";
    public override string OwnerType => Type;
    public override Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct) => Task.FromResult(gate.May(LegislationPermissions.Follow));
}
