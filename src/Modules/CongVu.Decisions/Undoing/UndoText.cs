using CongVu.Decisions.Actions;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Printing;
using CongVu.Platform.Printing.Administrative;

namespace CongVu.Decisions.Undoing;

/// <summary>The words of decisions that annul or correct others.</summary>
internal sealed class UndoText(LegalBases bases)
{
    public IReadOnlyList<string> BasesOn(DateOnly day) => bases.On(day, "22/2008/QH12", "80/2025/QH15", "58/2010/QH12", "129/2025/QH15", "138/2020/NĐ-CP", "170/2025/NĐ-CP", "115/2020/NĐ-CP", "259/2026/NĐ-CP");

    public DecisionText OfAnnulment(IReadOnlyList<ReadCase<AnnulAction.Values>> cases, DateOnly day)
    {
        var decisions = cases.GroupBy(c => c.Values.Target.Decision.Id).ToList();
        var labels = decisions.Select(d => d.First().Values.Target.Decision.Label).ToList();
        return new DecisionText
        {
            Subject = $"Về việc thu hồi, hủy bỏ {(labels is [var one] ? one : $"{labels.Count} quyết định")}",
            Bases = [.. BasesOn(day), .. cases.Select(c => c.Values.Basis).Distinct().Select(b => $"Căn cứ {b}")],
            Articles =
            [
                PrintWords.Article(1, "Thu hồi, hủy bỏ:", [.. decisions.Select(d => (BodyBlock)new BodyBlock.Dash($"{d.First().Values.Target.Decision.Label} ({d.First().Values.Target.Decision.Title}){Names(d)};"))]),
                PrintWords.Article(2, $"Lý do: {string.Join("; ", cases.Select(c => c.Values.Reason.TrimEnd('.')).Distinct())}. Hồ sơ, chế độ của người có liên quan trở lại như trước khi có quyết định bị thu hồi."),
            ],
            CarriedOutBy = PrintWords.HeadsOf(cases.Select(c => c.Case)),
        };
    }

    public DecisionText OfCorrection(IReadOnlyList<ReadCase<CorrectAction.Values>> cases, DateOnly day)
    {
        var labels = cases.Select(c => c.Values.Target.Decision.Label).Distinct().ToList();
        return new DecisionText
        {
            Subject = $"Về việc đính chính {(labels is [var one] ? one : $"{labels.Count} quyết định")}",
            Bases = [.. BasesOn(day), .. cases.Select(c => c.Values.Evidence).Distinct().Select(e => $"Căn cứ {e}")],
            Articles =
            [
                PrintWords.Article(1, "Đính chính như sau:", [.. cases.SelectMany(c => c.Values.Changes.SelectMany(x => x.Words).Select(w => (BodyBlock)new BodyBlock.Dash($"{c.Values.Target.Decision.Label}, {c.Values.Target.Item.SubjectName}: {w};")))]),
                PrintWords.Article(2, $"Lý do: {string.Join("; ", cases.Select(c => c.Values.Reason.TrimEnd('.')).Distinct())}. Các nội dung khác của quyết định được đính chính giữ nguyên."),
            ],
            CarriedOutBy = PrintWords.HeadsOf(cases.Select(c => c.Case)),
        };
    }

    private static string Names(IEnumerable<ReadCase<AnnulAction.Values>> items)
    {
        var list = items.ToList();
        return list.Count == list[0].Values.Target.Decision.ItemCount ? "" : $", đối với: {string.Join(", ", list.Select(i => i.Values.Target.Item.SubjectName))}";
    }
}
