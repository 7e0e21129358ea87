using CongVu.Platform.Acts;
using CongVu.Platform.Security;

namespace CongVu.Personnel.Contracts;

/// <summary>What stands behind a fact.</summary>
/// <param name="EffectId">The effect it comes from.</param>
/// <param name="Label">How histories name the act, e.g. "Quyết định 125/QĐ-SNV ngày 02/03/2026".</param>
/// <param name="DecisionId">The signed decision, or null.</param>
/// <param name="DeclarationId">The accepted declaration, or null.</param>
/// <param name="RecordedAt">Since when the system knows this wording of it.</param>
/// <param name="CorrectedBy">The act that corrected an earlier wording, or null.</param>
/// <param name="CorrectedByDecisionId">Its decision.</param>
public sealed record FactSource(Guid EffectId, string Label, Guid? DecisionId, Guid? DeclarationId, DateTime RecordedAt, string? CorrectedBy = null, Guid? CorrectedByDecisionId = null);

/// <summary>A fact with its days and its source.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">First day it no longer holds; null: until further notice.</param>
public sealed record StatedFact<T>(T Value, DateOnly From, DateOnly? Until, FactSource Source) where T : Effect
{
    /// <summary>True when it holds on the day.</summary>
    public bool Holds(DateOnly day) => From <= day && (Until is not { } until || day < until);
}

/// <summary>A leadership post held.</summary>
/// <param name="Fact">The present term.</param>
/// <param name="HeldSince">First day of holding it without a break, over all terms.</param>
/// <param name="TermUntil">First day after the present term; null when it has none.</param>
public sealed record HeldPost(StatedFact<HoldPost> Fact, DateOnly HeldSince, DateOnly? TermUntil);

/// <summary>The last employment ended.</summary>
/// <param name="LeftUnitId">The unit that was left, which keeps the file.</param>
public sealed record Departed(StatedFact<EndEmployment> Fact, Guid? LeftUnitId);

/// <summary>Everything that holds for one person on one day, with what stands behind each fact.</summary>
public sealed record PersonState(
    Guid PersonId,
    StatedFact<SetIdentity>? Identity,
    StatedFact<SetContact>? Contact,
    StatedFact<SetEmployment>? Employment,
    Departed? Departure,
    IReadOnlyList<HeldPost> Posts,
    StatedFact<SetRankAndStep>? Rank,
    IReadOnlyList<StatedFact<SetAllowance>> Allowances,
    IReadOnlyList<StatedFact<SetQualification>> Qualifications,
    StatedFact<SetPartyAndUnion>? PartyAndUnion,
    StatedFact<SetSocialInsurance>? SocialInsurance)
{
    /// <summary>Examinations taken while serving, as decisions acknowledged them.</summary>
    public IReadOnlyList<StatedFact<SetTestResult>> Tests { get; init; } = [];

    /// <summary>Unit that keeps the file: employed in, or else last left.</summary>
    public Guid? FileUnitId => Employment?.Value.UnitId ?? Departure?.LeftUnitId;

    /// <summary>The highest post held (posts come highest first).</summary>
    public HeldPost? HighestPost => Posts.Count > 0 ? Posts[0] : null;
}

/// <summary>Something that happened to a person, as a line of the history.</summary>
/// <param name="Day">Day it took hold.</param>
/// <param name="Kind">Which part of the record.</param>
/// <param name="Class">Data class: hide the line where the gate does not allow it.</param>
/// <param name="Title">What happened, e.g. "Bổ nhiệm Trưởng phòng và tương đương".</param>
/// <param name="Detail">The particulars.</param>
/// <param name="Until">First day the fact no longer holds, when known; null for ends and for facts that hold on.</param>
/// <param name="VoidedBy">The act that annulled it, or that corrected this wording of it; null: it stands.</param>
/// <param name="WasCorrected">True when <paramref name="VoidedBy"/> corrected it: another line carries the right wording.</param>
public sealed record TimelineLine(
    DateOnly Day, FactKind Kind, DataClass Class, string Title, string Detail, DateOnly? Until, FactSource Source,
    string? VoidedBy = null, Guid? VoidedByDecisionId = null, DateTime? VoidedAt = null, bool WasCorrected = false);

/// <summary>Data classes of the kinds of facts.</summary>
public static class FactKinds
{
    /// <summary>The class whose grant is needed to see facts of this kind.</summary>
    public static DataClass ClassOf(FactKind kind) => kind switch
    {
        FactKind.Contact => DataClass.Contact,
        FactKind.PartyAndUnion => DataClass.Party,
        _ => DataClass.Basic,
    };
}
