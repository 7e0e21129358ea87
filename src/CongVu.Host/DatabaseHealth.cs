using CongVu.Platform.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CongVu.Host;

/// <summary>Ready means: the database answers and its schema is current.</summary>
internal sealed class DatabaseHealth(SchemaMigrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = await migrator.PendingAsync(cancellationToken);
            return pending.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{pending.Count} migrations pending");
        }
        catch (Exception e) when (e is not OperationCanceledException) { return HealthCheckResult.Unhealthy(e.Message); }
    }
}
