using CongVu.Platform.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace CongVu.Host;

/// <summary>Where the data is: the server of <c>ConnectionStrings:CongVu</c>, or our own private cluster when none is named.</summary>
public sealed record DatabaseConnection(string ConnectionString, EmbeddedPostgres? Embedded)
{
    /// <summary>Resolves the connection, starting the embedded cluster when needed; what happens to it is told to <paramref name="log"/>.</summary>
    public static async Task<DatabaseConnection> OpenAsync(IConfiguration configuration, ILogger? log = null, CancellationToken ct = default)
    {
        if (configuration.GetConnectionString("CongVu") is { Length: > 0 } named) return new DatabaseConnection(named, null);
        var folder = Path.GetFullPath(configuration["CONGVU_DATA"] is { Length: > 0 } data ? data : ".data");
        var embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder, Log = log ?? NullLogger.Instance }, ct);
        return new DatabaseConnection(embedded.ConnectionString, embedded);
    }
}
