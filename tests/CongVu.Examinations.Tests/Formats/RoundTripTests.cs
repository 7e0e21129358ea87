using System.Text.Json;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Tests.Formats;

/// <summary>What is written and read again is the same, or the account names what is not.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData("qti3", ".zip")]
    [InlineData("qti21", ".zip")]
    [InlineData("moodle", ".xml")]
    [InlineData("gift", ".gift")]
    [InlineData("aiken", ".txt")]
    public void Every_kind_comes_back_as_it_was_or_is_accounted_for(string format, string extension)
    {
        foreach (var item in Samples.All())
        {
            var account = new ExportAccount();
            var (bytes, written) = ItemExport.Write([item], format, account);
            written.ShouldBe(extension);
            var read = ItemFiles.Read("xuat" + written, bytes);
            if (account.Unsupported.Count > 0)
            {
                read.Items.ShouldBeEmpty();
                continue;
            }
            read.Errors.ShouldBeEmpty($"{format} {item.Id}");
            read.Losses.ShouldBeEmpty($"{format} {item.Id}");
            var back = read.Items.ShouldHaveSingleItem($"{format} {item.Id}");
            if (account.Losses.Count == 0 && format != "aiken") Json(back).ShouldBe(Json(item), $"{format} {item.Id}");
            else PartKinds.TypeOf(back).ShouldBe(PartKinds.TypeOf(item));
        }
    }

    [Theory]
    [InlineData("qti3")]
    [InlineData("qti21")]
    public void Qti_carries_every_kind_without_loss(string format)
    {
        var account = new ExportAccount();
        var all = Samples.All();
        var read = ItemFiles.Read("x.zip", ItemExport.Write(all, format, account).Bytes);
        account.Unsupported.ShouldBeEmpty();
        account.Losses.ShouldBeEmpty();
        read.Format.ShouldBe(format);
        read.Items.Select(Json).ShouldBe(all.Select(Json));
    }

    [Fact]
    public void Moodle_refuses_only_what_it_has_no_question_for()
    {
        var account = new ExportAccount();
        ItemExport.Write(Samples.All(), "moodle", account);
        account.Unsupported.Select(u => u.Id).ShouldBe(["hs", "sp"]);
    }

    [Fact]
    public void Gift_refuses_only_what_it_has_no_form_for()
    {
        var account = new ExportAccount();
        ItemExport.Write(Samples.All(), "gift", account);
        account.Unsupported.Select(u => u.Id).ShouldBe(["or", "or2", "hs", "sp", "mix"]);
        account.Losses.ShouldContain(l => l.Id == "c2");
    }

    private static string Json(ExamItem item) => JsonSerializer.Serialize(item, new JsonSerializerOptions { WriteIndented = true });
}
