using CongVu.Decisions.Actions;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Printing;

/// <summary>The words of an appointment, for one person or for a list.</summary>
internal static class AppointText
{
    public static DecisionText Of(IReadOnlyList<ReadCase<AppointAction.Values>> cases, IReadOnlyList<string> bases, PostChange posts) =>
        cases is [var one] ? One(one, bases, posts) : new DecisionText
        {
            Subject = $"Về việc bổ nhiệm {Staff.Word(cases.Select(c => c.Case.ThePerson))} giữ chức vụ lãnh đạo, quản lý",
            Bases = bases,
            Articles =
            [
                PrintWords.Article(1, $"Bổ nhiệm {cases.Count} {Staff.Word(cases.Select(c => c.Case.ThePerson))} giữ chức vụ lãnh đạo, quản lý (có danh sách kèm theo)."),
                PrintWords.Article(2, "Thời hạn giữ chức vụ, phụ cấp chức vụ của từng người thực hiện theo danh sách kèm theo và quy định hiện hành."),
            ],
            CarriedOutBy = PrintWords.HeadsOf(cases.Select(c => c.Case)),
            List = new Annex { Title = "Danh sách bổ nhiệm chức vụ lãnh đạo, quản lý", Landscape = true, Body = [new BodyBlock.Table(List(cases))] },
        };

    private static DecisionText One(ReadCase<AppointAction.Values> read, IReadOnlyList<string> bases, PostChange posts)
    {
        var (one, v) = (read.Case, read.Values);
        var person = one.ThePerson;
        var title = PostTitles.Full(v.Post, v.Unit);
        var allowance = v.KeepOld ? null : posts.CoefficientOf(v.Post, v.Unit, one.Units, v.From);
        return new DecisionText
        {
            Subject = $"Về việc bổ nhiệm {PrintWords.Plain(person)} giữ chức vụ {title}",
            Bases = bases,
            Articles =
            [
                PrintWords.Article(1, RichText.Of([v.KeepOld ? "Bổ nhiệm kiêm nhiệm " : v.Unit.Id == person.UnitId ? "Bổ nhiệm " : "Điều động, bổ nhiệm ", .. PrintWords.Named(person), $"{PrintWords.Particulars(one)} giữ chức vụ {title} kể từ ngày {VnFormat.Date(v.From)}.\nThời hạn giữ chức vụ là {VnFormat.Months(v.TermMonths)}."])),
                PrintWords.Article(2, $"{Capital(PrintWords.Plain(person))} được hưởng phụ cấp chức vụ {(allowance is { } c ? $"hệ số {c}" : "theo quy định")} kể từ ngày quyết định có hiệu lực."),
            ],
            CarriedOutBy = PrintWords.HeadsOf([one]),
        };
    }

    private static PrintTable List(IReadOnlyList<ReadCase<AppointAction.Values>> cases) => new()
    {
        FontSize = 12,
        Columns = [new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2), new("Ngày sinh", 1, CellAlignment.Center), new("Chức vụ, đơn vị hiện nay", 2.6), new("Chức vụ bổ nhiệm", 2.6), new("Từ ngày", 1, CellAlignment.Center), new("Thời hạn", 0.8, CellAlignment.Center), new("Ghi chú", 1.2)],
        Rows = [.. cases.Select((c, i) => PrintRow.Of($"{i + 1}", c.Case.ThePerson.FullName, VnFormat.Date(c.Case.ThePerson.BirthDate), PrintWords.Role(c.Case), PostTitles.Full(c.Values.Post, c.Values.Unit),
            VnFormat.Date(c.Values.From), VnFormat.Months(c.Values.TermMonths), c.Values.ByCompetition ? "Qua thi tuyển" : ""))],
    };

    internal static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
