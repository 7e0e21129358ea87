using System.Reflection;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Platform.Modules;

/// <summary>
/// What one capability adds to the application. Everything the host knows about a module is here:
/// deleting the module's folder and its line in the host removes it.
/// Entity configurations, Razor pages and <c>Migrations/*.sql</c> are found in the module's assembly.
/// </summary>
public abstract class Module
{
    /// <summary>Name as in the project name, e.g. <c>Personnel</c>; also the database schema in lower case.</summary>
    public abstract string Name { get; }

    /// <summary>Assembly that holds the module's entities, pages and migrations.</summary>
    public Assembly Assembly => GetType().Assembly;

    /// <summary>Registers the module's services. Called once, at start.</summary>
    public virtual void AddServices(IServiceCollection services) { }

    /// <summary>Endpoints beside pages, for programs that talk to the module. Each carries its rule as pages do.</summary>
    public virtual void Map(IEndpointRouteBuilder endpoints) { }

    /// <summary>The acts a grant can allow, with the roles that have them.</summary>
    public virtual IEnumerable<Permission> Permissions => [];

    /// <summary>Entries of the menu; shown to actors who hold the entry's permission.</summary>
    public virtual IEnumerable<MenuItem> Menu => [];

    /// <summary>Named processes in which this module changes data (docs/processes.md lists them all).</summary>
    public virtual IEnumerable<ProcessKind> Processes => [];
}

/// <summary>The modules of this installation in the order of their tiers; the host composes it once.</summary>
public sealed class ModuleList(IReadOnlyList<Module> modules)
{
    /// <summary>All modules, lower tiers first.</summary>
    public IReadOnlyList<Module> All { get; } = modules;

    /// <summary>Assemblies with entities and migrations, Platform first.</summary>
    public IEnumerable<Assembly> Assemblies => All.Select(m => m.Assembly).Prepend(typeof(Module).Assembly).Distinct();
}
