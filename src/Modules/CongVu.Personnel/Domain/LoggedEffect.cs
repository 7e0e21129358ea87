using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Personnel.Domain;

/// <summary>An effect on a person as the log has it: its place in the order of recording and what stands behind it.</summary>
internal sealed record LoggedEffect(
    Guid Id, int Version, Guid PersonId, long Seq, DateOnly From, Effect Effect, Guid? DecisionId, Guid? DeclarationId, string Label, DateTime RecordedAt)
{
    /// <summary>Order of the record: by day, then by recording.</summary>
    public static int Order(LoggedEffect a, LoggedEffect b) => a.From != b.From ? a.From.CompareTo(b.From) : a.Seq.CompareTo(b.Seq);
}

/// <summary>What facts exclude each other in time for one person: the kind and, where a person has several of it, its key.</summary>
internal readonly record struct FactKey(FactKind Kind, string? Code = null, Guid Unit = default);

/// <summary>Which fact an effect sets or ends.</summary>
internal readonly record struct EffectTarget(FactKey Key, bool Sets)
{
    public static EffectTarget Of(Effect effect) => effect switch
    {
        SetIdentity => new(new(FactKind.Identity), true),
        SetContact => new(new(FactKind.Contact), true),
        SetEmployment => new(new(FactKind.Employment), true),
        EndEmployment => new(new(FactKind.Employment), false),
        HoldPost post => new(new(FactKind.LeadershipPost, post.PostCode, post.UnitId), true),
        EndPost post => new(new(FactKind.LeadershipPost, post.PostCode, post.UnitId), false),
        SetRankAndStep => new(new(FactKind.RankAndStep), true),
        SetAllowance allowance => new(new(FactKind.Allowance, allowance.Kind), true),
        EndAllowance allowance => new(new(FactKind.Allowance, allowance.Kind), false),
        SetQualification qualification => new(new(FactKind.Qualification, qualification.Kind), true),
        SetPartyAndUnion => new(new(FactKind.PartyAndUnion), true),
        SetSocialInsurance => new(new(FactKind.SocialInsurance), true),
        SetTestResult test => new(new(FactKind.TestResult, test.ExamId), true),
        _ => throw new InvalidOperationException($"{effect.GetType().Name} is no effect on persons."),
    };

    /// <summary>The effect types of this module.</summary>
    public static readonly IReadOnlyCollection<Type> Types =
    [
        typeof(SetIdentity), typeof(SetContact), typeof(SetEmployment), typeof(EndEmployment), typeof(HoldPost), typeof(EndPost),
        typeof(SetRankAndStep), typeof(SetAllowance), typeof(EndAllowance), typeof(SetQualification), typeof(SetPartyAndUnion), typeof(SetSocialInsurance), typeof(SetTestResult),
    ];
}
