using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Host.Pages.Failures;

/// <summary>What went wrong, where, and what to do. Needs no database.</summary>
[OpenToAll, AllowedOnPastDays, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class FailureModel : PageModel
{
    /// <summary>The failure; a typed address shows "not found".</summary>
    public Failure Failure { get; private set; } = new(404, null, "");

    /// <summary>Title and advice for the status.</summary>
    public (string Title, string Advice) Words => Failure.Status switch
    {
        400 => ("Biểu mẫu không còn dùng được", "Trang đã mở quá lâu hoặc phiên đăng nhập đã đổi. Quay lại trang trước, tải lại rồi gửi lần nữa; những gì đã nhập vẫn còn trên trang trước."),
        401 => ("Cần đăng nhập", "Phiên làm việc đã kết thúc. Đăng nhập lại để tiếp tục."),
        403 => ("Không được phép", "Nếu công việc của bạn cần quyền này, đề nghị quản trị hệ thống của Sở Nội vụ giao quyền."),
        404 => ("Không tìm thấy", "Địa chỉ sai, hoặc mục này không có vào ngày đang xem."),
        409 => ("Có người khác vừa sửa", "Nội dung đã được người khác sửa sau khi bạn mở trang. Không có gì bị ghi đè; xem hai bản bên dưới rồi làm lại trên bản mới."),
        413 => ("Tệp quá lớn", $"Mỗi lần gửi tối đa {CongVuHost.MaxBody >> 20} MB. Chia nhỏ hoặc nén tệp rồi gửi lại."),
        429 => ("Thao tác quá nhanh", "Có quá nhiều yêu cầu trong một phút. Chờ một phút rồi thử lại."),
        503 => ("Cơ sở dữ liệu tạm thời không kết nối được", "Hệ thống tự nối lại khi máy chủ cơ sở dữ liệu hoạt động trở lại. Chưa có gì bị mất; thử lại sau ít phút."),
        _ => ("Có lỗi của hệ thống", "Lỗi đã được ghi lại. Nếu gặp lại, báo quản trị hệ thống kèm mã dưới đây."),
    };

    /// <summary>Shows the failure put aside by the pipeline.</summary>
    public void OnGet()
    {
        if (HttpContext.Items[FailureMiddleware.Key] is Failure failure) Failure = failure;
        Response.StatusCode = Failure.Status;
    }
}
