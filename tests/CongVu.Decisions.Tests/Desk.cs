using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Undoing;
using CongVu.Decisions.UseCases;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Jobs;
using CongVu.Platform.Time;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Decisions.Tests;

/// <summary>One request: a scope of services with somebody at the gate.</summary>
internal sealed class Desk(AsyncServiceScope scope, Who? who) : IAsyncDisposable
{
    public Who? Who { get; } = who;

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public IEnumerable<T> GetAll<T>() => scope.ServiceProvider.GetServices<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

/// <summary>What people do with decisions, each act in a request of its own.</summary>
internal static class Acts
{
    public static Dictionary<string, string> In(params (string Key, string Value)[] inputs) => inputs.ToDictionary(i => i.Key, i => i.Value);

    /// <summary>Drafts about people who are there, with the same inputs for each.</summary>
    public static async Task<Guid> DraftAsync(this Province province, Who drafter, string action, Guid[] subjects, params (string Key, string Value)[] inputs) =>
        await province.DraftAsync(drafter, action, null, subjects, inputs);

    public static async Task<Guid> DraftAsync(this Province province, Who drafter, string action, Guid? unit, Guid[] subjects, params (string Key, string Value)[] inputs)
    {
        Guid id;
        await using (var desk = await province.AsAsync(drafter))
        {
            var outcome = await desk.Get<StartDraftHandler>().HandleAsync(new StartDraft(action, unit, subjects), default);
            id = outcome.ShouldBeOfType<StartDraftOutcome.Started>().Id;
        }
        await province.TypeAsync(drafter, id, inputs);
        return id;
    }

    /// <summary>Types inputs: those of the decision once, those of items into each.</summary>
    public static async Task TypeAsync(this Province province, Who drafter, Guid id, params (string Key, string Value)[] inputs)
    {
        await using var desk = await province.AsAsync(drafter);
        var loaded = await desk.Get<DecisionStore>().ReadAsync(id, default);
        var perItem = desk.Get<ActionCatalogue>().Find(loaded.Decision.ActionCode).Inputs.Where(i => i.PerItem).Select(i => i.Key).ToHashSet();
        bool IsOwn(string key) => perItem.Contains(key) || key.StartsWith("set:", StringComparison.Ordinal);
        var own = In([.. inputs.Where(i => IsOwn(i.Key))]);
        (await desk.Get<SaveDraftHandler>().HandleAsync(new SaveDraft(id, loaded.Decision.Version, In([.. inputs.Where(i => !IsOwn(i.Key))]),
            loaded.Kept.ToDictionary(i => i.Id, _ => (IReadOnlyDictionary<string, string>)own)), default)).ShouldBeOfType<MoveOutcome.Done>();
    }

    public static Task<MoveOutcome> SubmitAsync(this Province province, Who who, Guid id) => province.MoveAsync(who, id, (d, v) => d.Get<SubmitDecisionHandler>().HandleAsync(new SubmitDecision(id, v), default));
    public static Task<MoveOutcome> VerifyAsync(this Province province, Who who, Guid id) => province.MoveAsync(who, id, (d, v) => d.Get<VerifyDecisionHandler>().HandleAsync(new VerifyDecision(id, v), default));
    public static Task<MoveOutcome> SignAsync(this Province province, Who who, Guid id) => province.MoveAsync(who, id, (d, v) => d.Get<SignDecisionHandler>().HandleAsync(new SignDecision(id, v), default));
    public static Task<MoveOutcome> ReturnAsync(this Province province, Who who, Guid id, string reason) => province.MoveAsync(who, id, (d, v) => d.Get<ReturnDecisionHandler>().HandleAsync(new ReturnDecision(id, v, reason), default));
    public static Task<MoveOutcome> DiscardAsync(this Province province, Who who, Guid id, string reason) => province.MoveAsync(who, id, (d, v) => d.Get<DiscardDraftHandler>().HandleAsync(new DiscardDraft(id, v, reason), default));
    public static Task<MoveOutcome> AllowAsync(this Province province, Who who, Guid id, string check, Guid? item = null) =>
        province.MoveAsync(who, id, (d, v) => d.Get<AllowOverrideHandler>().HandleAsync(new AllowOverride(id, v, item, check, "Văn bản 12/BNV-CCVC", "Trường hợp đặc biệt"), default));

    /// <summary>Begins a draft that annuls or corrects a signed decision.</summary>
    public static async Task<Guid> UndoAsync(this Province province, Who drafter, string action, Guid decision, params (string Key, string Value)[] inputs)
    {
        Guid id;
        await using (var desk = await province.AsAsync(drafter))
            id = (await desk.Get<StartUndoingHandler>().HandleAsync(new StartUndoing(action, decision), default)).ShouldBeOfType<StartDraftOutcome.Started>().Id;
        await province.TypeAsync(drafter, id, inputs);
        return id;
    }

    /// <summary>Signed step raise of somebody to the next step.</summary>
    public static async Task<Decision> RaiseAsync(this Province province, Guid person, string from) =>
        await province.IssueAsync(await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [person], ("from", from)), province.Hr, province.Director);

    /// <summary>Submitted, verified and signed by the usual people; returns the signed decision.</summary>
    public static async Task<Decision> IssueAsync(this Province province, Guid id, Who drafter, Who signer)
    {
        (await province.SubmitAsync(drafter, id)).ShouldBeDone();
        (await province.VerifyAsync(drafter == province.Verifier ? province.OtherVerifier : province.Verifier, id)).ShouldBeDone();
        return (await province.SignAsync(signer, id)).ShouldBeDone();
    }

    public static async Task<AssessedDecision> PreviewAsync(this Province province, Who who, Guid id)
    {
        await using var desk = await province.AsAsync(who);
        return await desk.Get<PreviewDraft>().OfAsync(id, default);
    }

    public static async Task<LoadedDecision> ReadAsync(this Province province, Guid id)
    {
        await using var desk = province.Desk();
        return await desk.Get<DecisionStore>().ReadAsync(id, default);
    }

    public static async Task<PersonRow?> PersonAsync(this Province province, Guid person, string day, DateTime? knownAt = null)
    {
        await using var desk = province.Desk();
        return await desk.Get<People>().FindAsync(person, new AsOf(Province.D(day), knownAt), default);
    }

    public static Task RunJobsAsync(this Province province) => province.Services.GetRequiredService<JobRunner>().DrainAsync(default);

    public static Decision ShouldBeDone(this MoveOutcome outcome)
    {
        var why = outcome switch
        {
            MoveOutcome.Refused refused => string.Join("\n", refused.Assessed.Checks.Concat(refused.Assessed.Items.SelectMany(i => i.Checks)).Where(c => c.Stops).Select(c => $"{c.Code}: {c.Message}")
                .Concat(refused.Assessed.Items.SelectMany(i => i.Assessment.Errors).Select(e => $"{e.Key}: {e.Message}"))),
            MoveOutcome.NotPossible not => not.Why,
            _ => "",
        };
        return outcome.ShouldBeOfType<MoveOutcome.Done>(why).Decision;
    }

    /// <summary>The check of that code that stopped the move.</summary>
    public static Check ShouldBeStoppedBy(this MoveOutcome outcome, string code)
    {
        var assessed = outcome.ShouldBeOfType<MoveOutcome.Refused>().Assessed;
        var stops = assessed.Checks.Concat(assessed.Items.SelectMany(i => i.Checks)).Where(c => c.Stops).ToList();
        stops.Select(c => c.Code).ShouldContain(code);
        return stops.First(c => c.Code == code);
    }

    private static async Task<MoveOutcome> MoveAsync(this Province province, Who who, Guid id, Func<Desk, int, Task<MoveOutcome>> move)
    {
        var version = (await province.ReadAsync(id)).Decision.Version;
        await using var desk = await province.AsAsync(who);
        return await move(desk, version);
    }
}
