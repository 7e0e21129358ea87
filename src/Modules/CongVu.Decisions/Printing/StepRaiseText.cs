using CongVu.Decisions.Actions;
using CongVu.Decisions.Contracts;
using CongVu.Law.Pay;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Printing;

/// <summary>The words of a regular step raise, for one person or for a list.</summary>
internal static class StepRaiseText
{
    public static DecisionText Of(IReadOnlyList<(ActionCase Case, DateOnly From, StepRaiseOutcome Outcome)> rows, IReadOnlyList<string> bases)
    {
        var word = Staff.Word(rows.Select(r => r.Case.ThePerson));
        return rows.Count == 1 ? One(rows[0], bases) : new DecisionText
        {
            Subject = $"Về việc nâng bậc lương thường xuyên đối với {word}",
            Bases = bases,
            Articles =
            [
                PrintWords.Article(1, $"Nâng bậc lương thường xuyên đối với {rows.Count} {word} (có danh sách kèm theo)."),
                PrintWords.Article(2, "Thời điểm hưởng bậc lương mới và thời điểm tính nâng bậc lương lần sau của từng người thực hiện theo danh sách kèm theo."),
            ],
            CarriedOutBy = PrintWords.HeadsOf(rows.Select(r => r.Case)),
            List = new Annex { Title = $"Danh sách {word} được nâng bậc lương thường xuyên", Landscape = true, Body = [new BodyBlock.Table(List(rows))] },
        };
    }

    private static DecisionText One((ActionCase Case, DateOnly From, StepRaiseOutcome Outcome) row, IReadOnlyList<string> bases)
    {
        var (one, from, outcome) = row;
        var person = one.ThePerson;
        return new DecisionText
        {
            Subject = $"Về việc nâng bậc lương thường xuyên đối với {PrintWords.Plain(person)}",
            Bases = bases,
            Articles =
            [
                PrintWords.Article(1, RichText.Of(["Nâng bậc lương thường xuyên đối với ", .. PrintWords.Named(person), PrintWords.Particulars(one) + ":"]),
                    new BodyBlock.Dash($"Ngạch (chức danh): {person.RankCode}, bảng lương {person.TableCode};"),
                    new BodyBlock.Dash($"Từ bậc {person.Step}, hệ số {outcome.Current} lên bậc {outcome.NextStep}, hệ số {outcome.Next};"),
                    new BodyBlock.Dash($"Thời điểm hưởng và thời điểm tính nâng bậc lương lần sau: từ ngày {VnFormat.Date(from)}.")),
            ],
            CarriedOutBy = PrintWords.HeadsOf([one]),
        };
    }

    private static PrintTable List(IReadOnlyList<(ActionCase Case, DateOnly From, StepRaiseOutcome Outcome)> rows) => new()
    {
        FontSize = 11,
        Columns =
        [
            new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2.2), new("Ngày sinh", 1.1, CellAlignment.Center), new("Chức vụ, đơn vị", 2.6), new("Mã ngạch", 0.9, CellAlignment.Center),
            new("Bậc", 0.5, CellAlignment.Center), new("Hệ số", 0.7, CellAlignment.Center), new("VK %", 0.5, CellAlignment.Center), new("Từ ngày", 1.1, CellAlignment.Center),
            new("Bậc", 0.5, CellAlignment.Center), new("Hệ số", 0.7, CellAlignment.Center), new("VK %", 0.5, CellAlignment.Center), new("Từ ngày", 1.1, CellAlignment.Center),
            new("Tính nâng lần sau từ", 1.1, CellAlignment.Center), new("Ghi chú", 0.8),
        ],
        HeaderRows =
        [
            [new("Stt", Rows: 2), new("Họ và tên", Rows: 2), new("Ngày sinh", Rows: 2), new("Chức vụ, đơn vị", Rows: 2), new("Mã ngạch", Rows: 2), new("Đang hưởng", Columns: 4), new("Bậc lương mới", Columns: 4), new("Tính nâng lần sau từ", Rows: 2), new("Ghi chú", Rows: 2)],
            [new("Bậc"), new("Hệ số"), new("VK %"), new("Từ ngày"), new("Bậc"), new("Hệ số"), new("VK %"), new("Từ ngày")],
        ],
        Rows = [.. rows.Select((r, i) => Row(i + 1, r.Case, r.From, r.Outcome))],
    };

    private static PrintRow Row(int no, ActionCase one, DateOnly from, StepRaiseOutcome outcome)
    {
        var p = one.ThePerson;
        return PrintRow.Of($"{no}", p.FullName, VnFormat.Date(p.BirthDate), PrintWords.Role(one), p.RankCode, $"{p.Step}", $"{outcome.Current}", p.OverScalePercent > 0 ? $"{p.OverScalePercent}" : "", VnFormat.Date(p.StepSince),
            $"{outcome.NextStep}", $"{outcome.Next}", "", VnFormat.Date(from), VnFormat.Date(from), "");
    }
}
