namespace CongVu.Platform.Data.Embedded;

/// <summary>The private PostgreSQL cannot be had. <see cref="Exception.Message"/> is Vietnamese and says what to do;
/// <see cref="Code"/> is stable English for logs and tests.</summary>
public class EmbeddedPostgresException(string code, string message, Exception? cause = null)
    : Exception($"{message} [{code}]", cause)
{
    /// <summary>One of: <c>postgres-missing</c>, <c>postgres-too-old</c>, <c>postgres-version-differs</c>, <c>disk-full</c>,
    /// <c>permission-denied</c>, <c>folder-unusable</c>, <c>port-taken</c>, <c>data-in-use</c>, <c>data-lost</c>, <c>password-lost</c>, <c>no-memory</c>,
    /// <c>not-linux</c>, <c>no-account</c>, <c>start-failed</c>, <c>stop-failed</c>.</summary>
    public string Code { get; } = code;
}

/// <summary>The machine has no PostgreSQL server, or only one the product (or the data folder) cannot use.</summary>
public sealed class PostgresMissingException(string code, string message) : EmbeddedPostgresException(code, message);
