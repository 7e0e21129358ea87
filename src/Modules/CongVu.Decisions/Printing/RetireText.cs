using CongVu.Decisions.Actions;
using CongVu.Decisions.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Printing;

/// <summary>The words of a retirement decision (Mẫu số 3 of Nghị định 170/2025/NĐ-CP), for one person or for a list.</summary>
internal static class RetireText
{
    public static DecisionText Of(IReadOnlyList<ReadCase<RetireAction.Values>> cases, IReadOnlyList<string> bases, PersonStates states)
    {
        var word = Staff.Word(cases.Select(c => c.Case.ThePerson));
        var rights = $"{(cases.Count == 1 ? AppointText.Capital(PrintWords.Plain(cases[0].Case.ThePerson)) : "Các ông, bà có tên tại danh sách")} được hưởng chế độ bảo hiểm xã hội theo quy định của pháp luật về bảo hiểm xã hội.";
        return new DecisionText
        {
            Subject = cases is [var only] ? $"Về việc nghỉ hưu đối với {PrintWords.Plain(only.Case.ThePerson)}" : $"Về việc nghỉ hưu đối với {word}",
            Bases = bases,
            Articles =
            [
                cases is [var one] ? One(one, states.Of(one.Case)) : PrintWords.Article(1, $"{cases.Count} {word} nghỉ hưu theo danh sách kèm theo."),
                PrintWords.Article(2, rights),
            ],
            CarriedOutBy = PrintWords.HeadsOf(cases.Select(c => c.Case)),
            Recipients = ["Bảo hiểm xã hội tỉnh"],
            List = cases.Count == 1 ? null : new Annex { Title = $"Danh sách {word} nghỉ hưu", Landscape = true, Body = [new BodyBlock.Table(List(cases, states))] },
        };
    }

    private static BodyBlock.Article One(ReadCase<RetireAction.Values> read, PersonState? state)
    {
        var (one, person) = (read.Case, read.Case.ThePerson);
        var lines = new List<BodyBlock>
        {
            new BodyBlock.Dash($"Số sổ bảo hiểm xã hội: {state?.SocialInsurance?.Value.BookNumber ?? "…"};"),
            new BodyBlock.Dash($"Sinh ngày: {VnFormat.Date(person.BirthDate)}; nơi sinh: {state?.Identity?.Value.BirthPlace ?? "…"};"),
            new BodyBlock.Dash($"Chức vụ, đơn vị công tác: {PrintWords.Role(one)};"),
            new BodyBlock.Dash($"Nơi cư trú sau khi nghỉ hưu: {read.Values.Residence ?? state?.Contact?.Value.Residence ?? "…"}."),
        };
        return PrintWords.Article(1, RichText.Of([.. PrintWords.Named(person).Select((s, i) => i == 0 ? (Span)AppointText.Capital(s.Text) : s), $" nghỉ việc để hưởng chế độ bảo hiểm xã hội kể từ ngày {VnFormat.Date(read.Values.From)}."]), lines);
    }

    private static PrintTable List(IReadOnlyList<ReadCase<RetireAction.Values>> cases, PersonStates states) => new()
    {
        FontSize = 12,
        Columns = [new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2), new("Sinh ngày", 1, CellAlignment.Center), new("Số sổ BHXH", 1.2, CellAlignment.Center), new("Chức vụ, đơn vị", 3), new("Nghỉ hưu từ ngày", 1.1, CellAlignment.Center), new("Nơi cư trú sau khi nghỉ hưu", 2)],
        Rows = [.. cases.Select((c, i) => PrintRow.Of($"{i + 1}", c.Case.ThePerson.FullName, VnFormat.Date(c.Case.ThePerson.BirthDate), states.Of(c.Case)?.SocialInsurance?.Value.BookNumber, PrintWords.Role(c.Case),
            VnFormat.Date(c.Values.From), c.Values.Residence))],
    };
}
