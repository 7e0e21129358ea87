using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace CongVu.Platform.Data.Embedded;

/// <summary>Where the private cluster and all that belongs to it lie. Only the server's account (and root) may enter.</summary>
internal sealed class ClusterFolder
{
    private const string Elsewhere = "/var/lib/congvu";
    private const string PointerName = "postgres.location";

    private ClusterFolder(string home) => Home = home;

    public string Home { get; }

    /// <summary>PGDATA.</summary>
    public string Cluster => Path.Combine(Home, "cluster");

    /// <summary>A cluster being made; renamed to <see cref="Cluster"/> when complete, so half a cluster is never taken for one.</summary>
    public string Unfinished => Path.Combine(Home, "cluster.unfinished");

    public string Sockets => Path.Combine(Home, "socket");

    public string Logs => Path.Combine(Home, "log");

    public string AdminPassword => Path.Combine(Home, "admin.password");

    public string AppPassword => Path.Combine(Home, "app.password");

    /// <summary>The loopback port of last time, where a socket path would be too long.</summary>
    public string Port => Path.Combine(Home, "port");

    /// <summary>Held shared by every host that uses the server; who gets it exclusively is the last one.</summary>
    public string InUse => Path.Combine(Home, "in-use.lock");

    /// <summary>Held exclusively by the server and each of its processes for as long as any of them lives.</summary>
    public string ServerAlive => Path.Combine(Home, "server.lock");

    public string PidFile => Path.Combine(Cluster, "postmaster.pid");

    /// <summary>The major version of the cluster here; null when there is none yet.</summary>
    public int? Major
    {
        get
        {
            var file = Path.Combine(Cluster, "PG_VERSION");
            return File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), out var major) ? major : null;
        }
    }

    /// <summary>The lock around starting and stopping; in the data folder itself because the place of the cluster is decided under it.</summary>
    public static string StartLock(string dataFolder) => Path.Combine(dataFolder, "postgres.lock");

    /// <summary>The place already decided for this data folder, else null.</summary>
    public static ClusterFolder? Existing(string dataFolder)
    {
        var pointer = Path.Combine(dataFolder, PointerName);
        if (!File.Exists(pointer))
            return Directory.Exists(Inside(dataFolder)) ? new ClusterFolder(Inside(dataFolder)) : null;
        var home = File.ReadLines(pointer).FirstOrDefault(line => line.StartsWith('/')) ?? "";
        return Directory.Exists(home)
            ? new ClusterFolder(home)
            : throw new EmbeddedPostgresException("data-lost",
                $"Tệp {pointer} cho biết dữ liệu nằm ở «{home}», nhưng thư mục đó không còn. Hãy khôi phục thư mục đó từ bản sao lưu; "
                + "chỉ xoá tệp này khi thật sự muốn bắt đầu lại từ đầu.");
    }

    /// <summary>Makes the folder: inside the data folder, or under <c>/var/lib/congvu</c> when the server's account cannot get
    /// there (a clone below /root, a file system without owners), with a file in the data folder that says where.</summary>
    [SupportedOSPlatform("linux")]
    public static async Task<ClusterFolder> CreateAsync(string dataFolder, ServerAccount account, CancellationToken cancellation)
    {
        if (await account.CanEnterAsync(dataFolder, cancellation))
        {
            Directory.CreateDirectory(Inside(dataFolder), OwnerOnly);
            if (await account.TakeAsync(Inside(dataFolder), cancellation))
                return new ClusterFolder(Inside(dataFolder));
            Directory.Delete(Inside(dataFolder));
        }
        // Random besides the hash: a new data folder at an old path must not find the old one's data.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..8];
        var home = Path.Combine(Elsewhere, $"{hash}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        Directory.CreateDirectory(Elsewhere, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(home, OwnerOnly);
        await account.TakeAsync(home, cancellation);
        await File.WriteAllTextAsync(Path.Combine(home, "origin"), dataFolder + "\n", cancellation);
        await File.WriteAllTextAsync(Path.Combine(dataFolder, PointerName),
            $"# Tài khoản chạy PostgreSQL không vào được thư mục này, nên cơ sở dữ liệu nằm ở:\n{home}\n", cancellation);
        return new ClusterFolder(home);
    }

    internal const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static string Inside(string dataFolder) => Path.Combine(dataFolder, "postgres");
}
