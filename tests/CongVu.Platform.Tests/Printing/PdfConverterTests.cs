using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Pdf;

namespace CongVu.Platform.Tests.Printing;

/// <summary>The paper a reader gets, through the real LibreOffice.</summary>
[Trait("Category", "Slow")]
public sealed class PdfConverterTests : IDisposable
{
    private readonly PdfConverter _converter = new(new PdfConverterOptions(), TimeProvider.System);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("congvu-test-");

    [Fact]
    public async Task A_decision_becomes_one_tagged_page_with_every_word_right()
    {
        var pdf = await PdfOf(SampleDocuments.StepRaise());

        var page = (await PdfTools.PagesAsync(pdf)).ShouldHaveSingleItem();
        page.ShouldContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        page.ShouldContain("Độc lập - Tự do - Hạnh phúc");
        page.ShouldContain("Số: 05/QĐ-SNV");
        page.ShouldContain("NGUYỄN THỊ HẠNH");
        page.ShouldContain("Trần Quốc Đạt");
        page.ShouldContain("định này./.");
        var info = await PdfTools.InfoAsync(pdf);
        info.ShouldMatch(@"Tagged:\s+yes");
        info.ShouldMatch(@"Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)");
        info.ShouldContain("QUYẾT ĐỊNH Về việc nâng bậc lương thường xuyên");
        (await PdfTools.FontsAsync(pdf)).ShouldMatch("LiberationSerif|Tinos|TimesNewRoman");
        System.Text.Encoding.Latin1.GetString(pdf).ShouldContain("<pdfaid:part>2</pdfaid:part>");
    }

    [Fact]
    public async Task A_list_of_200_people_repeats_its_heading_and_counts_its_own_pages()
    {
        var pages = await PdfTools.PagesAsync(await PdfOf(SampleDocuments.BulkRaise()));

        pages.Count.ShouldBeInRange(7, 10);
        pages.Skip(1).ShouldAllBe(p => p.Contains("Họ và tên") && p.Contains("Ngày sinh"));
        pages[1].ShouldContain("DANH SÁCH CÔNG CHỨC, VIÊN CHỨC ĐƯỢC NÂNG BẬC LƯƠNG THƯỜNG XUYÊN ĐỢT 1 NĂM 2026");
        pages[1].Split('\n')[0].Trim().ShouldNotBe("1");
        pages[2].TrimStart().Split('\n')[0].Trim().ShouldBe("2");
        var all = string.Join('\n', pages);
        for (var n = 0; n < 200; n++)
        {
            all.ShouldContain(SampleDocuments.Name(n));
        }
    }

    [Fact]
    public async Task The_signature_never_stands_alone_on_a_page()
    {
        // The body grows line by line across the foot of the page; left to itself, the signature would fall over alone.
        foreach (var lines in new[] { 7, 9, 10 })
        {
            var body = SampleDocuments.StepRaise().Body.ToList();
            body.InsertRange(2, Enumerable.Range(0, lines).Select(n => new BodyBlock.Paragraph($"Nội dung thứ {n + 1} của Quyết định.")));
            var pages = await PdfTools.PagesAsync(await PdfOf(SampleDocuments.StepRaise() with { Body = body }));

            var signed = pages.Single(p => p.Contains("PHÓ GIÁM ĐỐC"));
            signed.ShouldContain("định này./.", customMessage: $"{lines} lines");
            signed.ShouldContain("Trần Quốc Đạt");
        }
    }

    [Fact]
    public async Task Several_conversions_at_once_do_not_disturb_each_other()
    {
        using var converter = new PdfConverter(new PdfConverterOptions { MaxParallel = 2 }, TimeProvider.System);
        var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(async n =>
        {
            var docx = AdministrativeDocx.Write(SampleDocuments.StepRaise() with { Number = new DocumentNumber(700 + n, "QĐ-SNV") });
            using var target = new MemoryStream();
            var outcome = await converter.ConvertAsync(new MemoryStream(docx), OfficeFormat.Docx, target, CancellationToken.None);
            outcome.ShouldBeOfType<PdfOutcome.Converted>();
            return string.Concat(await PdfTools.PagesAsync(target.ToArray()));
        }));

        for (var n = 1; n <= 4; n++)
        {
            results[n - 1].ShouldContain($"Số: {700 + n}/QĐ-SNV");
        }
    }

    [Fact]
    public async Task Without_LibreOffice_the_answer_names_the_package_to_install()
    {
        using var converter = new PdfConverter(new PdfConverterOptions { SofficePath = Path.Combine(_folder.FullName, "soffice") }, TimeProvider.System);
        using var target = new MemoryStream();

        var outcome = await converter.ConvertAsync(new MemoryStream([1]), OfficeFormat.Docx, target, CancellationToken.None);

        converter.IsAvailable.ShouldBeFalse();
        outcome.ShouldBeOfType<PdfOutcome.LibreOfficeMissing>().Message.ShouldContain("libreoffice-writer-nogui");
        target.Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_conversion_that_hangs_is_ended_with_all_its_processes()
    {
        var child = Path.Combine(_folder.FullName, "child.pid");
        var soffice = Script($"sleep 300 & echo $! > {child}; wait");
        using var converter = new PdfConverter(new PdfConverterOptions { SofficePath = soffice, Timeout = TimeSpan.FromSeconds(1) }, TimeProvider.System);

        var outcome = await converter.ConvertAsync(new MemoryStream([1]), OfficeFormat.Docx, Stream.Null, CancellationToken.None);

        outcome.ShouldBeOfType<PdfOutcome.TimedOut>().Message.ShouldContain("quá 1 giây");
        var pid = int.Parse(await File.ReadAllTextAsync(child));
        IsRunning(pid).ShouldBeFalse("the grandchild must not outlive the conversion");
    }

    [Fact]
    public async Task A_file_LibreOffice_cannot_read_is_a_failure_with_its_own_words_in_the_log()
    {
        var soffice = Script("echo 'Error: source file could not be loaded' >&2; exit 0");
        using var converter = new PdfConverter(new PdfConverterOptions { SofficePath = soffice }, TimeProvider.System);

        var outcome = await converter.ConvertAsync(new MemoryStream([1]), OfficeFormat.Docx, Stream.Null, CancellationToken.None);

        var failed = outcome.ShouldBeOfType<PdfOutcome.Failed>();
        failed.Message.ShouldContain("Bản DOCX vẫn dùng được");
        failed.Detail.ShouldContain("could not be loaded");
    }

    [Fact]
    public async Task The_environment_of_the_host_stays_with_the_host()
    {
        var seen = Path.Combine(_folder.FullName, "env");
        Environment.SetEnvironmentVariable("ConnectionStrings__Probe", "Password=secret");
        using var converter = new PdfConverter(new PdfConverterOptions { SofficePath = Script($"env > {seen}") }, TimeProvider.System);

        await converter.ConvertAsync(new MemoryStream([1]), OfficeFormat.Docx, Stream.Null, CancellationToken.None);

        (await File.ReadAllTextAsync(seen)).ShouldNotContain("secret");
    }

    [Fact]
    public void Fonts_are_recognised_in_the_list_of_fontconfig()
    {
        DocumentFonts.Serves("DejaVu Sans\nLiberation Serif\n").ShouldBeTrue();
        DocumentFonts.Serves("Tinos,Tinos Regular\n").ShouldBeTrue();
        DocumentFonts.Serves("DejaVu Serif\nNoto Sans\n").ShouldBeFalse();
        DocumentFonts.MissingMessage.ShouldContain("fonts-liberation2");
    }

    public void Dispose()
    {
        _converter.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<byte[]> PdfOf(AdministrativeDocument document)
    {
        using var target = new MemoryStream();
        var outcome = await _converter.ConvertAsync(new MemoryStream(AdministrativeDocx.Write(document)), OfficeFormat.Docx, target, CancellationToken.None);
        var converted = outcome.ShouldBeOfType<PdfOutcome.Converted>();
        converted.Bytes.ShouldBe(target.Length);
        converted.Warning.ShouldBeNull();
        return target.ToArray();
    }

    private string Script(string body)
    {
        var path = Path.Combine(_folder.FullName, "soffice-" + Guid.NewGuid().ToString("N"));
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    // A process that was ended but not yet collected by init counts as gone.
    private static bool IsRunning(int pid)
    {
        var status = $"/proc/{pid}/stat";
        try
        {
            return File.Exists(status) && File.ReadAllText(status).Split(") ")[1][0] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }
}
