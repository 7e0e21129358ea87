using System.Globalization;

namespace CongVu.Platform.Data.Embedded;

/// <summary>The operating-system account the server runs under. PostgreSQL refuses root, so a host started as root hands the
/// server to an account of its own; any other host keeps it under its own account.</summary>
internal sealed class ServerAccount
{
    private const string OwnName = "congvu";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly string? _user;
    private readonly string? _group;

    private ServerAccount(string? user = null, string? group = null) => (_user, _group) = (user, group);

    /// <summary>True if the server runs under another account than the host.</summary>
    public bool IsAnother => _user is not null;

    /// <summary>The owner of an existing cluster, else (for root) the account <c>congvu</c>, made on first need, else the
    /// <c>postgres</c> account of the distribution's package.</summary>
    public static async Task<ServerAccount> ForAsync(string? existingCluster, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerAccount();
        if (existingCluster is not null)
        {
            var owner = await OsCommand.RunAsync(["stat", "-c", "%u:%g", existingCluster], Limit, cancellation);
            if (owner.Succeeded && owner.Output.Trim().Split(':') is [var user, var group] && user != "0")
                return new ServerAccount(user, group);
        }
        if (await NamedAsync(OwnName, cancellation) is { } own)
            return own;
        await CreateOwnAsync(cancellation);
        return await NamedAsync(OwnName, cancellation)
            ?? await NamedAsync("postgres", cancellation)
            ?? throw new EmbeddedPostgresException("no-account",
                "PostgreSQL không chạy dưới quyền root và không tạo được tài khoản hệ thống «congvu». Hãy tạo tài khoản đó "
                + "(useradd --system congvu) hoặc chạy chương trình bằng một tài khoản thường.");
    }

    /// <summary>The command line under this account.</summary>
    public IReadOnlyList<string> Line(params IEnumerable<string> line) =>
        IsAnother ? ["setpriv", $"--reuid={_user}", $"--regid={_group}", "--clear-groups", "--", .. line] : [.. line];

    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellation) =>
        !IsAnother || (await OsCommand.RunAsync(Line("test", "-x", folder), Limit, cancellation)).Succeeded;

    /// <summary>Makes the account the owner of a file or folder; false where the file system knows no owners.</summary>
    public async Task<bool> TakeAsync(string path, CancellationToken cancellation) =>
        !IsAnother || (await OsCommand.RunAsync(["chown", $"{_user}:{_group}", path], Limit, cancellation)).Succeeded;

    private static async Task<ServerAccount?> NamedAsync(string name, CancellationToken cancellation)
    {
        var user = await OsCommand.RunAsync(["id", "-u", name], Limit, cancellation);
        var group = await OsCommand.RunAsync(["id", "-g", name], Limit, cancellation);
        return IsNumber(user) && IsNumber(group) ? new ServerAccount(user.Output.Trim(), group.Output.Trim()) : null;

        static bool IsNumber(OsCommand.Result answer) =>
            answer.Succeeded && int.TryParse(answer.Output.Trim(), CultureInfo.InvariantCulture, out _);
    }

    private static async Task CreateOwnAsync(CancellationToken cancellation)
    {
        // Not always on the PATH of root (su without -).
        var useradd = new[] { "/usr/sbin/useradd", "/sbin/useradd" }.FirstOrDefault(File.Exists);
        if (useradd is null)
            return;
        await OsCommand.RunAsync(
            [useradd, "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", OwnName],
            Limit, cancellation);
    }
}
