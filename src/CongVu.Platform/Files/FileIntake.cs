using CongVu.Platform.Files.Inspection;
using Microsoft.AspNetCore.Http;

namespace CongVu.Platform.Files;

/// <summary>Takes in a paper that came with a form, once it has passed inspection.</summary>
public sealed class FileIntake(FileInspector inspector, FileStore files)
{
    /// <summary>The stored file's id, or what is wrong with it; both null when nothing was uploaded. The owner decides who may read it. Without a use of its own it is taken as evidence.</summary>
    public async Task<(Guid? Id, string? Problem)> TakeAsync(IFormFile? upload, string ownerType, Guid? ownerId, Guid? unitId, CancellationToken ct, FileUse? use = null)
    {
        if (upload is null) return (null, null);
        await using var stream = upload.OpenReadStream();
        switch (await inspector.ReceiveAsync(stream, upload.FileName, use ?? FileUse.Evidence, ct))
        {
            case FileInspection.Accepted accepted:
                using (accepted)
                {
                    await using var content = accepted.OpenRead();
                    return ((await files.SaveAsync(content, accepted.Name, accepted.Kind.MediaType(), ownerType, ownerId, unitId, ct)).Id, null);
                }
            case FileInspection.Refused refused:
                return (null, refused.Message);
            default:
                throw new InvalidOperationException("An inspection accepts or refuses.");
        }
    }
}
