using CongVu.Decisions.Contracts;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Explained;
using CongVu.Platform.Text;
using CongVu.Severance.Cases;
using Row = (CongVu.Decisions.Contracts.ActionCase Case, CongVu.Severance.Cases.CaseView View);

namespace CongVu.Severance.Actions;

/// <summary>The words of a decision on downsizing, for one person or for a list, with the calculation of each as an annex.</summary>
internal static class DownsizeText
{
    public static DecisionText Of(IReadOnlyList<Row> rows, IReadOnlyList<string> bases)
    {
        var word = PaperPhrases.StaffWord(rows.Select(r => r.Case.ThePerson));
        var total = rows.Sum(r => r.View.Reckoning.Amount);
        return new DecisionText
        {
            Subject = rows is [var only] ? $"Về việc giải quyết chính sách tinh giản biên chế đối với {PaperPhrases.Plain(only.Case.ThePerson)}" : $"Về việc giải quyết chính sách tinh giản biên chế đối với {word}",
            Bases = bases,
            Articles =
            [
                rows is [var one] ? One(one) : PaperPhrases.Article(1, $"Giải quyết chính sách tinh giản biên chế đối với {rows.Count} {word} (có danh sách và bảng tính chi tiết kèm theo)."),
                PaperPhrases.Article(2, $"Tổng kinh phí chi trả {VnFormat.Money(total)}: {Funding(rows.Select(r => r.View))}. Cơ quan, đơn vị quản lý chi trả và thanh quyết toán theo quy định."),
            ],
            CarriedOutBy = PaperPhrases.HeadsOf(rows.Select(r => r.Case)),
            Recipients = ["Sở Nội vụ", "Sở Tài chính", "Bảo hiểm xã hội tỉnh"],
            List = rows.Count == 1 ? null : new Annex { Title = "Danh sách giải quyết chính sách tinh giản biên chế", Landscape = true, Body = [new BodyBlock.Table(List(rows))] },
            Annexes = [ExplanationAnnex.Of("Bảng tính chi tiết", [.. rows.Where(r => r.View.Reckoning.Explanation is not null).Select(r => (r.View.Person.FullName, r.View.Reckoning.Explanation!))])],
        };
    }

    /// <summary>"dự toán của cơ quan, đơn vị 36.000.000 đ; ngân sách nhà nước …".</summary>
    internal static string Funding(IEnumerable<CaseView> views) => string.Join("; ", views.SelectMany(v => v.Reckoning.Benefit?.Lines ?? []).GroupBy(l => l.Funding).OrderBy(g => g.Key)
        .Select(g => $"{Domain.SeveranceWords.Of(g.Key).ToLowerInvariant()} {VnFormat.Money(g.Sum(l => l.Amount))}"));

    private static BodyBlock.Article One(Row row)
    {
        var benefit = row.View.Reckoning.Benefit;
        return PaperPhrases.Article(1, PaperPhrases.Introduced($"{DownsizeAction.Words(row.View.Case.Policy)} đối với ", row.Case, $" kể từ ngày {VnFormat.Date(row.View.Case.LeaveOn)}, được hưởng:"),
            [.. (benefit?.Lines ?? []).Select(l => (BodyBlock)new BodyBlock.Dash($"{l.Name}: {VnFormat.Money(l.Amount)} ({l.Provision});")), new BodyBlock.Dash($"Tổng cộng: {VnFormat.Money(benefit?.Amount)} (có bảng tính chi tiết kèm theo).")]);
    }

    private static PrintTable List(IReadOnlyList<Row> rows) => new()
    {
        FontSize = 11,
        Columns =
        [
            new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2), new("Ngày sinh", 1.1, CellAlignment.Center), new("Chức vụ, đơn vị", 2.4), new("Chính sách, lý do", 2.2), new("Nghỉ từ ngày", 1.1, CellAlignment.Center),
            new("Các khoản", 3), new("Tổng cộng", 1.4, CellAlignment.Right),
        ],
        Rows =
        [
            .. rows.Select((r, i) => PrintRow.Of($"{i + 1}", r.View.Person.FullName, VnFormat.Date(r.View.Person.BirthDate), PaperPhrases.Role(r.Case), $"{DownsizeAction.Words(r.View.Case.Policy)}{(r.View.Case.Ground is { } g ? $" ({g})" : "")}",
                VnFormat.Date(r.View.Case.LeaveOn), string.Join("\n", (r.View.Reckoning.Benefit?.Lines ?? []).Select(l => $"{l.Name}: {VnFormat.Money(l.Amount)}")), VnFormat.Money(r.View.Reckoning.Amount))),
            PrintRow.Total("", "Cộng", "", "", "", "", "", VnFormat.Money(rows.Sum(r => r.View.Reckoning.Amount))),
        ],
    };
}
