using System.Security.Cryptography;
using System.Text;
using CongVu.Platform.Files.Inspection;

namespace CongVu.Platform.Tests.Files;

/// <summary>What comes in by the door, and what does not.</summary>
public sealed class FileInspectorTests : IDisposable
{
    private static readonly FileUse Anything = new("tài liệu", [.. Enum.GetValues<FileKind>()], 50 * 1024 * 1024);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("congvu-test-");
    private readonly FileInspector _inspector;

    public FileInspectorTests() => _inspector = new FileInspector(_folder.FullName);

    public static TheoryData<string, FileKind> Good => new()
    {
        { "quyet-dinh.docx", FileKind.Docx },
        { "Danh sách.XLSX", FileKind.Xlsx },
        { "quet.pdf", FileKind.Pdf },
        { "anh.png", FileKind.Png },
        { "anh.jpeg", FileKind.Jpeg },
        { "anh.gif", FileKind.Gif },
        { "ke-hoach.txt", FileKind.Text },
        { "ke-hoach.md", FileKind.Markdown },
        { "so-lieu.csv", FileKind.Csv },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_good_file_is_taken_in_with_its_hash_and_deleted_when_done(string name, FileKind kind)
    {
        var content = ContentOf(kind);

        var accepted = (await Receive(content, name)).ShouldBeOfType<FileInspection.Accepted>();

        accepted.Kind.ShouldBe(kind);
        accepted.Length.ShouldBe(content.Length);
        accepted.Sha256.ShouldBe(SHA256.HashData(content));
        accepted.Name.ShouldBe(name);
        accepted.Warnings.ShouldBeEmpty();
        await using (var stored = accepted.OpenRead())
        {
            (await SHA256.HashDataAsync(stored)).ShouldBe(accepted.Sha256);
        }

        accepted.Dispose();
        _folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing_behind()
    {
        (await Receive([], "trong.docx")).ShouldBeOfType<FileInspection.Refused>().Reason.ShouldBe(RefusalReason.Empty);

        _folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_of_200_MB_is_stopped_at_the_limit_and_not_read_further()
    {
        await using var upload = new EndlessUpload(200L * 1024 * 1024);

        var refused = (await _inspector.ReceiveAsync(upload, "to.docx", FileUse.Plan, CancellationToken.None)).ShouldBeOfType<FileInspection.Refused>();

        refused.Reason.ShouldBe(RefusalReason.TooLarge);
        refused.Message.ShouldContain("20 MB");
        upload.Taken.ShouldBeLessThan(FileUse.Plan.MaxBytes + (1024 * 1024));
        _folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_kind_the_use_does_not_take_is_named_with_those_it_takes()
    {
        var refused = await Refused(SampleFiles.Pdf("1 0 obj << >> endobj"), "ke-hoach.pdf", FileUse.Plan);

        refused.Reason.ShouldBe(RefusalReason.KindNotAllowed);
        refused.Message.ShouldContain("tệp kế hoạch");
        refused.Message.ShouldContain("Word (.docx), Excel (.xlsx), văn bản thuần (.txt)");
    }

    [Theory]
    [InlineData("anh.pdf", "đổi đuôi thành .docx")]
    [InlineData("van-ban.doc", "đổi đuôi thành .docx")]
    [InlineData("van-ban", "thêm đuôi .docx")]
    [InlineData("van-ban.docx.exe", "đuôi .exe")]
    public async Task A_name_that_promises_something_else_is_refused(string name, string cure)
    {
        var refused = await Refused(SampleFiles.Docx(), name);

        refused.Reason.ShouldBe(RefusalReason.NameDoesNotMatch);
        refused.Message.ShouldContain(cure);
    }

    [Fact]
    public async Task Old_office_files_are_told_to_be_saved_anew()
    {
        (await Refused(SampleFiles.CompoundFile("WordDocument"), "cu.doc")).Message.ShouldContain("Word cũ (.doc)");
        (await Refused(SampleFiles.CompoundFile("WordDocument"), "cu.docx")).Message.ShouldContain("lưu lại dạng .docx");
        (await Refused(SampleFiles.CompoundFile("Workbook"), "cu.xls")).Message.ShouldContain("lưu lại dạng .xlsx");
        (await Refused(Encoding.ASCII.GetBytes("{\\rtf1 abc}"), "a.doc")).Message.ShouldContain("RTF");
        var odt = SampleFiles.Zip(("mimetype", Encoding.ASCII.GetBytes("application/vnd.oasis.opendocument.text")));
        (await Refused(odt, "a.odt")).Reason.ShouldBe(RefusalReason.OtherOfficeFormat);
    }

    [Fact]
    public async Task A_password_is_asked_to_be_taken_off()
    {
        var refused = await Refused(SampleFiles.CompoundFile("EncryptedPackage"), "mat.docx");

        refused.Reason.ShouldBe(RefusalReason.Encrypted);
        refused.Message.ShouldContain("bỏ mật khẩu");
        (await Refused(SampleFiles.Encrypted(SampleFiles.Docx()), "mat.docx")).Reason.ShouldBe(RefusalReason.Encrypted);
    }

    [Theory]
    [InlineData("ÿþ", "utf16.txt")]
    [InlineData("C\u00F4ng v\u00F4 \u00AE\u00B5", "tcvn3.txt")]
    public async Task Text_in_another_encoding_is_told_how_to_become_UTF_8(string latin1, string name)
    {
        var refused = await Refused(Encoding.Latin1.GetBytes(latin1), name);

        refused.Reason.ShouldBe(RefusalReason.NotUtf8);
        refused.Message.ShouldContain("UTF-8");
    }

    [Theory]
    [InlineData("MZ\u0090\u0000", "may.txt", RefusalReason.Program)]
    [InlineData("\u007FELF\u0002", "may.docx", RefusalReason.Program)]
    [InlineData("#!/bin/sh\nrm -rf /", "chay.txt", RefusalReason.Program)]
    [InlineData("<!DOCTYPE html><script>", "trang.txt", RefusalReason.KindNotAllowed)]
    [InlineData("Rar!\u001A\u0007", "nen.rar", RefusalReason.KindNotAllowed)]
    [InlineData("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000", "anh.heic", RefusalReason.KindNotAllowed)]
    [InlineData("II*\u0000abcdefgh", "quet.tif", RefusalReason.KindNotAllowed)]
    [InlineData("abc\u0000def", "nhi-phan.txt", RefusalReason.Unknown)]
    [InlineData("abc", "la.xyz", RefusalReason.Unknown)]
    public async Task What_is_no_document_is_refused(string latin1, string name, RefusalReason reason) =>
        (await Refused(Encoding.Latin1.GetBytes(latin1), name)).Reason.ShouldBe(reason);

    [Fact]
    public async Task Text_longer_than_a_block_is_decoded_across_the_seams()
    {
        var text = string.Concat(Enumerable.Repeat("Nguyễn Thị Hạnh – nâng bậc lương thường xuyên\n", 20_000));

        (await Receive(Encoding.UTF8.GetBytes(text), "dai.txt")).ShouldBeOfType<FileInspection.Accepted>().Dispose();
    }

    [Theory]
    [InlineData("C:\\Users\\a\\ke hoach.docx", "ke hoach.docx")]
    [InlineData("../../etc/ke-hoach.docx", "ke-hoach.docx")]
    [InlineData("ke\u202Ecod\u0000.docx", "kecod.docx")]
    [InlineData("a<b>:c|?.docx", "abc.docx")]
    [InlineData("con.docx", "tep-con.docx")]
    [InlineData(".docx", "tep.docx")]
    public async Task Names_lose_their_tricks(string given, string kept)
    {
        using var accepted = (await Receive(SampleFiles.Docx(), given)).ShouldBeOfType<FileInspection.Accepted>();

        accepted.Name.ShouldBe(kept);
    }

    [Fact]
    public async Task Images_of_absurd_dimensions_are_refused()
    {
        var refused = await Refused(SampleFiles.Png(50_000, 50_000), "bom.png");

        refused.Reason.ShouldBe(RefusalReason.ImageTooLarge);
        refused.Message.ShouldContain("50.000 × 50.000");
        (await Refused(SampleFiles.Jpeg(30_000, 40), "bom.jpg")).Reason.ShouldBe(RefusalReason.ImageTooLarge);
        (await Refused(SampleFiles.Png(0, 10), "rong.png")).Reason.ShouldBe(RefusalReason.Damaged);
        (await Refused([0xFF, 0xD8, 0xFF, 0xE0, 0], "cut.jpg")).Reason.ShouldBe(RefusalReason.Damaged);
    }

    [Fact]
    public async Task A_file_on_disk_is_looked_at_where_it_is_and_stays_there()
    {
        var path = Path.Combine(_folder.FullName, "ke-hoach.docx");
        await File.WriteAllBytesAsync(path, SampleFiles.Docx());

        var accepted = (await _inspector.InspectAsync(path, FileUse.Plan, CancellationToken.None)).ShouldBeOfType<FileInspection.Accepted>();
        accepted.Dispose();

        File.Exists(path).ShouldBeTrue();
        accepted.Sha256.ShouldBe(SHA256.HashData(SampleFiles.Docx()));
    }

    [Fact]
    public async Task A_broken_connection_leaves_no_temporary_file()
    {
        await using var upload = new EndlessUpload(10 * 1024 * 1024, breakAt: 1024 * 1024);

        await Should.ThrowAsync<IOException>(() => _inspector.ReceiveAsync(upload, "a.docx", FileUse.Plan, CancellationToken.None));

        _folder.GetFiles().ShouldBeEmpty();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] ContentOf(FileKind kind) => kind switch
    {
        FileKind.Docx => SampleFiles.Docx(),
        FileKind.Xlsx => SampleFiles.Xlsx(),
        FileKind.Pdf => SampleFiles.Pdf("1 0 obj << /Type /Catalog >> endobj"),
        FileKind.Png => SampleFiles.Png(600, 800),
        FileKind.Jpeg => SampleFiles.Jpeg(600, 800),
        FileKind.Gif => SampleFiles.Gif(60, 80),
        _ => Encoding.UTF8.GetBytes("\uFEFFKế hoạch số 15/KH-UBND\n"),
    };

    private Task<FileInspection> Receive(byte[] content, string name, FileUse? use = null) =>
        _inspector.ReceiveAsync(new MemoryStream(content), name, use ?? Anything, CancellationToken.None);

    private async Task<FileInspection.Refused> Refused(byte[] content, string name, FileUse? use = null) =>
        (await Receive(content, name, use)).ShouldBeOfType<FileInspection.Refused>();

    private sealed class EndlessUpload(long length, long breakAt = long.MaxValue) : MemoryStream
    {
        public long Taken { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Taken >= breakAt)
            {
                throw new IOException("connection reset");
            }

            var count = (int)Math.Min(buffer.Length, length - Taken);
            Taken += count;
            return new ValueTask<int>(count);
        }
    }
}
