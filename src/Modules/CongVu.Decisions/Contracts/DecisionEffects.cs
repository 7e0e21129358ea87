using CongVu.Platform.Acts;

namespace CongVu.Decisions.Contracts;

/// <summary>
/// Takes one item of an earlier decision out of the record. The effect's subject is the person or unit of that item.
/// </summary>
/// <param name="DecisionId">The earlier decision.</param>
/// <param name="ItemId">Its item.</param>
/// <param name="EffectIds">All effects of the item.</param>
[EffectCode("decisions.annul-item")]
public sealed record AnnulItem(Guid DecisionId, Guid ItemId, Guid[] EffectIds) : Effect;

/// <summary>
/// Puts another payload or day in the place of one effect of an earlier decision. Old and new are both kept here, so the
/// correction can be read without looking anything up.
/// </summary>
/// <param name="EffectCode">Stored name of the effect's type.</param>
[EffectCode("decisions.correct-effect")]
public sealed record CorrectEffect(Guid DecisionId, Guid ItemId, Guid EffectId, string EffectCode, DateOnly OldFrom, string OldPayload, DateOnly NewFrom, string NewPayload) : Effect;
