using CongVu.Examinations.Data;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>An examination of one sitting with ten questions, brought through the pages to where a test begins.</summary>
internal sealed class Story(ExamHost host, Staff secretary, Staff chair, Staff member, Guid exam, Guid sitting)
{
    public Staff Secretary => secretary;
    public Staff Chair => chair;
    public Staff Member => member;
    public Guid Exam => exam;
    public Guid Sitting => sitting;

    /// <param name="candidates">Each a line of the list: name; birth; personal id; unit; position; priority; reason; extra time.</param>
    public static async Task<Story> PlanAsync(ExamHost host, string kind, string round, int questions, params string[] candidates)
    {
        var subject = "Zk " + Guid.NewGuid().ToString("n")[..8];
        await host.BankAsync(subject, questions * 3);
        var (secretary, _, _) = await host.StaffAsync("Thư ký Lan");
        var (chair, _, chairName) = await host.StaffAsync("Chủ tịch Hùng", Roles.Signer);
        var (member, _, memberName) = await host.StaffAsync("Ủy viên Mai", Roles.LegalOfficer);
        await secretary.OpenAsync($"/thi/ma-tran/sua?mon={Uri.EscapeDataString(subject)}");
        await secretary.PressAsync("Lưu ma trận đề", ("Name", "Đề"), ("Topic", "Chung"), ("Level", "1"), ("Count", $"{questions}"), ("Points", "10"));
        var blueprint = secretary.At.Split('?')[0].Split('/')[^1];
        await chair.OpenAsync(secretary.At);
        await chair.PressAsync("Duyệt ma trận đề");
        await secretary.OpenAsync("/thi/ky-thi/moi");
        await secretary.PressAsync("Lập kỳ thi", ("Name", "Kỳ thi " + Guid.NewGuid()), ("Kind", kind), ("HeldOn", "27/11/2026"));
        var exam = Guid.Parse(secretary.At.Split('?')[0].Split('/')[^1]);
        foreach (var (role, name) in new[] { ("Chair", chairName), ("Member", memberName) }) await secretary.PressAsync("Cử vào hội đồng", ("UserName", name), ("Role", role));
        await secretary.OpenAsync($"/thi/ky-thi/{exam}/thi-sinh");
        await secretary.UploadAsync("Đọc danh sách", "ListFile", "ds.csv", System.Text.Encoding.UTF8.GetBytes("Họ và tên;Ngày sinh;Số định danh;Đơn vị;Vị trí dự thi;Điểm ưu tiên;Lý do ưu tiên;Thêm giờ (%)\n" + string.Join('\n', candidates)));
        await secretary.PressAsync($"Nhập {candidates.Length} thí sinh");
        await secretary.PressAsync("Chốt danh sách và đánh số báo danh");
        await secretary.OpenAsync($"/thi/ky-thi/{exam}");
        await secretary.PressAsync("Lập ca thi", ("SittingName", "Ca 1"), ("Round", round), ("BlueprintId", blueprint), ("Day", "30/11/2026"), ("Time", "7:30"), ("Minutes", "60"));
        var sitting = Guid.Parse(secretary.At.Split('?')[0].Split('/')[^1]);
        await secretary.PressAsync("Thêm phòng", ("Name", "Phòng 1"), ("Seats", "20"));
        await secretary.PressAsync("Xếp chỗ ngẫu nhiên");
        return new Story(host, secretary, chair, member, exam, sitting);
    }

    /// <summary>Papers sealed and opened by two.</summary>
    public async Task ReleaseAsync()
    {
        await secretary.OpenAsync($"/thi/ca-thi/{sitting}");
        await secretary.PressAsync("Niêm phong đề", ("PublicRule", "năm chữ số cuối giải đặc biệt ngày 30/11/2026"));
        foreach (var one in new[] { chair, member })
        {
            await one.OpenAsync($"/thi/ca-thi/{sitting}");
            await one.PressAsync("Xác nhận mở đề", ("PublicValue", "12345"));
        }
        chair.Text.ShouldContain("Đã ghi xác nhận thứ nhất");
    }

    /// <summary>Rooms run, papers are marked, results are published.</summary>
    public async Task PublishAsync(Func<int, int?> right)
    {
        await ReleaseAsync();
        await host.RunAsync(sitting, right);
        await secretary.OpenAsync($"/thi/ca-thi/{sitting}/cham");
        await secretary.PressAsync("Chấm trên máy");
        await chair.OpenAsync($"/thi/ky-thi/{exam}/ket-qua");
        await chair.PressAsync("Công bố kết quả");
        chair.Text.ShouldContain("Đã công bố kết quả.");
    }

    public async Task<T> ReadAsync<T>(Func<CongVuDb, Task<T>> read)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CongVuDb>());
    }

    /// <summary>The years the law asks for go by.</summary>
    public Task PassKeepingAsync(DateOnly until) => ReadAsync(db => db.Set<ExamArchive>().Where(a => a.ExamId == exam).ExecuteUpdateAsync(u => u.SetProperty(a => a.KeepUntil, until)));
}
