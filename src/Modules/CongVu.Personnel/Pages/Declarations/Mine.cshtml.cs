using CongVu.Personnel.Contracts;
using CongVu.Personnel.Declarations;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Pages.Declarations;

/// <summary>The own declarations, and where a new one begins.</summary>
[Requires("personnel.declare")]
internal sealed class MineModel(CongVuDb db, DeclarationDesk desk, Gate gate, AsOfContext asOf) : PageModel
{
    private static readonly TableView<Declaration> View = new TableView<Declaration>("ke-khai-cua-toi", "Bản kê khai của tôi", d => d.Id.ToString())
        .Column("so", "Bản kê khai", d => d.Label, fixedColumn: true, url: d => d.IsOpen ? PersonnelLinks.EditDeclaration(d.Id) : PersonnelLinks.Declaration(d.Id))
        .Column("luu", "Lưu lần cuối", d => VietnamTime.DayOf(d.SavedAt), CellKind.Date)
        .Column("muc", "Số mục", d => d.ItemCount, CellKind.Count)
        .Column("trang-thai", "Trạng thái", d => d.State.Name(), show: d => Markup.Badge(d.State.Badge(), d.State.Name()))
        .Column("ket-qua", "Kết quả", d => d.State == DeclarationState.Decided ? d.Outcome() : "");

    public TablePage<Declaration> Table { get; private set; } = null!;

    /// <summary>The one that is gone on with; null when a new one may begin.</summary>
    public Declaration? Open { get; private set; }

    public bool MayStart => asOf.IsNow;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = gate.Actor.PersonId ?? throw new NotFoundException("Tài khoản này chưa gắn với hồ sơ nào. Đề nghị người quản trị gắn hồ sơ vào tài khoản.");
        var query = View.Read(HttpContext);
        var own = db.Set<Declaration>().AsNoTracking().Where(d => d.PersonId == me && d.State != DeclarationState.Discarded);
        Open = await own.FirstOrDefaultAsync(d => d.State != DeclarationState.Decided, ct);
        Table = await own.OrderByDescending(d => d.CreatedAt).ToTablePageAsync(View, query, ct);
    }

    /// <summary>Begins, or goes on with the one that is open.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Redirect(PersonnelLinks.EditDeclaration(await desk.StartAsync(ct)));
}
