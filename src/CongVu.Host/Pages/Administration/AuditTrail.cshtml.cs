using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Host.Pages.Administration;

/// <summary>The audit log: who read and who changed what. Reading it is logged too.</summary>
[Requires("platform.audit.read")]
public sealed class AuditTrailModel(CongVuDb db, AuditLog audit, ProcessCatalogue processes) : PageModel
{
    private const int PageSize = 50;

    /// <summary>A line of the log.</summary>
    public sealed record Row(Guid Id, DateTime At, string? UserName, string? DisplayName, string? Address, string Action, string? SubjectType, Guid? SubjectId, int Count, string? Reason, string? Detail);

    /// <summary>Account.</summary>
    [BindProperty(SupportsGet = true, Name = "tai-khoan")]
    public Guid? AccountId { get; set; }

    /// <summary>Person, unit, decision… looked at or changed.</summary>
    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public Guid? SubjectId { get; set; }

    /// <summary>Beginning of the action's name.</summary>
    [BindProperty(SupportsGet = true, Name = "viec")]
    public string? Action { get; set; }

    /// <summary>First day.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? Until { get; set; }

    /// <summary>Show what is older than this instant (ticks).</summary>
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public long? Before { get; set; }

    /// <summary>Lines, newest first.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Mark of the next page.</summary>
    public long? Older { get; private set; }

    /// <summary>Name of an action for people.</summary>
    public string NameOf(string action) => processes.All.FirstOrDefault(p => p.Kind.Code == action).Kind?.Name ?? Words.GetValueOrDefault(action, action);

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["platform.sign-in"] = "Đăng nhập", ["platform.sign-in.failed"] = "Đăng nhập sai", ["platform.sign-in.wrong-code"] = "Sai mã xác thực", ["platform.refused"] = "Bị từ chối truy cập",
        ["platform.file.read"] = "Tải tệp", ["platform.audit.read"] = "Xem nhật ký", ["platform.second-factor.enrolled"] = "Đăng ký xác thực hai yếu tố", ["platform.password.changed"] = "Đổi mật khẩu",
        ["personnel.record.read"] = "Xem hồ sơ", ["personnel.list.read"] = "Xem danh sách hồ sơ", ["personnel.list.exported"] = "Kết xuất danh sách hồ sơ",
        ["personnel.declaration.read"] = "Xem bản kê khai", ["personnel.declaration.list.read"] = "Xem danh sách kê khai", ["personnel.dispute.read"] = "Xem đề nghị đính chính", ["personnel.dispute.list.read"] = "Xem danh sách đề nghị đính chính",
    };

    /// <summary>Kinds of action to filter by.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("platform.sign-in", "Đăng nhập"), new("platform.refused", "Bị từ chối"), new("personnel.record.read", "Xem hồ sơ"), new("personnel.list", "Danh sách và kết xuất hồ sơ"),
        new("decisions.", "Quyết định"), new("organisation.", "Tổ chức"), new("reform.", "Kế hoạch"), new("platform.account", "Tài khoản"), new("platform.grant", "Phân quyền"),
    ];

    /// <summary>Shows a page of the log.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        DateTime? from = From is { } f ? VietnamTime.StartOf(f).UtcDateTime : null;
        DateTime? until = Before is > 0 and < 3_155_378_975_999_999_999 ? new DateTime(Before.Value, DateTimeKind.Utc) : Until is { } u ? VietnamTime.StartOf(u.AddDays(1)).UtcDateTime : null;
        var action = Action is { Length: > 0 } a ? a.Replace("%", "", StringComparison.Ordinal) + "%" : null;
        Rows = await db.Database.SqlQuery<Row>($"""
            select e.id as "Id", e.at as "At", c.user_name as "UserName", c.display_name as "DisplayName", e.address as "Address", e.action as "Action", e.subject_type as "SubjectType",
                   e.subject_id as "SubjectId", e.count as "Count", p.reason as "Reason", e.detail::text as "Detail"
            from platform.audit_entry e left join platform.account c on c.id = e.account_id left join platform.process_run p on p.id = e.process_id
            where ({AccountId}::uuid is null or e.account_id = {AccountId}) and ({SubjectId}::uuid is null or e.subject_id = {SubjectId}) and ({action}::text is null or e.action like {action})
              and ({from}::timestamptz is null or e.at >= {from}) and ({until}::timestamptz is null or e.at < {until})
            order by e.at desc limit {PageSize}
            """).ToListAsync(ct);
        Older = Rows.Count == PageSize ? Rows[^1].At.Ticks : null;
        await audit.ReadAsync(new AuditLine("platform.audit.read", Count: Rows.Count, Detail: new { AccountId, SubjectId, Action }), ct);
    }
}
