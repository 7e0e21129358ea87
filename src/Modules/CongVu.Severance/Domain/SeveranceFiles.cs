using CongVu.Severance.Contracts;
using CongVu.Platform.Files;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace CongVu.Severance.Domain;

/// <summary>Papers behind answers, appraisals and requests belong to the unit whose people they concern.</summary>
internal sealed class SeveranceFileGuard : FileGuard
{
    public const string Type = "severance-evidence";
    public override string OwnerType => Type;
    public override Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct) => Task.FromResult(file.UnitId is { } unit && gate.May(SeverancePermissions.Read, unit));
}

/// <summary>Takes in an uploaded paper once it has passed inspection.</summary>
internal sealed class SeveranceFiles(FileInspector inspector, FileStore files)
{
    /// <summary>The stored file's id, or what is wrong with it; both null when nothing was uploaded.</summary>
    public async Task<(Guid? Id, string? Problem)> TakeAsync(IFormFile? upload, Guid ownerId, Guid unitId, CancellationToken ct)
    {
        if (upload is null) return (null, null);
        await using var stream = upload.OpenReadStream();
        switch (await inspector.ReceiveAsync(stream, upload.FileName, FileUse.Evidence, ct))
        {
            case FileInspection.Accepted accepted:
                using (accepted)
                {
                    await using var content = accepted.OpenRead();
                    return ((await files.SaveAsync(content, accepted.Name, accepted.Kind.MediaType(), SeveranceFileGuard.Type, ownerId, unitId, ct)).Id, null);
                }
            case FileInspection.Refused refused:
                return (null, refused.Message);
            default:
                return (null, "Không nhận được tệp này.");
        }
    }
}
