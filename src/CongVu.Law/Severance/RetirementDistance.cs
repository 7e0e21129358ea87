using CongVu.Law.Retirement;

namespace CongVu.Law.Severance;

/// <summary>
/// Months from leaving to the retirement age as the decrees on leaving count them: the age is reckoned from the first day of the month after the birth month; where
/// only the year of birth is known, from 1 January (Nghị định 29/2023/NĐ-CP Điều 10, 154/2025/NĐ-CP Điều 5).
/// </summary>
/// <param name="Months">Full months left; 0 when the age is reached.</param>
/// <param name="AgeReachedOn">The day the retirement age is reached.</param>
public sealed record RetirementDistance(int Months, DateOnly AgeReachedOn, Explanation Explanation)
{
    /// <summary>The distance of a person on the day of leaving.</summary>
    /// <param name="hazardous">Fifteen years or more of hazardous work, or in an area of special hardship: the lower age counts.</param>
    /// <exception cref="OutsideCoverageException">
    /// The data do not reach that day; from 10/12/2020 to 19/07/2023 the age of the single year counted, which the data do not hold.
    /// </exception>
    public static RetirementDistance Of(LawBook book, Sex sex, PartialDate birth, DateOnly leaveOn, bool hazardous)
    {
        var reduction = book.Months("severance.hazardous-age-reduction").At(leaveOn);
        var age = new RetirementAge(book, leaveOn);
        var outcome = age.Assess(sex, birth);
        var normal = birth.Month is null ? outcome.ReachedOn : outcome.PensionFrom;
        var reached = hazardous ? LawDay.AddMonths(normal, -reduction.Value) : normal;
        var months = LawDay.WholeMonthsBetween(leaveOn, reached);
        return new RetirementDistance(months, reached, new Explanation("Số tháng còn lại đến tuổi nghỉ hưu", ExplainedValue.Months(months))
        {
            Formula = "Từ ngày nghỉ đến ngày đủ tuổi nghỉ hưu, tính tháng đủ; tuổi tính từ ngày 01 tháng liền kề sau tháng sinh",
            Inputs =
            [
                new("Ngày nghỉ", ExplainedValue.Date(leaveOn), "Quyết định nghỉ"),
                new("Ngày đủ tuổi nghỉ hưu", ExplainedValue.Date(reached), "Hồ sơ: ngày sinh, giới tính"),
            ],
            Parameters = hazardous ? [ExplainedParameter.Of(reduction, ExplainedValue.Months(reduction.Value))] : [],
            Children = [age.Explain(sex, birth)],
        });
    }
}
