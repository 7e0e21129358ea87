using CongVu.Decisions.Contracts;
using CongVu.Law.Pay;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;
using Row = (CongVu.Decisions.Contracts.ActionCase Case, CongVu.Pay.Actions.EarlyRaiseAction.Values Values, CongVu.Law.Pay.EarlyStepRaiseOutcome Outcome);

namespace CongVu.Pay.Actions;

/// <summary>The words of an early step raise, for one person or for a list.</summary>
internal static class EarlyRaiseText
{
    public static DecisionText Of(IReadOnlyList<Row> rows, IReadOnlyList<string> bases)
    {
        var word = PaperPhrases.StaffWord(rows.Select(r => r.Case.ThePerson));
        var why = rows.All(r => r.Values.Ground == EarlyRaiseGround.RetirementNotice) ? "khi có thông báo nghỉ hưu" : "do lập thành tích xuất sắc trong thực hiện nhiệm vụ";
        return rows.Count == 1 ? One(rows[0], why, bases) : new DecisionText
        {
            Subject = $"Về việc nâng bậc lương trước thời hạn {why} đối với {word}",
            Bases = bases,
            Articles =
            [
                PaperPhrases.Article(1, $"Nâng bậc lương trước thời hạn {why} đối với {rows.Count} {word} (có danh sách kèm theo)."),
                PaperPhrases.Article(2, "Thời điểm hưởng bậc lương mới và thời điểm tính nâng bậc lương lần sau của từng người thực hiện theo danh sách kèm theo."),
            ],
            CarriedOutBy = PaperPhrases.HeadsOf(rows.Select(r => r.Case)),
            List = new Annex { Title = $"Danh sách {word} được nâng bậc lương trước thời hạn", Landscape = true, Body = [new BodyBlock.Table(List(rows))] },
        };
    }

    private static DecisionText One(Row row, string why, IReadOnlyList<string> bases)
    {
        var person = row.Case.ThePerson;
        return new DecisionText
        {
            Subject = $"Về việc nâng bậc lương trước thời hạn {why} đối với {PaperPhrases.Plain(person)}",
            Bases = bases,
            Articles =
            [
                PaperPhrases.Article(1, PaperPhrases.Introduced($"Nâng bậc lương trước thời hạn {why} đối với ", row.Case, ":"),
                    new BodyBlock.Dash($"Ngạch (chức danh): {person.RankCode}, bảng lương {person.TableCode};"),
                    new BodyBlock.Dash($"Từ bậc {person.Step}, hệ số {row.Outcome.Current} lên bậc {row.Outcome.NextStep}, hệ số {row.Outcome.Next};"),
                    new BodyBlock.Dash($"Nâng trước {row.Values.Months} tháng so với thời hạn thường xuyên ({VnFormat.Date(row.Outcome.RegularDue)}); căn cứ: {row.Values.Because};"),
                    new BodyBlock.Dash($"Thời điểm hưởng và thời điểm tính nâng bậc lương lần sau: từ ngày {VnFormat.Date(row.Values.From)}.")),
            ],
            CarriedOutBy = PaperPhrases.HeadsOf([row.Case]),
        };
    }

    private static PrintTable List(IReadOnlyList<Row> rows) => new()
    {
        FontSize = 11,
        Columns =
        [
            new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2.1), new("Ngày sinh", 1.1, CellAlignment.Center), new("Chức vụ, đơn vị", 2.4), new("Mã ngạch", 0.9, CellAlignment.Center),
            new("Bậc, hệ số đang hưởng", 1, CellAlignment.Center), new("Từ ngày", 1.1, CellAlignment.Center), new("Bậc, hệ số mới", 1, CellAlignment.Center), new("Số tháng nâng trước", 0.8, CellAlignment.Center),
            new("Hưởng và tính lần sau từ", 1.1, CellAlignment.Center), new("Căn cứ", 2.2),
        ],
        Rows = [.. rows.Select((r, i) => PrintRow.Of($"{i + 1}", r.Case.ThePerson.FullName, VnFormat.Date(r.Case.ThePerson.BirthDate), PaperPhrases.Role(r.Case), r.Case.ThePerson.RankCode,
            $"{r.Case.ThePerson.Step} ({r.Outcome.Current})", VnFormat.Date(r.Case.ThePerson.StepSince), $"{r.Outcome.NextStep} ({r.Outcome.Next})", $"{r.Values.Months}", VnFormat.Date(r.Values.From), r.Values.Because))],
    };
}
