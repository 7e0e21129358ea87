using CongVu.Platform.Files;
using CongVu.Platform.Security;
using CongVu.Reform.Contracts;

namespace CongVu.Reform.Work;

/// <summary>A plan is public inside the province's administration: whoever reads plans may open the file they came from.</summary>
internal sealed class PlanFileGuard : FileGuard
{
    public const string Type = "reform-plan";
    public override string OwnerType => Type;
    public override Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct) => Task.FromResult(gate.May(ReformPermissions.Read));
}

/// <summary>Evidence belongs to the reporting unit and those who judge or inspect it.</summary>
internal sealed class EvidenceFileGuard : FileGuard
{
    public const string Type = "reform-evidence";
    public override string OwnerType => Type;
    public override Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct) =>
        Task.FromResult(file.UnitId is { } unit && gate.May(ReformPermissions.Evidence, unit));
}
