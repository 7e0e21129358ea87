using CongVu.Communes.Data;
using CongVu.Law;
using CongVu.Law.Severance;

namespace CongVu.Communes.Holders;

/// <summary>What a part-time person of a commune would be given by Nghị định 154/2025/NĐ-CP Điều 9, as far as is known here.</summary>
/// <param name="None">Why there is no figure.</param>
internal sealed record Estimate(DateOnly LeavesOn, ExitBenefit? Benefit, string? None);

/// <summary>Estimates the benefit of leaving at once; the case itself is decided elsewhere, with all its evidence.</summary>
internal sealed class LeavingEstimate(LawBook law)
{
    /// <summary>The benefit when leaving on a day, or on the last the decree reaches when that has passed.</summary>
    /// <param name="allowance">Monthly allowance of the title of the commune; concurrent titles are not added.</param>
    public Estimate Of(Holder holder, IEnumerable<Holding> titles, long? allowance, DateOnly day)
    {
        var last = SeveranceRegimes.CommunePartTime.Until ?? day;
        var leaves = day > last ? last : day;
        var since = titles.Where(h => h.Level is TitleLevel.Commune or TitleLevel.Village).Select(h => (DateOnly?)h.FromDay).Min();
        if (holder.BornOn is not { } born || Sexes.Find(holder.Sex ?? "") is not { } sex) return new Estimate(leaves, null, "Thiếu ngày sinh hoặc giới tính.");
        if (allowance is not { } pay) return new Estimate(leaves, null, "Chưa tính được phụ cấp hằng tháng.");
        try
        {
            var left = RetirementDistance.Of(law, sex, born, leaves, hazardous: false).Months;
            return new Estimate(leaves, law.Severance.Reckon(new ExitCase(ExitPolicy.CommunePartTime, ExitReason.Reorganisation, leaves)
            {
                Category = StaffCategory.CommunePartTime, CurrentPay = pay, ServiceMonths = since is { } start && start < leaves ? LawDay.WholeMonthsBetween(start, leaves) : 0, MonthsToRetirement = Math.Max(0, left),
            }), null);
        }
        catch (Exception e) when (e is OutsideCoverageException or CaseInputException)
        {
            return new Estimate(leaves, null, e.Message);
        }
    }
}
