using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CongVu.Platform.Data.Embedded;

/// <summary>How the private PostgreSQL is kept.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The data folder of the product (<c>CONGVU_DATA</c> or <c>.data</c>); created when missing. The cluster lives in
    /// its subfolder <c>postgres</c>, or elsewhere if the server's account cannot reach it (see <c>postgres.location</c>).</summary>
    public required string DataFolder { get; init; }

    /// <summary>A throw-away cluster: nothing is forced to disk, little memory. Never for real data.</summary>
    public bool ForTests { get; init; }

    /// <summary>Folders searched for <c>initdb</c> and <c>postgres</c>; null means PATH and the distribution's folders.</summary>
    public IReadOnlyList<string>? ProgramFolders { get; init; }

    /// <summary>How long a start may take; generous, because a start after a crash replays the log first.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a clean stop may take before the server is left to finish alone.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Start the server again when it dies under the running host.</summary>
    public bool Watch { get; init; } = true;

    /// <summary>Where starts, adoptions and failures are told.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;
}
