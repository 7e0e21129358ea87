namespace CongVu.Platform.Data.Embedded;

/// <summary>The settings of the private server. They are written anew at each start, so a new version of the product brings
/// its own; what an operator sets with ALTER SYSTEM is read later and wins.</summary>
internal static class ServerSettings
{
    public const string FileName = "congvu.conf";

    /// <summary>The line initdb's own file gets once.</summary>
    public const string Include = $"\ninclude_if_exists = '{FileName}'\n";

    public static string Text(ClusterFolder folder, bool forTests) =>
        Common(folder) + (forTests ? ForTests : ForData);

    private static string Common(ClusterFolder folder) =>
        $"""
        # Written by CongVu at each start. Own settings: ALTER SYSTEM SET ...
        max_connections = 100
        unix_socket_permissions = 0700
        password_encryption = 'scram-sha-256'
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        default_text_search_config = 'pg_catalog.simple'
        jit = off
        random_page_cost = 1.1
        work_mem = '16MB'
        log_destination = 'stderr'
        logging_collector = on
        log_directory = {Quoted(folder.Logs)}
        log_filename = 'postgresql-%a.log'
        log_file_mode = 0600
        log_rotation_age = '1d'
        log_rotation_size = 0
        log_truncate_on_rotation = on
        log_line_prefix = '%m [%p] '

        """;

    private const string ForData =
        """
        shared_buffers = '256MB'
        effective_cache_size = '1GB'
        maintenance_work_mem = '128MB'
        fsync = on
        full_page_writes = on
        synchronous_commit = on
        wal_compression = on
        max_wal_size = '2GB'
        checkpoint_timeout = '15min'
        log_checkpoints = off
        log_lock_waits = on
        log_min_duration_statement = '2s'

        """;

    private const string ForTests =
        """
        shared_buffers = '64MB'
        maintenance_work_mem = '64MB'
        fsync = off
        full_page_writes = off
        synchronous_commit = off
        wal_level = 'minimal'
        max_wal_senders = 0
        max_wal_size = '1GB'
        checkpoint_timeout = '1h'
        autovacuum_naptime = '5min'

        """;

    private static string Quoted(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal)}'";
}
