using CongVu.Law;
using CongVu.Law.Pay;
using CongVu.Personnel.Contracts;

namespace CongVu.Pay.Payrolls;

/// <summary>
/// What one record is paid in a month by two laws: the computation behind the report on the base salary and behind the preview of a change of the law, so that both
/// say the same of the same people.
/// </summary>
internal sealed class PayByTwoLaws
{
    private readonly Side _before, _after;

    /// <param name="before">A law, and the day on which to ask it.</param>
    /// <param name="after">The other, and its day.</param>
    /// <param name="postsByTable">Leadership allowances as the table of either law has them, not as decided: when the table itself changes.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach one of the days.</exception>
    public PayByTwoLaws((LawBook Law, DateOnly Day) before, (LawBook Law, DateOnly Day) after, bool postsByTable = false) =>
        (_before, _after) = (new Side(before.Law, before.Day, postsByTable), new Side(after.Law, after.Day, postsByTable));

    /// <summary>Đồng a month by either law.</summary>
    /// <exception cref="CaseInputException">The record does not fit the law.</exception>
    public (long Before, long After) Of(PersonRow person, IReadOnlyCollection<AllowanceRow> own)
    {
        var (holding, others) = (PayrollReckoning.Holding(person, own), PayrollReckoning.Others(own).ToList());
        return (_before.Of(person, holding, others), _after.Of(person, holding, others));
    }

    private sealed class Side(LawBook law, DateOnly day, bool postsByTable)
    {
        private readonly MonthlyPay _pay = new(law, day);
        private readonly OtherAllowances _others = new(law, day);
        private readonly Dictionary<string, Coefficient> _posts = postsByTable ? law.Pay.PostAllowances(AllowanceArea.Other, day).ToDictionary(p => p.Post, p => p.Coefficient) : [];

        public long Of(PersonRow person, PayHolding holding, IReadOnlyCollection<OtherAllowance> others)
        {
            var held = person.PostCode is { } post && _posts.TryGetValue(post, out var listed) ? holding with { PostCoefficient = listed } : holding;
            var pay = _pay.Assess(held);
            return pay.Total + others.Sum(o => _others.Assess(o, pay));
        }
    }
}
