using CongVu.Platform.Data;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Indicators;

/// <summary>Share of what fell due that was reported complete by its day and not returned.</summary>
internal sealed class ReportedOnTime(CongVuDb db, Tracking tracking) : Indicator
{
    public override string Key => "nhiem-vu-dung-han";
    public override string Name => "Nhiệm vụ kế hoạch báo cáo hoàn thành đúng hạn";
    public override string Sentence => "… % nhiệm vụ của kế hoạch hoàn thành đúng thời hạn.";
    public override string Formula => "Số kỳ phải thực hiện đã đến hạn được báo cáo hoàn thành đúng hạn (không bị trả lại), chia cho tổng số kỳ đã đến hạn của các kế hoạch đang theo dõi.";
    public override PlanTargetUnit Unit => PlanTargetUnit.Percent;
    public override bool OverTime => true;

    public override bool Fits(string foldedSentence) =>
        foldedSentence.Contains("nhiem vu", StringComparison.Ordinal) && (foldedSentence.Contains("dung han", StringComparison.Ordinal) || foldedSentence.Contains("dung thoi han", StringComparison.Ordinal));

    public override async Task<IndicatorValue> ComputeAsync(IndicatorQuestion question, CancellationToken ct)
    {
        var (from, to) = (question.From, question.AsOf.ValidOn);
        var active = db.Set<Plan>().Where(p => p.Status == PlanStatus.Active).Select(p => p.Id);
        var due = await tracking.StandingsAsync(db.Set<Obligation>().Where(o => active.Contains(o.PlanId) && o.DueOn >= from && o.DueOn <= to), to, ct);
        var ids = due.Where(s => s.CompletedOn <= s.Obligation.DueOn).ToList();
        return new IndicatorValue(ids.Count, due.Count, [
            new(null, "Đúng hạn", ids.Count),
            new(null, "Hoàn thành sau hạn", due.Count(s => s.Colour == TaskColour.Done && s.CompletedOn > s.Obligation.DueOn)),
            new(null, "Chưa hoàn thành", due.Count(s => s.CompletedOn is null), ReformLinks.Plans),
        ]);
    }
}
