namespace CongVu.Decisions.Contracts;

/// <summary>
/// A condition that another module lays on actions it does not own, such as a benefit to be paid back by whoever is recruited again. It is asked for every
/// case whose inputs could be read, after the action's own conditions. Register it as a scoped <see cref="ActionCondition"/>; it must not need the catalogue of actions.
/// </summary>
public abstract class ActionCondition
{
    /// <summary>Codes of the actions it concerns.</summary>
    public abstract IReadOnlyCollection<string> Actions { get; }

    /// <summary>Loads what it needs in few queries. Called once, before the cases are checked.</summary>
    public abstract Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct);

    /// <summary>Adds what it finds; nothing when it does not concern the case.</summary>
    public abstract void Check(ActionCase one, Findings findings);
}
