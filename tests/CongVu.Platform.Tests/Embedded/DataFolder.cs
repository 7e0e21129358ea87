using System.Diagnostics;
using CongVu.Platform.Data.Embedded;
using Npgsql;

namespace CongVu.Platform.Tests.Embedded;

/// <summary>A data folder of one test, with what a test wants to do to the server in it.</summary>
public sealed class DataFolder : IAsyncDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("cv-");

    private DataFolder(string name)
    {
        if (OperatingSystem.IsLinux())
            _root.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Path = System.IO.Path.Combine(_root.FullName, name);
    }

    public string Path { get; }

    public string Home => ClusterFolder.Existing(Path)!.Home;

    public string PidFile => System.IO.Path.Combine(Home, "cluster", "postmaster.pid");

    public int ServerPid => int.Parse(File.ReadLines(PidFile).First());

    public bool ServerRuns => PostmasterFile.Read(PidFile) is { } file && file.IsServerOf(System.IO.Path.Combine(Home, "cluster"));

    public static DataFolder Named(string name = "dữ liệu") => new(name);

    public EmbeddedPostgresOptions Options => new()
    {
        DataFolder = Path,
        ForTests = true,
        Watch = false,
        StartLimit = TimeSpan.FromMinutes(1),
    };

    public Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(Options);

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Path) && HomeIfAny() is { } home)
        {
            if (ServerRuns)
                await EndServerAsync("-QUIT");
            Directory.Delete(home, recursive: true);
        }
        _root.Delete(recursive: true);
    }

    public static async Task<T> AskAsync<T>(string connectionString, string query)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(query);
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No answer to {query}"));
    }

    public static async Task RunAsync(string connectionString, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends the server as a power cut would: no shutdown, nothing flushed.</summary>
    public Task KillServerAsync() => EndServerAsync("-KILL");

    /// <summary>A host in a process of its own, killed as soon as its server answers.</summary>
    public async Task StartAndKillHostAsync()
    {
        using var host = OsCommand.Start(["dotnet", System.IO.Path.Combine(AppContext.BaseDirectory, "CongVu.Testing.dll"), Path]);
        (await host.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        host.Kill();
        await host.WaitForExitAsync();
    }

    /// <summary>As a clone below /root is: nobody else may pass.</summary>
    public void CloseToOthers()
    {
        if (OperatingSystem.IsLinux())
            _root.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    }

    private string? HomeIfAny()
    {
        try
        {
            return ClusterFolder.Existing(Path)?.Home;
        }
        catch (EmbeddedPostgresException)
        {
            return null;
        }
    }

    private async Task EndServerAsync(string signal)
    {
        using var postmaster = Process.GetProcessById(ServerPid);
        (await OsCommand.RunAsync(["kill", signal, $"{postmaster.Id}"], TimeSpan.FromSeconds(5), default)).Succeeded.ShouldBeTrue();
        await postmaster.WaitForExitAsync();
    }
}
