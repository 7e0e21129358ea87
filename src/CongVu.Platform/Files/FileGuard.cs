using CongVu.Platform.Security;

namespace CongVu.Platform.Files;

/// <summary>Decides who may read the files of one kind of owner. A file whose owner type has no guard is readable by nobody.</summary>
public abstract class FileGuard
{
    /// <summary>The <see cref="StoredFile.OwnerType"/> it guards.</summary>
    public abstract string OwnerType { get; }

    /// <summary>Whether the actor may read the file.</summary>
    public abstract Task<bool> MayReadAsync(StoredFile file, Gate gate, CancellationToken ct);
}
