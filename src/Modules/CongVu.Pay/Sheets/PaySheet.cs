using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Text;

namespace CongVu.Pay.Sheets;

/// <summary>
/// Pay of one person through time: each month by the facts and the law of its first day, as payrolls are made; what changes within a month counts from the next
/// and is said beside it.
/// </summary>
internal sealed class PaySheet(LawBook law, MonthlyRules rules)
{
    private const string PublicDuty = "public-duty";

    /// <summary>Nobody is paid longer than this; days far ahead may be asked for.</summary>
    private const int MostMonths = 720;

    /// <summary>First month the law's data allow to compute.</summary>
    public DateOnly Earliest => law.Pay.BaseSalary.Values[0].From;

    /// <summary>The months of a record, from its first rank (or the first day of the data) to the month of a day.</summary>
    public IReadOnlyList<PayOfMonth> Months(PersonRecord record, DateOnly until)
    {
        var ranks = record.Of(FactKind.RankAndStep);
        if (ranks.Count == 0) return [];
        var first = ranks[0].From < Earliest ? Earliest : ranks[0].From;
        first = new DateOnly(first.Year, first.Month, 1) is var month && month < first ? month.AddMonths(1) : month;
        var months = new List<PayOfMonth>();
        for (var day = first; day <= until && months.Count < MostMonths; day = day.AddMonths(1)) months.Add(Of(record, day));
        return months;
    }

    /// <summary>Months of the same pay as stretches, latest first.</summary>
    public static IReadOnlyList<PayStretch> Stretches(IReadOnlyList<PayOfMonth> months)
    {
        var stretches = new List<PayStretch>();
        for (var i = 0; i < months.Count; i++)
            if (i == 0 || !months[i].SameAs(months[i - 1]))
            {
                if (stretches.Count > 0) stretches[^1] = stretches[^1] with { Until = months[i].Month.AddDays(-1) };
                stretches.Add(new PayStretch(months[i].Month, null, months[i]));
            }
        stretches.Reverse();
        return stretches;
    }

    /// <summary>One month.</summary>
    public PayOfMonth Of(PersonRecord record, DateOnly month)
    {
        var facts = On(record, month);
        var note = NoteOn(record, month);
        if (facts.Rank is null || facts.Job is null) return new PayOfMonth(month, null, default, [], "Không hưởng lương theo bảng lương vào ngày đầu tháng.", note);
        try
        {
            var (pay, others) = rules.On(law, month);
            var holding = Holding(facts);
            var outcome = pay.Assess(holding);
            return new PayOfMonth(month, holding, outcome, [.. Others(facts).Select(o => new OtherPart(o.Name, others.Assess(o, outcome)))], null, note);
        }
        catch (Exception e) when (e is OutsideCoverageException or CaseInputException)
        {
            return new PayOfMonth(month, null, default, [], e.Message, note);
        }
    }

    /// <summary>The same with its reasons; null when there is nothing to explain.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach the month.</exception>
    /// <exception cref="CaseInputException">The record does not fit the law.</exception>
    public Explanation? Explain(PersonRecord record, DateOnly month)
    {
        var facts = On(record, month);
        if (facts.Rank is null || facts.Job is null) return null;
        var (pay, others) = rules.On(law, month);
        var holding = Holding(facts);
        var outcome = pay.Assess(holding);
        var why = pay.Explain(holding);
        var more = Others(facts).Select(o => others.Explain(o, outcome)).ToList();
        if (more.Count == 0) return why with { Label = $"Tiền lương tháng {month:MM/yyyy}" };
        var total = outcome.Total + more.Sum(m => m.Value.AsMoney);
        return why with { Label = $"Tiền lương tháng {month:MM/yyyy}", Value = ExplainedValue.Money(total), Formula = string.Join(" + ", why.Children.Concat(more).Select(c => c.Label)), Children = [.. why.Children, .. more] };
    }

    private sealed record FactsOn(StatedFact<Platform.Acts.Effect>? Rank, StatedFact<Platform.Acts.Effect>? Job, IReadOnlyList<StatedFact<Platform.Acts.Effect>> Allowances);

    private static FactsOn On(PersonRecord record, DateOnly day) =>
        new(record.Of(FactKind.RankAndStep).FirstOrDefault(f => f.Holds(day)), record.Of(FactKind.Employment).FirstOrDefault(f => f.Holds(day)), [.. record.Of(FactKind.Allowance).Where(f => f.Holds(day))]);

    private static PayHolding Holding(FactsOn facts)
    {
        var rank = (SetRankAndStep)facts.Rank!.Value;
        var post = facts.Allowances.FirstOrDefault(a => a.Value is SetAllowance { Kind: AllowanceRows.Leadership, Coefficient: not null });
        return new PayHolding(PersonTerms.Category(((SetEmployment)facts.Job!.Value).Category), rank.TableCode, rank.Step, Percent.Of(rank.OverScalePercent), new Coefficient((post?.Value as SetAllowance)?.Coefficient ?? 0))
        {
            StepDecision = facts.Rank.Source.Label,
            PostDecision = post?.Source.Label,
        };
    }

    // The leadership allowance is part of the basis, and phụ cấp công vụ follows from the law; every other allowance stands beside them.
    private static IEnumerable<OtherAllowance> Others(FactsOn facts) =>
        facts.Allowances.Select(f => (Fact: f, Value: (SetAllowance)f.Value)).Where(a => a.Value.Kind != PublicDuty && a.Value is not { Kind: AllowanceRows.Leadership, Coefficient: not null })
            .Select(a => new OtherAllowance(AllowanceRows.NameOf(a.Value.Kind), a.Value.Coefficient is { } c ? new Coefficient(c) : null, a.Value.Percent is { } p ? Percent.Of(p) : null, a.Value.Amount, a.Fact.Source.Label));

    private static string? NoteOn(PersonRecord record, DateOnly month)
    {
        var days = new[] { FactKind.RankAndStep, FactKind.Allowance, FactKind.Employment }.SelectMany(record.Of).Select(f => f.From).Where(d => d.Day > 1 && d.Year == month.Year && d.Month == month.Month).Distinct().Order().ToList();
        return days.Count == 0 ? null : $"Có thay đổi trong tháng từ {string.Join(", ", days.Select(d => VnFormat.Date(d)))}; tính từ tháng sau.";
    }
}
