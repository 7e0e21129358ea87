using CongVu.Platform.Data.Embedded;

namespace CongVu.Testing;

/// <summary>A private server in a temporary folder, gone when disposed. What a killed run left behind is cleared by the next.</summary>
public sealed class ThrowAwayServer : IAsyncDisposable
{
    private const string Prefix = "congvu-test-";
    private readonly DirectoryInfo _folder;
    private readonly FileStream _owner;
    private EmbeddedPostgres _postgres;

    private ThrowAwayServer(DirectoryInfo folder, FileStream owner, EmbeddedPostgres postgres) =>
        (_folder, _owner, _postgres) = (folder, owner, postgres);

    /// <summary>The application's role, which may create databases here.</summary>
    public string ConnectionString => _postgres.ConnectionString;

    /// <summary>The server's first process, for tests that kill it.</summary>
    public int Pid => int.Parse(File.ReadLines(Path.Combine(_postgres.ClusterPath, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Starts one.</summary>
    public static async Task<ThrowAwayServer> StartAsync()
    {
        await ClearLeftoversAsync();
        var folder = Directory.CreateTempSubdirectory(Prefix);
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var owner = Own(folder)!;
        var postgres = await EmbeddedPostgres.StartAsync(Options(folder));
        return new ThrowAwayServer(folder, owner, postgres);
    }

    /// <summary>Stops the server as a machine that goes down would; the data stays.</summary>
    public Task StopAsync() => _postgres.StopAsync();

    /// <summary>Brings it back under the same address.</summary>
    public async Task StartAgainAsync() => _postgres = await EmbeddedPostgres.StartAsync(Options(_folder));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        await _owner.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static EmbeddedPostgresOptions Options(DirectoryInfo folder) => new() { DataFolder = folder.FullName, ForTests = true, Watch = false };

    // The lock goes with its process, however that ends: a folder whose lock is free is nobody's any more.
    private static FileStream? Own(DirectoryInfo folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder.FullName, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task ClearLeftoversAsync()
    {
        foreach (var folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(Prefix + "*"))
        {
            await using var owner = Own(folder);
            if (owner is null || !Directory.Exists(Path.Combine(folder.FullName, "postgres")))
                continue;
            try
            {
                await using (await EmbeddedPostgres.StartAsync(Options(folder)))
                {
                }
                folder.Delete(recursive: true);
            }
            catch (Exception stubborn) when (stubborn is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"Left over and not removed: {folder.FullName}: {stubborn.Message}");
            }
        }
    }
}
