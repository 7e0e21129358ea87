using CongVu.Pay.Contracts;
using CongVu.Platform.Files;
using CongVu.Platform.Security;

namespace CongVu.Pay.Domain;

/// <summary>Papers behind achievements, notes and approvals belong to the unit whose people they concern.</summary>
internal sealed class PayFileGuard : FileGuard
{
    public const string Type = "pay-evidence";
    public override string OwnerType => Type;
    public override Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct) => Task.FromResult(file.UnitId is { } unit && gate.May(PayPermissions.Read, unit));
}
