namespace CongVu.Law.Pay;

/// <summary>How many may be raised early for achievement.</summary>
/// <param name="Quota">People this payroll may raise itself.</param>
/// <param name="Remainder">People beyond the last full share; the superior body pools what its units are left with.</param>
public readonly record struct EarlyRaiseQuotaOutcome(int Quota, int Remainder);

/// <summary>
/// The yearly quota of early step raises for achievement: Thông tư 08/2013/TT-BNV Điều 3, as amended by Thông tư 03/2021/TT-BNV. A share of the payroll, whole people only;
/// what a unit has left over is pooled by the body above it.
/// </summary>
public sealed class EarlyRaiseQuota
{
    private readonly Lazy<ExplainedRegime> regime;
    private readonly Dated<Percent> share;

    /// <param name="book">The law.</param>
    /// <param name="on">The day whose law decides.</param>
    /// <exception cref="OutsideCoverageException">The data do not reach that day.</exception>
    public EarlyRaiseQuota(LawBook book, DateOnly on)
    {
        var chosen = PayRegimes.EarlyRaise.Choose(on).Regime;
        regime = new Lazy<ExplainedRegime>(() => ExplainedRegime.Of(chosen, book, on));
        share = book.Ratio("pay.early-raise-quota").At(on);
    }

    /// <summary>The quota of one payroll.</summary>
    /// <param name="staff">People on the payroll; 0 or more.</param>
    public EarlyRaiseQuotaOutcome Assess(int staff)
    {
        var quota = Money.WholeShare(share.Value, staff);
        var used = Money.LeastFor(share.Value, quota);
        return new EarlyRaiseQuotaOutcome((int)quota, (int)(staff - used));
    }

    /// <summary>What a superior body may add out of the remainders of its units.</summary>
    public int Pooled(IEnumerable<int> staffOfUnits) => Assess(staffOfUnits.Sum(s => Assess(s).Remainder)).Quota;

    /// <summary>The same with its reasons; the root's value is the quota.</summary>
    public Explanation Explain(int staff)
    {
        var outcome = Assess(staff);
        return new Explanation("Số người được nâng bậc lương trước thời hạn trong năm", ExplainedValue.Integer(outcome.Quota))
        {
            Formula = $"Số người trong danh sách trả lương × {share.Value}, chỉ lấy phần nguyên",
            Inputs = [new("Số người trong danh sách trả lương", ExplainedValue.Integer(staff), "Danh sách trả lương")],
            Parameters = [ExplainedParameter.Of(share, ExplainedValue.Percent(share.Value))],
            Notes = outcome.Remainder > 0 ? [$"Còn dư {outcome.Remainder} người, cơ quan cấp trên trực tiếp tổng hợp với các đơn vị khác."] : [],
            Regime = regime.Value,
        };
    }
}
