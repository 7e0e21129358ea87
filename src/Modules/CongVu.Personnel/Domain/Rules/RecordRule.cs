using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Personnel.Domain.Rules;

/// <summary>One thing that must be so for a record to make sense, looked at for each effect in it.</summary>
internal abstract class RecordRule
{
    /// <summary>Stable name, kebab-case.</summary>
    public abstract string Code { get; }

    /// <summary>What is wrong with the effect within this record, in Vietnamese, with the cure; null when nothing is.</summary>
    public abstract string? Complaint(FoldedRecord record, LoggedEffect effect);
}

/// <summary>A rule about one type of effect.</summary>
internal abstract class RecordRule<TEffect> : RecordRule where TEffect : Effect
{
    public sealed override string? Complaint(FoldedRecord record, LoggedEffect effect) =>
        effect.Effect is TEffect typed ? Complaint(record, effect, typed) : null;

    protected abstract string? Complaint(FoldedRecord record, LoggedEffect effect, TEffect typed);
}

/// <summary>All rules that need nothing but the record itself.</summary>
internal sealed class RecordRules
{
    private readonly RecordRule[] _rules =
    [
        new IdentityBeforeService(), new RankNeedsEmployment(), new PostNeedsEmployment(), new AllowanceNeedsEmployment(),
        new EndNeedsBeginning(), new NothingAfterDeath(),
        new ReadableBirthDate(), new BornBeforeRecord(), new BornBeforeService(), new JoinedBeforePlaced(), new PartyDatesInOrder(), new StudiesAfterBirth(),
        new TwelveDigitPersonalId(), new NameGiven(), new KnownSex(), new KnownCategory(), new KnownPost(), new KnownQualificationKind(),
        new TermNotNegative(), new SoundPay(), new OneMeasureOfAllowance(), new SoundInsuranceMonths(),
    ];

    /// <summary>What is wrong with a record.</summary>
    public IEnumerable<(RecordRule Rule, LoggedEffect Effect, string Message)> Complaints(FoldedRecord record)
    {
        foreach (var effect in record.Effects)
            foreach (var rule in _rules)
                if (rule.Complaint(record, effect) is { } message) yield return (rule, effect, message);
    }

    /// <summary>
    /// What a change of the record makes wrong: complaints that were not there before. An act answers for what it breaks, not for
    /// what was broken already.
    /// </summary>
    public IReadOnlyList<RecordViolation> Added(FoldedRecord before, FoldedRecord after)
    {
        HashSet<(string, Guid)>? known = null;
        List<RecordViolation>? added = null;
        foreach (var (rule, effect, message) in Complaints(after))
        {
            known ??= [.. Complaints(before).Select(c => (c.Rule.Code, c.Effect.Id))];
            if (!known.Contains((rule.Code, effect.Id))) (added ??= []).Add(new RecordViolation(rule.Code, effect.PersonId, effect.Id, message));
        }
        return added ?? (IReadOnlyList<RecordViolation>)[];
    }
}
