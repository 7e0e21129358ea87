using System.IO.Compression;
using System.Net;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>Photographs come one by one or as a ZIP file, show at the identity check and on printed lists, and nowhere else.</summary>
[Trait("Category", "Slow")]
public sealed class PhotoJourney(ExamHost host)
{
    // A picture of one pixel.
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_bundle_is_matched_by_number_and_personal_id_and_the_rest_is_named()
    {
        var story = await Story.PlanAsync(host, "testing", "", 10, "Trần Thị Ánh;05/09/1995;001195000001;;Văn thư;;;", "Lê Văn Bình;01/01/1996;001096000002;;Văn thư;;;");
        var (secretary, address) = (story.Secretary, ExaminationLinks.Candidates(story.Exam));
        await secretary.OpenAsync(address);
        var second = await story.ReadAsync(db => db.Set<Candidate>().AsNoTracking().SingleAsync(c => c.ExamId == story.Exam && c.Number == "002"));
        await secretary.UploadAsync("Nhận ảnh", "PhotoFile", "anh.zip", Zip(("anh/1.png", Png), ($"{second.PersonalId}.png", Png), ("../../001.png", Png), ("999.png", Png), ("2.jpg", "không phải ảnh"u8.ToArray())));
        secretary.Text.ShouldContain("Đã nhận 2 ảnh, để lại 3 tệp");
        secretary.Text.ShouldContain("999.png: không có thí sinh nào mang số báo danh hoặc số định danh này");
        secretary.Text.ShouldContain("đã có ảnh khác trong tệp này");
        secretary.Text.ShouldContain("2/2 thí sinh có ảnh.");
        await secretary.UploadAsync("Nhận ảnh", "PhotoFile", "anh.zip", "rác"u8.ToArray());
        secretary.Text.ShouldContain("Tệp không phải ZIP hoặc đã hỏng.");

        await secretary.OpenAsync($"/thi/thi-sinh/{second.Id}");
        await secretary.UploadAsync("Nhận ảnh", "photo", "to.png", new byte[2 * 1024 * 1024]);
        secretary.Text.ShouldContain("1 MB");
        await secretary.UploadAsync("Nhận ảnh", "photo", "moi.png", Png);
        secretary.Text.ShouldContain("Đã nhận ảnh.");
        // The one before is gone: nobody keeps two.
        (await CountAsync(second.Id)).ShouldBe(1);

        await secretary.OpenAsync($"/thi/thi-sinh/{second.Id}?handler=Photo");
        secretary.File.ShouldBe(Png);
        (await LooksAsync(second.Id)).ShouldBe(1);
        var photo = (await story.ReadAsync(db => db.Set<Candidate>().AsNoTracking().SingleAsync(c => c.Id == second.Id))).PhotoId;
        await secretary.OpenAsync($"/tep/{photo}");
        secretary.Status.ShouldNotBe(HttpStatusCode.OK);
        var (stranger, _, _) = await host.StaffAsync("Người ngoài");
        await stranger.OpenAsync($"/thi/thi-sinh/{second.Id}?handler=Photo");
        stranger.Status.ShouldBe(HttpStatusCode.Forbidden);

        var (room, seat) = await story.ReadAsync(async db => (await db.Set<Data.Room>().AsNoTracking().SingleAsync(r => r.SittingId == story.Sitting), await db.Set<Seat>().AsNoTracking().SingleAsync(s => s.CandidateId == second.Id)));
        await secretary.OpenAsync(ExaminationLinks.Seat(room.Id, seat.Id));
        secretary.Page.QuerySelector("img[alt*='hồ sơ dự thi']").ShouldNotBeNull();
        await secretary.OpenAsync($"/thi/ca-thi/{story.Sitting}?handler=Door&room={room.Id}");
        using var door = new ZipArchive(new MemoryStream(secretary.File));
        door.Entries.Count(e => e.FullName.StartsWith("word/media/", StringComparison.Ordinal)).ShouldBe(1);
        ArchiveJourney.Word(secretary.File).ShouldContain("Ảnh");
    }

    [Fact]
    public async Task Photographs_go_with_the_examination_and_the_minutes_say_how_many()
    {
        var story = await Story.PlanAsync(host, "testing", "", 10, "Trần Thị Ánh;05/09/1995;001195000011;;Văn thư;;;", "Lê Văn Bình;01/01/1996;001096000012;;Văn thư;;;", "Đỗ Văn Cường;01/01/1996;001096000013;;Văn thư;;;");
        var (secretary, chair, archive) = (story.Secretary, story.Chair, ExaminationLinks.Archive(story.Exam));
        await secretary.OpenAsync(ExaminationLinks.Candidates(story.Exam));
        await secretary.UploadAsync("Nhận ảnh", "PhotoFile", "anh.zip", Zip(("001.png", Png), ("002.png", Png)));
        var candidates = await story.ReadAsync(db => db.Set<Candidate>().AsNoTracking().Where(c => c.ExamId == story.Exam).OrderBy(c => c.Number).ToListAsync());
        var photos = candidates.Where(c => c.PhotoId is not null).Select(c => c.PhotoId!.Value).ToArray();
        photos.Length.ShouldBe(2);
        (await ChunksAsync(photos)).ShouldBe(2);

        await story.PublishAsync(_ => 6);
        await secretary.OpenAsync(archive);
        await secretary.PressAsync("Niêm phong hồ sơ");
        await story.PassKeepingAsync(TimeProvider.System.Today().AddDays(-1));
        await secretary.OpenAsync(archive);
        await secretary.PressAsync("Đề nghị tiêu hủy", ("OrderedBy", "Quyết định 8/QĐ-SNV"));
        await chair.OpenAsync(archive);
        await chair.PressAsync("Tiêu hủy tài liệu");
        chair.Text.ShouldContain("Đã tiêu hủy.");

        (await ChunksAsync(photos)).ShouldBe(0, "the pictures themselves");
        (await CountAsync(candidates[0].Id) + await CountAsync(candidates[1].Id)).ShouldBe(0, "and their entries");
        (await story.ReadAsync(db => db.Set<Candidate>().CountAsync(c => c.ExamId == story.Exam && c.PhotoId != null))).ShouldBe(0);
        await secretary.OpenAsync($"/thi/thi-sinh/{candidates[0].Id}?handler=Photo");
        secretary.Status.ShouldBe(HttpStatusCode.NotFound);
        // What went is written where nobody can change it, and in the minutes.
        (await AskAsync("select (detail->>'photos')::bigint from platform.audit_entry where action = 'examinations.archive.destroy' and subject_id = $1", story.Exam)).ShouldBe(2);
        await chair.OpenAsync(chair.Link("In biên bản tiêu hủy"));
        ArchiveJourney.Word(chair.File).ShouldContain("2 ảnh");
        // Nor does a picture come in afterwards, by whichever door.
        await secretary.OpenAsync($"/thi/thi-sinh/{candidates[2].Id}");
        await secretary.UploadAsync("Nhận ảnh", "photo", "muon.png", Png);
        secretary.Text.ShouldContain("Tài liệu của kỳ thi đã hủy, không nhận ảnh nữa.");
        (await story.ReadAsync(db => db.Set<Candidate>().CountAsync(c => c.ExamId == story.Exam && c.PhotoId != null))).ShouldBe(0);
    }

    private async Task<long> ChunksAsync(Guid[] files)
    {
        await using var command = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select count(*) from platform.file_chunk where file_id = any($1)");
        command.Parameters.AddWithValue(files);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private Task<long> CountAsync(Guid candidate) => AskAsync("select count(*) from platform.stored_file where owner_type = 'exam-candidate' and owner_id = $1", candidate);

    private Task<long> LooksAsync(Guid candidate) => AskAsync("select count(*) from platform.audit_entry where action = 'examinations.candidate.photo.read' and subject_id = $1", candidate);

    private async Task<long> AskAsync(string sql, Guid candidate)
    {
        await using var command = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddWithValue(candidate);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, true))
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return target.ToArray();
    }
}
