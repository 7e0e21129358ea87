using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;
using CongVu.Platform.Time;

namespace CongVu.Pay.Early;

/// <summary>The papers of a round: the list that is published, and the report to the superior body in the fourth quarter.</summary>
internal sealed class RoundPapers(UnitDirectory units, Settings settings, TimeProvider clock)
{
    public const string List = "danh-sach", Report = "bao-cao";

    public async Task<byte[]> WriteAsync(RoundView view, string paper, CancellationToken ct)
    {
        var tree = await units.TreeAsync(new AsOf(clock.Today()), ct);
        var parent = view.Unit.ParentId is { } above ? tree.Find(above) : null;
        var place = (await settings.GetAsync(Settings.Province, ct) ?? "").Replace("Tỉnh ", "", StringComparison.OrdinalIgnoreCase);
        var report = paper == Report;
        var type = report ? DocumentType.Report : DocumentType.Notice;
        return AdministrativeDocx.Write(new AdministrativeDocument
        {
            Type = type, ParentAgency = parent?.Name, Agency = view.Unit.Name, Number = DocumentNumber.Of(null, type, view.Unit.Symbol), Place = place, Date = IssueDate.Open(clock.Today().Year), IsDraft = true,
            Subject = report ? $"Kết quả nâng bậc lương trước thời hạn do lập thành tích xuất sắc năm {view.Round.Year}" : $"Công khai danh sách đề nghị nâng bậc lương trước thời hạn năm {view.Round.Year}",
            Addressees = report && parent is not null ? [parent.Name] : [],
            Body = report ? ReportBody(view) : ListBody(view),
            Recipients = report ? ["Như trên", "Lưu: VT, TCCB"] : ["Các phòng, đơn vị", "Lưu: VT, TCCB"],
            Signature = Signature.Head(PaperPhrases.HeadTitle(view.Unit), ""),
            Annexes = [new Annex { Title = report ? "Danh sách được nâng bậc lương trước thời hạn" : "Danh sách đề nghị nâng bậc lương trước thời hạn", Landscape = true, Body = [new BodyBlock.Table(Table(view, report))] }],
        });
    }

    private static BodyBlock[] ListBody(RoundView view) =>
    [
        new BodyBlock.Paragraph($"Căn cứ Điều 3 Thông tư số 08/2013/TT-BNV, {view.Unit.Name} công khai danh sách {view.Ranking.Count} người đủ điều kiện đề nghị nâng bậc lương trước thời hạn do lập thành tích xuất sắc năm {view.Round.Year}."),
        new BodyBlock.Paragraph($"Danh sách trả lương ngày {VnFormat.Date(view.Round.HeadcountOn)} có {view.Round.Headcount} người; chỉ tiêu {view.Round.WholeQuota} người{(view.Round.ExtraQuota > 0 ? $", trong đó cấp trên giao thêm {view.Round.ExtraQuota}" : "")}. Thứ tự xếp theo thành tích cao nhất, số thành tích được tính, rồi quy chế của đơn vị{(view.Round.UnitRule.Length > 0 ? $": {view.Round.UnitRule}" : "")}."),
        new BodyBlock.Paragraph($"Ý kiến gửi về bộ phận tổ chức cán bộ trước hết ngày {(view.Round.ObjectionsUntil is { } until ? VnFormat.Date(until) : "…")}."),
    ];

    private static BodyBlock[] ReportBody(RoundView view)
    {
        var round = view.Round;
        var left = round.WholeQuota - view.Chosen.Count;
        return
        [
            new BodyBlock.Paragraph($"{view.Unit.Name} báo cáo kết quả nâng bậc lương trước thời hạn do lập thành tích xuất sắc năm {round.Year} như sau:"),
            new BodyBlock.Dash($"Số người trong danh sách trả lương ngày {VnFormat.Date(round.HeadcountOn)}: {round.Headcount}."),
            new BodyBlock.Dash($"Chỉ tiêu của đơn vị: {round.Quota}{(round.ExtraQuota > 0 ? $"; được giao thêm {round.ExtraQuota} theo {round.ExtraDocument}" : "")}; số dư dưới 10 người: {round.Headcount - round.Quota * 10}."),
            new BodyBlock.Dash($"Đã xét {view.Open.Count} người, thông qua {view.Chosen.Count} người{(round.ApprovalDocument is { } minutes ? $" theo {minutes} ({round.InFavour}/{round.Present} phiếu đồng ý)" : "")}."),
            new BodyBlock.Dash(left > 0 ? $"Chỉ tiêu chưa sử dụng: {left}, sử dụng đến hết ngày {VnFormat.Date(round.UsableUntil)}; sau ngày này không được tính vào năm sau." : "Đã sử dụng hết chỉ tiêu."),
        ];
    }

    private static PrintTable Table(RoundView view, bool chosenOnly)
    {
        var rows = view.Ranking.Where(r => !chosenOnly || r.View.Candidate.Result == CandidateResult.Chosen).ToList();
        return new PrintTable
        {
            FontSize = 11,
            Columns =
            [
                new("Thứ tự", 0.6, CellAlignment.Center), new("Họ và tên", 2), new("Đơn vị", 2.2), new("Ngạch, bậc, hệ số", 1.5, CellAlignment.Center), new("Đến hạn thường xuyên", 1.1, CellAlignment.Center),
                new("Nâng trước (tháng)", 0.8, CellAlignment.Center), new("Hưởng từ", 1.1, CellAlignment.Center), new("Thành tích", 2.4), new("Căn cứ xếp thứ tự", 2.2),
            ],
            Rows = [.. rows.Select(r => PrintRow.Of($"{r.Place}", r.View.Person.FullName, r.View.UnitName, $"{r.View.Person.RankCode}, bậc {r.View.Person.Step} ({new Coefficient(r.View.Person.Coefficient ?? 0)})", VnFormat.Date(r.View.Due),
                $"{r.View.Candidate.Months}", VnFormat.Date(r.View.Outcome?.From), string.Join("; ", r.View.Counting.Select(a => $"{a.Title}, {a.Document}")), r.Why))],
        };
    }
}
