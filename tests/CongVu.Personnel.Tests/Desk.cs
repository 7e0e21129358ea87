using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Personnel.Tests;

/// <summary>Does what decisions do to records, and reads them.</summary>
internal sealed class Desk(AsyncServiceScope scope, SettableClock clock) : IAsyncDisposable
{
    private static readonly ProcessKind Process = new("test.act", "Thử", "anything");

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public People People => Get<People>();

    /// <summary>A signed act takes hold; the clock goes on to its instant. Returns the effects' ids in order.</summary>
    public async Task<Guid[]> ActAsync(string label, DateTime at, params (Guid Subject, DateOnly From, Effect Effect)[] effects)
    {
        var planned = effects.Select(e => new PlannedEffect(Guid.CreateVersion7(), e.Subject, e.From, e.Effect)).ToList();
        await ChangeAsync(label, at, (source, applier) => applier.ApplyAsync(source, [.. planned.Where(p => applier.Types.Contains(p.Effect.GetType()))], default));
        return [.. planned.Select(p => p.Id)];
    }

    public Task VoidAsync(string label, DateTime at, params Guid[] effects) => ChangeAsync(label, at, (source, applier) => applier.VoidAsync(source, effects, default));

    public Task CorrectAsync(string label, DateTime at, params PlannedEffect[] effects) =>
        ChangeAsync(label, at, (source, applier) => applier.ReplaceAsync(source, [.. effects.Where(p => applier.Types.Contains(p.Effect.GetType()))], default));

    public Task<IReadOnlyList<DependentAct>> DependentsAsync(params Guid[] effects) => Applier<SetIdentity>().DependentsAsync(effects, default);

    public EffectApplier Applier<TEffect>() => scope.ServiceProvider.GetServices<EffectApplier>().Single(a => a.Types.Contains(typeof(TEffect)));

    /// <summary>Sits down as somebody with a role over a unit (null: the province).</summary>
    public async Task<Desk> AsAsync(string role, Guid? unit = null, DataClass[]? extra = null)
    {
        var actor = new Actor(Guid.CreateVersion7(), "thu", "Người thử", "", null, "phien", "::1", true, true, false, [new ActiveGrant(role, unit, extra ?? [], new DateOnly(2020, 1, 1), null)]);
        await Get<Gate>().EnterAsync(actor, Get<IUnitHierarchy>(), default);
        return this;
    }

    /// <summary>Sits down as a person with an account, and perhaps a role over a unit.</summary>
    public async Task<Desk> AsPersonAsync(Guid account, Guid person, string name, params (string Role, Guid? Unit)[] grants)
    {
        var actor = new Actor(account, name, name, "", person, "phien", "::1", true, true, false, [.. grants.Select(g => new ActiveGrant(g.Role, g.Unit, [], new DateOnly(2020, 1, 1), null))]);
        await Get<Gate>().EnterAsync(actor, Get<IUnitHierarchy>(), default);
        return this;
    }

    private async Task ChangeAsync(string label, DateTime at, Func<ActSource, EffectApplier, Task> change)
    {
        if (at > clock.Now) clock.Now = at;
        await using var process = await Get<ProcessLog>().BeginAsync(Process, null, null, default);
        var source = new ActSource(Guid.CreateVersion7(), null, process.Run.Id, at, label);
        foreach (var applier in scope.ServiceProvider.GetServices<EffectApplier>()) await change(source, applier);
        await process.CommitAsync(default);
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
