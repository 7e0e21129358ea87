using System.IO.Compression;
using System.Text;
using CongVu.Examinations.Formats;

namespace CongVu.Examinations.Tests.Formats;

/// <summary>Files made to harm, or broken by accident: always an account, never a crash.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void An_external_entity_is_not_read()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "bí mật");
        var set = Samples.Read("x.xml", $"<!DOCTYPE a [<!ENTITY x SYSTEM \"file://{secret}\">]><assessmentItem identifier=\"i\" title=\"&x;\"><itemBody>&x;</itemBody></assessmentItem>");
        File.Delete(secret);
        set.Items.ShouldBeEmpty();
        set.Errors.ShouldHaveSingleItem().Message.ShouldNotContain("bí mật");
    }

    [Fact]
    public void Entities_do_not_multiply()
    {
        var bomb = "<!DOCTYPE q [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><quiz><question type=\"essay\"><name><text>&b;</text></name></question></quiz>";
        Samples.Read("x.xml", bomb).Errors.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("../ngoai.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b.xml")]
    [InlineData("C:\\x.xml")]
    public void An_archive_that_points_outside_is_refused(string name)
    {
        var set = ItemFiles.Read("x.zip", Samples.Zip((name, "<assessmentItem/>")));
        set.Items.ShouldBeEmpty();
        set.Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_archive_that_swells_is_refused()
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("imsmanifest.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 70; i++) stream.Write(zeros);
        }
        ItemFiles.Read("x.zip", buffer.ToArray()).Errors.ShouldHaveSingleItem().Message.ShouldContain("bung ra quá lớn");
    }

    [Fact]
    public void A_reference_out_of_the_package_finds_nothing()
    {
        FileBundle.Resolve("items/a.xml", "../../../etc/passwd").ShouldBeNull();
        FileBundle.Resolve("items/a.xml", "http://x/a.png").ShouldBeNull();
        FileBundle.Resolve("items/a.xml", "../p/a%20b.png").ShouldBe("p/a b.png");
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 5000)) + string.Concat(Enumerable.Repeat("</div>", 5000));
        Samples.Read("x.xml", $"<assessmentItem identifier=\"i\" title=\"t\"><itemBody>{deep}</itemBody></assessmentItem>").Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public void Whatever_the_bytes_an_account_comes_back()
    {
        var random = new Random(20261128);
        var seeds = new[] { QtiReadingTests.Choice21, "::a::b {=c ~d}", "Câu 1. x\nA. a\nB. b\nĐáp án: A", "<quiz><question type=\"multichoice\"><name><text>a</text></name><answer fraction=\"100\"><text>x</text></answer></question></quiz>", "Q\nA. x\nB. y\nANSWER: A", "Câu hỏi,A,B,Đáp án\nx,1,2,A" };
        for (var n = 0; n < 400; n++)
        {
            var bytes = Encoding.UTF8.GetBytes(seeds[n % seeds.Length]);
            for (var k = random.Next(1, 12); k > 0; k--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var set = ItemFiles.Read(n % 5 == 0 ? "x.csv" : "x", bytes[..random.Next(1, bytes.Length)]);
            (set.Items.Count + set.Errors.Count + set.Unsupported.Count).ShouldBeGreaterThan(0);
        }
    }
}
