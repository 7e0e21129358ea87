using CongVu.Severance.Contracts;
using CongVu.Platform.Files;
using CongVu.Platform.Security;

namespace CongVu.Severance.Domain;

/// <summary>Papers behind answers, appraisals and requests belong to the unit whose people they concern.</summary>
internal sealed class SeveranceFileGuard : FileGuard
{
    public const string Type = "severance-evidence";
    public override string OwnerType => Type;
    public override Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct) => Task.FromResult(file.UnitId is { } unit && gate.May(SeverancePermissions.Read, unit));
}
