using CongVu.Organisation.Contracts;
using CongVu.Organisation.Domain;
using CongVu.Platform.Data;
using NpgsqlTypes;

namespace CongVu.Organisation.Data;

/// <summary>A row that says since when and until when the system knew it.</summary>
internal interface IRecorded
{
    NpgsqlRange<DateTime> Recorded { get; set; }
}

/// <summary>A unit's identity, whatever it is called.</summary>
internal sealed class Unit
{
    public Guid Id { get; init; }
    public DateTime CreatedAt { get; init; }
}

/// <summary>One row of the effect log.</summary>
internal sealed class UnitEffectRow
{
    public Guid RowId { get; init; } = Guid.CreateVersion7();
    public Guid Id { get; init; }
    public Guid UnitId { get; init; }
    /// <summary>Order of recording; a corrected effect keeps the place of the one it corrects.</summary>
    public long Seq { get; init; }
    public required string Type { get; init; }
    public required string Payload { get; init; }
    public DateOnly FromDay { get; init; }
    public Guid? DecisionId { get; init; }
    public Guid ProcessId { get; init; }
    public required string Label { get; init; }
    public DateTime RecordedAt { get; init; }
    public DateTime? VoidedAt { get; set; }
    public Guid? VoidedBy { get; set; }
}

/// <summary>What a unit is on a range of days, as known in a range of time.</summary>
internal sealed class UnitVersion : Fact, IRecorded
{
    public Guid UnitId { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public required string Symbol { get; init; }
    public UnitKind Kind { get; init; }
    public UnitLevel Level { get; init; }
    public Guid? ParentId { get; init; }
    public Guid EffectId { get; init; }
    public required string Label { get; init; }

    /// <summary>Everything but key and recorded time: two rows with equal content say the same.</summary>
    public object Content => (UnitId, Valid.LowerBound, Valid.Until(), (Code, Name, ShortName, Symbol, Kind, Level, ParentId), EffectId, DecisionId, Label);

    public static UnitVersion Of(Guid unitId, UnitSpan span) => new()
    {
        UnitId = unitId, Valid = Span.Between(span.From, span.Until), EffectId = span.EffectId, DecisionId = span.DecisionId, Label = span.Label,
        Code = span.State.Code, Name = span.State.Name, ShortName = span.State.ShortName, Symbol = span.State.Symbol,
        Kind = span.State.Kind, Level = span.State.Level, ParentId = span.State.ParentId,
    };

    public UnitView View() => new(UnitId, Code, Name, ShortName, Symbol, Kind, Level, ParentId, Valid.LowerBound, Valid.Until());
}

/// <summary>That one unit went on as another, as known in a range of time.</summary>
internal sealed class UnitLineage : IRecorded
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PredecessorId { get; init; }
    public Guid SuccessorId { get; init; }
    public DateOnly Day { get; init; }
    public NpgsqlRange<DateTime> Recorded { get; set; }
    /// <summary>The unit whose effect says so: the successor's establishment or the predecessor's dissolution.</summary>
    public Guid StatedBy { get; init; }
    public Guid EffectId { get; init; }
    public Guid? DecisionId { get; init; }
    public required string Label { get; init; }

    public object Content => (PredecessorId, SuccessorId, Day, StatedBy, EffectId, DecisionId, Label);

    public static UnitLineage Of(Guid unitId, LineageLink link) => new()
    {
        PredecessorId = link.PredecessorId, SuccessorId = link.SuccessorId, Day = link.Day, StatedBy = unitId,
        EffectId = link.EffectId, DecisionId = link.DecisionId, Label = link.Label,
    };
}
