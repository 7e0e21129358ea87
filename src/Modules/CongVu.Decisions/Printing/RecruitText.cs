using CongVu.Decisions.Actions;
using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Printing;

/// <summary>The words of a recruitment, for one person or for a list.</summary>
internal static class RecruitText
{
    public static DecisionText Of(IReadOnlyList<ReadCase<Recruit>> cases, IReadOnlyList<string> bases, Func<Recruit, Coefficient?> coefficient)
    {
        var word = cases.Count == 0 ? "công chức" : OrganisationWords.Category(cases[0].Values.Category).ToLowerInvariant();
        var units = cases.Select(c => c.Case.Units.Agency(c.Values.Unit.Id)).OfType<UnitView>().DistinctBy(u => u.Id).ToList();
        return new DecisionText
        {
            Subject = cases is [var only] ? $"Về việc tuyển dụng {word} đối với {Staff.Mr(only.Values.Sex)} {only.Values.FullName}" : $"Về việc tuyển dụng {word}",
            Bases = [.. bases, .. cases.Select(c => c.Values.Approval).Distinct().Select(a => $"Căn cứ {a} phê duyệt kết quả tuyển dụng")],
            Articles =
            [
                cases is [var one] ? One(one, word, coefficient) : PrintWords.Article(1, $"Tuyển dụng {cases.Count} {word} theo danh sách kèm theo."),
                PrintWords.Article(2, "Người được tuyển dụng có trách nhiệm đến nhận công tác đúng thời hạn và hưởng các chế độ, chính sách theo quy định hiện hành kể từ ngày nhận công tác."),
            ],
            CarriedOutBy = [.. units.Select(u => LeadershipPosts.HeadOf(u) is { } head ? Domain.PostTitles.Full(head, u) : $"Thủ trưởng {u.Name}")],
            List = cases.Count == 1 ? null : new Annex { Title = $"Danh sách tuyển dụng {word}", Landscape = true, Body = [new BodyBlock.Table(List(cases, coefficient))] },
        };
    }

    private static BodyBlock.Article One(ReadCase<Recruit> read, string word, Func<Recruit, Coefficient?> coefficient)
    {
        var v = read.Values;
        return PrintWords.Article(1, RichText.Of([$"Tuyển dụng {Staff.Mr(v.Sex)} ", Span.Strong(v.FullName), $", sinh {(v.Birth.Precision == "day" ? "ngày " : "")}{v.Birth}, số định danh cá nhân {v.PersonalId} vào làm {word} tại {read.Case.Units.FullName(v.Unit.Id)} kể từ ngày {VnFormat.Date(v.From)}:"]),
            new BodyBlock.Dash($"Vị trí việc làm: {v.JobTitle};"),
            new BodyBlock.Dash($"Ngạch (chức danh): {v.RankCode}, bảng lương {v.TableCode}, bậc {v.Step}, hệ số lương {coefficient(v)};"),
            new BodyBlock.Dash($"Thời điểm tính nâng bậc lương lần sau: từ ngày {VnFormat.Date(v.From)}."));
    }

    private static PrintTable List(IReadOnlyList<ReadCase<Recruit>> cases, Func<Recruit, Coefficient?> coefficient) => new()
    {
        FontSize = 12,
        Columns = [new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2), new("Ngày sinh", 1, CellAlignment.Center), new("Trình độ chuyên môn", 1.8), new("Bộ phận sử dụng", 2.4), new("Ngạch", 0.9, CellAlignment.Center), new("Bậc", 0.5, CellAlignment.Center), new("Hệ số", 0.7, CellAlignment.Center), new("Từ ngày", 1, CellAlignment.Center), new("Ghi chú", 1)],
        Rows = [.. cases.Select((c, i) => PrintRow.Of($"{i + 1}", c.Values.FullName, c.Values.Birth.ToString(), c.Values.Major, c.Case.Units.FullName(c.Values.Unit.Id), c.Values.RankCode, $"{c.Values.Step}", $"{coefficient(c.Values)}", VnFormat.Date(c.Values.From), ""))],
    };
}
