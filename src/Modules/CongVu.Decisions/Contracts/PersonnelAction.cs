using CongVu.Organisation.Contracts;

namespace CongVu.Decisions.Contracts;

/// <summary>Whom or what an action is about.</summary>
public enum ActionSubject
{
    /// <summary>People of the register.</summary>
    Person,
    /// <summary>Someone who enters the register by this act, or comes back into it.</summary>
    NewPerson,
    /// <summary>A unit that exists.</summary>
    Unit,
    /// <summary>A unit that comes into being.</summary>
    NewUnit,
    /// <summary>Items of a signed decision (annulment, correction).</summary>
    DecisionItem,
}

/// <summary>Who must be told when the decision is signed.</summary>
/// <param name="Persons">People with an account of their own.</param>
/// <param name="Units">Units whose HR officers are told.</param>
public sealed record Audience(IReadOnlyCollection<Guid> Persons, IReadOnlyCollection<Guid> Units);

/// <summary>
/// One entry of the closed catalogue of personnel actions. A module adds its own by deriving from
/// <see cref="PersonnelAction{TValues}"/> and registering it as a scoped <see cref="PersonnelAction"/>. An instance lives
/// for one request and may keep what <see cref="PrepareAsync"/> loaded.
/// </summary>
public abstract class PersonnelAction
{
    /// <summary>Stable code, e.g. <c>step-raise</c>; also the key of authority rules.</summary>
    public abstract string Code { get; }

    /// <summary>Vietnamese name, e.g. "Nâng bậc lương thường xuyên".</summary>
    public abstract string Name { get; }

    /// <summary>One sentence for whoever chooses among the actions.</summary>
    public abstract string About { get; }

    /// <summary>Whom or what it is about.</summary>
    public virtual ActionSubject Subject => ActionSubject.Person;

    /// <summary>How many people (units) one decision may concern, 1 to 500.</summary>
    public virtual int MaxItems => 500;

    /// <summary>True for acts about earlier decisions: they take hold when they are signed, whatever days those were about.</summary>
    public virtual bool TakesHoldAtSigning => false;

    /// <summary>What must be typed, in the order people think.</summary>
    public abstract IReadOnlyList<ActionInput> Inputs { get; }

    /// <summary>Legal instruments the act rests on, on a day, e.g. "Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025", oldest first within a rank of law.</summary>
    public abstract IReadOnlyList<string> BasesOn(DateOnly day);

    /// <summary>
    /// For acts by which somebody enters the register: people in it whose record the act goes on with instead, one for each form; null for whoever is new.
    /// </summary>
    public virtual Task<IReadOnlyList<Guid?>> KnownAsync(IReadOnlyList<IReadOnlyDictionary<string, string>> forms, DateOnly today, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Guid?>>(new Guid?[forms.Count]);

    /// <summary>Loads, in few queries, what the action needs beyond the case itself. Called once before the cases are assessed.</summary>
    public virtual Task PrepareAsync(IReadOnlyList<ActionCase> cases, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Reads the inputs, checks the conditions and plans the effects of one case.</summary>
    public abstract Task<Assessment> AssessAsync(ActionCase one, CancellationToken ct);

    /// <summary>What to ask the authority rules; null when nobody need be asked.</summary>
    public abstract AuthorityQuestion? Authority(ActionCase one);

    /// <summary>Values a fresh form starts with for this subject, e.g. the day a raise is due.</summary>
    public virtual Task<IReadOnlyDictionary<string, string>> SuggestAsync(ActionCase one, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    /// <summary>Whom to tell of one case once it is signed; the person and the unit unless the action says more.</summary>
    public virtual Audience Tell(ActionCase one) => new([one.SubjectId], one.Person?.UnitId is { } unit ? [unit] : []);

    /// <summary>How lists name the subject of a case when the register does not know it yet.</summary>
    public virtual string? NameOf(IReadOnlyDictionary<string, string> inputs) => null;

    /// <summary>The words of the decision. <paramref name="cases"/> are those without errors, in the order of the list.</summary>
    public abstract Task<DecisionText> PrintAsync(IReadOnlyList<ActionCase> cases, DateOnly day, CancellationToken ct);
}
