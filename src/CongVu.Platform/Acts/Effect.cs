using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using CongVu.Platform.Data;

namespace CongVu.Platform.Acts;

/// <summary>
/// One typed consequence of a signed act or an accepted declaration. The module whose record changes owns the type (in its
/// Contracts) and applies it; whoever signs knows only that there is an effect on a subject from a day on.
/// </summary>
public abstract record Effect;

/// <summary>Stable name of an effect type in stored JSON, e.g. <c>personnel.rank-and-step</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EffectCodeAttribute(string code) : Attribute
{
    /// <summary>The code.</summary>
    public string Code { get; } = code;
}

/// <summary>An effect on a subject (a person or a unit) from a day on.</summary>
/// <param name="Id">Key, made when the act is drafted; the same through its life.</param>
public sealed record PlannedEffect(Guid Id, Guid SubjectId, DateOnly From, Effect Effect);

/// <summary>What stands behind a change of the record.</summary>
/// <param name="DecisionId">The signed decision, or null.</param>
/// <param name="DeclarationId">The accepted declaration, or null.</param>
/// <param name="ProcessId">The named process.</param>
/// <param name="At">Instant from which the change is known.</param>
/// <param name="Label">How histories name it, e.g. "Quyết định 125/QĐ-SNV ngày 02/03/2026".</param>
public sealed record ActSource(Guid? DecisionId, Guid? DeclarationId, Guid ProcessId, DateTime At, string Label);

/// <summary>A later act or fact that rests on one that is to be annulled or corrected.</summary>
public sealed record DependentAct(Guid EffectId, Guid? DecisionId, string Label, DateOnly From, string What);

/// <summary>
/// Applies the effects of one module to its record. All calls run inside the caller's transaction. The record is
/// always the fold of all effects that are not void, in order of day and then of recording, so that voiding
/// or correcting one is re-folding without or with another payload.
/// </summary>
public abstract class EffectApplier
{
    /// <summary>Effect types it owns.</summary>
    public abstract IReadOnlyCollection<Type> Types { get; }

    /// <summary>Applies effects that take hold now. An effect id applied already is skipped.</summary>
    public abstract Task ApplyAsync(ActSource source, IReadOnlyList<PlannedEffect> effects, CancellationToken ct);

    /// <summary>Takes effects out of the record (annulment); what they had replaced holds again.</summary>
    public abstract Task VoidAsync(ActSource source, IReadOnlyCollection<Guid> effectIds, CancellationToken ct);

    /// <summary>Replaces the payload or the day of applied effects (correction); the old rows stay known as of before.</summary>
    public abstract Task ReplaceAsync(ActSource source, IReadOnlyList<PlannedEffect> corrected, CancellationToken ct);

    /// <summary>Later effects on the same subjects that rest on these: the domino view.</summary>
    public abstract Task<IReadOnlyList<DependentAct>> DependentsAsync(IReadOnlyCollection<Guid> effectIds, CancellationToken ct);
}

/// <summary>Turns effects into stored JSON and back, and finds the applier of each type.</summary>
public sealed class EffectRegistry
{
    private readonly FrozenDictionary<string, Type> _types;
    private readonly FrozenDictionary<Type, string> _codes;

    /// <summary>Built from the effect types found in the modules' assemblies.</summary>
    public EffectRegistry(Modules.ModuleList modules)
    {
        _types = modules.Assemblies.SelectMany(a => a.GetExportedTypes()).Where(t => t.IsSubclassOf(typeof(Effect)) && !t.IsAbstract)
            .ToFrozenDictionary(t => t.GetCustomAttribute<EffectCodeAttribute>()?.Code ?? throw new InvalidOperationException($"{t.Name} has no [EffectCode]."), StringComparer.Ordinal);
        _codes = _types.ToFrozenDictionary(p => p.Value, p => p.Key);
    }

    /// <summary>All effect types by code.</summary>
    public IReadOnlyDictionary<string, Type> Types => _types;

    /// <summary>The stored name of an effect's type.</summary>
    public string CodeOf(Effect effect) => _codes[effect.GetType()];

    /// <summary>JSON of the payload.</summary>
    public static string Write(Effect effect) => JsonSerializer.Serialize(effect, effect.GetType(), Json.Options);

    /// <summary>The effect from its stored code and payload.</summary>
    public Effect Read(string code, string json) => (Effect)JsonSerializer.Deserialize(json, _types[code], Json.Options)!;
}
