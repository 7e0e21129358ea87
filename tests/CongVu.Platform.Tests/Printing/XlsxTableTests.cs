using System.IO.Compression;
using CongVu.Platform.Printing.Sheets;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CongVu.Platform.Tests.Printing;

/// <summary>Lists as Excel files.</summary>
[Trait("Category", "Slow")]
public sealed class XlsxTableTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly SheetTable<Row> People = new()
    {
        Name = "Danh sách [2026]: công chức/viên chức",
        TitleLines = ["DANH SÁCH CÔNG CHỨC", "Tính đến ngày 21/11/2026"],
        Columns =
        [
            SheetColumn.Integer<Row>("TT", r => r.Number),
            SheetColumn.Text<Row>("Họ và tên", r => r.Name),
            SheetColumn.Text<Row>("Số định danh", r => r.Id),
            SheetColumn.Date<Row>("Ngày hưởng", r => r.From),
            SheetColumn.Decimal<Row>("Hệ số", r => r.Coefficient),
            SheetColumn.Money<Row>("Tiền lương", r => r.Amount),
        ],
    };

    [Fact]
    public async Task LibreOffice_shows_every_value_as_a_Vietnamese_reader_writes_it()
    {
        using var xlsx = await Export(People,
            new Row(1, "Nguyễn Thị Hạnh", "075184001234", Day, 4.98m, 12_852_400),
            new Row(2, "Trần \"Ưng\" <& em>", "000000000007", new DateOnly(1899, 5, 19), 10.00m, -5),
            new Row(3, null, null, null, null, null));

        (await xlsx.ShownByLibreOfficeAsync()).ShouldBe(
        [
            "DANH SÁCH CÔNG CHỨC|||||",
            "Tính đến ngày 21/11/2026|||||",
            "|||||",
            "TT|Họ và tên|Số định danh|Ngày hưởng|Hệ số|Tiền lương",
            "1|Nguyễn Thị Hạnh|075184001234|01/03/2026|4,98|12.852.400",
            "2|\"Trần \"\"Ưng\"\" <& em>\"|000000000007|19/05/1899|10,00|-5",
            "3|||||",
        ]);
    }

    [Fact]
    public async Task The_file_is_valid_and_always_the_same_bytes()
    {
        var rows = Enumerable.Range(1, 500).Select(n => new Row(n, $"Lê Văn {n}", $"{n:000000000000}", Day.AddDays(n), n / 100m, n * 1000L)).ToArray();
        using var first = new MemoryStream();
        using var second = new MemoryStream();

        await XlsxTable.WriteAsync(first, People, rows, CancellationToken.None);
        await XlsxTable.WriteAsync(second, People, AsStream(rows), CancellationToken.None);

        using var xlsx = new OpenedXlsx(first.ToArray());
        xlsx.Faults().ShouldBeEmpty();
        second.ToArray().ShouldBe(first.ToArray());
        xlsx.SheetNames.ShouldBe(["Danh sách 2026 công chứcviên ch"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://example.vn\")")]
    [InlineData("+84912345678")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    public async Task A_text_that_looks_like_a_formula_stays_text(string text)
    {
        using var xlsx = await Export(People, new Row(1, text, null, null, null, null));

        var cell = xlsx.Cell("B5");
        cell.DataType!.Value.ShouldBe(CellValues.InlineString);
        cell.CellFormula.ShouldBeNull();
        cell.InnerText.ShouldBe(text);
        xlsx.Book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value.ShouldBeTrue();
        (await xlsx.ShownByLibreOfficeAsync())[4].Replace("\"\"", "\"").Trim('"').ShouldContain(text);
    }

    [Fact]
    public async Task Odd_text_survives_and_forbidden_characters_are_left_out()
    {
        using var xlsx = await Export(People, new Row(1, " đầu dòng\nthứ hai\u0001\u001F _x000D_ 🌾 \uD800", new string('ế', 40_000), null, null, null));

        xlsx.Faults().ShouldBeEmpty();
        xlsx.Cell("B5").InnerText.ShouldBe(" đầu dòng\nthứ hai _x005F_x000D_ 🌾 \uFFFD");
        xlsx.Cell("C5").InnerText.Length.ShouldBe(32_767);
        (await xlsx.ShownByLibreOfficeAsync())[5].ShouldStartWith("thứ hai _x000D_ 🌾");
    }

    [Fact]
    public async Task The_heading_is_frozen_filtered_and_repeated_on_paper()
    {
        using var xlsx = await Export(People, new Row(1, "A", null, null, null, null), new Row(2, "B", null, null, null, null));

        var sheet = xlsx.SheetNumber(1);
        var pane = sheet.Descendants<Pane>().Single();
        (pane.VerticalSplit!.Value, pane.State!.Value, pane.TopLeftCell!.Value).ShouldBe((4d, PaneStateValues.Frozen, "A5"));
        sheet.GetFirstChild<AutoFilter>()!.Reference!.Value.ShouldBe("A4:F6");
        sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value).ShouldBe(["A1:F1", "A2:F2"]);
        var setup = sheet.GetFirstChild<PageSetup>()!;
        setup.Orientation!.Value.ShouldBe(OrientationValues.Landscape);
        setup.PaperSize!.Value.ShouldBe(9u, "A4");
        setup.FitToHeight!.Value.ShouldBe(0u, "as wide as a page, as long as needed");
        sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value.ShouldBeTrue();
        xlsx.Book.Workbook.DefinedNames!.Elements<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text.ShouldEndWith("'!$4:$4");
    }

    [Fact]
    public async Task A_list_longer_than_a_sheet_goes_on_in_the_next()
    {
        using var target = new MemoryStream();
        using var rows = Enumerable.Range(1, 25).Select(n => new Row(n, $"Người {n}", null, null, null, null)).GetEnumerator();

        await XlsxTable.WriteAsync(target, People, new RowSource<Row>(() => rows.Current, () => new ValueTask<bool>(rows.MoveNext())), lastRow: 14, CancellationToken.None);

        using var xlsx = new OpenedXlsx(target.ToArray());
        xlsx.Faults().ShouldBeEmpty();
        xlsx.SheetNames.ShouldBe(["Danh sách 2026 công chứcviên ch", "Danh sách 2026 công chứcviê (2)", "Danh sách 2026 công chứcviê (3)"]);
        xlsx.Cell("A14").InnerText.ShouldBe("10");
        xlsx.Cell("A5", sheet: 2).InnerText.ShouldBe("11");
        xlsx.Cell("A9", sheet: 3).InnerText.ShouldBe("25");
    }

    [Fact]
    public async Task A_response_body_is_written_asynchronously_and_never_seeked()
    {
        await using var body = new ResponseLikeStream();

        await XlsxTable.WriteAsync(body, People, AsStream(Enumerable.Range(1, 20_000).Select(n => new Row(n, $"Người {n}", null, null, null, null))), CancellationToken.None);

        using var xlsx = new OpenedXlsx(body.ToArray());
        xlsx.Cell("A20004").InnerText.ShouldBe("20000");
    }

    [Fact]
    public async Task A_reading_that_breaks_off_leaves_no_file_that_looks_whole()
    {
        using var target = new MemoryStream();

        await Should.ThrowAsync<InvalidOperationException>(() => XlsxTable.WriteAsync(target, People, Breaking(), CancellationToken.None));

        Should.Throw<InvalidDataException>(() => new ZipArchive(new MemoryStream(target.ToArray()), ZipArchiveMode.Read));
    }

    [Fact]
    public async Task A_cancelled_export_stops()
    {
        using var stop = new CancellationTokenSource();
        var rows = Enumerable.Range(1, int.MaxValue).Select(n =>
        {
            if (n == 5_000)
            {
                stop.Cancel();
            }

            return new Row(n, "Người", null, null, null, null);
        });

        await Should.ThrowAsync<OperationCanceledException>(() => XlsxTable.WriteAsync(new MemoryStream(), People, rows, stop.Token));
    }

    private static async IAsyncEnumerable<Row> Breaking()
    {
        for (var n = 1; n <= 50_000; n++)
        {
            await Task.CompletedTask;
            yield return n < 40_000 ? new Row(n, "Người", null, null, null, null) : throw new InvalidOperationException("connection lost");
        }
    }

    private static async IAsyncEnumerable<Row> AsStream(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            await Task.CompletedTask;
            yield return row;
        }
    }

    private static async Task<OpenedXlsx> Export(SheetTable<Row> table, params Row[] rows)
    {
        using var target = new MemoryStream();
        await XlsxTable.WriteAsync(target, table, rows, CancellationToken.None);
        return new OpenedXlsx(target.ToArray());
    }

    private sealed record Row(int Number, string? Name, string? Id, DateOnly? From, decimal? Coefficient, long? Amount);

    private sealed class ResponseLikeStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            base.Write(buffer.ToArray(), 0, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
