using CongVu.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Platform.Data;

/// <summary>
/// The one database context, composed from the entity configurations of all modules. Modules read and write
/// through <c>Set&lt;T&gt;()</c>; entities are internal to their module.
/// </summary>
/// <remarks>Contexts are pooled: making one anew cost each request a twentieth of its time. So it takes nothing but its options.</remarks>
public sealed class CongVuDb(DbContextOptions<CongVuDb> options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder model)
    {
        var modules = options.FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!.GetRequiredService<ModuleList>();
        foreach (var assembly in modules.Assemblies) model.ApplyConfigurationsFromAssembly(assembly);
        SnakeCase.Apply(model);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Enum>().HaveConversion<string>();
}
