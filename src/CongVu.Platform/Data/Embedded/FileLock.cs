using System.Diagnostics;

namespace CongVu.Platform.Data.Embedded;

/// <summary>An advisory lock (flock) on a file, freed by the kernel however its holder ends. Shared by opening for reading,
/// exclusive by opening with no sharing: that is how the runtime maps <see cref="FileShare"/> on Linux.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    public static FileLock? TryExclusive(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    public static FileLock? TryShared(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    /// <summary>Waits for the exclusive lock; null when the time is up.</summary>
    public static async Task<FileLock?> ExclusiveAsync(string path, TimeSpan limit, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (TryExclusive(path) is { } held)
                return held;
            if (watch.Elapsed > limit)
                return null;
            await Task.Delay(Pause, cancellation);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, access, share));
        }
        catch (IOException taken) when (IsLockedByAnother(taken))
        {
            return null;
        }
    }

    // EWOULDBLOCK of flock; any other failure (no disk, no right, a directory there) must not pass for a held lock.
    private static bool IsLockedByAnother(IOException failure) => failure.GetType() == typeof(IOException) && failure.HResult == 11;
}
