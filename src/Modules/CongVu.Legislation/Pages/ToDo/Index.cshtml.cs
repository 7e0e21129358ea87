using CongVu.Legislation.Contracts;
using CongVu.Legislation.Domain;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Legislation.Pages.ToDo;

/// <summary>The lines of the list as a table.</summary>
internal static class ToDoRow
{
    public static TableView<ToDoLine> View(bool mayRecord) => new TableView<ToDoLine>("doi-chieu", "Việc cần làm với dữ liệu pháp luật", l => l.Id)
        .Column("ten", "Giá trị, văn bản", l => l.Name, fixedColumn: true, url: l => l.From is null ? LegislationLinks.Instrument(l.Target) : LegislationLinks.Value(l.Target))
        .Column("noi-dung", "Nội dung", l => l.Detail)
        .Column("tin-cay", "Độ tin cậy", l => l.Confidence is { } sure ? LawWords.Of(sure) : "", wide: true)
        .Column("ap-dung", "Đang áp dụng", l => l.InUse, CellKind.Flag, wide: true)
        .Column("moc", "Mốc", l => l.Since, CellKind.Date)
        .Column("lam", "Việc làm", l => mayRecord ? Verb(l) : "", url: l => mayRecord ? Address(l) : null);

    public static string Name(ToDoKind kind) => kind switch
    {
        ToDoKind.Wrong => "Đối chiếu thấy khác",
        ToDoKind.Recalled => "Chưa đọc văn bản",
        ToDoKind.Stale => "Quá 12 tháng",
        ToDoKind.Ceased => "Văn bản đã thay đổi",
        _ => "Khoảng trống",
    };

    public static string About(ToDoKind kind) => kind switch
    {
        ToDoKind.Wrong => "Lần đối chiếu cuối cho kết quả khác: lập hồ sơ đính chính giá trị.",
        ToDoKind.Recalled => "Giá trị nhập theo hiểu biết chung, chưa ai mở văn bản. Mọi kết quả dùng giá trị này đều kèm ghi chú.",
        ToDoKind.Stale => "Lần đối chiếu cuối đã quá 12 tháng: mở Công báo, xem giá trị còn đúng không.",
        ToDoKind.Ceased => "Văn bản làm căn cứ hết hiệu lực hoặc bị sửa đổi, bãi bỏ một phần sau lần đối chiếu cuối: xem điều khoản đó còn không.",
        _ => "Dữ liệu khai báo chưa có quy định; tính cho những ngày này sẽ bị từ chối.",
    };

    private static string Verb(ToDoLine line) => line.Kind is ToDoKind.Gap or ToDoKind.Wrong ? "Bổ sung giá trị" : "Đối chiếu";

    private static string Address(ToDoLine line) => line.Kind is ToDoKind.Gap or ToDoKind.Wrong && line.From is not null ? LegislationLinks.NewChange(line.Target) : LegislationLinks.Check(line.Target, line.From);
}

/// <summary>What the legal officer has to compare, renew or find.</summary>
[Requires(LegislationPermissions.FollowCode)]
internal sealed class IndexModel(LawInUse law, ToDoList list, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "viec")]
    public ToDoKind? Chosen { get; set; }

    public ToDoKind Kind { get; private set; }
    public IReadOnlyList<(ToDoKind Kind, int Count)> Counts { get; private set; } = [];
    public TablePage<ToDoLine> Table { get; private set; } = null!;
    public IReadOnlyList<string> Problems => law.Problems;

    public void OnGet()
    {
        gate.Demand(LegislationPermissions.Follow);
        var all = list.On(asOf.Current.ValidOn, asOf.Current.KnownAt);
        Counts = [.. Enum.GetValues<ToDoKind>().Select(k => (k, all.Count(l => l.Kind == k)))];
        Kind = Chosen ?? Counts.Where(c => c.Count > 0).Select(c => (ToDoKind?)c.Kind).FirstOrDefault() ?? ToDoKind.Stale;
        var view = ToDoRow.View(asOf.IsNow && gate.May(LegislationPermissions.Keep));
        Table = all.Where(l => l.Kind == Kind).ToList().ToTablePage(view, view.Read(HttpContext));
    }
}
