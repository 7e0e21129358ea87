using CongVu.Law.Severance;

namespace CongVu.Law.Vectors;

/// <summary>Questions about leaving with a benefit.</summary>
internal static class SeveranceAreas
{
    public static IEnumerable<VectorArea> All =>
    [
        new("severance.early-retirement", EarlyRetirement),
        new("severance.immediate", Immediate),
        new("severance.transfer", Transfer),
        new("severance.resignation", Resignation),
        new("severance.commune-part-time", CommunePartTime),
    ];

    private static readonly Dictionary<string, ExitReason> Reasons = new()
    {
        [ExitReason.Reorganisation.Code()] = ExitReason.Reorganisation,
        [ExitReason.Downsizing.Code()] = ExitReason.Downsizing,
    };

    private static Func<LawBook, VectorAnswer> EarlyRetirement(VectorInput input) => Answer(ReasonOf(input, ExitPolicy.EarlyRetirement) with
    {
        CurrentPay = input.OptionalAmount("currentPay"),
        AveragePay = input.OptionalAmount("averagePay"),
        MonthsToRetirement = input.Integer("earlyMonths"),
        ServiceMonths = input.Integer("insuranceMonths"),
        MonthsAfterReorganisation = input.OptionalInteger("monthsAfterReorganisation"),
    });

    private static Func<LawBook, VectorAnswer> Immediate(VectorInput input) => Answer(ReasonOf(input, ExitPolicy.Immediate) with
    {
        Category = input.Category("category"),
        CurrentPay = input.Amount("currentPay"),
        AveragePay = input.OptionalAmount("averagePay"),
        ServiceMonths = input.Integer("insuranceMonths"),
        MonthsAfterReorganisation = input.OptionalInteger("monthsAfterReorganisation"),
    });

    private static Func<LawBook, VectorAnswer> Transfer(VectorInput input) => Answer(Case(input, ExitPolicy.Transfer, ExitReason.Downsizing) with
    {
        CurrentPay = input.Amount("currentPay"),
        AveragePay = input.OptionalAmount("averagePay"),
        ServiceMonths = input.Integer("insuranceMonths"),
    });

    private static Func<LawBook, VectorAnswer> Resignation(VectorInput input) => Answer(Case(input, ExitPolicy.Resignation, ExitReason.OwnWish) with
    {
        Category = input.Category("category"),
        CurrentPay = input.Amount("currentPay"),
        ServiceMonths = input.Integer("serviceMonths"),
    });

    /// <summary>Whoever draws a pension is paid one sum, for which neither service nor distance to the retirement age matters.</summary>
    private static Func<LawBook, VectorAnswer> CommunePartTime(VectorInput input)
    {
        var pensioner = input.Flag("pensioner");
        return Answer(Case(input, ExitPolicy.CommunePartTime, ExitReason.Reorganisation) with
        {
            Category = StaffCategory.CommunePartTime,
            CurrentPay = input.Amount("allowance"),
            ServiceMonths = input.Integer("serviceMonths", required: !pensioner),
            MonthsToRetirement = input.Integer("monthsToRetirement", required: !pensioner),
            DrawsPension = pensioner,
        });
    }

    private static ExitCase ReasonOf(VectorInput input, ExitPolicy policy) => Case(input, policy, input.Word("reason", Reasons));

    private static ExitCase Case(VectorInput input, ExitPolicy policy, ExitReason reason) => new(policy, reason, input.RequiredDate);

    private static Func<LawBook, VectorAnswer> Answer(ExitCase @case) => book =>
    {
        var benefit = book.Severance.Reckon(@case);
        var values = new Dictionary<string, VectorValue> { ["amount"] = benefit.Amount };
        if (@case.Policy == ExitPolicy.EarlyRetirement)
        {
            values["earlyYears"] = benefit.EarlyYears ?? default;
            values["insuranceYears"] = benefit.ServiceYears ?? default;
        }
        return new VectorAnswer(values, benefit.Explanation);
    };
}
