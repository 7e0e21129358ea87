using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Legislation.Pages.Changes;

/// <summary>All changes, latest first.</summary>
[Requires(LegislationPermissions.FollowCode)]
internal sealed class IndexModel(CongVuDb db, Gate gate, AsOfContext asOf) : PageModel
{
    private static readonly TableView<LawChange> View = new TableView<LawChange>("cap-nhat", "Hồ sơ cập nhật pháp luật", c => c.Id.ToString()) { DefaultSort = "-soan" }
        .Column("ten", "Hồ sơ", c => c.Title, fixedColumn: true, url: c => LegislationLinks.Change(c.Id))
        .Column("tt", "Trạng thái", c => LawWords.Of(c.State), show: c => Markup.Badge(LawWords.Look(c.State), LawWords.Of(c.State)))
        .Column("nguoi", "Người soạn", c => c.DrafterName, wide: true)
        .Column("soan", "Soạn ngày", c => c.DraftedAt, CellKind.Date, sort: c => c.DraftedAt)
        .Column("duyet", "Người duyệt", c => c.ApproverName, wide: true)
        .Column("ngay-duyet", "Duyệt ngày", c => c.ApprovedAt, CellKind.Date, sort: c => c.ApprovedAt, wide: true);

    [BindProperty(SupportsGet = true, Name = "tt")]
    public ChangeState? Chosen { get; set; }

    public TablePage<LawChange> Table { get; private set; } = null!;
    public bool MayKeep => asOf.IsNow && gate.May(LegislationPermissions.Keep);

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Follow);
        Table = await db.Set<LawChange>().AsNoTracking().Where(c => Chosen == null || c.State == Chosen).ToTablePageAsync(View, View.Read(HttpContext), ct);
    }
}
