using CongVu.Law.Loading;

namespace CongVu.Law.Severance;

/// <summary>A benefit reckoned.</summary>
/// <param name="Choice">The regime that decided, and the transitional provision if one did.</param>
/// <param name="Amount">Đồng; the lines sum to it.</param>
/// <param name="EarlyYears">Early years as the regime counts them; null when it does not ask.</param>
/// <param name="ServiceYears">Insured or served years as the regime counts them; null when it does not ask.</param>
/// <param name="Explanation">The same with its reasons; its children are the lines.</param>
public sealed record ExitBenefit(
    RegimeChoice Choice, long Amount, Coefficient? EarlyYears, Coefficient? ServiceYears, IReadOnlyList<BenefitLine> Lines, Explanation Explanation);

/// <summary>Conditions of a case by the regime that decides it.</summary>
/// <param name="Ground">Of the case of downsizing the person falls under.</param>
/// <param name="Exclusions">That nothing stands against letting the person go now.</param>
/// <param name="Policy">Of the policy applied for.</param>
public sealed record ExitAssessment(RegimeChoice Choice, IReadOnlyList<Condition> Ground, IReadOnlyList<Condition> Exclusions, IReadOnlyList<Condition> Policy)
{
    /// <summary>All of them, in the order they are read.</summary>
    public IEnumerable<Condition> All => [.. Ground, .. Exclusions, .. Policy];

    /// <summary>What they come to together.</summary>
    public ConditionState State => All.All();
}

/// <summary>
/// Leaving with a benefit: downsizing (Nghị định 108/2014, 29/2023, 154/2025), reorganisation (178/2024 with 67/2025), part-time people of communes and villages
/// (154/2025 Điều 9, 10) and resignation of civil servants (170/2025, 300/2026). Pure, immutable, safe to share.
/// </summary>
public sealed class SeveranceLaw
{
    private readonly LawBook book;
    private readonly Dictionary<string, ExitRules> rules;
    private readonly ExitSelectors selectors;
    private readonly DownsizingGrounds grounds;
    private readonly ExitExclusions exclusions;
    private readonly ExitExclusions specialExclusions;

    internal SeveranceLaw(LawBook book, LawErrors errors)
    {
        this.book = book;
        var odd = book.Table("severance.odd-months");
        var resignation = book.Table("severance.resignation");
        var resignationOdd = book.Table("severance.resignation-odd-months");
        Decree108 = new Decree108_2014(SeveranceRegimes.Decree108, book.Table("severance.decree-108"), odd);
        Decree29 = new Decree29_2023(SeveranceRegimes.Decree29, book.Table("severance.decree-29"), odd);
        Decree154 = new Decree154_2025(SeveranceRegimes.Decree154, book.Table("severance.decree-154"), odd);
        Decree178 = new Decree178_2024(SeveranceRegimes.Decree178, book.Table("severance.decree-178"), book.Table("severance.decree-178-odd-months"));
        CommunePartTime = new PartTime154_2025(SeveranceRegimes.CommunePartTime, book.Table("severance.decree-154-commune-part-time"), odd);
        VillagePartTime = new PartTime154_2025(SeveranceRegimes.VillagePartTime, book.Table("severance.decree-154-village-part-time"), odd);
        Resignation170 = new Resignation170_2025(SeveranceRegimes.Resignation170, resignation, resignationOdd);
        Resignation300 = new Resignation300_2026(SeveranceRegimes.Resignation300, resignation, resignationOdd);
        ExitRules[] all = [Decree108, Decree29, Decree154, Decree178, CommunePartTime, VillagePartTime, Resignation170, Resignation300];
        rules = all.ToDictionary(r => r.Regime.Code);
        selectors = new ExitSelectors(book, this);
        grounds = new DownsizingGrounds(book.Table("severance.grounds"), errors);
        exclusions = new ExitExclusions(book.Table("severance.exclusions"), errors);
        specialExclusions = new ExitExclusions(book.Table("severance.decree-178-exclusions"), errors);
    }

    internal ExitRules Decree108 { get; }

    internal ExitRules Decree29 { get; }

    internal ExitRules Decree154 { get; }

    internal ExitRules Decree178 { get; }

    internal ExitRules CommunePartTime { get; }

    internal ExitRules VillagePartTime { get; }

    internal ExitRules Resignation170 { get; }

    internal ExitRules Resignation300 { get; }

    /// <summary>Which regime decides the case.</summary>
    /// <exception cref="OutsideCoverageException">No regime known to the data decides cases of that day.</exception>
    /// <exception cref="CaseInputException">The policy and the reason do not go together.</exception>
    public RegimeChoice Select(ExitCase @case) => selectors.Choose(@case);

    /// <summary>The benefit in đồng, component by component, with its reasons. Conditions are <see cref="Assess"/>'s business: a figure is no entitlement.</summary>
    /// <exception cref="OutsideCoverageException">No regime decides cases of that day, or the one that does makes no provision for such a case.</exception>
    /// <exception cref="CaseInputException">A fact the regime asks for is missing or impossible.</exception>
    public ExitBenefit Reckon(ExitCase @case)
    {
        var choice = Select(@case);
        var day = DayOf(@case, choice.Regime);
        var sheet = rules[choice.Regime.Code].Reckon(@case, day);
        var amount = sheet.Lines.Sum(l => l.Amount);
        var explanation = new Explanation(@case.Policy.Vietnamese(), ExplainedValue.Money(amount))
        {
            Formula = sheet.Lines.Count > 0 ? string.Join(" + ", sheet.Lines.Select(l => l.Name)) : null,
            Inputs =
            [
                new("Ngày nghỉ", ExplainedValue.Date(@case.On), "Quyết định nghỉ"),
                new("Lý do", ExplainedValue.Text(@case.Reason.Vietnamese()), "Hồ sơ đề nghị"),
                new("Đối tượng", ExplainedValue.Text(@case.Category.Vietnamese()), "Hồ sơ: quá trình công tác"),
            ],
            Notes = choice.Provision is { } transitional ? [$"Áp dụng chế độ này theo: {transitional}.", .. sheet.Notes] : sheet.Notes,
            Regime = ExplainedRegime.Of(choice.Regime, book, day),
            Children = [.. sheet.Lines.Select(l => l.Explanation)],
        };
        return new ExitBenefit(choice, amount, sheet.EarlyYears, sheet.ServiceYears, sheet.Lines, explanation);
    }

    /// <summary>The explanation of <see cref="Reckon"/> alone.</summary>
    /// <exception cref="OutsideCoverageException">As <see cref="Reckon"/>.</exception>
    /// <exception cref="CaseInputException">As <see cref="Reckon"/>.</exception>
    public Explanation Explain(ExitCase @case) => Reckon(@case).Explanation;

    /// <summary>The named conditions of the case, each met, not met, or not to be told yet. Never an amount.</summary>
    /// <exception cref="OutsideCoverageException">As <see cref="Select"/>.</exception>
    /// <exception cref="CaseInputException">As <see cref="Select"/>.</exception>
    public ExitAssessment Assess(ExitCase @case)
    {
        var choice = Select(@case);
        var rule = rules[choice.Regime.Code];
        var day = DayOf(@case, choice.Regime);
        var special = rule == Decree178;
        if (@case.Policy == ExitPolicy.Resignation)
        {
            return new ExitAssessment(choice, [], [], [.. rule.Conditions(@case, day)]);
        }
        return new ExitAssessment(
            choice,
            special ? [GroundFacts.Judge("redundant", @case, choice.Regime.Name)] : [.. grounds.Assess(@case, day)],
            [.. (special ? specialExclusions : exclusions).Assess(@case, day), Once(@case, choice.Regime)],
            [.. PayKnown(@case, choice.Regime), .. rule.Conditions(@case, day)]);
    }

    /// <summary>The cases in which a person may be downsized on a day.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public IReadOnlyList<DownsizingGround> GroundsOn(DateOnly day) => grounds.On(day);

    /// <summary>Whether someone downsized must pay the benefit back because a body paid from the budget took them on again.</summary>
    /// <param name="leftOn">The day of leaving.</param>
    /// <param name="takenOnAgain">The day of the new recruitment, election or use.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach the day of leaving.</exception>
    public Repayment RepaymentOf(DateOnly leftOn, DateOnly takenOnAgain)
    {
        var within = Decree154.FiguresOn(leftOn)["repay-within"];
        var last = LawDay.AddMonths(leftOn, within.Months);
        return new Repayment(takenOnAgain <= last, last, new Explanation("Ngày cuối phải hoàn trả trợ cấp nếu được tuyển dụng trở lại", ExplainedValue.Date(last))
        {
            Formula = $"Ngày nghỉ + {within.Months} tháng",
            Inputs =
            [
                new("Ngày nghỉ", ExplainedValue.Date(leftOn), "Quyết định nghỉ"),
                new("Ngày được tuyển dụng, bầu cử hoặc sử dụng trở lại", ExplainedValue.Date(takenOnAgain), "Hồ sơ: quá trình công tác"),
            ],
            Parameters = [within.Source],
        });
    }

    /// <summary>
    /// What is still due when a case decided under the decree of 2023 was unpaid as the decree of 2025 came: reckoned anew, the difference paid; never less than nothing.
    /// </summary>
    /// <param name="case">The case, with the day it was still unpaid.</param>
    /// <param name="decided">What the old decision awarded, đồng.</param>
    /// <exception cref="OutsideCoverageException">As <see cref="Reckon"/>.</exception>
    /// <exception cref="CaseInputException">As <see cref="Reckon"/>.</exception>
    public Explanation Difference(ExitCase @case, long decided)
    {
        var anew = Reckon(@case);
        var due = Math.Max(0, anew.Amount - decided);
        return new Explanation("Chênh lệch được chi trả thêm", ExplainedValue.Money(due))
        {
            Formula = "Mức tính lại − mức đã quyết định",
            Inputs = [new("Mức đã quyết định", ExplainedValue.Money(decided), "Quyết định tinh giản biên chế đã ban hành")],
            Children = [anew.Explanation],
        };
    }

    /// <summary>The day of the case, or the nearest day of the regime's own time when a transitional provision took it there.</summary>
    private static DateOnly DayOf(ExitCase @case, Regime regime) =>
        @case.On < regime.From ? regime.From : @case.On > regime.Until ? regime.Until.Value : @case.On;

    private static Condition Once(ExitCase @case, Regime regime) => Condition.Of("Chưa hưởng chính sách tinh giản biên chế hoặc sắp xếp tổ chức bộ máy nào", !@case.Evidence.PaidBefore,
        $"Mỗi người chỉ hưởng một chính sách, một lần; {regime.Name}", cure: "Đối chiếu danh sách đã chi trả");

    private IEnumerable<Condition> PayKnown(ExitCase @case, Regime regime)
    {
        yield return Condition.Of("Có tiền lương tháng hiện hưởng", @case.CurrentPay is null ? null : true, regime.Name, cure: "Bổ sung diễn biến lương của tháng liền kề");
        if (regime == Decree108.Regime || regime == Decree29.Regime)
        {
            yield return Condition.Of("Có tiền lương bình quân 60 tháng cuối", @case.AveragePay is null ? null : true, regime.Name, cure: "Bổ sung diễn biến lương 60 tháng cuối");
        }
    }
}

/// <summary>Whether a benefit must be paid back.</summary>
/// <param name="Due">Whether it must.</param>
/// <param name="LastDay">Last day on which being taken on again makes it due.</param>
public sealed record Repayment(bool Due, DateOnly LastDay, Explanation Explanation);
