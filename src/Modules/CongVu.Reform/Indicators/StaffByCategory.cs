using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Reform.Contracts;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Indicators;

/// <summary>How many people there are of each staff category.</summary>
internal sealed class StaffByCategory(People people) : Indicator
{
    public override string Key => "so-nguoi-theo-nhom";
    public override string Name => "Số người đang công tác theo nhóm";
    public override string Sentence => "Quản lý chặt chẽ biên chế và số người làm việc trong các cơ quan, đơn vị.";
    public override string Formula => "Số người đang công tác trong ngày, đếm theo nhóm cán bộ, công chức, viên chức, hợp đồng và không chuyên trách của quan hệ công tác chính.";
    public override PlanTargetUnit Unit => PlanTargetUnit.Count;
    public override bool Fits(string foldedSentence) => false;

    public override async Task<IndicatorValue> ComputeAsync(IndicatorQuestion question, CancellationToken ct)
    {
        var counts = await people.CountByCategoryAndLevelAsync(question.AsOf, ct);
        return new IndicatorValue(counts.Sum(c => c.Count), null,
            [.. OrganisationWords.Categories.Select(c => new IndicatorPart(c, OrganisationWords.Category(c), counts.Where(x => x.Category == c).Sum(x => x.Count), ReformLinks.People(Key, c)))]);
    }

    public override Task<IQueryable<PersonRow>?> PeopleAsync(string part, IQueryable<PersonRow> seen, IndicatorQuestion question, CancellationToken ct) =>
        Task.FromResult(OrganisationWords.Categories.Contains(part) ? seen.Where(r => r.UnitId != null && r.Category == part) : null);
}
