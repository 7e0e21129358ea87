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

    /// <summary>What was in the form that failed, so that nothing typed is lost; empty when the pages themselves keep it.</summary>
    public IReadOnlyList<string> Typed { get; private set; } = [];

    /// <summary>The next sensible step, where it is not going home.</summary>
    public (string Url, string Verb)? GoOn => Failure.Status switch
    {
        401 => ("/dang-nhap", "Đăng nhập"),
        409 or 429 or 503 when Failure.Path is { } path && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) => (path, "Mở lại trang"),
        _ => null,
    };

    /// <summary>Shows the failure put aside by the pipeline.</summary>
    public void OnGet()
    {
        if (HttpContext.Items[FailureMiddleware.Key] is Failure failure) Failure = failure;
        Response.StatusCode = Failure.Status;
        Typed = TypedInForm();
    }

    private List<string> TypedInForm()
    {
        // A body that was too large, or broken, cannot be read again; then there is nothing to give back.
        if (!Request.HasFormContentType || Failure.Status is 404 or 413) return [];
        IFormCollection form;
        try { form = Request.Form; }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException) { return []; }
        return [.. form
            .Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && !Secret(f.Key))
            .SelectMany(f => f.Value).OfType<string>()
            .Where(text => text.Trim().Length > 1 && !Guid.TryParse(text, out _) && !bool.TryParse(text, out _))
            .Distinct()];
    }

    private static bool Secret(string name) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase) || name is "Current" or "Chosen" or "Repeated" or "Code" or "Pending";
}
