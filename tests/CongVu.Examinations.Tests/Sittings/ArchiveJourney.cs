using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>The file of an examination: sealed, copied, held, and destroyed by two when its time is over; what was exported before still verifies.</summary>
[Trait("Category", "Slow")]
public sealed class ArchiveJourney(ExamHost host)
{
    private static readonly string[] Two = ["Trần Thị Ánh;05/09/1995;001095000001;;Văn thư;;;", "Lê Văn Bình;01/01/1996;001096000002;;Văn thư;;;"];

    [Fact]
    public async Task A_file_is_sealed_copied_held_and_destroyed_by_two_when_its_time_is_over()
    {
        var story = await Story.PlanAsync(host, "testing", "", 10, Two);
        var (secretary, chair, member, address) = (story.Secretary, story.Chair, story.Member, ExaminationLinks.Archive(story.Exam));
        await secretary.OpenAsync(address);
        secretary.Text.ShouldContain("Niêm phong sau khi công bố kết quả.");
        await story.PublishAsync(at => 9 - at);
        await secretary.OpenAsync("/");
        secretary.Text.ShouldContain("Kỳ thi chờ niêm phong hồ sơ");

        await secretary.OpenAsync(address);
        await secretary.PressAsync("Niêm phong hồ sơ");
        var keepsUntil = TimeProvider.System.Today().Year + 5;
        secretary.Text.ShouldContain($"31/12/{keepsUntil}");
        secretary.Text.ShouldContain($"tiêu hủy được từ ngày 01/01/{keepsUntil + 1}");
        await secretary.PressAsync("Tải gói để chép");
        var zip = secretary.File;
        var hash = Convert.ToHexStringLower(SHA256.HashData(zip));
        secretary.Text.ShouldContain(hash);
        var package = Entry(zip, "ca-1/goi-kiem-chung.json");
        ExamRecords.Verify(package, false).Holds.ShouldBeTrue();
        Entry(zip, "ket-qua.json").ShouldContain("Trần Thị Ánh");
        (await StoredAsync(story)).AsSpan().IndexOf("goi-kiem-chung"u8).ShouldBe(-1);

        var altered = zip.ToArray();
        altered[^1] ^= 1;
        await secretary.UploadAsync("Đọc lại và ghi nhận", "Copy", "sao.zip", altered);
        secretary.Text.ShouldContain("Ghi nơi giữ bản sao");
        secretary.Page.QuerySelector("[name=Place]")!.SetAttribute("value", "Ổ đĩa số 3, tủ mật");
        await secretary.UploadAsync("Đọc lại và ghi nhận", "Copy", "sao.zip", altered);
        secretary.Text.ShouldContain("Bản sao không giống gói đã niêm phong");
        await secretary.UploadAsync("Đọc lại và ghi nhận", "Copy", "sao.zip", zip);
        secretary.Text.ShouldContain("Ổ đĩa số 3, tủ mật");

        await DeleteRefusedAsync(story);
        await story.PassKeepingAsync(TimeProvider.System.Today().AddDays(-1));
        await member.OpenAsync(address);
        await member.PressAsync("Tạm dừng tiêu hủy", ("Kind", "Inspection"), ("Document", "Quyết định 12/QĐ-TTr"));
        await secretary.OpenAsync(address);
        secretary.Text.ShouldContain("Đang tạm dừng: thanh tra, kiểm tra, Quyết định 12/QĐ-TTr");
        Buttons(secretary).ShouldNotContain("Đề nghị tiêu hủy");
        await member.PressAsync("Vụ việc đã kết thúc", ("reason", "Kết luận 3/KL-TTr"));
        await secretary.OpenAsync("/");
        secretary.Text.ShouldContain("Tài liệu thi đến hạn tiêu hủy");
        await secretary.OpenAsync(address);
        secretary.Text.ShouldContain("Bản sao ở Ổ đĩa số 3, tủ mật chưa hủy.");
        await secretary.PressAsync("Ghi đã hủy bản sao");
        await secretary.PressAsync("Đề nghị tiêu hủy", ("OrderedBy", "Quyết định 8/QĐ-SNV"));
        Buttons(secretary).ShouldNotContain("Tiêu hủy tài liệu");
        await DeleteRefusedAsync(story);
        await chair.OpenAsync(address);
        await chair.PressAsync("Tiêu hủy tài liệu");
        chair.Text.ShouldContain("Đã tiêu hủy.");

        (await story.ReadAsync(db => db.Set<SeatEntry>().CountAsync(e => db.Set<Seat>().Any(s => s.Id == e.SeatId && s.SittingId == story.Sitting)))).ShouldBe(0);
        var sitting = await story.ReadAsync(db => db.Set<Sitting>().AsNoTracking().SingleAsync(s => s.Id == story.Sitting));
        (sitting.Bank, sitting.Secret).ShouldBe((null, null));
        sitting.Commitment.ShouldNotBeNull();
        (await StoredAsync(story)).ShouldBeEmpty();
        (await story.ReadAsync(db => db.Set<Seat>().CountAsync(s => s.SittingId == story.Sitting && s.Receipt != null && s.ScoreHundredths > 0))).ShouldBe(2);
        ExamRecords.Verify(package, false).Holds.ShouldBeTrue();

        chair.Text.ShouldContain("40 mục");
        await chair.OpenAsync(chair.Link("In biên bản tiêu hủy"));
        var minutes = Word(chair.File);
        foreach (var said in new[] { "Quyết định 8/QĐ-SNV", "Thư ký Lan", "Chủ tịch Hùng", "Ổ đĩa số 3, tủ mật", hash, "Điểm, thứ hạng, kết quả và lý do của từng thí sinh" }) minutes.ShouldContain(said);
        await secretary.OpenAsync($"/thi/ky-thi/{story.Exam}/ket-qua");
        secretary.Text.ShouldContain("Trần Thị Ánh");
        await secretary.OpenAsync(ExaminationLinks.Marking(story.Sitting));
        await secretary.PressAsync("Giải mật và xuất gói", ("Reason", "Quyết định 5"));
        secretary.Text.ShouldContain("Đề và bài làm đã hủy ngày");
    }

    [Fact]
    public async Task Who_proposes_does_not_destroy_and_a_proposal_can_be_given_back()
    {
        var story = await Story.PlanAsync(host, "testing", "", 10, Two);
        await story.PublishAsync(_ => 6);
        var address = ExaminationLinks.Archive(story.Exam);
        await story.Chair.OpenAsync(address);
        await story.Chair.PressAsync("Niêm phong hồ sơ");
        await story.PassKeepingAsync(TimeProvider.System.Today().AddDays(-1));
        await story.Chair.OpenAsync(address);
        await story.Chair.PressAsync("Đề nghị tiêu hủy", ("OrderedBy", ""));
        story.Chair.Text.ShouldContain("Ghi quyết định cho tiêu hủy");
        await story.Chair.PressAsync("Đề nghị tiêu hủy", ("OrderedBy", "Quyết định 9/QĐ-SNV"));
        await story.Member.OpenAsync(address);
        var form = story.Member.Page;
        await story.Member.PressAsync("Trả lại đề nghị", ("reason", "Chờ lưu trữ lịch sử thẩm định"));
        story.Member.Text.ShouldContain("Đã trả lại đề nghị tiêu hủy.");
        // The button of a page opened before does nothing any more.
        await story.Member.SubmitAsync(form, "Tiêu hủy tài liệu");
        story.Member.Text.ShouldContain("Chưa có đề nghị tiêu hủy.");
        await story.Chair.PostAsync(address + "?handler=Destroy");
        story.Chair.Text.ShouldContain("Chưa có đề nghị tiêu hủy.");
        await story.Chair.PressAsync("Đề nghị tiêu hủy", ("OrderedBy", "Quyết định 10/QĐ-SNV"));
        await story.Chair.PostAsync(address + "?handler=Destroy");
        story.Chair.Text.ShouldContain("Bạn là người đề nghị");
        (await story.ReadAsync(db => db.Set<SeatEntry>().CountAsync(e => db.Set<Seat>().Any(s => s.Id == e.SeatId && s.SittingId == story.Sitting)))).ShouldBe(40);
    }

    // The table itself refuses, whatever program asks.
    private static async Task DeleteRefusedAsync(Story story) => (await Should.ThrowAsync<PostgresException>(() =>
        story.ReadAsync(db => db.Set<SeatEntry>().Where(e => db.Set<Seat>().Any(s => s.Id == e.SeatId && s.SittingId == story.Sitting)).ExecuteDeleteAsync()))).MessageText.ShouldContain("until two persons destroy them");

    private async Task<byte[]> StoredAsync(Story story)
    {
        await using var command = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select content from platform.file_chunk c join platform.stored_file f on f.id = c.file_id where f.owner_id = $1");
        command.Parameters.AddWithValue(story.Exam);
        return await command.ExecuteScalarAsync() as byte[] ?? [];
    }

    private static IEnumerable<string> Buttons(Staff staff) => staff.Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim());

    private static string Entry(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    internal static string Word(byte[] docx) => System.Text.RegularExpressions.Regex.Replace(Entry(docx, "word/document.xml"), "<[^>]+>", "");
}
