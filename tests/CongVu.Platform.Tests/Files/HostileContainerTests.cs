using System.Text;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Pdf;
using CongVu.Platform.Tests.Printing;

namespace CongVu.Platform.Tests.Files;

/// <summary>Office files and PDFs made to harm whoever opens them.</summary>
public sealed class HostileContainerTests
{
    private static readonly FileUse Office = new("tài liệu", [FileKind.Docx, FileKind.Xlsx, FileKind.Pdf], 50 * 1024 * 1024);

    [Fact]
    public async Task Macros_are_found_by_part_and_by_type()
    {
        var refused = await Refused(SampleFiles.DocxWith(("word/vbaProject.bin", [1, 2, 3])), "a.docx");
        refused.Reason.ShouldBe(RefusalReason.Macros);
        refused.Message.ShouldContain("macro");
        refused.Message.ShouldContain(".docx hoặc .xlsx không có macro");

        var docm = SampleFiles.DocxReplacing("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml");
        (await Refused(docm, "a.docm")).Reason.ShouldBe(RefusalReason.Macros);
        (await Refused(SampleFiles.DocxWith(("xl/macrosheets/sheet1.xml", [1])), "a.xlsx")).Reason.ShouldBe(RefusalReason.Macros);
    }

    [Fact]
    public async Task A_bomb_is_refused_before_and_while_it_unpacks()
    {
        var zeros = new byte[30 * 1024 * 1024];
        var bomb = SampleFiles.DocxWith(("word/media/a.bin", zeros));
        bomb.Length.ShouldBeLessThan(200_000);

        (await Refused(bomb, "bom.docx", Office with { MaxUnpackedBytes = 10 * 1024 * 1024 })).Reason.ShouldBe(RefusalReason.ZipBomb);
        (await Refused(bomb, "bom.docx")).Reason.ShouldBe(RefusalReason.ZipBomb, "the ratio alone gives it away");
        (await Refused(SampleFiles.Claiming(bomb, 1000), "bom.docx")).Reason.ShouldBe(RefusalReason.ZipBomb, "the claim is a lie");
    }

    [Fact]
    public async Task Entries_that_share_bytes_are_a_bomb() =>
        (await Refused(SampleFiles.Overlapping(SampleFiles.Docx()), "bom.docx")).Reason.ShouldBe(RefusalReason.ZipBomb);

    [Fact]
    public async Task Too_many_entries_are_a_bomb()
    {
        var crowded = SampleFiles.Zip([.. Enumerable.Range(0, 10_001).Select(n => ($"p{n}", Array.Empty<byte>()))]);

        (await Refused(crowded, "bom.docx")).Reason.ShouldBe(RefusalReason.ZipBomb);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/Windows/a.dll")]
    [InlineData("word\\..\\a")]
    public async Task Part_names_that_lead_elsewhere_are_refused(string name) =>
        (await Refused(SampleFiles.DocxWith((name, [1])), "a.docx")).Reason.ShouldBe(RefusalReason.Suspicious);

    [Fact]
    public async Task The_same_part_twice_is_refused() =>
        (await Refused(SampleFiles.DocxWith(("word/Document.xml", [1])), "a.docx")).Reason.ShouldBe(RefusalReason.Suspicious);

    [Theory]
    [InlineData("https://example.vn/mau.dotm", true)]
    [InlineData("\\\\10.0.0.5\\share\\mau.dotm", true)]
    [InlineData("file://10.0.0.5/share/mau.dotm", true)]
    [InlineData("file:///C:\\Templates\\Normal.dotm", false)]
    public async Task A_template_fetched_from_another_machine_is_refused(string target, bool refused)
    {
        var links = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>";

        var result = await Receive(SampleFiles.DocxWith(("word/_rels/settings.xml.rels", Encoding.UTF8.GetBytes(links))), "a.docx", Office);

        if (refused)
        {
            result.ShouldBeOfType<FileInspection.Refused>().Reason.ShouldBe(RefusalReason.Suspicious);
        }
        else
        {
            result.ShouldBeOfType<FileInspection.Accepted>().Dispose();
        }
    }

    [Fact]
    public async Task Entities_in_the_type_list_are_not_expanded()
    {
        var types = SampleFiles.Zip(("[Content_Types].xml", Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><Types>&a;</Types>")));

        (await Refused(types, "a.docx")).Reason.ShouldBe(RefusalReason.Damaged);
    }

    [Fact]
    public async Task A_file_cut_short_is_called_damaged()
    {
        (await Refused(SampleFiles.Docx()[..^40], "a.docx")).Reason.ShouldBe(RefusalReason.Damaged);
        (await Refused(SampleFiles.Docx()[..200], "a.docx")).Reason.ShouldBe(RefusalReason.Damaged);
        (await Refused(Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj"), "a.pdf")).Reason.ShouldBe(RefusalReason.Damaged);
    }

    [Fact]
    public async Task A_plain_zip_and_a_presentation_are_not_taken()
    {
        (await Refused(SampleFiles.Zip(("a.txt", [65])), "a.zip")).Message.ShouldContain("tệp nén ZIP");
        var presentation = SampleFiles.DocxReplacing("[Content_Types].xml", "wordprocessingml.document.main", "presentationml.presentation.main");
        (await Refused(presentation, "a.pptx")).Message.ShouldContain("PowerPoint");
    }

    [Theory]
    [InlineData("1 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj", "JavaScript")]
    [InlineData("1 0 obj << /S /J#61vaScript /JS (x) >> endobj", "JavaScript")]
    [InlineData("1 0 obj << /S /Launch /F (cmd.exe) >> endobj", "mở chương trình khác")]
    [InlineData("1 0 obj << /Type /EmbeddedFile >> endobj", "đính kèm")]
    [InlineData("1 0 obj << /Encrypt 5 0 R >> endobj", "mã hóa")]
    public async Task A_PDF_that_does_more_than_be_read_is_flagged(string objects, string warning)
    {
        foreach (var pdf in new[] { SampleFiles.Pdf(objects), SampleFiles.PdfHiding(objects) })
        {
            using var accepted = (await Receive(pdf, "a.pdf", Office)).ShouldBeOfType<FileInspection.Accepted>();
            accepted.Warnings.ShouldContain(w => w.Contains(warning));
        }
    }

    [Fact]
    public async Task Where_the_use_says_so_an_active_PDF_is_refused()
    {
        var refused = await Refused(SampleFiles.PdfHiding("1 0 obj << /S /JavaScript >> endobj"), "a.pdf", Office with { RefuseActivePdf = true });

        refused.Reason.ShouldBe(RefusalReason.ActivePdf);
        refused.Message.ShouldContain("in tệp ra PDF mới");
    }

    [Fact]
    public async Task Our_own_PDF_and_a_name_across_a_block_border_are_read_right()
    {
        using var converter = new PdfConverter(new PdfConverterOptions(), TimeProvider.System);
        using var target = new MemoryStream();
        await converter.ConvertAsync(new MemoryStream(AdministrativeDocx.Write(SampleDocuments.StepRaise())), OfficeFormat.Docx, target, CancellationToken.None);
        using var own = (await Receive(target.ToArray(), "quyet-dinh.pdf", Office)).ShouldBeOfType<FileInspection.Accepted>();
        own.Warnings.ShouldBeEmpty();

        // The scanner reads blocks of a megabyte; the name begins in one and ends in the next.
        var padding = new string(' ', (1024 * 1024) - "%PDF-1.7\n".Length - 4);
        using var split = (await Receive(SampleFiles.Pdf(padding + "/JavaScript "), "a.pdf", Office)).ShouldBeOfType<FileInspection.Accepted>();
        split.Warnings.ShouldHaveSingleItem();
    }

    private static Task<FileInspection> Receive(byte[] content, string name, FileUse use) =>
        new FileInspector().ReceiveAsync(new MemoryStream(content), name, use, CancellationToken.None);

    private static async Task<FileInspection.Refused> Refused(byte[] content, string name, FileUse? use = null) =>
        (await Receive(content, name, use ?? Office)).ShouldBeOfType<FileInspection.Refused>();
}
