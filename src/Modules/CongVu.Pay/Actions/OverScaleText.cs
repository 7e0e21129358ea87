using CongVu.Decisions.Contracts;
using CongVu.Law.Pay;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;

namespace CongVu.Pay.Actions;

/// <summary>The words of an award of the over-scale allowance, for one person or for a list.</summary>
internal static class OverScaleText
{
    public static DecisionText Of(IReadOnlyList<(ActionCase Case, DateOnly From, OverScaleAwardOutcome Award)> rows, IReadOnlyList<string> bases)
    {
        var word = PaperPhrases.StaffWord(rows.Select(r => r.Case.ThePerson));
        return rows.Count == 1 ? One(rows[0], bases) : new DecisionText
        {
            Subject = $"Về việc hưởng phụ cấp thâm niên vượt khung đối với {word}",
            Bases = bases,
            Articles =
            [
                PaperPhrases.Article(1, $"Cho {rows.Count} {word} hưởng phụ cấp thâm niên vượt khung (có danh sách kèm theo)."),
                PaperPhrases.Article(2, "Mức phụ cấp và thời điểm hưởng của từng người thực hiện theo danh sách kèm theo. Phụ cấp này được dùng để tính đóng và hưởng bảo hiểm xã hội."),
            ],
            CarriedOutBy = PaperPhrases.HeadsOf(rows.Select(r => r.Case)),
            List = new Annex { Title = $"Danh sách {word} hưởng phụ cấp thâm niên vượt khung", Landscape = true, Body = [new BodyBlock.Table(List(rows))] },
        };
    }

    private static DecisionText One((ActionCase Case, DateOnly From, OverScaleAwardOutcome Award) row, IReadOnlyList<string> bases)
    {
        var person = row.Case.ThePerson;
        return new DecisionText
        {
            Subject = $"Về việc hưởng phụ cấp thâm niên vượt khung đối với {PaperPhrases.Plain(person)}",
            Bases = bases,
            Articles =
            [
                PaperPhrases.Article(1, PaperPhrases.Introduced("Phụ cấp thâm niên vượt khung đối với ", row.Case, ":"),
                    new BodyBlock.Dash($"Ngạch (chức danh): {person.RankCode}, bảng lương {person.TableCode}, bậc {person.Step}, hệ số {new Law.Coefficient(person.Coefficient ?? 0)};"),
                    new BodyBlock.Dash(row.Award.Held == default ? $"Được hưởng {row.Award.Next} mức lương của bậc lương cuối cùng;" : $"Từ {row.Award.Held} lên {row.Award.Next} mức lương của bậc lương cuối cùng;"),
                    new BodyBlock.Dash($"Thời điểm hưởng và thời điểm tính hưởng mức tiếp theo: từ ngày {VnFormat.Date(row.From)}.")),
            ],
            CarriedOutBy = PaperPhrases.HeadsOf([row.Case]),
        };
    }

    private static PrintTable List(IReadOnlyList<(ActionCase Case, DateOnly From, OverScaleAwardOutcome Award)> rows) => new()
    {
        FontSize = 11,
        Columns =
        [
            new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2.2), new("Ngày sinh", 1.1, CellAlignment.Center), new("Chức vụ, đơn vị", 2.8), new("Mã ngạch", 0.9, CellAlignment.Center),
            new("Bậc cuối", 0.6, CellAlignment.Center), new("Hệ số", 0.7, CellAlignment.Center), new("Tính từ ngày", 1.1, CellAlignment.Center),
            new("Đang hưởng", 0.8, CellAlignment.Center), new("Mức mới", 0.8, CellAlignment.Center), new("Hưởng từ ngày", 1.1, CellAlignment.Center), new("Ghi chú", 0.8),
        ],
        Rows = [.. rows.Select((r, i) => PrintRow.Of($"{i + 1}", r.Case.ThePerson.FullName, VnFormat.Date(r.Case.ThePerson.BirthDate), PaperPhrases.Role(r.Case), r.Case.ThePerson.RankCode,
            $"{r.Case.ThePerson.Step}", $"{new Law.Coefficient(r.Case.ThePerson.Coefficient ?? 0)}", VnFormat.Date(r.Case.ThePerson.StepSince), r.Award.Held == default ? "" : $"{r.Award.Held}", $"{r.Award.Next}", VnFormat.Date(r.From), ""))],
    };
}
