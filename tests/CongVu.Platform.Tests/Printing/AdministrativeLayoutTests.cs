using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using DocumentFormat.OpenXml.Wordprocessing;
using static CongVu.Platform.Printing.Administrative.PaperLayout;

namespace CongVu.Platform.Tests.Printing;

/// <summary>Sizes, weights, places and rules of Nghị định 30/2020/NĐ-CP, annex I.</summary>
public sealed class AdministrativeLayoutTests
{
    private const string Times = "Times New Roman";

    [Fact]
    public void The_page_is_A4_with_the_margins_of_the_decree()
    {
        using var docx = Open(SampleDocuments.StepRaise());

        var section = docx.Sections.ShouldHaveSingleItem();
        var page = section.GetFirstChild<PageSize>()!;
        (page.Width!.Value, page.Height!.Value).ShouldBe((11906u, 16838u));
        var margin = section.GetFirstChild<PageMargin>()!;
        Millimetres(margin.Top!.Value).ShouldBeInRange(20, 25);
        Millimetres(margin.Bottom!.Value).ShouldBeInRange(20, 25);
        Millimetres((int)margin.Left!.Value).ShouldBeInRange(30, 35);
        Millimetres((int)margin.Right!.Value).ShouldBeInRange(15, 20);
    }

    [Theory]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true, false)]
    [InlineData("Độc lập - Tự do - Hạnh phúc", 13, true, false)]
    [InlineData("UBND TỈNH ĐỒNG NAI", 12, false, false)]
    [InlineData("SỞ NỘI VỤ", 12, true, false)]
    [InlineData("Số: 05/QĐ-SNV", 13, false, false)]
    [InlineData("Đồng Nai, ngày 05 tháng 02 năm 2026", 13, false, true)]
    [InlineData("QUYẾT ĐỊNH", 14, true, false)]
    [InlineData("Về việc nâng bậc lương thường xuyên đối với công chức", 14, true, false)]
    [InlineData("GIÁM ĐỐC SỞ NỘI VỤ", 14, true, false)]
    [InlineData("Căn cứ Luật Cán bộ, công chức", 14, false, true)]
    [InlineData("QUYẾT ĐỊNH:", 14, true, false)]
    [InlineData("Điều 1. ", 14, true, false)]
    [InlineData("Nơi nhận:", 12, true, true)]
    [InlineData("- Như Điều 3;", 11, false, false)]
    [InlineData("KT. GIÁM ĐỐC", 14, true, false)]
    [InlineData("PHÓ GIÁM ĐỐC", 14, true, false)]
    [InlineData("Trần Quốc Đạt", 14, true, false)]
    public void Every_box_has_the_lettering_of_its_row_in_the_table(string line, double size, bool bold, bool italic)
    {
        using var docx = Open(SampleDocuments.StepRaise());

        docx.TypeOf(line).ShouldBe(new Lettering(Times, size, bold, italic));
    }

    [Fact]
    public void The_boxes_follow_each_other_in_the_order_of_the_drawing()
    {
        using var docx = Open(SampleDocuments.StepRaise());

        docx.Lines.Where(l => l.Length > 0).Select(l => l.Length > 24 ? l[..24] : l).ShouldBe(
        [
            "UBND TỈNH ĐỒNG NAI", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨ", "Độc lập - Tự do - Hạnh p",
            "Số: 05/QĐ-SNV", "Đồng Nai, ngày 05 tháng ", "QUYẾT ĐỊNH", "Về việc nâng bậc lương t", "GIÁM ĐỐC SỞ NỘI VỤ",
            "Căn cứ Luật Cán bộ, công", "Căn cứ Nghị định số 204/", "Căn cứ Thông tư số 08/20", "Theo đề nghị của Trưởng ",
            "QUYẾT ĐỊNH:", "Điều 1. Nâng bậc lương t", "Điều 2. Quyết định này c", "Điều 3. Chánh Văn phòng,",
            "Nơi nhận:", "- Như Điều 3;", "- Bảo hiểm xã hội tỉnh Đ", "- Lưu: VT, TCCB.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Quốc Đạt",
        ]);
    }

    [Fact]
    public void Agency_and_nation_stand_side_by_side_and_so_do_number_and_date()
    {
        using var docx = Open(SampleDocuments.StepRaise());

        var rows = docx.Body.Elements<Table>().First().Elements<TableRow>().ToList();
        rows[0].Elements<TableCell>().Select(c => c.InnerText).ShouldBe(["UBND TỈNH ĐỒNG NAISỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc"]);
        rows[1].Elements<TableCell>().Select(c => c.InnerText).ShouldBe(["Số: 05/QĐ-SNV", "Đồng Nai, ngày 05 tháng 02 năm 2026"]);
        docx.Body.Descendants<TableBorders>().ShouldBeEmpty("the boxes stand in a table without rules");
    }

    [Fact]
    public void The_rule_under_the_motto_is_as_long_as_the_motto()
    {
        using var docx = Open(SampleDocuments.StepRaise());

        // Measured with the font itself: 159.1 points at size 13.
        OpenedDocx.RuleUnder(docx.Find("Độc lập - Tự do - Hạnh phúc"), HeaderRight).ShouldBeInRange(3150, 3220);
    }

    [Theory]
    [InlineData("SỞ NỘI VỤ", HeaderLeft, 12)]
    [InlineData("Về việc nâng bậc lương thường xuyên đối với công chức", TextWidth, 14)]
    public void Rules_under_agency_and_subject_are_a_third_to_a_half_of_the_words(string words, int column, double size)
    {
        using var docx = Open(SampleDocuments.StepRaise());

        var share = OpenedDocx.RuleUnder(docx.Find(words), column) / (double)LetterWidths.BoldTwips(words, size);
        share.ShouldBeInRange(1 / 3.0, 1 / 2.0);
    }

    [Fact]
    public void Bases_end_with_semicolons_and_the_last_with_a_full_stop()
    {
        using var withProposal = Open(SampleDocuments.StepRaise());
        using var without = Open(SampleDocuments.StepRaise() with { Proposal = null });

        withProposal.Lines.Where(l => l.StartsWith("Căn cứ", StringComparison.Ordinal)).ShouldAllBe(l => l.EndsWith(';') && !l.EndsWith(";;", StringComparison.Ordinal));
        withProposal.Lines.ShouldContain("Theo đề nghị của Trưởng phòng Tổ chức cán bộ.");
        without.Lines.Where(l => l.StartsWith("Căn cứ", StringComparison.Ordinal)).Select(l => l[^1]).ShouldBe([';', ';', '.']);
    }

    [Fact]
    public void Text_is_justified_indented_and_spaced()
    {
        using var docx = Open(SampleDocuments.StepRaise());

        foreach (var line in new[] { "Điều 1. ", "Điều 3. ", "Căn cứ Luật" }.Select(docx.Find))
        {
            docx.AlignmentOf(line).ShouldBe(JustificationValues.Both);
            var style = docx.StyleOf(line).StyleParagraphProperties!;
            Millimetres(int.Parse(style.Indentation!.FirstLine!.Value!)).ShouldBe(12.7, 0.1);
            int.Parse(style.SpacingBetweenLines!.After!.Value!).ShouldBeGreaterThanOrEqualTo(6 * 20);
            int.Parse(style.SpacingBetweenLines.Line!.Value!).ShouldBeInRange(240, 360, "line spacing 1 to 1.5");
        }
    }

    [Fact]
    public void The_page_number_is_centred_in_the_top_margin_from_page_2()
    {
        using var docx = Open(SampleDocuments.StepRaise());

        var section = docx.Sections[0];
        section.GetFirstChild<TitlePage>().ShouldNotBeNull();
        var header = section.Elements<HeaderReference>().Single(h => h.Type!.Value == HeaderFooterValues.Default);
        var number = ((DocumentFormat.OpenXml.Packaging.HeaderPart)docx.Main.GetPartById(header.Id!.Value!)).Header.Descendants<Paragraph>().Single();
        number.Descendants<FieldCode>().Single().Text.Trim().ShouldBe("PAGE");
        docx.AlignmentOf(number).ShouldBe(JustificationValues.Center);
        docx.TypeOf(number).ShouldBe(new Lettering(Times, 14, false, false));
        var first = section.Elements<HeaderReference>().Single(h => h.Type!.Value == HeaderFooterValues.First);
        ((DocumentFormat.OpenXml.Packaging.HeaderPart)docx.Main.GetPartById(first.Id!.Value!)).Header.InnerText.ShouldBeEmpty();
    }

    [Fact]
    public void The_signature_block_is_one_unbreakable_row_tied_to_the_last_article()
    {
        using var docx = Open(SampleDocuments.StepRaise());

        docx.Find("Điều 3. ").ParagraphProperties!.KeepNext.ShouldNotBeNull();
        var closing = docx.Body.Elements<Table>().Last().Elements<TableRow>().ShouldHaveSingleItem();
        closing.TableRowProperties!.Elements<CantSplit>().ShouldHaveSingleItem();
        closing.Elements<TableCell>().First().InnerText.ShouldStartWith("Nơi nhận:");
        closing.Elements<TableCell>().Last().InnerText.ShouldStartWith("KT. GIÁM ĐỐC");
    }

    [Fact]
    public void Words_that_hold_more_than_one_line_are_not_torn()
    {
        LineBreaks.Split("Kết quả thực hiện Kế hoạch đẩy mạnh cải cách chế độ công vụ, công chức năm 2026", 14, 8220)
            .ShouldBe(["Kết quả thực hiện Kế hoạch đẩy mạnh", "cải cách chế độ công vụ, công chức năm 2026"]);
        LineBreaks.Split("ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI", 12, HeaderLeft).ShouldBe(["ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG NAI"]);
        LineBreaks.Split("GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 14, SignatureWidth).ShouldBe(["GIÁM ĐỐC SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]);
    }

    [Fact]
    public void A_broken_line_keeps_dates_whole_and_the_room_for_a_day()
    {
        LineBreaks.Split("(Kèm theo Quyết định số      /QĐ-SNV ngày     tháng     năm 2026 của Giám đốc Sở Nội vụ tỉnh)", 14, 9000)
            .ShouldBe(["(Kèm theo Quyết định số      /QĐ-SNV", "ngày     tháng     năm 2026 của Giám đốc Sở Nội vụ tỉnh)"]);
    }

    [Fact]
    public void A_column_is_never_so_narrow_that_a_date_or_a_word_breaks()
    {
        var table = new PrintTable
        {
            Columns = [new("TT", 0.1), new("Ngày sinh", 0.1), new("Bậc mới", 0.1), new("Đơn vị công tác", 20)],
            Rows = [PrintRow.Of("1", "01/01/1968", "6", "Trung tâm Dịch vụ việc làm")],
        };

        var (widths, size) = TableFit.Fit(table, TextWidth, cellMargin: 85);

        size.ShouldBe(12);
        widths.Sum().ShouldBe(TextWidth);
        widths[0].ShouldBeGreaterThan(LetterWidths.BoldTwips("TT", 12) + 170);
        widths[1].ShouldBeGreaterThan(LetterWidths.BoldTwips("01/01/1968", 12) + 170);
        widths[2].ShouldBeGreaterThan(LetterWidths.BoldTwips("mới", 12) + 170);
    }

    [Fact]
    public void A_table_too_wide_for_its_page_gets_smaller_type()
    {
        var table = new PrintTable
        {
            Columns = [.. Enumerable.Range(1, 11).Select(n => new PrintColumn($"Ngày {n}"))],
            Rows = [PrintRow.Of([.. Enumerable.Repeat<RichText>("01/01/1968", 11)])],
        };

        var (widths, size) = TableFit.Fit(table, TextWidth, cellMargin: 85);

        size.ShouldBeLessThan(12);
        size.ShouldBeGreaterThanOrEqualTo(9);
        widths.Sum().ShouldBe(TextWidth);
    }

    private static OpenedDocx Open(AdministrativeDocument document) => new(AdministrativeDocx.Write(document));

    private static double Millimetres(int twips) => twips * 25.4 / 1440;
}
