using System.Collections.Frozen;

namespace CongVu.Law.Pay;

/// <summary>On what ground a raise comes before its time.</summary>
public enum EarlyRaiseGround
{
    /// <summary>Lập thành tích xuất sắc trong thực hiện nhiệm vụ; within the quota.</summary>
    Achievement,

    /// <summary>Đã có thông báo nghỉ hưu; outside the quota.</summary>
    RetirementNotice,
}

/// <summary>A raise so many months before the regular one.</summary>
/// <param name="RegularDue">The day the regular raise would come; null on the last step.</param>
/// <param name="From">First day of the next step when raised early; null on the last step.</param>
public readonly record struct EarlyStepRaiseOutcome(DateOnly? RegularDue, DateOnly? From, int NextStep, Coefficient Current, Coefficient Next);

/// <summary>
/// The step raise before its time (nâng bậc lương trước thời hạn) by the law of one day: Thông tư 08/2013/TT-BNV Điều 3. How many may get it is another question
/// (the quota); this one says from when, how far ahead at most, and how old an achievement may be.
/// </summary>
public sealed class EarlyStepRaise
{
    private readonly Lazy<ExplainedRegime> regime;
    private readonly RegularStepRaise regular;
    private readonly PayScales scales;
    private readonly Dated<int> most;
    private readonly Dated<LawTable> years;
    private readonly FrozenDictionary<string, LawRow> yearsByGroup;

    /// <param name="book">The law.</param>
    /// <param name="on">The day whose law decides.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public EarlyStepRaise(LawBook book, DateOnly on)
    {
        var chosen = PayRegimes.EarlyRaise.Choose(on).Regime;
        regime = new Lazy<ExplainedRegime>(() => ExplainedRegime.Of(chosen, book, on));
        regular = new RegularStepRaise(book, on);
        scales = book.Pay.ScalesOn(on);
        most = book.Months("pay.early-raise-months").At(on);
        years = book.Table("pay.early-raise-achievement-years").At(on);
        yearsByGroup = years.Value.Rows.ToFrozenDictionary(r => r.Text("group"));
    }

    /// <summary>How many months ahead a raise may come at most.</summary>
    public int MostMonths => most.Value;

    /// <summary>How many years before the end of the year of review an achievement still counts, for holders of a table.</summary>
    /// <exception cref="CaseInputException">The category is not paid by that table.</exception>
    public int AchievementYears(StaffCategory category, string table) => yearsByGroup[scales.Find(category, table).Group].Integer("years");

    /// <summary>Whole months still missing on a day until the regular raise, a begun month counted in full; 0 when it is due by then.</summary>
    public static int MissingMonths(DateOnly regularDue, DateOnly on)
    {
        var whole = LawDay.WholeMonthsBetween(on, regularDue);
        return regularDue <= on ? 0 : LawDay.AddMonths(on, whole) < regularDue ? whole + 1 : whole;
    }

    /// <summary>The raise so many months ahead.</summary>
    /// <exception cref="CaseInputException">The case is not of the law, or the months are none the law allows.</exception>
    public EarlyStepRaiseOutcome Assess(StepHolding holding, int months)
    {
        if (months < 1 || months > most.Value)
        {
            throw new CaseInputException($"Nâng bậc lương trước thời hạn từ 1 đến {most.Value} tháng, không thể là {months} tháng.");
        }
        var raise = regular.Assess(holding);
        return new EarlyStepRaiseOutcome(raise.Due, raise.Due is { } due ? LawDay.AddMonths(due, -months) : null, raise.NextStep, raise.Current, raise.Next);
    }

    /// <summary>The same with its reasons; the root's value is the first day of the next step.</summary>
    /// <exception cref="CaseInputException">As <see cref="Assess"/>.</exception>
    public Explanation Explain(StepHolding holding, int months, EarlyRaiseGround ground)
    {
        var outcome = Assess(holding, months);
        return new Explanation("Ngày hưởng bậc lương trước thời hạn", outcome.From is { } from ? ExplainedValue.Date(from) : ExplainedValue.Text("Đã hưởng bậc lương cuối cùng"))
        {
            Formula = "Ngày đủ thời gian nâng bậc lương thường xuyên − số tháng nâng trước",
            Inputs =
            [
                new("Lý do nâng trước thời hạn", ExplainedValue.Text(ground == EarlyRaiseGround.Achievement ? "Lập thành tích xuất sắc" : "Đã có thông báo nghỉ hưu"), "Danh sách xét"),
                new("Số tháng nâng trước", ExplainedValue.Months(months), "Danh sách xét"),
            ],
            Parameters = [ExplainedParameter.Of(most, ExplainedValue.Months(most.Value))],
            Children = [regular.Explain(holding)],
            Regime = regime.Value,
        };
    }
}
