using CongVu.Platform.Acts;

namespace CongVu.Organisation.Contracts;

/// <summary>The unit exists from the day on (the effect's subject is the new unit's id).</summary>
[EffectCode("organisation.establish")]
public sealed record EstablishUnit(string Code, string Name, string ShortName, string Symbol, UnitKind Kind, UnitLevel Level, Guid? ParentId, Guid[] PredecessorIds) : Effect;

/// <summary>The unit bears another name from the day on.</summary>
[EffectCode("organisation.rename")]
public sealed record RenameUnit(string Name, string ShortName, string Symbol) : Effect;

/// <summary>The unit belongs to another parent from the day on.</summary>
[EffectCode("organisation.move")]
public sealed record MoveUnit(Guid ParentId) : Effect;

/// <summary>The unit ends: the day is the first on which it no longer exists. Successors take over its files and open tasks.</summary>
[EffectCode("organisation.dissolve")]
public sealed record DissolveUnit(Guid[] SuccessorIds) : Effect;
