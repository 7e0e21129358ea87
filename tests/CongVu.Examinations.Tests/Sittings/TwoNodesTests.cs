using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Examinations.Tests.Room;
using CongVu.Host;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>Papers destroyed at one node are gone from the memory of another that runs on the same database.</summary>
[Trait("Category", "Slow")]
public sealed class TwoNodesTests(ExamHost host)
{
    [Fact]
    public async Task What_one_node_destroyed_no_other_node_knows_any_more()
    {
        var story = await Story.PlanAsync(host, "testing", "", 10, "Trần Thị Ánh;05/09/1995;001095000001;;Văn thư;;;", "Lê Văn Bình;01/01/1996;001096000002;;Văn thư;;;");
        await story.PublishAsync(at => 9 - at);
        await using var node = await CongVuHost.StartAsync([$"--ConnectionStrings:CongVu={host.ConnectionString}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        var (there, seat) = (node.App.Services.GetRequiredService<OpenedBanks>(), await story.ReadAsync(db => db.Set<Seat>().AsNoTracking().FirstAsync(s => s.SittingId == story.Sitting)));
        (await KeysAsync(node.App.Services, seat)).Count.ShouldBe(10);
        there.Sittings.ShouldContain(story.Sitting);

        var address = ExaminationLinks.Archive(story.Exam);
        await story.Secretary.OpenAsync(address);
        await story.Secretary.PressAsync("Niêm phong hồ sơ");
        await story.PassKeepingAsync(TimeProvider.System.Today().AddDays(-1));
        await story.Secretary.OpenAsync(address);
        await story.Secretary.PressAsync("Đề nghị tiêu hủy", ("OrderedBy", "Quyết định 8/QĐ-SNV"));
        await story.Chair.OpenAsync(address);
        await story.Chair.PressAsync("Tiêu hủy tài liệu");
        story.Chair.Text.ShouldContain("Đã tiêu hủy.");

        // At the first use, however soon.
        (await Should.ThrowAsync<NotFoundException>(() => KeysAsync(node.App.Services, seat))).Message.ShouldContain("đã hủy ngày");
        there.Sittings.ShouldNotContain(story.Sitting);
        host.Services.GetRequiredService<OpenedBanks>().Sittings.ShouldNotContain(story.Sitting);
    }

    [Fact]
    public async Task A_node_forgets_destroyed_papers_although_nobody_asks_for_them()
    {
        var (day, other) = (await host.PlanAsync(), await host.PlanAsync());
        await using var node = await CongVuHost.StartAsync([$"--ConnectionStrings:CongVu={host.ConnectionString}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        var there = node.App.Services.GetRequiredService<OpenedBanks>();
        foreach (var sitting in new[] { day, other }) await KeysAsync(node.App.Services, await sitting.SeatAsync());
        there.Sittings.ShouldContain(day.Sitting);
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<Sitting>().Where(s => s.Id == day.Sitting).ExecuteUpdateAsync(u => u.SetProperty(s => s.DestroyedAt, DateTime.UnixEpoch).SetProperty(s => s.Bank, (byte[]?)null).SetProperty(s => s.Secret, (byte[]?)null));
        for (var tries = 0; tries < 300 && there.Sittings.Contains(day.Sitting); tries++) await Task.Delay(100);
        there.Sittings.ShouldNotContain(day.Sitting);
        there.Sittings.ShouldContain(other.Sitting, "papers of a running sitting stay open");
    }

    private static async Task<IReadOnlyList<MarkedItem>> KeysAsync(IServiceProvider node, Seat seat)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SittingPapers>().KeysForAsync(seat, default);
    }
}
