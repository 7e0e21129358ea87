using CongVu.Decisions.Contracts;
using CongVu.Decisions.Printing;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;
using CongVu.Platform.Web;

namespace CongVu.Decisions.Actions;

/// <summary>What the actions on units have in common: inputs, law, and how they are told and printed.</summary>
internal sealed class UnitActs(LegalBases bases)
{
    public static readonly ActionInput Project = new("project", "Đề án, tờ trình và ý kiến thẩm định", InputKind.Text) { Required = true, Group = "Căn cứ", Hint = "Số và ngày của đề án, văn bản thẩm định của Sở Nội vụ" };
    public static readonly Choice[] Kinds = [.. Enum.GetValues<UnitKind>().Select(k => new Choice(k.ToString(), OrganisationWords.Kind(k)))];

    /// <summary>Levels of government that exist on a day.</summary>
    public static IReadOnlyList<Choice> Levels(DateOnly day) =>
        [.. Enum.GetValues<UnitLevel>().Where(l => l != UnitLevel.District || day < TwoTierGovernment.From).Select(l => new Choice(l.ToString(), OrganisationWords.Level(l)))];

    public IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, "77/2015/QH13", "65/2025/QH15", "72/2025/QH15");

    /// <summary>The unit acted upon, as it is on the effective day; a check says when it is not there.</summary>
    public static UnitView? Find(ActionCase one, Findings findings)
    {
        var unit = one.Units.Find(one.SubjectId);
        findings.Demand(unit is not null, "unit.exists", "Đơn vị tồn tại vào ngày có hiệu lực", $"Đơn vị không tồn tại vào ngày {VnFormat.Date(one.Day)}.", null, "Sửa ngày có hiệu lực hoặc chọn lại đơn vị.", unit?.Name);
        return unit;
    }

    /// <summary>Heads of the units concerned, to carry the decision out.</summary>
    public static IReadOnlyList<string> Heads(IEnumerable<UnitView?> units) =>
        [.. units.OfType<UnitView>().DistinctBy(u => u.Id).Take(6).Select(u => LeadershipPosts.HeadOf(u) is { } head ? Domain.PostTitles.Full(head, u) : $"Thủ trưởng {u.Name}")];

    /// <summary>The words around the articles that say what happens to each unit.</summary>
    public DecisionText Text(string subject, IReadOnlyList<string> lines, IEnumerable<string> projects, IReadOnlyList<string> second, IReadOnlyList<string> heads, DateOnly day) => new()
    {
        Subject = subject,
        Bases = [.. BasesOn(day), .. projects.Distinct().Select(p => $"Căn cứ {p}")],
        Articles = [lines is [var only] ? PrintWords.Article(1, only) : PrintWords.Article(1, $"{subject.Replace("Về việc ", "", StringComparison.Ordinal)[..1].ToUpperInvariant()}{subject.Replace("Về việc ", "", StringComparison.Ordinal)[1..]}:", [.. lines.Select(l => (BodyBlock)new BodyBlock.Dash(l))]),
            .. second.Select((t, i) => PrintWords.Article(i + 2, t))],
        CarriedOutBy = heads,
        Recipients = ["Các sở, ban, ngành; UBND cấp xã có liên quan"],
    };
}
