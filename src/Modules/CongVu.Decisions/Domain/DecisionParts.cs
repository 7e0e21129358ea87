using CongVu.Decisions.Contracts;

namespace CongVu.Decisions.Domain;

/// <summary>Whether an item still counts.</summary>
internal enum ItemState { Kept, Dropped, Annulled }

/// <summary>One person (unit) of a decision.</summary>
internal sealed class DecisionItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DecisionId { get; init; }
    public required int No { get; init; }
    public required Guid SubjectId { get; set; }
    public string SubjectName { get; set; } = "";
    public Guid? UnitId { get; set; }
    public string Inputs { get; set; } = "{}";
    public ItemState State { get; set; }
    public string? DropReason { get; set; }
    public string Summary { get; set; } = "";
    public Standing Standing { get; set; } = Standing.Unknown;

    public IReadOnlyDictionary<string, string> OwnInputs => InputJson.Read(Inputs);
}

/// <summary>Where an effect stands.</summary>
internal enum EffectState { Planned, Applied, Void }

/// <summary>One effect of an item. Code, payload and day are as signed; a correction is kept beside them.</summary>
internal sealed class DecisionEffect
{
    public required Guid Id { get; init; }
    public required Guid DecisionId { get; init; }
    public required Guid ItemId { get; init; }
    public required int Ordinal { get; init; }
    public required Guid SubjectId { get; init; }
    public required DateOnly FromDay { get; init; }
    public required string Code { get; init; }
    public required string Payload { get; init; }
    public EffectState State { get; set; }
    public DateTime? AppliedAt { get; set; }
    public DateOnly? CorrectedFrom { get; set; }
    public string? CorrectedPayload { get; set; }
    public Guid? CorrectedBy { get; set; }
    public Guid? VoidedBy { get; set; }
}

/// <summary>At which stage checks were run.</summary>
internal enum CheckStage { Draft, Submitted, Verified, Signed, Imported }

/// <summary>Checks as found at a stage, of an item or of the decision as a whole.</summary>
internal sealed class DecisionAssessment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DecisionId { get; init; }
    public Guid? ItemId { get; init; }
    public required CheckStage Stage { get; init; }
    public required DateTime At { get; init; }
    public Guid? AccountId { get; init; }
    public required string Checks { get; init; }
    public string? Explanation { get; init; }
}

/// <summary>A failing check set aside on a recorded legal basis.</summary>
internal sealed class DecisionOverride
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DecisionId { get; init; }
    public Guid? ItemId { get; init; }
    public required string CheckCode { get; init; }
    public required string Basis { get; init; }
    public required string Reason { get; init; }
    public required Guid AccountId { get; init; }
    public required string AccountName { get; init; }
    public required DateTime At { get; init; }
    public DateTime? WithdrawnAt { get; set; }
}

/// <summary>One move of a decision: who, when, why.</summary>
internal sealed class DecisionStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DecisionId { get; init; }
    public required string Process { get; init; }
    public required Guid ProcessId { get; init; }
    public required DecisionState FromState { get; init; }
    public required DecisionState ToState { get; init; }
    public Guid? AccountId { get; init; }
    public required string AccountName { get; init; }
    public required DateTime At { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A file that goes with a decision.</summary>
internal sealed class DecisionAttachment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DecisionId { get; init; }
    public required Guid FileId { get; init; }
    public required string Label { get; init; }
    public Guid? AccountId { get; init; }
    public required string AccountName { get; init; }
    public required DateTime At { get; init; }
}
