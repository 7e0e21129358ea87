using CongVu.Platform.Events;

namespace CongVu.Decisions.Contracts;

/// <summary>A decision was signed and numbered.</summary>
/// <param name="Number">e.g. 125/QĐ-SNV.</param>
/// <param name="SignerUnitId">The agency that issued it.</param>
/// <param name="Subjects">Persons or units it is about.</param>
public sealed record DecisionSigned(Guid DecisionId, string ActionCode, string Number, DateOnly SignedOn, Guid SignerUnitId, IReadOnlyList<Guid> Subjects) : IDomainEvent;

/// <summary>A decision has taken hold and the records have changed.</summary>
/// <param name="On">First day of the effects that took hold now.</param>
/// <param name="Subjects">Persons or units whose records changed now.</param>
public sealed record DecisionEffective(Guid DecisionId, string ActionCode, DateOnly On, IReadOnlyList<Guid> Subjects) : IDomainEvent;

/// <summary>A decision, or some items of it, was annulled by another.</summary>
/// <param name="ByDecisionId">The annulling decision.</param>
/// <param name="Whole">True when nothing of it is left.</param>
/// <param name="Subjects">Persons or units whose records were put back.</param>
public sealed record DecisionAnnulled(Guid DecisionId, Guid ByDecisionId, bool Whole, IReadOnlyList<Guid> Subjects) : IDomainEvent;

/// <summary>
/// A person's duty in a unit has ended (retired, left, moved elsewhere): accounts and grants tied to it must end at once.
/// </summary>
/// <param name="FromUnitId">Unit that was left; null when unknown.</param>
/// <param name="ToUnitId">New unit after a transfer; null when the person left the service.</param>
/// <param name="On">First day the duty no longer exists.</param>
/// <param name="Reason">retired, resigned, severed, dismissed, died, left-province or transferred.</param>
public sealed record DutyEnded(Guid PersonId, Guid? FromUnitId, Guid? ToUnitId, DateOnly On, string Reason, Guid DecisionId) : IDomainEvent;
