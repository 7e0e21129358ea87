using CongVu.Communes.Contracts;
using CongVu.Platform.Files;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace CongVu.Communes.Domain;

/// <summary>The paper behind a fact may be read by whoever may read the commune.</summary>
internal sealed class CommuneFileGuard : FileGuard
{
    public const string Type = "commune-evidence";
    public override string OwnerType => Type;
    public override Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct) => Task.FromResult(file.UnitId is { } unit && gate.May(CommunePermissions.Read, unit));
}

/// <summary>Takes in an uploaded paper once it has passed inspection.</summary>
internal sealed class CommuneFiles(FileInspector inspector, FileStore files)
{
    /// <summary>The stored file's id, or what is wrong with it; both null when nothing was uploaded.</summary>
    public async Task<(Guid? Id, string? Problem)> TakeAsync(IFormFile? upload, Guid unitId, CancellationToken ct)
    {
        if (upload is null) return (null, null);
        await using var stream = upload.OpenReadStream();
        switch (await inspector.ReceiveAsync(stream, upload.FileName, FileUse.Evidence, ct))
        {
            case FileInspection.Accepted accepted:
                using (accepted)
                {
                    await using var content = accepted.OpenRead();
                    return ((await files.SaveAsync(content, accepted.Name, accepted.Kind.MediaType(), CommuneFileGuard.Type, unitId, unitId, ct)).Id, null);
                }
            case FileInspection.Refused refused:
                return (null, refused.Message);
            default:
                return (null, "Không nhận được tệp này.");
        }
    }
}
