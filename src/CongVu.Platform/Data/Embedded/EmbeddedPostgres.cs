using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CongVu.Platform.Data.Embedded;

/// <summary>The product's own private PostgreSQL, for a machine where nobody has set one up. Started on first need, found again
/// (or recovered) after a kill, shared by several processes on the same data folder, and stopped by the last of them.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly EmbeddedPostgresOptions _options;
    private readonly ClusterFolder _folder;
    private readonly Postmaster _postmaster;
    private readonly FileLock _inUse;
    private ServerWatch? _watch;
    private int _stopped;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, ClusterFolder folder, Postmaster postmaster, FileLock inUse) =>
        (_options, _folder, _postmaster, _inUse) = (options, folder, postmaster, inUse);

    /// <summary>For the application: owner of its database, no superuser.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>For maintenance only: the superuser, in the database <c>postgres</c>.</summary>
    public string AdminConnectionString { get; private set; } = "";

    /// <summary>Where the cluster lies (not always inside the data folder).</summary>
    public string ClusterPath => _folder.Cluster;

    /// <summary>Brings the server of this data folder up: makes the cluster on first use, adopts a server that already runs,
    /// recovers one that was killed.</summary>
    /// <exception cref="PostgresMissingException">No server programs, too old, or not of the data's version.</exception>
    /// <exception cref="EmbeddedPostgresException">Anything else that prevents it; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellation = default)
    {
        if (!OperatingSystem.IsLinux())
            throw new EmbeddedPostgresException("not-linux",
                "Cơ sở dữ liệu riêng chỉ tự chạy trên Linux. Hãy đặt biến ConnectionStrings__CongVu để dùng một máy chủ PostgreSQL có sẵn.");
        options = options with { DataFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataFolder)) };
        try
        {
            return await StartLockedAsync(options, cancellation);
        }
        catch (Exception failure) when (ServerComplaint.OfHost(failure, options.DataFolder) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Stops using the server, and stops it when nobody else uses it. Harmless when repeated.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1)
            return;
        if (_watch is not null)
            await _watch.DisposeAsync();
        _inUse.Dispose();
        try
        {
            using var starting = await StartLockAsync(_options, _options.StopLimit, CancellationToken.None);
            using var last = FileLock.TryExclusive(_folder.InUse);
            if (last is not null)
                await _postmaster.StopAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Someone deleted the data folder under us; the server notices that too and ends by itself.
            _options.Log.LogWarning(gone, "The data folder {Folder} is gone", _options.DataFolder);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();

    [SupportedOSPlatform("linux")]
    private static async Task<EmbeddedPostgres> StartLockedAsync(EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        // A host under root lets the server's account pass through, not look around.
        var mode = ClusterFolder.OwnerOnly | (Environment.IsPrivilegedProcess ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : 0);
        Directory.CreateDirectory(options.DataFolder, mode);
        using var starting = await StartLockAsync(options, options.StartLimit, cancellation);
        var existing = ClusterFolder.Existing(options.DataFolder);
        var account = await ServerAccount.ForAsync(existing?.Major is null ? null : existing.Cluster, cancellation);
        var programs = await PostgresPrograms.FindAsync(options.ProgramFolders, existing?.Major, cancellation);
        var folder = existing ?? await ClusterFolder.CreateAsync(options.DataFolder, account, cancellation);
        if (folder.Major is null)
            await ClusterCreation.CreateAsync(folder, programs, account, options, cancellation);
        var inUse = FileLock.TryShared(folder.InUse)
            ?? throw new EmbeddedPostgresException("data-in-use", $"Dữ liệu ở «{folder.Home}» đang được dừng; hãy chạy lại.");
        var server = new EmbeddedPostgres(options, folder, new Postmaster(folder, programs, account, options), inUse);
        try
        {
            await server.ConnectAsync(cancellation);
        }
        catch
        {
            inUse.Dispose();
            throw;
        }
        return server;
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        var appPassword = await PasswordAsync(_folder.AppPassword, cancellation);
        var adminPassword = await PasswordAsync(_folder.AdminPassword, cancellation);
        var running = await _postmaster.AdoptOrStartAsync(port: null, cancellation);
        _options.Log.LogInformation("PostgreSQL ready: process {Pid}, data {Cluster}", running.Pid, _folder.Cluster);
        ConnectionString = ServerAddress.Connection(running, AppDatabase.Role, appPassword, AppDatabase.Name).ConnectionString;
        AdminConnectionString = ServerAddress.Connection(running, ClusterCreation.AdminRole, adminPassword, "postgres").ConnectionString;
        try
        {
            var once = new NpgsqlConnectionStringBuilder(AdminConnectionString) { Pooling = false };
            await AppDatabase.EnsureAsync(once.ConnectionString, appPassword, _options.ForTests, cancellation);
        }
        catch (NpgsqlException refused)
        {
            throw new EmbeddedPostgresException("start-failed",
                $"PostgreSQL đang chạy nhưng không nhận kết nối: {refused.Message} Nhật ký ở «{_folder.Logs}».", refused);
        }
        if (_options.Watch)
            _watch = new ServerWatch(_postmaster, _folder, running, () => StartLockAsync(_options, _options.StartLimit, CancellationToken.None), _options.Log);
    }

    private static async Task<FileLock> StartLockAsync(EmbeddedPostgresOptions options, TimeSpan limit, CancellationToken cancellation) =>
        await FileLock.ExclusiveAsync(ClusterFolder.StartLock(options.DataFolder), limit, cancellation)
        ?? throw new EmbeddedPostgresException("data-in-use",
            $"Một tiến trình khác đang khởi động hoặc dừng cơ sở dữ liệu ở «{options.DataFolder}» và chưa xong. Hãy chờ rồi chạy lại.");

    private static async Task<string> PasswordAsync(string file, CancellationToken cancellation) =>
        File.Exists(file)
            ? (await File.ReadAllTextAsync(file, cancellation)).Trim()
            : throw new EmbeddedPostgresException("password-lost",
                $"Thiếu tệp mật khẩu «{file}» của cơ sở dữ liệu. Hãy chép lại tệp đó từ bản sao lưu.");
}
