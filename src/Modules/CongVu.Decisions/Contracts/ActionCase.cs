using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;

namespace CongVu.Decisions.Contracts;

/// <summary>One person (or unit) of one act, with everything the engine has loaded for it.</summary>
public sealed class ActionCase
{
    /// <summary>Item of the decision.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Decision the item belongs to.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>Person or unit acted upon; for a recruit or a new unit the id it will have.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What was typed: the decision's inputs and the item's own, the latter winning.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>The day from which the act takes hold, or the day of the check when it cannot be read yet.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day of the check; at signing, the date the decision will bear.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What holds for the person on <see cref="Day"/>, as known now; null for units and for people the register does not know.</summary>
    public PersonRow? Person { get; init; }

    /// <summary>The units on <see cref="Day"/>.</summary>
    public required UnitTree Units { get; init; }

    /// <summary>How many files are attached to the decision as evidence.</summary>
    public int Attachments { get; init; }

    /// <summary>True when the subject is the only one of the decision.</summary>
    public bool IsOnly { get; init; }

    /// <summary>The person on <see cref="Day"/>; only for actions about people in the register.</summary>
    /// <exception cref="InvalidOperationException">The action has no person loaded.</exception>
    public PersonRow ThePerson => Person ?? throw new InvalidOperationException("No person is loaded for this case.");
}
