using CongVu.Personnel.Contracts;
using CongVu.Personnel.Disputes;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Pages.Disputes;

/// <summary>The own disputes.</summary>
[Requires("personnel.dispute")]
internal sealed class MineModel(CongVuDb db, Gate gate, AsOfContext asOf) : PageModel
{
    private static readonly TableView<Dispute> View = new TableView<Dispute>("dinh-chinh-cua-toi", "Đề nghị đính chính của tôi", d => d.Id.ToString())
        .Column("so", "Đề nghị", d => d.Label, fixedColumn: true, url: d => PersonnelLinks.Dispute(d.Id))
        .Column("noi-dung", "Nội dung", d => d.About)
        .Column("gui", "Gửi ngày", d => VietnamTime.DayOf(d.RaisedAt), CellKind.Date)
        .Column("han", "Hạn trả lời", d => d.DueOn, CellKind.Date)
        .Column("trang-thai", "Trạng thái", d => d.State.Name(), show: d => Markup.Badge(d.State.Badge(), d.State.Name()));

    public TablePage<Dispute> Table { get; private set; } = null!;

    public bool MayRaise => asOf.IsNow;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = gate.Actor.PersonId ?? throw new NotFoundException("Tài khoản này chưa gắn với hồ sơ nào. Đề nghị người quản trị gắn hồ sơ vào tài khoản.");
        Table = await db.Set<Dispute>().AsNoTracking().Where(d => d.PersonId == me).OrderByDescending(d => d.RaisedAt).ToTablePageAsync(View, View.Read(HttpContext), ct);
    }
}
