using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Web;
using CongVu.Severance.Data;

namespace CongVu.Severance.Cases;

/// <summary>A fact a case rests on, with where it came from.</summary>
internal sealed record CaseFact(string Key, string Label, string Value, string Origin);

/// <summary>A component of the amount, as kept at the appraisal.</summary>
internal sealed record KeptLine(string Code, string Name, long Amount, FundingSource Funding);

/// <summary>What a case rested on when it was appraised.</summary>
internal sealed record CaseSnapshot(string Regime, long Amount, IReadOnlyList<KeptLine> Lines, IReadOnlyList<CaseFact> Facts);

/// <summary>Something that is otherwise than at the appraisal.</summary>
internal sealed record CaseChange(string Label, string Was, string Now);

/// <summary>What the law says of a case by the record and the answers of now.</summary>
/// <param name="Problem">Why nothing can be reckoned; null when it was.</param>
/// <param name="Explanation">The whole calculation: benefit, pay, months left.</param>
internal sealed record CaseReckoning(ExitBenefit? Benefit, ExitAssessment? Assessment, Explanation? Explanation, IReadOnlyList<CaseFact> Facts, IReadOnlyList<Question> Questions, RegimeChoice? Choice, string? Problem)
{
    public long Amount => Benefit?.Amount ?? 0;

    public IEnumerable<Condition> Conditions => Assessment?.All ?? [];

    /// <summary>All conditions together; a case that cannot be reckoned cannot be told.</summary>
    public ConditionState State => Assessment is null || (Benefit is null && Assessment.State == ConditionState.Met) ? ConditionState.CannotTellYet : Assessment.State;

    public CaseSnapshot? Snapshot => Benefit is null ? null
        : new(Benefit.Choice.Regime.Name, Benefit.Amount, [.. Benefit.Lines.Select(l => new KeptLine(l.Code, l.Name, l.Amount, l.Funding))], Facts);

    /// <summary>Conditions as screens draw them.</summary>
    public IReadOnlyList<CheckLine> Checks => [.. Conditions.Select(c => new CheckLine(c.State switch { ConditionState.Met => CheckState.Met, ConditionState.NotMet => CheckState.Blocks, _ => CheckState.Unknown }, c.Name, c.Because, c.Provision, Cure: c.State == ConditionState.Met ? null : c.Cure))];
}

/// <summary>A case with the person, the answers and what they come to.</summary>
internal sealed record CaseView(SeveranceCase Case, PersonRow Person, string UnitName, IReadOnlyList<CaseAnswer> Answers, CaseReckoning Reckoning)
{
    public Guid Id => Case.Id;
    public CaseSnapshot? Appraised { get; init; }

    /// <summary>What is otherwise than at the appraisal; empty while nothing was appraised.</summary>
    public IReadOnlyList<CaseChange> Changes => Appraised is { } was ? Differences(was, Reckoning) : [];

    private static List<CaseChange> Differences(CaseSnapshot was, CaseReckoning now)
    {
        var changes = new List<CaseChange>();
        void Compare(string label, string before, string after)
        {
            if (before != after) changes.Add(new CaseChange(label, before, after));
        }
        Compare("Chế độ áp dụng", was.Regime, now.Choice?.Regime.Name ?? "không xác định");
        Compare("Tổng mức hưởng", Platform.Text.VnFormat.Money(was.Amount), now.Benefit is null ? "không tính được" : Platform.Text.VnFormat.Money(now.Amount));
        var facts = now.Facts.ToDictionary(f => f.Key);
        foreach (var fact in was.Facts) Compare(fact.Label, fact.Value, facts.GetValueOrDefault(fact.Key)?.Value ?? "không còn");
        foreach (var fact in now.Facts.Where(f => was.Facts.All(w => w.Key != f.Key))) changes.Add(new CaseChange(fact.Label, "chưa có", fact.Value));
        return changes;
    }
}
