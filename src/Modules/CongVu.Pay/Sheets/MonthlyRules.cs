using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CongVu.Law;
using CongVu.Law.Pay;

namespace CongVu.Pay.Sheets;

/// <summary>
/// The pay rules of each month, made once and kept as long as the law they were made of: a life of pay asks for two hundred of them. Only first days of months are
/// kept, so there are never more than there are months anybody was paid.
/// </summary>
internal sealed class MonthlyRules
{
    private readonly ConditionalWeakTable<LawBook, ConcurrentDictionary<DateOnly, (MonthlyPay Pay, OtherAllowances Others)>> _known = [];

    /// <summary>The rules of a month.</summary>
    /// <exception cref="OutsideCoverageException">The data do not reach it.</exception>
    public (MonthlyPay Pay, OtherAllowances Others) On(LawBook law, DateOnly month) => _known.GetOrCreateValue(law).GetOrAdd(month, day => (new MonthlyPay(law, day), new OtherAllowances(law, day)));
}
