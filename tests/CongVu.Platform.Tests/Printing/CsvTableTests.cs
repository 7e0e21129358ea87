using System.Text;
using CongVu.Platform.Printing.Sheets;

namespace CongVu.Platform.Tests.Printing;

/// <summary>Lists as CSV files.</summary>
public sealed class CsvTableTests
{
    private static readonly SheetTable<Row> Table = new()
    {
        TitleLines = ["Không có trong tệp CSV"],
        Columns =
        [
            SheetColumn.Text<Row>("Họ và tên", r => r.Name),
            SheetColumn.Decimal<Row>("Hệ số", r => r.Coefficient),
            SheetColumn.Money<Row>("Tiền lương", r => r.Amount),
            SheetColumn.Date<Row>("Từ ngày", r => r.From),
        ],
    };

    private static readonly Row Hanh = new("Nguyễn Thị Hạnh", 4.98m, 12_852_400, new DateOnly(2026, 3, 1));

    [Fact]
    public async Task Vietnamese_Excel_gets_semicolons_decimal_commas_and_a_byte_order_mark()
    {
        var bytes = await Export(CsvSeparator.Semicolon, Hanh, new Row(null, null, null, null));

        bytes[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        Encoding.UTF8.GetString(bytes[3..]).ShouldBe("Họ và tên;Hệ số;Tiền lương;Từ ngày\r\nNguyễn Thị Hạnh;4,98;12852400;01/03/2026\r\n;;;\r\n");
    }

    [Fact]
    public async Task With_commas_the_decimals_are_quoted()
    {
        var text = Encoding.UTF8.GetString(await Export(CsvSeparator.Comma, Hanh));

        text.ShouldContain("Nguyễn Thị Hạnh,\"4,98\",12852400,01/03/2026\r\n");
    }

    [Theory]
    [InlineData("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1")]
    [InlineData("+84912345678", "'+84912345678")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("nói \"có\"", "\"nói \"\"có\"\"\"")]
    [InlineData("hai\ndòng", "\"hai\ndòng\"")]
    [InlineData("a=b", "a=b")]
    public async Task Text_is_quoted_where_needed_and_never_a_formula(string text, string written)
    {
        var csv = Encoding.UTF8.GetString(await Export(CsvSeparator.Semicolon, new Row(text, null, null, null)));

        csv.ShouldEndWith($"\r\n{written};;;\r\n");
    }

    [Fact]
    public async Task Negative_numbers_stay_numbers()
    {
        var csv = Encoding.UTF8.GetString(await Export(CsvSeparator.Semicolon, new Row("A", -0.5m, -7, null)));

        csv.ShouldContain("A;-0,50;-7;\r\n");
    }

    private static async Task<byte[]> Export(CsvSeparator separator, params Row[] rows)
    {
        using var target = new MemoryStream();
        await CsvTable.WriteAsync(target, Table, rows, separator, CancellationToken.None);
        return target.ToArray();
    }

    private sealed record Row(string? Name, decimal? Coefficient, long? Amount, DateOnly? From);
}
