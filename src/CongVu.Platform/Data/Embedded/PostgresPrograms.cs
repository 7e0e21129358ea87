using System.Globalization;
using System.Text.RegularExpressions;

namespace CongVu.Platform.Data.Embedded;

/// <summary>The server programs of one PostgreSQL installation.</summary>
internal sealed partial record PostgresPrograms(string Folder, int Major)
{
    public const int OldestMajor = 15;

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>Picks the installation: the very version of an existing cluster, else the newest that is new enough.</summary>
    public static async Task<PostgresPrograms> FindAsync(
        IReadOnlyList<string>? folders, int? clusterMajor, CancellationToken cancellation)
    {
        var found = new List<PostgresPrograms>();
        foreach (var folder in folders ?? UsualFolders())
        {
            if (await AtAsync(folder, cancellation) is { } programs)
                found.Add(programs);
        }
        return Choose(found, clusterMajor);
    }

    internal static PostgresPrograms Choose(IReadOnlyList<PostgresPrograms> found, int? clusterMajor)
    {
        var newest = found.MaxBy(f => f.Major);
        if (newest is null)
            throw new PostgresMissingException("postgres-missing",
                $"Máy này chưa có máy chủ PostgreSQL. Hãy cài đặt rồi chạy lại: {InstallCommand(clusterMajor)}. "
                + "Hoặc đặt biến ConnectionStrings__CongVu để dùng một máy chủ PostgreSQL có sẵn.");
        if (clusterMajor is { } major)
            return found.FirstOrDefault(f => f.Major == major)
                ?? throw new PostgresMissingException("postgres-version-differs",
                    $"Dữ liệu đang có do PostgreSQL {major} tạo, nhưng máy chỉ có PostgreSQL {newest.Major}. Dữ liệu được giữ nguyên. "
                    + $"Hãy cài PostgreSQL {major} ({InstallCommand(major)}), hoặc chuyển dữ liệu bằng pg_upgrade.");
        if (newest.Major < OldestMajor)
            throw new PostgresMissingException("postgres-too-old",
                $"PostgreSQL {newest.Major} trên máy này quá cũ; cần bản {OldestMajor} trở lên. Hãy cài bản mới: {InstallCommand(null)}.");
        return newest;
    }

    /// <summary>PATH first, then where Debian and Red Hat packages put server programs.</summary>
    internal static IReadOnlyList<string> UsualFolders()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return [.. path, .. Subfolders("/usr/lib/postgresql", "*"), .. Subfolders("/usr", "pgsql-*")];

        static IEnumerable<string> Subfolders(string root, string pattern) =>
            Directory.Exists(root) ? Directory.EnumerateDirectories(root, pattern).Select(d => Path.Combine(d, "bin")) : [];
    }

    private static async Task<PostgresPrograms?> AtAsync(string folder, CancellationToken cancellation)
    {
        var link = new FileInfo(Path.Combine(folder, "postgres"));
        if (!link.Exists)
            return null;
        // A link on PATH leads to the real folder, where the other programs lie beside it.
        var real = Path.GetDirectoryName(link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? link.FullName)!;
        var programs = new PostgresPrograms(real, 0);
        if (!File.Exists(programs.Initdb) || !File.Exists(programs.PgCtl))
            return null;
        var answer = await OsCommand.RunAsync([programs.Postgres, "--version"], TimeSpan.FromSeconds(10), cancellation);
        var version = MajorVersion().Match(answer.Output);
        return answer.Succeeded && version.Success
            ? programs with { Major = int.Parse(version.Groups[1].ValueSpan, CultureInfo.InvariantCulture) }
            : null;
    }

    private static string InstallCommand(int? major)
    {
        var version = major?.ToString(CultureInfo.InvariantCulture);
        var sudo = Environment.IsPrivilegedProcess ? "" : "sudo ";
        return File.Exists("/etc/debian_version")
            ? $"{sudo}apt-get install postgresql{(version is null ? "" : "-" + version)}"
            : $"{sudo}dnf install postgresql{version}-server postgresql{version}-contrib";
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorVersion();
}
