using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Host.Pages.Administration;

/// <summary>All accounts.</summary>
[Requires("platform.accounts.read")]
public sealed class AccountsModel(CongVuDb db, Gate gate) : PageModel
{
    /// <summary>An account in the list.</summary>
    public sealed record Row
    {
        /// <summary>Key.</summary>
        public Guid Id { get; init; }
        /// <summary>Sign-in name.</summary>
        public string UserName { get; init; } = "";
        /// <summary>Name shown.</summary>
        public string DisplayName { get; init; } = "";
        /// <summary>Unit shown.</summary>
        public string UnitLabel { get; init; } = "";
        /// <summary>Second factor enrolled.</summary>
        public bool HasFactor { get; init; }
        /// <summary>Closed since.</summary>
        public DateTime? DisabledAt { get; init; }
    }

    private static readonly TableView<Row> View = new TableView<Row>("tai-khoan", "Danh sách tài khoản", r => r.Id.ToString()) { DefaultSort = "ten" }
        .Column("ten", "Tên đăng nhập", r => r.UserName, sort: r => r.UserName, fixedColumn: true, url: r => $"/quan-tri/tai-khoan/{r.Id}")
        .Column("ho-ten", "Họ và tên", r => r.DisplayName, sort: r => r.DisplayName)
        .Column("don-vi", "Đơn vị", r => r.UnitLabel, sort: r => r.UnitLabel)
        .Column("hai-yeu-to", "Xác thực hai yếu tố", r => r.HasFactor ? "Đã đăng ký" : "Chưa", wide: true)
        .Column("trang-thai", "Trạng thái", r => r.DisabledAt is null ? "Đang hoạt động" : "Đã ngừng", show: r => Markup.Badge(r.DisabledAt is null ? "active" : "ended"));

    /// <summary>The table.</summary>
    public TablePage<Row> Table { get; private set; } = null!;

    /// <summary>Whether the actor may change anything here.</summary>
    public bool MayManage => gate.May(PlatformPermissions.ManageAccounts);

    /// <summary>Lists.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = View.Read(HttpContext);
        var rows = db.Set<Account>().AsNoTracking();
        if (query.Search is { Length: > 0 } text)
        {
            var pattern = $"%{text.Trim().ToLowerInvariant()}%";
            var folded = VietnameseText.Fold(text);
            rows = rows.Where(a => EF.Functions.ILike(a.UserName, pattern) || EF.Functions.ILike(a.DisplayName, pattern) || a.UserName.Contains(folded));
        }
        Table = await rows.Select(a => new Row { Id = a.Id, UserName = a.UserName, DisplayName = a.DisplayName, UnitLabel = a.UnitLabel, HasFactor = a.TotpSecret != null, DisabledAt = a.DisabledAt }).ToTablePageAsync(View, query, ct);
    }
}
