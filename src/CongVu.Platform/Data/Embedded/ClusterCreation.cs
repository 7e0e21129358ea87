using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace CongVu.Platform.Data.Embedded;

/// <summary>Makes a new cluster with initdb: checksums, UTF-8, Vietnamese order (ICU), password sign-in only.</summary>
internal static class ClusterCreation
{
    public const string AdminRole = "congvu_admin";

    private const long NeededBytes = 300L * 1_048_576;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [SupportedOSPlatform("linux")]
    public static async Task CreateAsync(
        ClusterFolder folder, PostgresPrograms programs, ServerAccount account, EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        var free = new DriveInfo(folder.Home).AvailableFreeSpace;
        if (free < NeededBytes)
            throw ServerComplaint.DiskFull(folder.Home, free);
        if (Directory.Exists(folder.Unfinished))
            Directory.Delete(folder.Unfinished, recursive: true);
        foreach (var own in new[] { folder.Unfinished, folder.Sockets, folder.Logs })
        {
            Directory.CreateDirectory(own, ClusterFolder.OwnerOnly);
            await account.TakeAsync(own, cancellation);
        }
        await WritePasswordAsync(folder.AdminPassword, account, cancellation);
        await WritePasswordAsync(folder.AppPassword, account, cancellation);
        await InitdbAsync(folder, programs, account, options, cancellation);
        await File.AppendAllTextAsync(Path.Combine(folder.Unfinished, "postgresql.conf"), ServerSettings.Include, cancellation);
        Directory.Move(folder.Unfinished, folder.Cluster);
    }

    private static async Task InitdbAsync(
        ClusterFolder folder, PostgresPrograms programs, ServerAccount account, EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        string[] line =
        [
            programs.Initdb, "--pgdata", folder.Unfinished, "--username", AdminRole, "--pwfile", folder.AdminPassword,
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8",
            "--locale-provider", "icu", "--icu-locale", "vi-VN", "--data-checksums",
        ];
        if (options.ForTests)
            line = [.. line, "--no-sync"];
        var done = await OsCommand.RunAsync(account.Line(line), options.StartLimit, cancellation);
        if (!done.Succeeded)
            throw ServerComplaint.Explain(done.Said, folder.Home);
    }

    [SupportedOSPlatform("linux")]
    private static async Task WritePasswordAsync(string path, ServerAccount account, CancellationToken cancellation)
    {
        File.Delete(path);
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerFile };
        await using (var writer = new StreamWriter(path, create))
            await writer.WriteAsync(RandomNumberGenerator.GetHexString(40, lowercase: true));
        await account.TakeAsync(path, cancellation);
    }
}
