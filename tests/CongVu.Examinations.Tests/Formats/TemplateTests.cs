using CongVu.Examinations.Bank;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Formats.Tables;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Tests.Formats;

public sealed class TemplateTests
{
    [Theory, InlineData(true, "mau.csv"), InlineData(false, "mau.xlsx")]
    public async Task The_template_that_is_given_out_is_read_whole(bool isCsv, string name)
    {
        var set = ItemFiles.Read(name, await TableTemplate.WriteAsync(isCsv, TestContext.Current.CancellationToken));
        set.Errors.ShouldBeEmpty();
        set.Losses.ShouldBeEmpty();
        set.Items.Select(PartKinds.TypeOf).ShouldBe(["single-choice", "multiple-response", "true-false", "matching", "ordering", "gap-text", "gap-numeric", "extended-text"]);
        set.Items[3].Parts[0].Key.Count.ShouldBe(3);
        set.Items[4].Parts[0].Key.ShouldBe(["B", "A", "C"]);
    }

    // Two files that only number their questions are two sets; the mended file of the same name is the same set; a name the file gives stays.
    [Theory]
    [InlineData("Q1", "Câu hỏi Tin học (2).docx", "cau-hoi-tin-hoc-2-Q1")]
    [InlineData("Q12", "b.gift", "b-Q12")]
    [InlineData("TH-07", "b.gift", "TH-07")]
    [InlineData("Q1", "mot ten tep rat dai ma khong ai muon doc het no dau.docx", "mot-ten-tep-rat-dai-ma-khong-ai-muon-doc-Q1")]
    public void A_question_that_is_only_numbered_is_called_after_its_file(string id, string file, string code) => Importing.CodeOf(id, file).ShouldBe(code);
}
