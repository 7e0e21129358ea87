using System.Net;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Prints;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Printing.Pdf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>Papers as PDF: made by a job, once for the same content, for who asked; with what to do where no PDF can be made.</summary>
[Trait("Category", "Slow")]
public sealed class PdfJourney : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("congvu-pdf-test-");
    private readonly ExamHost _host;

    public PdfJourney() => _host = new ExamHost { Converter = new PdfConverterOptions { SofficePath = Soffice, Timeout = TimeSpan.FromSeconds(15) } };

    private string Soffice => Path.Combine(_folder.FullName, "soffice");

    [Fact]
    public async Task A_list_becomes_a_pdf_once_and_only_for_who_asked_for_it()
    {
        // The last argument is the Word file, the one before it the folder to write to.
        Converter("echo run >> {0}/runs; while [ ! -e {0}/go ]; do sleep 0.1; done; for a; do before=$dir; dir=$last; last=$a; done; printf '%%PDF-1.7 of %s' \"$(cksum < \"$last\")\" > \"$dir/document.pdf\"");
        var story = await Story.PlanAsync(_host, "testing", "", 10, "Trần Thị Ánh;05/09/1995;001095000001;;Văn thư;;;");
        var room = await story.ReadAsync(db => db.Set<Data.Room>().AsNoTracking().SingleAsync(r => r.SittingId == story.Sitting));
        var secretary = story.Secretary;
        await secretary.OpenAsync(ExaminationLinks.Sitting(story.Sitting));
        var door = secretary.Page.QuerySelector($"a[aria-label='Tải PDF danh sách dán cửa {room.Name}']")!.GetAttribute("href")!;
        await secretary.OpenAsync(door);
        var waiting = secretary.At.Split('?')[0];
        waiting.ShouldStartWith("/thi/ban-in/");
        secretary.Text.ShouldContain("Đang tạo bản PDF");
        await secretary.OpenAsync(waiting + "?handler=File&dang=docx");
        ArchiveJourney.Word(secretary.File).ShouldContain("Trần Thị Ánh");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "go"), "");
        await ReadyAsync(secretary, waiting);
        await secretary.OpenAsync(secretary.Link("Tải PDF"));
        secretary.File.AsSpan().StartsWith("%PDF-1.7 of"u8).ShouldBeTrue();

        // The chair has not asked: neither page nor file. Asking gives the same file at once, without another conversion.
        await story.Chair.OpenAsync(waiting);
        story.Chair.Status.ShouldBe(HttpStatusCode.NotFound);
        await story.Chair.OpenAsync(waiting + "?handler=File&dang=pdf");
        story.Chair.Status.ShouldBe(HttpStatusCode.NotFound);
        var first = secretary.File;
        await secretary.OpenAsync(door);
        secretary.File.ShouldBe(first);
        Runs().ShouldBe(1);
        var (stranger, _, _) = await _host.StaffAsync("Người ngoài");
        await stranger.OpenAsync(door);
        stranger.Status.ShouldBe(HttpStatusCode.Forbidden);
        var kept = await story.ReadAsync(db => db.Set<PdfPrint>().AsNoTracking().SingleAsync(p => p.ExamId == story.Exam));
        (kept.Word.AsSpan().IndexOf("word/document.xml"u8), kept.Pdf.AsSpan().IndexOf("%PDF"u8)).ShouldBe((-1, -1), "sealed at rest");

        // Cards: other codes, another paper, kept for an hour only.
        await secretary.OpenAsync(ExaminationLinks.Sitting(story.Sitting));
        await secretary.PressAsync("In thẻ ra PDF");
        await ReadyAsync(secretary, secretary.At.Split('?')[0]);
        Runs().ShouldBe(2);
        (await story.ReadAsync(db => db.Set<PdfPrint>().AsNoTracking().SingleAsync(p => p.ExamId == story.Exam && p.Name.StartsWith("the-du-thi")))).KeepUntil.ShouldBeLessThan(TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(61));

        // What nobody fetched in time goes.
        await story.ReadAsync(db => db.Set<PdfPrint>().Where(p => p.Id == kept.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.KeepUntil, DateTime.UnixEpoch)));
        await secretary.OpenAsync(waiting);
        secretary.Status.ShouldBe(HttpStatusCode.NotFound);
        await using var scope = _host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<Platform.Jobs.JobHandler>().OfType<PrintHousekeeping>().Single().RunAsync(new Platform.Jobs.JobContext(Guid.NewGuid(), "{}", null, (_, _, _) => Task.CompletedTask), default);
        (await story.ReadAsync(db => db.Set<PdfPrint>().AnyAsync(p => p.Id == kept.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_no_pdf_can_be_made_the_page_says_why_and_the_word_file_stays()
    {
        var story = await Story.PlanAsync(_host, "testing", "", 10, "Trần Thị Ánh;05/09/1995;001095000001;;Văn thư;;;");
        var (secretary, sitting) = (story.Secretary, ExaminationLinks.Sitting(story.Sitting));
        await secretary.OpenAsync(sitting);
        var before = await CodesAsync(story);
        await secretary.PressAsync("In thẻ ra PDF");
        secretary.Text.ShouldContain("máy chủ chưa cài LibreOffice");
        (await CodesAsync(story)).ShouldBe(before, "cards printed before still open");
        var room = await story.ReadAsync(db => db.Set<Data.Room>().AsNoTracking().SingleAsync(r => r.SittingId == story.Sitting));
        await secretary.OpenAsync($"{sitting}?handler=Door&room={room.Id}&dang=pdf");
        secretary.At.ShouldBe(sitting);
        secretary.Page.Body!.TextContent.ShouldContain("libreoffice-writer-nogui");
        (await story.ReadAsync(db => db.Set<PdfPrint>().AnyAsync(p => p.ExamId == story.Exam))).ShouldBeFalse();

        // Installed, but too slow: told after the limit, and tried again only when asked.
        Converter("echo run >> {0}/runs; sleep 60");
        await secretary.OpenAsync($"{sitting}?handler=Door&room={room.Id}&dang=pdf");
        var waiting = secretary.At.Split('?')[0];
        await ReadyAsync(secretary, waiting, "Chưa tạo được bản PDF: việc chuyển đổi quá 15 giây");
        await secretary.OpenAsync(secretary.Link("Tải bản Word"));
        ArchiveJourney.Word(secretary.File).ShouldContain("Trần Thị Ánh");
        Runs().ShouldBe(1);
        Converter("echo run >> {0}/runs; echo broken; exit 1");
        await secretary.OpenAsync($"{sitting}?handler=Door&room={room.Id}&dang=pdf");
        secretary.At.Split('?')[0].ShouldBe(waiting);
        await ReadyAsync(secretary, waiting, "LibreOffice không chuyển được tệp này");
        Runs().ShouldBe(2);
    }

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(true);
    }

    private void Converter(string body)
    {
        // Written aside and moved, so that no try meets half a script.
        var aside = Soffice + ".new";
        File.WriteAllText(aside, "#!/bin/sh\n" + body.Replace("{0}", _folder.FullName, StringComparison.Ordinal) + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Move(aside, Soffice, overwrite: true);
    }

    private int Runs() => File.Exists(Path.Combine(_folder.FullName, "runs")) ? File.ReadAllLines(Path.Combine(_folder.FullName, "runs")).Length : 0;

    private static async Task ReadyAsync(Staff staff, string address, string ends = "Bản PDF đã sẵn sàng")
    {
        for (var tries = 0; tries < 600; tries++)
        {
            await staff.OpenAsync(address);
            if (!staff.Text.Contains("Đang tạo bản PDF", StringComparison.Ordinal)) break;
            await Task.Delay(100);
        }
        staff.Text.ShouldContain(ends);
    }

    private static Task<string[]> CodesAsync(Story story) => story.ReadAsync(db => db.Set<Seat>().Where(s => s.SittingId == story.Sitting).OrderBy(s => s.Id).Select(s => s.CodeHash ?? "").ToArrayAsync());
}
