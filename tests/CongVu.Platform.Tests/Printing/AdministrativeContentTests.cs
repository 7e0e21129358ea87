using System.Text;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CongVu.Platform.Tests.Printing;

/// <summary>What each kind of document says, and that Word can open it.</summary>
public sealed class AdministrativeContentTests
{
    public static TheoryData<string> Samples => ["raise", "draft", "bulk", "bulk-portrait", "letter", "report", "regulation"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_document_is_valid_and_always_the_same_bytes(string sample)
    {
        var bytes = AdministrativeDocx.Write(Sample(sample));

        using var docx = new OpenedDocx(bytes);
        docx.Faults().ShouldBeEmpty();
        AdministrativeDocx.Write(Sample(sample)).ShouldBe(bytes);
    }

    [Fact]
    public void Properties_carry_title_and_language()
    {
        using var docx = Open(SampleDocuments.StepRaise());

        docx.Title.ShouldBe("QUYẾT ĐỊNH Về việc nâng bậc lương thường xuyên đối với công chức");
        docx.Language.ShouldBe("vi-VN");
        docx.Main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().First().Val!.Value.ShouldBe("vi-VN");
    }

    [Fact]
    public void Names_keep_every_mark_and_come_composed_even_when_typed_decomposed()
    {
        var decomposed = "NGUYỄN THỊ HẠNH, Lường Ưng Dũng".Normalize(NormalizationForm.FormD);
        using var docx = Open(SampleDocuments.StepRaise() with { Body = [new BodyBlock.Article(1, RichText.Of("Bà ", Span.Strong(decomposed)))] });

        docx.Lines.ShouldContain("Điều 1. Bà NGUYỄN THỊ HẠNH, Lường Ưng Dũng./.");
    }

    [Fact]
    public void Control_characters_of_a_pasted_text_do_not_break_the_file()
    {
        using var docx = Open(SampleDocuments.StepRaise() with { Subject = "Về việc \u0001nâng\u000B bậc\uFFFE \uD800lương" });

        docx.Faults().ShouldBeEmpty();
        docx.Lines.ShouldContain("Về việc nâng bậc lương");
    }

    [Fact]
    public void An_unsigned_document_says_so_and_leaves_room_for_number_and_day()
    {
        using var docx = Open(SampleDocuments.Draft());

        docx.Lines.ShouldContain("DỰ THẢO");
        docx.Find("DỰ THẢO").ParagraphProperties!.ParagraphBorders.ShouldNotBeNull();
        docx.Lines.ShouldContain("Số:       /QĐ-SNV");
        docx.Lines.ShouldContain("Đồng Nai, ngày     tháng     năm 2026");
        docx.Main.FooterParts.ShouldAllBe(f => f.Footer.InnerText.Contains("DỰ THẢO"));
        using var signed = Open(SampleDocuments.StepRaise());
        signed.Lines.ShouldNotContain("DỰ THẢO");
    }

    [Fact]
    public void The_text_ends_with_the_closing_mark_exactly_once()
    {
        using var docx = Open(SampleDocuments.StepRaise());

        docx.Lines.Count(l => l.EndsWith("./.", StringComparison.Ordinal)).ShouldBe(1);
        docx.Find("Điều 3. ").InnerText.ShouldEndWith("thi hành Quyết định này./.");
    }

    [Fact]
    public void A_letter_has_its_subject_under_the_number_and_its_addressees_in_a_list()
    {
        using var docx = Open(SampleDocuments.Letter());

        var rows = docx.Body.Elements<Table>().First().Elements<TableRow>().ToList();
        rows[1].Elements<TableCell>().First().InnerText.ShouldBe("Số: 315/SNV-TCCB");
        rows[2].InnerText.ShouldStartWith("V/v báo cáo tiến độ thực hiện Kế hoạch");
        docx.TypeOf("V/v báo cáo").ShouldBe(new Lettering("Times New Roman", 12, false, false));
        docx.Lines.ShouldContain("KHẨN");
        docx.Lines.SkipWhile(l => l != "Kính gửi:").Take(4).ShouldBe(["Kính gửi:", "- Văn phòng UBND tỉnh;", "- Các sở, ban, ngành;", "- UBND các xã, phường."]);
        docx.Lines.ShouldContain("TUQ. GIÁM ĐỐC");
        docx.Lines.ShouldContain("PL.(60)");
        docx.Main.FooterParts.Select(f => f.Footer.InnerText).ShouldContain(t => t.Contains("ĐT: 0251.3822.501"));
    }

    [Fact]
    public void A_report_for_a_collective_is_signed_on_its_behalf_and_greets_one_addressee_on_one_line()
    {
        using var docx = Open(SampleDocuments.Report());

        docx.Lines.ShouldContain("Kính gửi: Bộ Nội vụ");
        docx.Lines.SkipWhile(l => l != "TM. ỦY BAN NHÂN DÂN").Take(3).ShouldBe(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
        docx.Lines.ShouldContain("I. KẾT QUẢ THỰC HIỆN");
        docx.Lines.ShouldContain("2. Tình hình theo nhóm nhiệm vụ");
    }

    [Fact]
    public void Annexes_are_numbered_in_roman_and_name_the_document_they_belong_to()
    {
        using var docx = Open(SampleDocuments.Report());

        docx.Lines.ShouldContain("Phụ lục I");
        docx.Lines.ShouldContain("Phụ lục II");
        docx.Lines.Count(l => l == "(Kèm theo Báo cáo số 112/BC-UBND ngày 15 tháng 12 năm 2026 của Ủy ban nhân dân tỉnh Đồng Nai)").ShouldBe(2);
        docx.TypeOf("Phụ lục I").ShouldBe(new Lettering("Times New Roman", 14, true, false));
        docx.TypeOf("NHIỆM VỤ CHẬM TIẾN ĐỘ").ShouldBe(new Lettering("Times New Roman", 14, true, false));
        docx.TypeOf("(Kèm theo").Italic.ShouldBeTrue();
        docx.Sections.Select(s => s.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape).ShouldBe([false, false, true]);
        docx.Sections.ShouldAllBe(s => s.GetFirstChild<PageNumberType>()!.Start!.Value == 1);
    }

    [Fact]
    public void Heading_rows_of_a_list_repeat_and_no_row_breaks()
    {
        using var docx = Open(SampleDocuments.BulkRaise());

        var list = docx.Body.Elements<Table>().Last();
        var rows = list.Elements<TableRow>().ToList();
        rows.Count.ShouldBe(201);
        rows[0].TableRowProperties!.Elements<TableHeader>().ShouldHaveSingleItem();
        rows.ShouldAllBe(r => r.TableRowProperties!.Elements<CantSplit>().Any());
        docx.Lines.ShouldContain("Phụ lục");
    }

    [Fact]
    public void Headings_over_several_columns_merge_as_asked()
    {
        using var docx = Open(SampleDocuments.Report());

        var rows = docx.Body.Elements<Table>().ElementAt(1).Elements<TableRow>().ToList();
        rows[0].Elements<TableCell>().Select(c => (c.InnerText, Span: c.TableCellProperties!.GridSpan?.Val?.Value ?? 1))
            .ShouldBe([("TT", 1), ("Nhóm nhiệm vụ", 1), ("Số nhiệm vụ", 3)]);
        rows[1].Elements<TableCell>().Select(c => c.InnerText).ShouldBe(["", "", "Tổng", "Đúng hạn", "Chậm"]);
        rows[2].Elements<TableCell>().Select(c => c.InnerText).ShouldBe(["(1)", "(2)", "(3)", "(4)", "(5)"]);
        rows.Take(3).ShouldAllBe(r => r.TableRowProperties!.Elements<TableHeader>().Any());
    }

    [Fact]
    public void A_regulation_issued_by_a_decision_is_attached_under_its_own_name()
    {
        using var docx = Open(Sample("regulation"));

        docx.Lines.ShouldContain("QUY CHẾ");
        docx.Lines.SkipWhile(l => l != "Chương I").Take(6).ShouldBe(
            ["Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi điều chỉnh", "1. Quy chế này quy định việc quản lý hồ sơ.", "đ) Hồ sơ giấy;", "e) Hồ sơ điện tử."]);
        docx.TypeOf("2. Thời hạn lưu").Bold.ShouldBeTrue();
        docx.TypeOf("Hồ sơ được lưu vĩnh viễn.").Bold.ShouldBeFalse();
    }

    [Fact]
    public void Heading_rows_with_a_hole_are_refused()
    {
        var table = new PrintTable { Columns = [new("A"), new("B")], HeaderRows = [[new HeaderCell("A")]], Rows = [] };

        Should.Throw<ArgumentException>(() => AdministrativeDocx.Write(SampleDocuments.StepRaise() with { Body = [new BodyBlock.Table(table)] }));
    }

    private static AdministrativeDocument Sample(string name) => name switch
    {
        "raise" => SampleDocuments.StepRaise(),
        "draft" => SampleDocuments.Draft(),
        "bulk" => SampleDocuments.BulkRaise(),
        "bulk-portrait" => SampleDocuments.BulkRaise(landscape: false),
        "letter" => SampleDocuments.Letter(),
        "report" => SampleDocuments.Report(),
        _ => SampleDocuments.StepRaise() with
        {
            Annexes =
            [
                new Annex
                {
                    AttachedTypeTitle = "Quy chế",
                    Title = "Quản lý hồ sơ cán bộ, công chức",
                    Body =
                    [
                        new BodyBlock.Heading(HeadingLevel.Chapter, 1, "Quy định chung"),
                        new BodyBlock.Article(1, "")
                        {
                            Title = "Phạm vi điều chỉnh",
                            Blocks =
                            [
                                new BodyBlock.Clause(1, "Quy chế này quy định việc quản lý hồ sơ."),
                                new BodyBlock.Point(5, "Hồ sơ giấy;"),
                                new BodyBlock.Point(6, "Hồ sơ điện tử."),
                                new BodyBlock.Clause(2, "Hồ sơ được lưu vĩnh viễn.") { Title = "Thời hạn lưu" },
                            ],
                        },
                    ],
                },
            ],
        },
    };

    private static OpenedDocx Open(AdministrativeDocument document) => new(AdministrativeDocx.Write(document));
}
