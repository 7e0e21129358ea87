using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Reform.Contracts;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Indicators;

/// <summary>Share of new heads and deputies of divisions who were chosen by competition, over a time.</summary>
internal sealed class CompetitiveAppointments(Appointments appointments) : Indicator
{
    public static readonly string[] Posts = [.. LeadershipPosts.All.Where(p => p.Kinds.Any(k => k is UnitKind.Division or UnitKind.LocalOffice)).Select(p => p.Code)];

    public override string Key => "bo-nhiem-qua-thi-tuyen";
    public override string Name => "Lãnh đạo cấp phòng bổ nhiệm mới qua thi tuyển";
    public override string Sentence => "Ít nhất … % công chức lãnh đạo cấp phòng được bổ nhiệm mới thông qua thi tuyển.";
    public override string Formula => "Số lượt bổ nhiệm lần đầu trưởng phòng, phó trưởng phòng và tương đương qua thi tuyển trong thời gian của kế hoạch, chia cho tổng số lượt bổ nhiệm lần đầu các chức vụ này. Bổ nhiệm lại và giao quyền, phụ trách không tính.";
    public override PlanTargetUnit Unit => PlanTargetUnit.Percent;
    public override bool OverTime => true;
    public override bool Fits(string foldedSentence) => foldedSentence.Contains("thi tuyen", StringComparison.Ordinal) && foldedSentence.Contains("bo nhiem", StringComparison.Ordinal);

    public override async Task<IndicatorValue> ComputeAsync(IndicatorQuestion question, CancellationToken ct)
    {
        var found = await appointments.NewAsync(question.From, question.AsOf.ValidOn, Posts, question.AsOf.KnownAt, ct);
        var competed = found.Count(a => a.ByCompetition);
        return new IndicatorValue(competed, found.Count, [
            new("thi-tuyen", "Bổ nhiệm mới qua thi tuyển", competed, ReformLinks.People(Key, "thi-tuyen")),
            new("khac", "Bổ nhiệm mới không qua thi tuyển", found.Count - competed, ReformLinks.People(Key, "khac")),
        ]);
    }

    public override async Task<IQueryable<PersonRow>?> PeopleAsync(string part, IQueryable<PersonRow> seen, IndicatorQuestion question, CancellationToken ct)
    {
        if (part is not ("thi-tuyen" or "khac")) return null;
        var ids = (await appointments.NewAsync(question.From, question.AsOf.ValidOn, Posts, question.AsOf.KnownAt, ct)).Where(a => a.ByCompetition == (part == "thi-tuyen")).Select(a => a.PersonId).Distinct().ToArray();
        return seen.Where(r => ids.Contains(r.PersonId));
    }
}
