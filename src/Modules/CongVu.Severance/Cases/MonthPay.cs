using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Law.Severance;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Severance.Cases;

/// <summary>The pay of the month before leaving, part by part, as the record has it.</summary>
internal static class MonthPay
{
    private const string PublicDuty = "public-duty";

    /// <summary>First day of the month before the one somebody leaves in.</summary>
    public static DateOnly MonthBefore(DateOnly leaveOn) => new DateOnly(leaveOn.Year, leaveOn.Month, 1).AddMonths(-1);

    /// <summary>The parts; empty when the person is not paid by a table on that day.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach the month.</exception>
    /// <exception cref="CaseInputException">The record does not fit the law.</exception>
    public static IReadOnlyList<PayPart> Parts(LawBook law, PersonRecord record, DateOnly month)
    {
        var rank = record.Of(FactKind.RankAndStep).FirstOrDefault(f => f.Holds(month));
        var job = record.Of(FactKind.Employment).FirstOrDefault(f => f.Holds(month));
        if (rank?.Value is not SetRankAndStep step || job?.Value is not SetEmployment employment) return [];
        var allowances = record.Of(FactKind.Allowance).Where(f => f.Holds(month)).ToList();
        var post = allowances.FirstOrDefault(a => a.Value is SetAllowance { Kind: AllowanceRows.Leadership, Coefficient: not null });
        var holding = new PayHolding(PersonTerms.Category(employment.Category), step.TableCode, step.Step, Percent.Of(step.OverScalePercent), new Coefficient((post?.Value as SetAllowance)?.Coefficient ?? 0))
        {
            StepDecision = rank.Source.Label,
            PostDecision = post?.Source.Label,
        };
        var rules = new MonthlyPay(law, month);
        var pay = rules.Assess(holding);
        var parts = new List<PayPart>();
        foreach (var part in rules.Explain(holding).Children)
            parts.Add(new PayPart(part.Label switch { "Mức lương theo ngạch, bậc" => "salary", "Phụ cấp chức vụ lãnh đạo" => "post", "Phụ cấp thâm niên vượt khung" => "over-scale", _ => PublicDuty }, part));
        var others = new OtherAllowances(law, month);
        foreach (var (fact, value) in Others(allowances))
            parts.Add(new PayPart(value.Kind, others.Explain(new OtherAllowance(AllowanceRows.NameOf(value.Kind), value.Coefficient is { } c ? new Coefficient(c) : null, value.Percent is { } p ? Percent.Of(p) : null, value.Amount, fact.Source.Label), pay)));
        return parts;
    }

    private static IEnumerable<(StatedFact<Effect> Fact, SetAllowance Value)> Others(IEnumerable<StatedFact<Effect>> allowances) =>
        allowances.Select(f => (Fact: f, Value: (SetAllowance)f.Value)).Where(a => a.Value.Kind != PublicDuty && a.Value is not { Kind: AllowanceRows.Leadership, Coefficient: not null });
}
