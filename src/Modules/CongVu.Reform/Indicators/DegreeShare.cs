using CongVu.Personnel.Contracts;
using CongVu.Reform.Contracts;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Indicators;

/// <summary>Share of people with a college degree or higher; one grouped query over everybody.</summary>
internal abstract class DegreeShare(People people, StaffCodes codes) : Indicator
{
    private const string College = "college";

    /// <summary>Staff categories counted; null: all.</summary>
    protected abstract string[]? Categories { get; }

    public override PlanTargetUnit Unit => PlanTargetUnit.Percent;

    public override async Task<IndicatorValue> ComputeAsync(IndicatorQuestion question, CancellationToken ct)
    {
        var high = High();
        var counts = (await people.CountByCategoryAndLevelAsync(question.AsOf, ct)).Where(c => Categories is not { } only || only.Contains(c.Category)).ToList();
        var has = counts.Where(c => high.Contains(c.ProfessionalLevel)).Sum(c => c.Count);
        var all = counts.Sum(c => c.Count);
        return new IndicatorValue(has, all, [
            new("dat", "Có trình độ cao đẳng, đại học trở lên", has, ReformLinks.People(Key, "dat")),
            new("chua-dat", "Chưa có", all - has, ReformLinks.People(Key, "chua-dat")),
        ]);
    }

    public override Task<IQueryable<PersonRow>?> PeopleAsync(string part, IQueryable<PersonRow> seen, IndicatorQuestion question, CancellationToken ct)
    {
        var high = High();
        return Task.FromResult(part switch
        {
            "dat" => Counted(seen).Where(r => high.Contains(r.ProfessionalLevel)),
            "chua-dat" => Counted(seen).Where(r => !high.Contains(r.ProfessionalLevel) || r.ProfessionalLevel == null),
            _ => null,
        });
    }

    private string?[] High() => codes.AtLeast(StaffCodes.EducationLevels, College);

    private IQueryable<PersonRow> Counted(IQueryable<PersonRow> rows)
    {
        rows = rows.Where(r => r.UnitId != null);
        return Categories is { } only ? rows.Where(r => only.Contains(r.Category)) : rows;
    }
}

internal sealed class CivilServantDegrees(People people, StaffCodes codes) : DegreeShare(people, codes)
{
    public override string Key => "trinh-do-cong-chuc";
    public override string Name => "Cán bộ, công chức có trình độ cao đẳng, đại học trở lên";
    public override string Sentence => "Ít nhất … % cán bộ, công chức có trình độ cao đẳng, đại học trở lên.";
    public override string Formula => "Số cán bộ, công chức đang công tác có trình độ chuyên môn từ cao đẳng trở lên, chia cho tổng số cán bộ, công chức đang công tác.";
    protected override string[] Categories => ["cadre", "civil-servant"];
    public override bool Fits(string foldedSentence) => Degree(foldedSentence) && !foldedSentence.Contains("vien chuc", StringComparison.Ordinal);

    internal static bool Degree(string folded) => folded.Contains("dai hoc", StringComparison.Ordinal) || folded.Contains("cao dang", StringComparison.Ordinal);
}

internal sealed class AllDegrees(People people, StaffCodes codes) : DegreeShare(people, codes)
{
    public override string Key => "trinh-do-chung";
    public override string Name => "Cán bộ, công chức, viên chức có trình độ cao đẳng, đại học trở lên";
    public override string Sentence => "Ít nhất … % cán bộ, công chức, viên chức có trình độ cao đẳng, đại học trở lên.";
    public override string Formula => "Số người đang công tác có trình độ chuyên môn từ cao đẳng trở lên, chia cho tổng số người đang công tác.";
    protected override string[]? Categories => null;
    public override bool Fits(string foldedSentence) => CivilServantDegrees.Degree(foldedSentence) && foldedSentence.Contains("vien chuc", StringComparison.Ordinal);
}
