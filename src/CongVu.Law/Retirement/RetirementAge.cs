namespace CongVu.Law.Retirement;

/// <summary>When a person may retire with a pension.</summary>
/// <param name="Years">Retirement age: full years…</param>
/// <param name="Months">…and months.</param>
/// <param name="ReachedOn">The day the age is reached, by the birth date as the law reckons it.</param>
/// <param name="PensionFrom">First day of the month after.</param>
public readonly record struct RetirementOutcome(int Years, int Months, DateOnly ReachedOn, DateOnly PensionFrom);

/// <summary>
/// The retirement age in normal working conditions by the law of one day: Nghị định 135/2020/NĐ-CP Điều 4 since 2021, the social insurance laws before. Make one per
/// day and reuse it.
/// </summary>
public sealed class RetirementAge
{
    private readonly Lazy<ExplainedRegime> regime;
    private readonly RetirementAges ages;

    /// <param name="book">The law.</param>
    /// <param name="on">The day whose law decides.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public RetirementAge(LawBook book, DateOnly on)
        : this(book, book.Retirement.Ages.At(on).Value)
    {
    }

    private RetirementAge(LawBook book, RetirementAges ages)
    {
        var from = ages.Table.From;
        regime = new Lazy<ExplainedRegime>(() => ExplainedRegime.Of(RetirementRegimes.Age.Choose(from).Regime, book, from));
        this.ages = ages;
    }

    /// <summary>The law that was, is or will be in force when the person's pension starts, for records asked about without a day.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach that time.</exception>
    public static RetirementAge InTimeFor(LawBook book, Sex sex, PartialDate birth)
    {
        var law = book.Retirement.Ages.Values.Reverse().Select(v => (v.From, Rule: new RetirementAge(book, v.Value)))
            .FirstOrDefault(v => v.Rule.Assess(sex, birth).PensionFrom >= v.From);
        return law.Rule ?? new RetirementAge(book, birth.Reckoned);
    }

    /// <summary>Age, day it is reached, and start of the pension.</summary>
    public RetirementOutcome Assess(Sex sex, PartialDate birth)
    {
        // Unknown day or month of birth: the law's own reading, never a guess of ours.
        var row = ages.For(sex, birth.Reckoned);
        var reached = LawDay.DayOfAge(birth.Reckoned, row.Years, row.Months);

        // Retirement at the end of the month in which the age is reached; the pension starts the day after.
        return new RetirementOutcome(row.Years, row.Months, reached, LawDay.FirstOfFollowingMonth(reached));
    }

    /// <summary>The same with its reasons; the root's value is the start of the pension.</summary>
    public Explanation Explain(Sex sex, PartialDate birth)
    {
        var outcome = Assess(sex, birth);
        var row = ages.For(sex, birth.Reckoned);
        var age = ExplainedValue.Text(outcome.Months == 0 ? $"{outcome.Years} tuổi" : $"{outcome.Years} tuổi {outcome.Months} tháng");
        var table = ages.Table;
        return new Explanation("Thời điểm hưởng lương hưu", ExplainedValue.Date(outcome.PensionFrom))
        {
            Formula = "Ngày đầu tiên của tháng liền kề sau tháng đủ tuổi nghỉ hưu",
            Regime = regime.Value,
            Children =
            [
                new Explanation("Ngày đủ tuổi nghỉ hưu", ExplainedValue.Date(outcome.ReachedOn))
                {
                    Formula = "Ngày sinh + tuổi nghỉ hưu",
                    Inputs =
                    [
                        new("Ngày sinh", ExplainedValue.Text(birth.ToString()), "Hồ sơ: thông tin cá nhân"),
                        new("Giới tính", ExplainedValue.Text(sex.Vietnamese()), "Hồ sơ: thông tin cá nhân"),
                    ],
                    Parameters = [ExplainedParameter.Of(table.Parameter, table.From, row.Row.Source, row.Row.Verification, age)],
                    Notes = NotesOn(birth),
                },
            ],
        };
    }

    private static string[] NotesOn(PartialDate birth) => birth switch
    {
        { Month: null } => [$"Hồ sơ chỉ có năm sinh: tính theo ngày {LawDay.Format(birth.Reckoned)}."],
        { Day: null } => [$"Hồ sơ không có ngày sinh: tính theo tháng {birth}."],
        _ => [],
    };
}
