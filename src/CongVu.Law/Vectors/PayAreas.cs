using CongVu.Law.Pay;

namespace CongVu.Law.Vectors;

/// <summary>Questions about pay.</summary>
internal static class PayAreas
{
    public static IEnumerable<VectorArea> All =>
    [
        new("pay.base-salary", BaseSalary),
        new("pay.step-coefficient", StepCoefficient),
        new("pay.monthly", Monthly),
        new("pay.next-step-date", NextStepDate),
        new("pay.over-scale", OverScaleOn),
        new("pay.early-raise-quota", EarlyRaiseQuotaOf),
        new("pay.rank-change", RankChangeOf),
    ];

    private static Func<LawBook, VectorAnswer> BaseSalary(VectorInput input) => book =>
    {
        var amount = book.Pay.BaseSalary.At(input.RequiredDate);
        return new VectorAnswer(
            new Dictionary<string, VectorValue> { ["amount"] = amount.Value },
            new Explanation(amount.Parameter.Name, ExplainedValue.Money(amount.Value)) { Parameters = [ExplainedParameter.Of(amount, ExplainedValue.Money(amount.Value))] });
    };

    private static Func<LawBook, VectorAnswer> StepCoefficient(VectorInput input)
    {
        var (category, table, step) = (input.Category("category"), input.Text("table"), input.Integer("step"));
        return book =>
        {
            var scale = book.Pay.ScalesOn(input.RequiredDate).Find(category, table);
            var coefficient = scale.At(step);
            return new VectorAnswer(
                new Dictionary<string, VectorValue> { ["coefficient"] = coefficient },
                new Explanation($"Hệ số lương bậc {step}, bảng {table}", ExplainedValue.Coefficient(coefficient))
                {
                    Formula = $"{scale.First} + (bậc − 1) × {scale.Increment}",
                    Parameters = [scale.Source],
                });
        };
    }

    private static Func<LawBook, VectorAnswer> Monthly(VectorInput input)
    {
        var holding = new PayHolding(input.Category("category"), input.Text("table"), input.Integer("step"), input.Percent("overScalePercent"), input.Coefficient("postCoefficient"));
        return book =>
        {
            var rule = new MonthlyPay(book, input.RequiredDate);
            var pay = rule.Assess(holding);
            return new VectorAnswer(
                new Dictionary<string, VectorValue>
                {
                    ["salary"] = pay.Salary,
                    ["postAllowance"] = pay.PostAllowance,
                    ["overScale"] = pay.OverScale,
                    ["civilServiceAllowance"] = pay.CivilServiceAllowance,
                    ["total"] = pay.Total,
                },
                rule.Explain(holding));
        };
    }

    private static Func<LawBook, VectorAnswer> NextStepDate(VectorInput input)
    {
        var holding = new StepHolding(input.Category("category"), input.Text("table"), input.Integer("step"), input.Day("since"))
        {
            Disciplines = input.Disciplines("disciplines"),
            NotCompletedYears = input.Years("notCompletedYears"),
            NotCountedMonths = input.Integer("notCountedMonths", required: false),
        };
        return book =>
        {
            var rule = new RegularStepRaise(book, input.RequiredDate);
            var due = rule.Assess(holding).Due ?? throw new CaseInputException("Đã hưởng bậc lương cuối cùng, không còn nâng bậc thường xuyên.");
            return new VectorAnswer(new Dictionary<string, VectorValue> { ["date"] = due }, rule.Explain(holding));
        };
    }

    private static Func<LawBook, VectorAnswer> EarlyRaiseQuotaOf(VectorInput input)
    {
        var staff = input.Integer("staff");
        return book =>
        {
            var rule = new EarlyRaiseQuota(book, input.RequiredDate);
            return new VectorAnswer(new Dictionary<string, VectorValue> { ["quota"] = rule.Assess(staff).Quota }, rule.Explain(staff));
        };
    }

    private static Func<LawBook, VectorAnswer> RankChangeOf(VectorInput input)
    {
        var category = input.Category("category", required: false);
        var (fromTable, fromStep, overScale, toTable) = (input.Text("fromTable"), input.Integer("fromStep"), input.Percent("overScalePercent"), input.Text("toTable"));
        return book =>
        {
            var rule = new RankChange(book, input.RequiredDate);
            var outcome = rule.Assess(category, fromTable, fromStep, overScale, toTable);
            return new VectorAnswer(
                new Dictionary<string, VectorValue> { ["step"] = outcome.Step, ["coefficient"] = outcome.Coefficient, ["reservedCoefficient"] = outcome.Reserved },
                rule.Explain(category, fromTable, fromStep, overScale, toTable));
        };
    }

    private static Func<LawBook, VectorAnswer> OverScaleOn(VectorInput input)
    {
        var (category, table, since) = (input.Category("category", required: false), input.Text("table"), input.Day("lastStepSince"));
        return book =>
        {
            var last = book.Pay.ScalesOn(input.RequiredDate).Find(category, table).Steps;
            var rule = new OverScale(book, input.RequiredDate);
            var holding = new StepHolding(category, table, last, since);
            var outcome = rule.Assess(holding);
            return new VectorAnswer(new Dictionary<string, VectorValue> { ["percent"] = outcome.Percent, ["amount"] = outcome.Amount }, rule.Explain(holding));
        };
    }
}
