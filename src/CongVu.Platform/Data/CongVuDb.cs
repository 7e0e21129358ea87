using CongVu.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Platform.Data;

/// <summary>
/// The one database context, composed from the entity configurations of all modules. Modules read and write
/// through <c>Set&lt;T&gt;()</c>; entities are internal to their module.
/// </summary>
public sealed class CongVuDb(DbContextOptions<CongVuDb> options, ModuleList modules) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var assembly in modules.Assemblies) model.ApplyConfigurationsFromAssembly(assembly);
        SnakeCase.Apply(model);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<Enum>().HaveConversion<string>();
}
