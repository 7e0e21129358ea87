using System.Security.Cryptography;

namespace CongVu.Platform.Files.Inspection;

/// <summary>
/// The door every file comes in by. The content is copied to a temporary file while it is counted and hashed, then looked
/// at: what it really is, whether its name agrees, whether it is safe to open. Never the whole file in memory.
/// </summary>
/// <param name="temporaryFolder">Folder for uploads being looked at; null for the system's.</param>
public sealed class FileInspector(string? temporaryFolder = null)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Takes in an upload. Reading stops as soon as it is larger than the use allows.</summary>
    /// <param name="upload">The content; read once, from where it stands.</param>
    /// <param name="fileName">The name the sender gave; not trusted.</param>
    /// <param name="use">What the file is for.</param>
    /// <param name="ct">Stops the intake; the temporary file is deleted.</param>
    public async Task<FileInspection> ReceiveAsync(Stream upload, string fileName, FileUse use, CancellationToken ct)
    {
        var name = SafeFileName.Of(fileName);
        var folder = temporaryFolder ?? Path.GetTempPath();
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"congvu-{Guid.NewGuid():N}.upload");
        var keep = false;
        try
        {
            await using var file = new FileStream(path, Created());
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var length = await CopyAsync(upload, file, hash, use, name, ct);
            await file.FlushAsync(ct);
            var (kind, warnings) = ContentCheck.Check(file, name, use, ct);
            keep = true;
            return new FileInspection.Accepted(kind, name, length, hash.GetHashAndReset(), path, warnings) { Temporary = true };
        }
        catch (FileRefusedException refused)
        {
            return new FileInspection.Refused(refused.Reason, refused.Message);
        }
        finally
        {
            if (!keep)
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Looks at a file that is already on disk, as the command line does; the file stays where it is.</summary>
    public async Task<FileInspection> InspectAsync(string path, FileUse use, CancellationToken ct)
    {
        var name = SafeFileName.Of(Path.GetFileName(path));
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);
            if (file.Length > use.MaxBytes)
            {
                throw Refusals.TooLarge(name, use);
            }

            var (kind, warnings) = ContentCheck.Check(file, name, use, ct);
            file.Position = 0;
            return new FileInspection.Accepted(kind, name, file.Length, await SHA256.HashDataAsync(file, ct), path, warnings);
        }
        catch (FileRefusedException refused)
        {
            return new FileInspection.Refused(refused.Reason, refused.Message);
        }
    }

    private static async Task<long> CopyAsync(Stream upload, FileStream file, IncrementalHash hash, FileUse use, string name, CancellationToken ct)
    {
        var buffer = new byte[BufferSize];
        long length = 0;
        int read;
        while ((read = await upload.ReadAsync(buffer, ct)) > 0)
        {
            length += read;
            if (length > use.MaxBytes)
            {
                throw Refusals.TooLarge(name, use);
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return length;
    }

    private static FileStreamOptions Created()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = BufferSize,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            // Uploads are personal data; nobody else on the machine reads them.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
