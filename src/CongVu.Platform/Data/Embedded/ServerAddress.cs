using System.Text;
using Npgsql;

namespace CongVu.Platform.Data.Embedded;

/// <summary>How the server is reached: a Unix socket in a private folder, or loopback where that path would be too long.</summary>
internal static class ServerAddress
{
    public const int SocketPort = 5432;

    // The kernel takes 107 bytes; the server also makes a ".lock" beside the socket.
    private const int LongestSocketPath = 99;

    /// <summary>A comma or colon in the path would be read as a list of hosts or a port.</summary>
    public static bool SocketFits(string folder) =>
        Encoding.UTF8.GetByteCount($"{folder}/.s.PGSQL.{SocketPort}") <= LongestSocketPath && !folder.Contains(',') && !folder.Contains(':');

    public static NpgsqlConnectionStringBuilder Connection(PostmasterFile server, string role, string password, string database) => new()
    {
        Host = server.SocketFolder.Length > 0 ? server.SocketFolder : "127.0.0.1",
        Port = server.Port,
        Username = role,
        Password = password,
        Database = database,
        ApplicationName = "CongVu",
        MaxPoolSize = PlatformServices.ConnectionsOfAHost,
        IncludeErrorDetail = false,
    };
}
