using CongVu.Decisions.Actions;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Printing;

/// <summary>The words of a reappointment or of an extension until retirement.</summary>
internal static class ReappointText
{
    public static DecisionText Of(IReadOnlyList<(ActionCase Case, ReappointAction.Values Values, FurtherTerm Length)> rows, IReadOnlyList<string> bases)
    {
        if (rows is [var one]) return One(one.Case, one.Values, one.Length, bases);
        var word = Staff.Word(rows.Select(r => r.Case.ThePerson));
        return new DecisionText
        {
            Subject = $"Về việc bổ nhiệm lại, kéo dài thời gian giữ chức vụ đối với {word} lãnh đạo, quản lý",
            Bases = bases,
            Articles = [PrintWords.Article(1, $"Bổ nhiệm lại, kéo dài thời gian giữ chức vụ đối với {rows.Count} {word} theo danh sách kèm theo.")],
            CarriedOutBy = PrintWords.HeadsOf(rows.Select(r => r.Case)),
            List = new Annex { Title = "Danh sách bổ nhiệm lại, kéo dài thời gian giữ chức vụ", Landscape = true, Body = [new BodyBlock.Table(List(rows))] },
        };
    }

    private static DecisionText One(ActionCase one, ReappointAction.Values v, FurtherTerm length, IReadOnlyList<string> bases)
    {
        var title = PostTitles.Full(v.Held.Fact.Value.PostCode, v.Unit);
        var what = length.IsExtension ? "kéo dài thời gian giữ chức vụ" : "bổ nhiệm lại";
        return new DecisionText
        {
            Subject = $"Về việc {what} {(length.IsExtension ? $"{title} đối với {PrintWords.Plain(one.ThePerson)}" : $"{PrintWords.Plain(one.ThePerson)} giữ chức vụ {title}")}",
            Bases = bases,
            Articles =
            [
                PrintWords.Article(1, RichText.Of([length.IsExtension ? $"Kéo dài thời gian giữ chức vụ {title} đối với " : "Bổ nhiệm lại ", .. PrintWords.Named(one.ThePerson),
                    $"{PrintWords.Particulars(one)}{(length.IsExtension ? "" : $" giữ chức vụ {title}")} kể từ ngày {VnFormat.Date(v.From)}.\n{(length.IsExtension ? "Thời gian kéo dài đến khi đủ tuổi nghỉ hưu" : $"Thời hạn giữ chức vụ là {VnFormat.Months(length.Months)}")}."])),
                PrintWords.Article(2, $"{AppointText.Capital(PrintWords.Plain(one.ThePerson))} tiếp tục hưởng phụ cấp chức vụ hiện hưởng theo quy định."),
            ],
            CarriedOutBy = PrintWords.HeadsOf([one]),
        };
    }

    private static PrintTable List(IReadOnlyList<(ActionCase Case, ReappointAction.Values Values, FurtherTerm Length)> rows) => new()
    {
        FontSize = 12,
        Columns = [new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2), new("Ngày sinh", 1, CellAlignment.Center), new("Chức vụ", 3), new("Từ ngày", 1, CellAlignment.Center), new("Thời hạn", 1, CellAlignment.Center), new("Ghi chú", 1.4)],
        Rows = [.. rows.Select((r, i) => PrintRow.Of($"{i + 1}", r.Case.ThePerson.FullName, VnFormat.Date(r.Case.ThePerson.BirthDate), PostTitles.Full(r.Values.Held.Fact.Value.PostCode, r.Values.Unit),
            VnFormat.Date(r.Values.From), VnFormat.Months(r.Length.Months), r.Length.IsExtension ? "Kéo dài đến tuổi nghỉ hưu" : ""))],
    };
}
