using CongVu.Platform.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Decisions.Effects;

/// <summary>Finds the applier of stored effects. Resolved late, because one of the appliers itself asks for the others.</summary>
internal sealed class Appliers(IServiceProvider services, EffectRegistry registry)
{
    /// <summary>The applier that owns an effect type.</summary>
    public EffectApplier For(string effectCode) =>
        services.GetServices<EffectApplier>().FirstOrDefault(a => a.Types.Contains(registry.Types[effectCode]))
        ?? throw new InvalidOperationException($"No applier owns effects of type {effectCode}.");

    /// <summary>Rows by the applier that owns them, in order of registration.</summary>
    public IEnumerable<(EffectApplier Applier, IReadOnlyList<T> Rows)> Of<T>(IReadOnlyCollection<T> rows, Func<T, string> code)
    {
        foreach (var applier in services.GetServices<EffectApplier>())
        {
            var own = rows.Where(r => applier.Types.Contains(registry.Types[code(r)])).ToList();
            if (own.Count > 0) yield return (applier, own);
        }
    }
}
