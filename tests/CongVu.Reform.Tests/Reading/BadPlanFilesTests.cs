using System.IO.Compression;
using System.Text;
using CongVu.Reform.Reading;
using CongVu.Reform.Tests.Reading.Fixtures;

namespace CongVu.Reform.Tests.Reading;

/// <summary>Wrong, broken and hostile files: each is refused with a message that says what is wrong and what to do.</summary>
public sealed class BadPlanFilesTests
{
    private static readonly byte[] GoodWord = WordFixture.Write(new RandomPlans(1).Next());
    private static readonly byte[] GoodExcel = ExcelFixture.Write(new RandomPlans(1).Next());

    [Fact]
    public void An_empty_file() => Refused([], PlanReadError.Empty, "rỗng", "tải lên lại");

    [Fact]
    public void A_file_of_blanks() => Refused(Encoding.UTF8.GetBytes("\uFEFF  \r\n \t \n"), PlanReadError.Empty, "không có chữ nào");

    [Theory]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData("{\\rtf1\\ansi abc}", "RTF")]
    [InlineData("MZ\u0001\u0002", "chương trình")]
    public void Files_of_other_kinds(string start, string named) => Refused(Encoding.Latin1.GetBytes(start), PlanReadError.Unsupported, named);

    [Fact]
    public void An_old_or_password_protected_office_file() =>
        Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], PlanReadError.Unsupported, "mật khẩu", ".docx");

    [Fact]
    public void A_picture() => Refused([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], PlanReadError.Unsupported, "ảnh");

    [Fact]
    public void Binary_rubbish() => Refused([1, 2, 0, 4, 0, 0, 7], PlanReadError.Unsupported, "nhị phân");

    [Fact]
    public void A_zip_that_is_no_document() => Refused(Zip(("a.txt", "xin chào")), PlanReadError.Unsupported, "không phải Word");

    [Fact]
    public void A_cut_off_word_file() => Refused(GoodWord[..(GoodWord.Length / 2)], PlanReadError.Broken, "bị hỏng", "lấy bản gốc");

    [Fact]
    public void A_cut_off_excel_file() => Refused(GoodExcel[..(GoodExcel.Length - 40)], PlanReadError.Broken, "bị hỏng");

    [Fact]
    public void A_word_file_with_broken_xml() =>
        Refused(Zip(("word/document.xml", "<w:document xmlns:w='x'><w:body><w:p>")), PlanReadError.Broken, "XML");

    [Fact]
    public void An_xml_part_with_a_dtd_is_not_expanded() => Refused(
        Zip(("word/document.xml", "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><d>&b;</d>")), PlanReadError.Broken, "XML");

    [Fact]
    public void A_document_with_macros()
    {
        using var file = new MemoryStream();
        file.Write(GoodWord);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, true))
        {
            using var macro = zip.CreateEntry("word/vbaProject.bin").Open();
            macro.Write([1, 2, 3]);
        }
        Refused(file.ToArray(), PlanReadError.Macros, "macro", ".docx");
    }

    [Fact]
    public void A_bomb_that_declares_its_size() =>
        Refused(Zip(("word/document.xml", new string(' ', 30_000_000))), PlanReadError.Bomb, "độc hại");

    [Fact]
    public void A_bomb_of_many_entries()
    {
        var entries = Enumerable.Range(0, 2_100).Select(i => ($"e{i}", "")).ToArray();
        Refused(Zip(entries), PlanReadError.Bomb, "mục bên trong");
    }

    [Fact]
    public void A_bomb_that_lies_about_its_size()
    {
        var random = new string('x', 3_000_000);
        var bytes = Zip(("word/document.xml", $"<d>{random}</d>"));
        // Both copies of the declared size say ten bytes; the counted bytes tell otherwise, or the package is taken for damaged.
        foreach (var at in Find(bytes, BitConverter.GetBytes(3_000_007)))
        {
            BitConverter.GetBytes(10).CopyTo(bytes, at);
        }
        var refused = Should.Throw<PlanReadException>(() => PlanFiles.ReadBytes(bytes, "bom.docx", new PlanReadLimits { MaxPartBytes = 1_000_000 }));
        refused.Error.ShouldBeOneOf(PlanReadError.Bomb, PlanReadError.Broken);
    }

    [Fact]
    public void Elements_nested_without_end() =>
        Refused(Zip(("word/document.xml", string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000)))), PlanReadError.Bomb, "lồng quá sâu");

    [Fact]
    public void A_file_above_the_size_limit_is_refused_before_it_is_read()
    {
        using var file = new HugeStream(200L * 1024 * 1024, canSeek: true);
        var refused = Should.Throw<PlanReadException>(() => PlanReader.Read(file, "to.docx"));
        refused.Error.ShouldBe(PlanReadError.TooLarge);
        refused.Message.ShouldContain("50 MB");
        refused.Message.ShouldContain("200 MB");
        file.BytesRead.ShouldBe(0);
    }

    [Fact]
    public void An_upload_of_unknown_length_stops_at_the_limit()
    {
        using var file = new HugeStream(200L * 1024 * 1024, canSeek: false);
        var refused = Should.Throw<PlanReadException>(() => PlanReader.Read(file, "to.txt", new PlanReadLimits { MaxFileBytes = 1_000_000 }));
        refused.Error.ShouldBe(PlanReadError.TooLarge);
        file.BytesRead.ShouldBeLessThan(1_200_000);
    }

    [Fact]
    public void Text_in_windows_1258()
    {
        // "Kế hoạch cải cách", with tones as bytes of their own.
        byte[] bytes = [.. "K"u8, 0xEA, 0xEC, .. " ho\n"u8, (byte)'a', 0xF2, .. "ch c"u8, (byte)'a', 0xD2, .. "i c"u8, 0xE1, .. "ch nhi"u8, 0xEA, 0xF2, .. "m v"u8, (byte)'u', 0xF2];
        Refused(bytes, PlanReadError.Encoding, "Windows-1258", "UTF-8", "dòng 1");
    }

    [Fact]
    public void Text_in_tcvn3_bytes() =>
        Refused([.. "K"u8, 0xD5, .. " ho"u8, 0xB9, .. "ch, nhi"u8, 0xD6, .. "m v"u8, 0xF4, .. " c"u8, 0xB8, .. "n b"u8, 0xE9, .. ", "u8, 0xAE, 0xAD, 0xAC], PlanReadError.Encoding, "TCVN3");

    [Theory]
    [InlineData("KÕ ho¹ch c¶i c¸ch. C¬ quan chñ tr×, nhiÖm vô thùc hiÖn n¨m 2010 cña tØnh", "TCVN3")]
    [InlineData("Keá hoaïch caûi caùch. Nhieäm vuï: thöïc hieän cuûa tænh naêm 2010, nhieäm vuï", "VNI")]
    public void Text_typed_with_old_fonts_is_unicode_only_in_name(string text, string named)
    {
        Refused(Encoding.UTF8.GetBytes(text), PlanReadError.Encoding, named, "UniKey");
        var model = new PlanModel([text], [new(ModelField.Number, "Stt"), new(ModelField.Title, "Nhiệm vụ")], []);
        Refused(WordFixture.Write(model), PlanReadError.Encoding, named);
    }

    [Fact]
    public void Broken_utf8_names_its_line() => Refused([.. "một\nhai\n"u8, 0xC3, 0x28], PlanReadError.Encoding, "dòng 3");

    [Theory]
    [InlineData("Xin chào, đây không phải kế hoạch.")]
    [InlineData("| Tên | Tuổi |\n|---|---|\n| An | 30 |\n| Bình | 31 |\n")]
    [InlineData("I. LỜI NÓI ĐẦU\n\n1. Một câu.\n")]
    public void A_text_without_any_task(string text) => Refused(Encoding.UTF8.GetBytes(text), PlanReadError.NoPlan, "Không tìm thấy nhiệm vụ");

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-8", false)]
    public void Every_kind_of_unicode_is_read(string name, bool mark)
    {
        const string text = "KẾ HOẠCH\nCải cách năm 2026\n\n| Stt | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Rà soát | Sở Nội vụ |\n";
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        PlanFiles.ReadBytes(bytes, "kế hoạch.txt").Tasks.ShouldHaveSingleItem().Title.ShouldBe("Rà soát");
    }

    private static void Refused(byte[] bytes, PlanReadError error, params string[] words)
    {
        var refused = Should.Throw<PlanReadException>(() => PlanFiles.ReadBytes(bytes, "tệp.docx"));
        refused.Error.ShouldBe(error);
        foreach (var word in words)
        {
            refused.Message.ShouldContain(word);
        }
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return file.ToArray();
    }

    private static IEnumerable<int> Find(byte[] bytes, byte[] what)
    {
        for (var i = 0; i + what.Length <= bytes.Length; i++)
        {
            if (bytes.AsSpan(i, what.Length).SequenceEqual(what))
            {
                yield return i;
            }
        }
    }

    /// <summary>A stream as long as asked that holds nothing but the letter a.</summary>
    private sealed class HugeStream(long length, bool canSeek) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => canSeek;

        public override bool CanWrite => false;

        public override long Length => canSeek ? length : throw new NotSupportedException();

        public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - BytesRead);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            BytesRead += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
