using CongVu.Communes.Contracts;
using CongVu.Platform.Files;
using CongVu.Platform.Security;

namespace CongVu.Communes.Domain;

/// <summary>The paper behind a fact may be read by whoever may read the commune.</summary>
internal sealed class CommuneFileGuard : FileGuard
{
    public const string Type = "commune-evidence";
    public override string OwnerType => Type;
    public override Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct) => Task.FromResult(file.UnitId is { } unit && gate.May(CommunePermissions.Read, unit));
}
