using CongVu.Law.Retirement;

namespace CongVu.Law.Vectors;

/// <summary>Questions about retirement.</summary>
internal static class RetirementAreas
{
    public static IEnumerable<VectorArea> All => [new("retirement.age", Age)];

    private static Func<LawBook, VectorAnswer> Age(VectorInput input)
    {
        var (sex, birth) = (input.Sex("sex"), input.Birth("birth"));
        return book =>
        {
            var rule = input.Date is { } day ? new RetirementAge(book, day) : RetirementAge.InTimeFor(book, sex, birth);
            var outcome = rule.Assess(sex, birth);
            return new VectorAnswer(
                new Dictionary<string, VectorValue> { ["years"] = outcome.Years, ["months"] = outcome.Months, ["pensionFrom"] = outcome.PensionFrom },
                rule.Explain(sex, birth));
        };
    }
}
