using CongVu.Decisions.Actions;
using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Printing;

/// <summary>The words of a transfer, for one person or for a list.</summary>
internal static class TransferText
{
    public static DecisionText Of(IReadOnlyList<ReadCase<TransferAction.Values>> cases, IReadOnlyList<string> bases)
    {
        var word = Staff.Word(cases.Select(c => c.Case.ThePerson));
        var heads = PrintWords.HeadsOf(cases.Select(c => c.Case)).Concat(cases.Select(c => c.Case.Units.Agency(c.Values.To.Id)).OfType<UnitView>().DistinctBy(u => u.Id)
            .Select(u => LeadershipPosts.HeadOf(u) is { } head ? Domain.PostTitles.Full(head, u) : $"Thủ trưởng {u.Name}")).Distinct().ToList();
        return new DecisionText
        {
            Subject = cases is [var only] ? $"Về việc điều động {PrintWords.Plain(only.Case.ThePerson)}" : $"Về việc điều động {word}",
            Bases = bases,
            Articles =
            [
                cases is [var one]
                    ? PrintWords.Article(1, RichText.Of(["Điều động ", .. PrintWords.Named(one.Case.ThePerson), $"{PrintWords.Particulars(one.Case)} đến nhận công tác tại {one.Case.Units.FullName(one.Values.To.Id)}, vị trí: {one.Values.JobTitle}, kể từ ngày {VnFormat.Date(one.Values.From)}."]))
                    : PrintWords.Article(1, $"Điều động {cases.Count} {word} theo danh sách kèm theo."),
                PrintWords.Article(2, "Ngạch, bậc lương và thời gian nâng bậc lương giữ nguyên; các chế độ khác thực hiện theo quy định tại nơi đến. Người được điều động bàn giao công việc, hồ sơ, tài liệu trước khi đến nhận công tác."),
            ],
            CarriedOutBy = heads,
            List = cases.Count == 1 ? null : new Annex { Title = $"Danh sách {word} được điều động", Landscape = true, Body = [new BodyBlock.Table(List(cases))] },
        };
    }

    private static PrintTable List(IReadOnlyList<ReadCase<TransferAction.Values>> cases) => new()
    {
        FontSize = 12,
        Columns = [new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2), new("Ngày sinh", 1, CellAlignment.Center), new("Chức vụ, đơn vị nơi đi", 3), new("Đơn vị nơi đến", 2.4), new("Vị trí việc làm", 1.8), new("Từ ngày", 1, CellAlignment.Center)],
        Rows = [.. cases.Select((c, i) => PrintRow.Of($"{i + 1}", c.Case.ThePerson.FullName, VnFormat.Date(c.Case.ThePerson.BirthDate), PrintWords.Role(c.Case), c.Case.Units.FullName(c.Values.To.Id), c.Values.JobTitle, VnFormat.Date(c.Values.From)))],
    };
}
